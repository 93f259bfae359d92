#pragma once
// `khabar sources`: what each source is doing.

#include <filesystem>
#include <string>

namespace khabar::cli {

struct SourcesOptions {
    std::filesystem::path config;
    std::filesystem::path database;
    std::string id; // empty: all
    bool json = false;
};

// The process's exit status.
[[nodiscard]] int run_sources(const SourcesOptions& options);

} // namespace khabar::cli
