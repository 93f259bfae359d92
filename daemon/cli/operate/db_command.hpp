#pragma once
// `khabar db check`: is the file whole, and do its tables agree?

#include <filesystem>

namespace khabar::cli {

struct DbCheckOptions {
    std::filesystem::path config, database;
    bool repair = false; // make the search index anew where it disagrees
    bool json = false;
};

// The process's exit status: exit_data where something is wrong.
[[nodiscard]] int run_db_check(const DbCheckOptions& options);

} // namespace khabar::cli
