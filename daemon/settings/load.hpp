#pragma once
// Reading the configuration. Everything that is wrong is found in one pass; nothing half-right is ever
// returned.

#include "daemon/settings/settings.hpp"

#include <string>
#include <vector>

namespace khabar::settings {

struct Problem {
    std::string file;
    std::uint32_t line = 0; // 1-based; 0 where a whole file is meant
    std::uint32_t column = 0;
    std::string message; // what is wrong and the remedy: "unknown key 'intervall'; did you mean 'interval'?"
};

// "sources.d/arabic.yaml:12:5: unknown key …"
[[nodiscard]] std::string to_string(const Problem& problem);

struct Loaded {
    Settings settings;
    std::vector<Problem> problems; // empty exactly when `settings` may be used
};

// Reads `file` and the sources.d/*.yaml and sites.d/*.yaml beside it, in name order.
[[nodiscard]] Loaded load(const std::filesystem::path& file);

// What runs without any configuration: defaults, no sources, database under $XDG_DATA_HOME or ~/.local/share.
[[nodiscard]] Settings defaults();

// The file to use where none was named: ./khabar.yaml is never taken; $KHABAR_CONFIG, then
// /etc/khabar/khabar.yaml; empty if neither.
[[nodiscard]] std::filesystem::path find_file();

// Every key that the files may hold, sorted: "fetch.delay", "sources[].id", "sites[].drop_lines", "workers".
// Asked of the readers themselves, so that documentation and schema can be checked against it.
[[nodiscard]] std::vector<std::string> key_names();

} // namespace khabar::settings
