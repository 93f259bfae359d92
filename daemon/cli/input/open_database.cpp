#include "daemon/cli/input/open_database.hpp"

#include "daemon/cli/terminal/exit_status.hpp"
#include "daemon/settings/load.hpp"
#include "daemon/store/schema.hpp"

#include <fmt/format.h>

#include <cstdio>

namespace khabar::cli {

namespace {

tl::unexpected<int> refuse(int status, std::string_view line) {
    fmt::print(stderr, "khabar: {}\n", line);
    return tl::unexpected<int>(status);
}

// With a database named, a configuration that is missing or wrong only costs the names of the sources.
tl::expected<settings::Settings, int> load_settings(const std::filesystem::path& config, bool needed) {
    const std::filesystem::path file = config.empty() ? settings::find_file() : config;
    if (file.empty()) return settings::defaults();
    settings::Loaded loaded = settings::load(file);
    if (loaded.problems.empty()) return std::move(loaded.settings);
    if (!needed) return settings::defaults();
    for (const settings::Problem& problem : loaded.problems)
        fmt::print(stderr, "{}\n", settings::to_string(problem));
    return tl::unexpected<int>(exit_config);
}

int status_of(const store::StoreError& failure) {
    return failure.foreign() ? exit_data : exit_io;
}

tl::expected<store::Database, int> open_existing(const std::filesystem::path& file,
                                                 store::Database::Mode mode) {
    constexpr std::string_view as_its_user = "use it as the user that khabar runs as";
    std::error_code error;
    const bool there = std::filesystem::exists(file, error);
    if (error)
        return refuse(exit_no_input, fmt::format("{}: {}; {}", file.string(), error.message(), as_its_user));
    if (!there)
        return refuse(exit_no_input,
                      fmt::format("{}: no such database; `khabar run` or `khabar fetch --store` "
                                  "makes it, --db names another",
                                  file.string()));
    try {
        store::Database database(file, mode);
        store::require_current(database);
        return database;
    } catch (const store::StoreError& failure) {
        if (failure.unreadable())
            return refuse(exit_no_input,
                          fmt::format("{}: {}; {}", file.string(), failure.what(), as_its_user));
        return refuse(status_of(failure), failure.what());
    }
}

tl::expected<Archive, int> open(const std::filesystem::path& config, const std::filesystem::path& database,
                                store::Database::Mode mode) {
    auto settings = load_settings(config, database.empty());
    if (!settings) return tl::unexpected<int>(settings.error());
    auto opened = open_existing(database.empty() ? settings->store.database : database, mode);
    if (!opened) return tl::unexpected<int>(opened.error());
    return Archive{std::move(*opened), std::move(*settings)};
}

} // namespace

tl::expected<Archive, int> open_database(const std::filesystem::path& config,
                                         const std::filesystem::path& database) {
    return open(config, database, store::Database::Mode::read_only);
}

tl::expected<Archive, int> open_database_to_change(const std::filesystem::path& config,
                                                   const std::filesystem::path& database) {
    return open(config, database, store::Database::Mode::read_write);
}

int no_article(std::int64_t id) {
    fmt::print(stderr, "khabar: no article {}; `khabar articles` lists them\n", id);
    return exit_failed;
}

int no_revision(std::int64_t article, std::int64_t number) {
    fmt::print(
        stderr,
        "khabar: article {0} has no revision {1}, or it is not kept; `khabar history {0}` lists them\n",
        article, number);
    return exit_failed;
}

} // namespace khabar::cli
