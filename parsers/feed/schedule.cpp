#include "parsers/feed/schedule.hpp"

#include "parsers/text/ascii.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace khabar::feed {
namespace {

std::optional<long> number(std::string_view text) noexcept {
    long value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end == text.data()) return std::nullopt;
    return value;
}

} // namespace

std::optional<std::chrono::seconds> minutes_of(std::string_view ttl) noexcept {
    constexpr long year = 366 * 24 * 60;
    const auto value = number(ttl);
    if (!value || *value <= 0 || *value > year) return std::nullopt;
    return std::chrono::minutes{*value};
}

void add_skip_hour(std::bitset<24>& hours, std::string_view hour) noexcept {
    const auto value = number(hour);
    if (value && *value >= 0 && *value <= 24) hours.set(static_cast<std::size_t>(*value % 24));
}

void add_skip_day(std::bitset<7>& days, std::string_view day) noexcept {
    constexpr std::array<std::string_view, 7> names = {"sunday",   "monday", "tuesday", "wednesday",
                                                       "thursday", "friday", "saturday"};
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (text::equals_ignoring_case(day, names[i])) days.set(i);
    }
}

void Schedule::set_period(std::string_view name) noexcept {
    using std::chrono::hours;
    if (text::equals_ignoring_case(name, "hourly")) period_ = hours{1};
    if (text::equals_ignoring_case(name, "daily")) period_ = hours{24};
    if (text::equals_ignoring_case(name, "weekly")) period_ = hours{24 * 7};
    if (text::equals_ignoring_case(name, "monthly")) period_ = hours{24 * 30};
    if (text::equals_ignoring_case(name, "yearly")) period_ = hours{24 * 365};
}

void Schedule::set_frequency(std::string_view count) noexcept {
    // More than once a second is no schedule.
    constexpr long most = 3600;
    if (const auto value = number(count); value && *value > 0) frequency_ = std::min(*value, most);
}

std::optional<std::chrono::seconds> Schedule::period() const noexcept {
    if (!period_) return std::nullopt;
    return *period_ / frequency_;
}

} // namespace khabar::feed
