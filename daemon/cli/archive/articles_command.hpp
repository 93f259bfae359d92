#pragma once
// `khabar articles`: list stored articles, newest first.

#include <filesystem>
#include <string>
#include <vector>

namespace khabar::cli {

struct ArticlesOptions {
    std::filesystem::path config;
    std::filesystem::path database; // instead of the configured one
    std::string source;
    std::vector<std::string> tags; // of the configured sources
    unsigned limit = 50;
    bool one_per_story = false;
    bool json = false;
};

// The process's exit status.
[[nodiscard]] int run_articles(const ArticlesOptions& options);

} // namespace khabar::cli
