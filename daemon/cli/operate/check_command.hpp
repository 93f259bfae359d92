#pragma once
// `khabar check`: validate the configuration.

#include <filesystem>

namespace khabar::cli {

struct CheckOptions {
    std::filesystem::path config;
};

// The process's exit status.
[[nodiscard]] int run_check(const CheckOptions& options);

} // namespace khabar::cli
