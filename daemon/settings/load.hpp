#pragma once
// Reading the configuration. Everything that is wrong is found in one pass; nothing half-right is ever
// returned.

#include "daemon/settings/problem.hpp"
#include "daemon/settings/settings.hpp"

#include <map>
#include <string>
#include <vector>

namespace khabar::settings {

struct Loaded {
    Settings settings;
    std::vector<Problem> problems; // empty exactly when `settings` may be used
    std::vector<Problem> warnings; // what works, and is better mended
};

struct LoadOptions {
    // A secret that cannot be had is a problem: for whoever will send it. Else it is a warning, for a
    // credential is only there inside the unit.
    bool secrets = false;
    // Files as they are to be, by name: whether the whole would still load with them.
    std::map<std::filesystem::path, std::string> instead;
};

// Reads `file` and the sources.d/*.yaml and sites.d/*.yaml beside it, in name order. A relative database path
// is meant from the folder of `file`.
[[nodiscard]] Loaded load(const std::filesystem::path& file, const LoadOptions& options = {});

struct LoadedSites {
    std::vector<article::SiteRule> sites;
    std::vector<Problem> problems; // empty exactly when `sites` may be used
};

// One file of site rules, as it would stand in sites.d, by itself.
[[nodiscard]] LoadedSites load_sites(const std::filesystem::path& file);

// What runs without any configuration: defaults, no sources, database under $XDG_DATA_HOME or ~/.local/share.
[[nodiscard]] Settings defaults();

// The file to use where none was named: ./khabar.yaml is never taken; $KHABAR_CONFIG, then
// /etc/khabar/khabar.yaml; empty if neither.
[[nodiscard]] std::filesystem::path find_file();

// Every key that the files may hold, sorted: "fetch.delay", "sources[].id", "sites[].drop_lines", "workers".
// Asked of the readers themselves, so that documentation and schema can be checked against it.
[[nodiscard]] std::vector<std::string> key_names();

} // namespace khabar::settings
