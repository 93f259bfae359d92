#pragma once
// `khabar story split`, `merge`, `revoke` and `rulings`: what people decide about stories
// (story/rulings.hpp).

#include "daemon/cli/archive/story_command.hpp"

namespace khabar::cli {

// With the options of `khabar story`, below which they stand. The process's exit status: exit_failed where
// the archive or an earlier ruling speaks against it. Beside a running daemon too: it finds the stories
// changed with its next article.
[[nodiscard]] int run_story_split(const StoryOptions& options);
[[nodiscard]] int run_story_merge(const StoryOptions& options);
[[nodiscard]] int run_story_revoke(const StoryOptions& options);

// Lists them, latest first, at most 10,000.
[[nodiscard]] int run_story_rulings(const StoryOptions& options);

} // namespace khabar::cli
