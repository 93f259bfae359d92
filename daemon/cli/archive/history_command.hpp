#pragma once
// `khabar history`: the revisions of one article.

#include <cstdint>
#include <filesystem>

namespace khabar::cli {

struct HistoryOptions {
    std::filesystem::path config;
    std::filesystem::path database;
    std::int64_t id = 0;
    bool json = false;
};

// The process's exit status.
[[nodiscard]] int run_history(const HistoryOptions& options);

} // namespace khabar::cli
