#include "daemon/cli/operate/check_command.hpp"

#include "daemon/cli/terminal/exit_status.hpp"
#include "daemon/settings/load.hpp"

#include <fmt/format.h>

#include <cstdio>
#include <string>

namespace khabar::cli {

namespace {

std::string counted(std::size_t count, std::string_view one, std::string_view many) {
    return fmt::format("{} {}", count, count == 1 ? one : many);
}

settings::Problem as_warning(settings::Problem problem) {
    problem.message.insert(0, "warning: ");
    return problem;
}

int missing(const std::filesystem::path& file) {
    if (file.empty())
        fmt::print(
            stderr,
            "khabar: no configuration: name a file, set KHABAR_CONFIG or create /etc/khabar/khabar.yaml\n");
    else
        fmt::print(stderr, "khabar: {}: no such file\n", file.string());
    return exit_no_input;
}

} // namespace

int run_check(const CheckOptions& options) {
    const std::filesystem::path file = options.config.empty() ? settings::find_file() : options.config;
    std::error_code error;
    if (file.empty() || !std::filesystem::exists(file, error)) return missing(file);
    const settings::Loaded loaded = settings::load(file);
    for (const settings::Problem& warning : loaded.warnings)
        fmt::print("{}\n", settings::to_string(as_warning(warning)));
    if (loaded.problems.empty()) {
        fmt::print("ok: {}, {}{}\n", counted(loaded.settings.sources.size(), "source", "sources"),
                   counted(loaded.settings.sites.size(), "site rule", "site rules"),
                   loaded.warnings.empty() ? ""
                                           : ", " + counted(loaded.warnings.size(), "warning", "warnings"));
        return exit_ok;
    }
    for (const settings::Problem& problem : loaded.problems)
        fmt::print("{}\n", settings::to_string(problem));
    fmt::print("{}\n", counted(loaded.problems.size(), "problem", "problems"));
    return exit_config;
}

} // namespace khabar::cli
