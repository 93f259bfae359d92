#include "daemon/settings/quantity.hpp"

#include "parsers/text/ascii.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <optional>

namespace khabar::settings {

namespace {

struct Unit {
    std::string_view name;
    std::uint64_t value;
};

// Largest first: formatting takes them in this order, and parsing demands it.
constexpr std::array duration_units{Unit{"d", 86'400'000}, Unit{"h", 3'600'000}, Unit{"m", 60'000},
                                    Unit{"s", 1'000}, Unit{"ms", 1}};
constexpr std::array size_units{Unit{"GiB", std::uint64_t{1} << 30},
                                Unit{"GB", 1'000'000'000},
                                Unit{"MiB", std::uint64_t{1} << 20},
                                Unit{"MB", 1'000'000},
                                Unit{"KiB", std::uint64_t{1} << 10},
                                Unit{"kB", 1'000},
                                Unit{"KB", 1'000},
                                Unit{"B", 1}};

constexpr std::uint64_t max_milliseconds = std::uint64_t{3650} * 86'400'000;
constexpr std::uint64_t max_bytes = std::uint64_t{1024} << 30;

// Takes digits off the front; none where there are none or they are out of any range.
std::optional<std::uint64_t> take_number(std::string_view& text) {
    std::uint64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{}) return std::nullopt;
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    return value;
}

std::string_view take_letters(std::string_view& text) {
    const auto end = std::find_if_not(text.begin(), text.end(), text::is_letter);
    const std::string_view letters = text.substr(0, static_cast<std::size_t>(end - text.begin()));
    text.remove_prefix(letters.size());
    return letters;
}

template <std::size_t N>
const Unit* find_unit(const std::array<Unit, N>& units, std::string_view name) {
    const auto at =
        std::find_if(units.begin(), units.end(), [&](const Unit& unit) { return unit.name == name; });
    return at == units.end() ? nullptr : &*at;
}

auto not_a_duration(std::string_view why) {
    return fail(Errc::bad_config, "is no duration: " + std::string(why));
}

auto not_a_size(std::string_view why) {
    return fail(Errc::bad_config, "is no size: " + std::string(why));
}

} // namespace

Result<std::chrono::milliseconds> parse_duration(std::string_view text) {
    constexpr std::string_view shape = "write a number with a unit (ms, s, m, h, d), such as 30s or 1h30m";
    if (text == "0") return std::chrono::milliseconds{0};
    if (text.empty() || !text::is_digit(text.front())) return not_a_duration(shape);
    std::uint64_t total = 0;
    const Unit* last = nullptr;
    while (!text.empty()) {
        const auto number = take_number(text);
        if (!number) return not_a_duration(shape);
        const Unit* unit = find_unit(duration_units, take_letters(text));
        if (unit == nullptr) return not_a_duration(shape);
        if (last != nullptr && unit->value >= last->value)
            return not_a_duration("largest unit first, each once, such as 1h30m");
        last = unit;
        if (*number > max_milliseconds / unit->value) return not_a_duration("ten years is the most");
        total += *number * unit->value;
    }
    if (total > max_milliseconds) return not_a_duration("ten years is the most");
    return std::chrono::milliseconds{static_cast<std::int64_t>(total)};
}

Result<std::size_t> parse_size(std::string_view text) {
    constexpr std::string_view shape =
        "write a number with a unit (B, KiB, MiB, GiB, kB, MB, GB), such as 4MiB";
    if (text == "0") return std::size_t{0};
    const auto number = take_number(text);
    if (!number) return not_a_size(shape);
    if (text.starts_with(' ')) text.remove_prefix(1);
    const Unit* unit = find_unit(size_units, text);
    if (unit == nullptr) return not_a_size(shape);
    if (*number > max_bytes / unit->value) return not_a_size("1024GiB is the most");
    return static_cast<std::size_t>(*number * unit->value);
}

std::string format_duration(std::chrono::milliseconds value) {
    std::string out;
    auto rest = static_cast<std::uint64_t>(std::max<std::int64_t>(0, value.count()));
    for (const Unit& unit : duration_units) {
        if (rest >= unit.value) out.append(std::to_string(rest / unit.value)).append(unit.name);
        rest %= unit.value;
    }
    return out.empty() ? "0s" : out;
}

std::string format_size(std::size_t bytes) {
    for (const Unit& unit : size_units)
        if (bytes >= unit.value && bytes % unit.value == 0)
            return std::to_string(bytes / unit.value).append(unit.name);
    return "0B";
}

} // namespace khabar::settings
