#include "daemon/cli/operate/config_command.hpp"

#include "daemon/cli/terminal/exit_status.hpp"
#include "daemon/cli/terminal/output.hpp"
#include "daemon/settings/effective.hpp"
#include "daemon/settings/load.hpp"
#include "daemon/settings/origin.hpp"
#include "daemon/settings/quantity.hpp"
#include "parsers/text/fold.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <utility>

namespace khabar::cli {

namespace {

namespace json = boost::json;

struct Line {
    settings::Setting setting;
    std::string from;
};

std::vector<Line> lines_of(const settings::Settings& settings, settings::Origins& origins) {
    std::vector<Line> lines;
    for (settings::Setting& setting : settings::effective(settings)) {
        std::string from = origins.of(setting.key);
        lines.push_back({std::move(setting), std::move(from)});
    }
    return lines;
}

// Keys that a source may leave to the general settings, and where they are said then.
constexpr std::array<std::pair<std::string_view, std::string_view>, 5> inherited = {
    {{"allow_private", "fetch.allow_private"},
     {"delay", "fetch.delay"},
     {"user_agent", "fetch.user_agent"},
     {"revisit", "fetch.revisit"},
     {"keep", "store.keep"}}};

// What is in force for a source, whoever said it. Private addresses are permitted by either.
std::vector<Line> lines_of(const settings::Settings& all, const settings::Source& source,
                           settings::Origins& origins) {
    std::vector<Line> lines;
    for (settings::Setting& setting : settings::effective(source)) {
        if (setting.key == "allow_private" && !source.allow_private) continue;
        std::string from = origins.of(source, setting.key);
        lines.push_back({std::move(setting), std::move(from)});
    }
    for (settings::Setting& setting : settings::effective(all))
        for (const auto& [key, general] : inherited) {
            const auto own = [&, key = key](const Line& line) { return line.setting.key == key; };
            if (setting.key != general || std::ranges::any_of(lines, own)) continue;
            lines.push_back(
                {{std::string(key), setting.value}, setting.key + ", " + origins.of(setting.key)});
        }
    return lines;
}

std::string as_yaml(std::string_view before, const Line& line) {
    return fmt::format("{}{}: {}  # {}\n", before, line.setting.key, line.setting.value, line.from);
}

void print_settings(const std::vector<Line>& lines) {
    std::string section;
    for (Line line : lines) {
        const std::size_t dot = line.setting.key.find('.');
        const std::string head = dot == std::string::npos ? "" : line.setting.key.substr(0, dot);
        if (head != section && !head.empty()) fmt::print("{}:\n", head);
        section = head;
        line.setting.key.erase(0, dot == std::string::npos ? 0 : dot + 1);
        fmt::print("{}", as_yaml(head.empty() ? "" : "  ", line));
    }
}

void print_source(const std::vector<Line>& lines, const settings::Settings& all,
                  const settings::Source& source) {
    std::string_view before = "  - ";
    for (const Line& line : lines) {
        fmt::print("{}", as_yaml(before, line));
        before = "    ";
    }
    if (!source.interval)
        fmt::print("    # interval: adaptive, from poll.min_interval to poll.max_interval ({} to {})\n",
                   settings::format_duration(all.poll.min_interval),
                   settings::format_duration(all.poll.max_interval));
}

json::array as_json(const std::vector<Line>& lines) {
    json::array array;
    for (const Line& line : lines)
        array.push_back(
            json::object{{"key", line.setting.key}, {"value", line.setting.value}, {"from", line.from}});
    return array;
}

void print_json(const settings::Settings& settings, const std::vector<const settings::Source*>& chosen,
                bool whole) {
    settings::Origins origins(settings);
    json::object object;
    if (whole) object["settings"] = as_json(lines_of(settings, origins));
    json::array sources;
    for (const settings::Source* source : chosen)
        sources.push_back(
            json::object{{"id", source->id}, {"settings", as_json(lines_of(settings, *source, origins))}});
    object["sources"] = std::move(sources);
    print_json_line(object);
}

void print_yaml(const settings::Settings& settings, const std::vector<const settings::Source*>& chosen,
                bool whole) {
    settings::Origins origins(settings);
    if (whole) print_settings(lines_of(settings, origins));
    if (!chosen.empty()) fmt::print("sources:\n");
    for (const settings::Source* source : chosen)
        print_source(lines_of(settings, *source, origins), settings, *source);
}

} // namespace

int run_config_dump(const ConfigDumpOptions& options) {
    const std::filesystem::path file = options.config.empty() ? settings::find_file() : options.config;
    const settings::Loaded loaded =
        file.empty() ? settings::Loaded{settings::defaults(), {}, {}} : settings::load(file);
    for (const settings::Problem& problem : loaded.problems)
        fmt::print(stderr, "{}\n", settings::to_string(problem));
    if (!loaded.problems.empty()) return exit_config;
    std::vector<const settings::Source*> chosen;
    for (const settings::Source& source : loaded.settings.sources)
        if (options.source.empty() || source.id == options.source) chosen.push_back(&source);
    if (!options.source.empty() && chosen.empty()) {
        fmt::print(stderr, "khabar: no source '{}' in {}\n", text::escape_for_log(options.source),
                   file.string());
        return exit_failed;
    }
    (options.json ? print_json : print_yaml)(loaded.settings, chosen, options.source.empty());
    return exit_ok;
}

} // namespace khabar::cli
