#include "daemon/cli/input/settings_in_force.hpp"

#include "daemon/settings/load.hpp"
#include "daemon/settings/read_secrets.hpp"

#include <fmt/format.h>

#include <cstdio>

namespace khabar::cli {

namespace {

void print(const std::vector<settings::Problem>& problems) {
    for (const settings::Problem& problem : problems)
        fmt::print(stderr, "{}\n", settings::to_string(problem));
}

} // namespace

std::optional<settings::Settings> settings_in_force(const std::filesystem::path& config) {
    const std::filesystem::path file = config.empty() ? settings::find_file() : config;
    if (file.empty()) return settings::defaults();
    settings::Loaded loaded = settings::load(file);
    print(loaded.problems);
    if (!loaded.problems.empty()) return std::nullopt;
    return std::move(loaded.settings);
}

bool secrets_at_hand(const settings::Settings& settings, const settings::Source* source) {
    const std::filesystem::path folder = settings.file.parent_path();
    const auto proxy = settings::unreadable_secrets(settings.fetch, folder);
    print(proxy);
    if (source == nullptr) return proxy.empty();
    const auto own = settings::unreadable_secrets(*source, folder);
    print(own);
    return proxy.empty() && own.empty();
}

} // namespace khabar::cli
