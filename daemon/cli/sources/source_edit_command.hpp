#pragma once
// `khabar sources add` and `khabar sources remove`: the lists in sources.d, edited so that comments stay.

#include <filesystem>
#include <string>
#include <vector>

namespace khabar::cli {

struct SourceAddOptions {
    std::filesystem::path config;
    std::vector<std::string> urls;
    std::string id, name; // only with one address; an empty id is made from the address
    std::vector<std::string> tags;
    std::filesystem::path file; // empty: sources.d/local.yaml beside the configuration
    bool no_reload = false;
};

struct SourceRemoveOptions {
    std::filesystem::path config;
    std::vector<std::string> ids;
    bool no_reload = false;
};

// The process's exit status. All or none; a running daemon then takes the change (reload_command.hpp). What a
// removed source has brought stays in the archive.
[[nodiscard]] int run_source_add(const SourceAddOptions& options);
[[nodiscard]] int run_source_remove(const SourceRemoveOptions& options);

} // namespace khabar::cli
