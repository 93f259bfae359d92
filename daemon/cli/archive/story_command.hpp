#pragma once
// `khabar story`: one story with its evidence, and the corrections that people make.

#include <cstdint>
#include <filesystem>
#include <vector>

namespace khabar::cli {

struct StoryOptions {
    std::filesystem::path config;
    std::filesystem::path database;
    std::int64_t id = 0; // a story; of `revoke` a ruling
    std::vector<std::int64_t> articles;
    std::int64_t other = 0; // story
    bool json = false;
};

// Each returns the process's exit status.
[[nodiscard]] int run_story(const StoryOptions& options);
// Beside a running daemon too: it finds the stories changed with its next article.
[[nodiscard]] int run_story_split(const StoryOptions& options);
[[nodiscard]] int run_story_merge(const StoryOptions& options);
[[nodiscard]] int run_story_revoke(const StoryOptions& options);
[[nodiscard]] int run_story_rulings(const StoryOptions& options);

} // namespace khabar::cli
