#pragma once
// `khabar run`: the daemon.

#include <filesystem>
#include <string>

namespace khabar::cli {

struct RunOptions {
    std::filesystem::path config;
    std::string log_format; // text or json; empty: as configured
    std::string log_level;  // empty: as configured
};

// The process's exit status.
[[nodiscard]] int run_run(const RunOptions& options);

} // namespace khabar::cli
