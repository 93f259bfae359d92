#include "daemon/cli/input/settings_in_force.hpp"

#include "daemon/settings/load.hpp"

#include <fmt/format.h>

#include <cstdio>

namespace khabar::cli {

std::optional<settings::Settings> settings_in_force(const std::filesystem::path& config) {
    const std::filesystem::path file = config.empty() ? settings::find_file() : config;
    if (file.empty()) return settings::defaults();
    settings::Loaded loaded = settings::load(file);
    for (const settings::Problem& problem : loaded.problems)
        fmt::print(stderr, "{}\n", settings::to_string(problem));
    if (!loaded.problems.empty()) return std::nullopt;
    return std::move(loaded.settings);
}

} // namespace khabar::cli
