#pragma once
// The archive, opened: what every command that asks it or gives orders begins with.

#include "daemon/settings/settings.hpp"
#include "daemon/store/database.hpp"

#include <tl/expected.hpp>

#include <cstdint>
#include <filesystem>

namespace khabar::cli {

struct Archive {
    store::Database database;
    settings::Settings settings; // defaults where no configuration was named or found
};

// `database` where it is named; else the one that `config`, the configuration in force or the defaults name.
// Where that fails, one line on standard error has said why and what to do, and the value is the exit status.
[[nodiscard]] tl::expected<Archive, int> open_database(const std::filesystem::path& config,
                                                       const std::filesystem::path& database);

// The same for writing: for commands that change rows, beside a running daemon or without one. They bring no
// tables up to date.
[[nodiscard]] tl::expected<Archive, int> open_database_to_change(const std::filesystem::path& config,
                                                                 const std::filesystem::path& database);

// One line on standard error for what is not in the archive; the exit status.
[[nodiscard]] int no_article(std::int64_t id);
[[nodiscard]] int no_revision(std::int64_t article, std::int64_t number);

} // namespace khabar::cli
