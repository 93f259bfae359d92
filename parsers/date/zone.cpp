#include "parsers/date/zone.hpp"

#include "parsers/text/ascii.hpp"

#include <algorithm>
#include <array>

namespace khabar::date {
namespace {

struct NamedZone {
    std::string_view name;
    int minutes;
};

// Sorted by name. RFC 822's own, then those found in feeds that name one offset.
constexpr std::array named_zones = {
    NamedZone{"aedt", 660}, NamedZone{"aest", 600}, NamedZone{"akdt", -480}, NamedZone{"akst", -540},
    NamedZone{"awst", 480}, NamedZone{"bst", 60},   NamedZone{"cat", 120},   NamedZone{"cdt", -300},
    NamedZone{"cest", 120}, NamedZone{"cet", 60},   NamedZone{"cst", -360},  NamedZone{"eat", 180},
    NamedZone{"edt", -240}, NamedZone{"eest", 180}, NamedZone{"eet", 120},   NamedZone{"est", -300},
    NamedZone{"gmt", 0},    NamedZone{"gst", 240},  NamedZone{"hkt", 480},   NamedZone{"hst", -600},
    NamedZone{"ist", 330},  NamedZone{"jst", 540},  NamedZone{"kst", 540},   NamedZone{"mdt", -360},
    NamedZone{"mest", 120}, NamedZone{"met", 60},   NamedZone{"msd", 240},   NamedZone{"msk", 180},
    NamedZone{"mst", -420}, NamedZone{"nzdt", 780}, NamedZone{"nzst", 720},  NamedZone{"pdt", -420},
    NamedZone{"pkt", 300},  NamedZone{"pst", -480}, NamedZone{"sast", 120},  NamedZone{"sgt", 480},
    NamedZone{"trt", 180},  NamedZone{"ut", 0},     NamedZone{"utc", 0},     NamedZone{"wat", 60},
    NamedZone{"west", 60},  NamedZone{"wet", 0},    NamedZone{"wib", 420},   NamedZone{"z", 0},
};

struct NamedClock {
    std::string_view name;
    Place place;
};

// Written all year round, so that the day says which offset is meant.
constexpr std::array named_clocks = {NamedClock{"et", Place::new_york}, NamedClock{"ct", Place::chicago},
                                     NamedClock{"mt", Place::denver}, NamedClock{"pt", Place::los_angeles}};

constexpr int max_zone_hours = 14; // Line Islands, UTC+14

} // namespace

std::optional<std::chrono::minutes> numeric_zone(std::string_view text) noexcept {
    if (text.size() < 2 || (text[0] != '+' && text[0] != '-')) return std::nullopt;
    const bool west = text[0] == '-';
    text.remove_prefix(1);
    std::array<int, 4> digits{};
    std::size_t count = 0;
    std::size_t before_colon = 0;
    for (const char c : text) {
        if (c == ':' && before_colon == 0 && count > 0) {
            before_colon = count;
        } else if (text::is_digit(c) && count < digits.size()) {
            digits[count++] = c - '0';
        } else {
            return std::nullopt;
        }
    }
    const std::size_t hour_digits = before_colon > 0 ? before_colon : count > 2 ? count - 2 : count;
    if (hour_digits == 0 || hour_digits > 2 || (before_colon > 0 && count != before_colon + 2))
        return std::nullopt;
    int hours = 0;
    int minutes = 0;
    for (std::size_t i = 0; i < count; ++i) {
        int& part = i < hour_digits ? hours : minutes;
        part = part * 10 + digits[i];
    }
    if (hours > max_zone_hours || minutes > 59) return std::nullopt;
    const std::chrono::minutes offset{hours * 60 + minutes};
    return west ? -offset : offset;
}

std::optional<std::chrono::minutes> named_zone(std::string_view name) noexcept {
    std::array<char, 5> folded{};
    if (name.empty() || name.size() > folded.size()) return std::nullopt;
    std::transform(name.begin(), name.end(), folded.begin(), text::lower);
    const std::string_view key(folded.data(), name.size());
    const auto* found =
        std::lower_bound(named_zones.begin(), named_zones.end(), key,
                         [](const NamedZone& zone, std::string_view k) { return zone.name < k; });
    if (found != named_zones.end() && found->name == key) return std::chrono::minutes{found->minutes};
    return std::nullopt;
}

std::optional<Place> named_clock(std::string_view name) noexcept {
    const auto* found = std::ranges::find_if(named_clocks, [name](const NamedClock& clock) {
        return text::equals_ignoring_case(clock.name, name);
    });
    return found == named_clocks.end() ? std::nullopt : std::optional(found->place);
}

std::optional<std::chrono::minutes> zone(std::string_view text) noexcept {
    const std::size_t sign = text.find_first_of("+-");
    if (sign == std::string_view::npos) return named_zone(text);
    if (sign == 0) return numeric_zone(text);
    const auto base = named_zone(text.substr(0, sign));
    const auto more = numeric_zone(text.substr(sign));
    if (!base || !more) return std::nullopt;
    return *base + *more;
}

} // namespace khabar::date
