#pragma once
// `khabar diff`: what changed between two revisions of an article, word by word.

#include <cstdint>
#include <filesystem>
#include <optional>

namespace khabar::cli {

struct DiffOptions {
    std::filesystem::path config;
    std::filesystem::path database;
    std::int64_t id = 0;
    std::optional<std::int64_t> from, to; // neither: the last two; `from` alone: against the present text
    bool json = false;
};

// The process's exit status: 0 also where nothing differs.
[[nodiscard]] int run_diff(const DiffOptions& options);

} // namespace khabar::cli
