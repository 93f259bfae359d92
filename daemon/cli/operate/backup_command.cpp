#include "daemon/cli/operate/backup_command.hpp"

#include "daemon/cli/input/open_database.hpp"
#include "daemon/cli/terminal/exit_status.hpp"
#include "daemon/store/articles.hpp"
#include "daemon/store/backup.hpp"

#include <fmt/format.h>

#include <cstdio>

namespace khabar::cli {

int run_backup(const BackupOptions& options) {
    const auto archive = open_database(options.config, options.database);
    if (!archive) return archive.error();
    try {
        store::backup(archive->database, options.target);
        const store::Database copy(options.target, store::Database::Mode::read_only);
        fmt::print("{}: {} articles, {} bytes, checked\n", options.target.string(),
                   store::count_articles(copy), std::filesystem::file_size(options.target));
    } catch (const store::StoreError& error) {
        fmt::print(stderr, "khabar backup: {}\n", error.what());
        return exit_io;
    } catch (const std::filesystem::filesystem_error& error) {
        fmt::print(stderr, "khabar backup: {}\n", error.what());
        return exit_io;
    }
    return exit_ok;
}

} // namespace khabar::cli
