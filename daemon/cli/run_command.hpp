#pragma once
// `khabar run`: the daemon.

#include <filesystem>

namespace khabar::cli {

struct RunOptions {
    std::filesystem::path config;
};

// The process's exit status.
[[nodiscard]] int run_run(const RunOptions& options);

} // namespace khabar::cli
