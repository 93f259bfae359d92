#pragma once
// `khabar stories`: who told what, and how often it was copied.

#include <cstdint>
#include <filesystem>
#include <string>

namespace khabar::cli {

struct StoriesOptions {
    std::filesystem::path config;
    std::filesystem::path database;
    std::string since; // a date, or a length of time back from now (2d)
    std::string source;
    unsigned min_copies = 0;
    unsigned limit = 50;
    bool json = false;
};

// The process's exit status.
[[nodiscard]] int run_stories(const StoriesOptions& options);

} // namespace khabar::cli
