#pragma once
// `khabar story`: one story with its evidence.

#include <cstdint>
#include <filesystem>
#include <vector>

namespace khabar::cli {

// Of the command and of those below it (story_ruling_commands.hpp), which share them.
struct StoryOptions {
    std::filesystem::path config;
    std::filesystem::path database;
    std::int64_t id = 0; // a story; of `revoke` a ruling
    std::vector<std::int64_t> articles;
    std::int64_t other = 0; // story
    bool json = false;
};

// The process's exit status: exit_failed where there is no such story.
[[nodiscard]] int run_story(const StoryOptions& options);

} // namespace khabar::cli
