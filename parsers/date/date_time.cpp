#include "parsers/date/date_time.hpp"

#include <cstdlib>

namespace khabar::date {
namespace {

void append_number(std::string& out, long value, int width) {
    if (value < 0) {
        out += '-';
        value = -value;
    }
    const std::string digits = std::to_string(value);
    for (auto have = static_cast<int>(digits.size()); have < width; ++have)
        out += '0';
    out += digits;
}

void append_date(std::string& out, std::chrono::year_month_day day, Precision precision) {
    append_number(out, int{day.year()}, 4);
    if (precision == Precision::year) return;
    out += '-';
    append_number(out, static_cast<long>(unsigned{day.month()}), 2);
    if (precision == Precision::month) return;
    out += '-';
    append_number(out, static_cast<long>(unsigned{day.day()}), 2);
}

void append_time(std::string& out, std::chrono::seconds since_midnight, Precision precision) {
    const std::chrono::hh_mm_ss time(since_midnight);
    out += 'T';
    append_number(out, time.hours().count(), 2);
    // ISO 8601 allows "T23" alone, but nobody reads it: the minute is written with the hour.
    out += ':';
    append_number(out, time.minutes().count(), 2);
    if (precision < Precision::second) return;
    out += ':';
    append_number(out, time.seconds().count(), 2);
}

void append_offset(std::string& out, std::chrono::minutes offset) {
    if (offset.count() == 0) {
        out += 'Z';
        return;
    }
    out += offset.count() < 0 ? '-' : '+';
    const long minutes = std::abs(offset.count());
    append_number(out, minutes / 60, 2);
    out += ':';
    append_number(out, minutes % 60, 2);
}

} // namespace

std::chrono::sys_seconds DateTime::instant(std::chrono::minutes fallback) const noexcept {
    return std::chrono::sys_seconds{local.time_since_epoch() - offset.value_or(fallback)};
}

std::string to_iso8601(const DateTime& value) {
    const auto day = std::chrono::floor<std::chrono::days>(value.local);
    std::string out;
    append_date(out, std::chrono::year_month_day{day}, value.precision);
    if (value.precision < Precision::hour) return out;
    append_time(out, value.local - day, value.precision);
    if (value.offset) append_offset(out, *value.offset);
    return out;
}

std::string to_iso8601(std::chrono::sys_seconds value) {
    return to_iso8601(DateTime{std::chrono::local_seconds{value.time_since_epoch()}, std::chrono::minutes{0},
                               Precision::second});
}

} // namespace khabar::date
