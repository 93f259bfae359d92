#pragma once
// `khabar reload`: the running daemon reads its configuration again, and says what came of it.

#include <filesystem>

namespace khabar::cli {

struct ReloadOptions {
    std::filesystem::path config;
    std::filesystem::path database;
    bool json = false;
};

// The process's exit status: exit_config where the configuration is broken (nothing has changed then),
// exit_unavailable where no daemon runs or none answers.
[[nodiscard]] int run_reload(const ReloadOptions& options);

} // namespace khabar::cli
