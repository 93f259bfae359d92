#pragma once
// `khabar config dump`: the settings in force, defaults filled in, and where each comes from.

#include <filesystem>
#include <string>

namespace khabar::cli {

struct ConfigDumpOptions {
    std::filesystem::path config;
    std::string source; // empty: all there is
    bool json = false;
};

// The process's exit status. What is printed is YAML that khabar reads, but for secrets, which are never
// shown.
[[nodiscard]] int run_config_dump(const ConfigDumpOptions& options);

} // namespace khabar::cli
