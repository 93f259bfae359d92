#pragma once
// `khabar fetch`: fetch pages or poll sources once.

#include <filesystem>
#include <string>
#include <vector>

namespace khabar::cli {

struct FetchOptions {
    std::filesystem::path config;
    std::vector<std::string> targets; // URLs, feed URLs, source ids
    std::string format = "text";      // text, json, markdown
    bool store = false;
    bool allow_private = false;
};

// The process's exit status.
[[nodiscard]] int run_fetch(const FetchOptions& options);

} // namespace khabar::cli
