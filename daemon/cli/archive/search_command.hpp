#pragma once
// `khabar search`: full-text search.

#include <filesystem>
#include <string>
#include <vector>

namespace khabar::cli {

struct SearchOptions {
    std::filesystem::path config;
    std::filesystem::path database;
    std::vector<std::string> words;
    unsigned limit = 20;
    bool one_per_story = false;
    bool json = false;
};

// The process's exit status.
[[nodiscard]] int run_search(const SearchOptions& options);

} // namespace khabar::cli
