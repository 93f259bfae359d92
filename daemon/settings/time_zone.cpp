#include "daemon/settings/time_zone.hpp"

#include "daemon/settings/edit_distance.hpp"
#include "daemon/settings/problem_list.hpp"
#include "parsers/text/ascii.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <vector>

namespace khabar::settings {

namespace {

// Where Debian's tzdata stands; TZDIR moves it, as for the C library.
std::filesystem::path zone_folder() {
    const char* moved = std::getenv("TZDIR");
    return moved != nullptr && *moved != '\0' ? moved : "/usr/share/zoneinfo";
}

// Letters of zone names. No dots: the name becomes a path.
bool is_zone_character(char c) {
    return text::is_letter_or_digit(c) || c == '/' || c == '_' || c == '-' || c == '+';
}

bool is_zone_file(const std::filesystem::path& path) {
    std::error_code error;
    if (!std::filesystem::is_regular_file(path, error)) return false;
    char magic[4] = {};
    std::ifstream(path, std::ios::binary).read(magic, sizeof magic);
    return std::string_view(magic, sizeof magic) == "TZif"; // RFC 8536, section 3.1
}

// Every name that tzdata ships; empty where its source table is not installed.
std::vector<std::string> known_zones() {
    std::vector<std::string> names;
    std::ifstream table(zone_folder() / "tzdata.zi");
    // Lines "Z NAME …" open a zone, "L TARGET NAME" a second name of one (zic(8)).
    for (std::string line; std::getline(table, line);) {
        if (line.starts_with("Z ")) names.push_back(line.substr(2, line.find(' ', 2) - 2));
        if (line.starts_with("L ")) names.push_back(line.substr(line.rfind(' ') + 1));
    }
    return names;
}

} // namespace

std::optional<std::string> time_zone_problem(std::string_view name) {
    const bool clean =
        !name.empty() && name.front() != '/' && std::all_of(name.begin(), name.end(), is_zone_character);
    if (clean && is_zone_file(zone_folder() / name)) return std::nullopt;
    std::string message =
        fmt::format("'time_zone' {} is not known; write an IANA name such as Asia/Damascus", in_quotes(name));
    static const std::vector<std::string> names =
        known_zones(); // once: a file may hold thousands of wrong names
    const std::vector<std::string_view> views(names.begin(), names.end());
    if (const auto best = nearest(name, views)) message += fmt::format("; did you mean '{}'?", *best);
    return message;
}

} // namespace khabar::settings
