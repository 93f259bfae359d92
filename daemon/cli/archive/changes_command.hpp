#pragma once
// `khabar changes`: what became of articles and stories, as JSON lines, for programs that follow the archive.

#include <cstdint>
#include <filesystem>
#include <string>

namespace khabar::cli {

struct ChangesOptions {
    std::filesystem::path config;
    std::filesystem::path database;
    std::string since = "0"; // the cursor of the last line that was read; "now": what comes from here on
    std::int64_t limit = 0;  // 0: all there are
    bool follow = false;     // wait for more
    bool json = false;       // it is JSON either way
};

// The process's exit status: 65 where the cursor is too old, or is none of this archive.
[[nodiscard]] int run_changes(const ChangesOptions& options);

} // namespace khabar::cli
