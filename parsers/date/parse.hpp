#pragma once
// Dates in every dress they wear on the web: RFC 822/2822, ISO 8601 and W3C-DTF, HTTP dates, and what
// newspapers print in the languages of the three word tables. In Arabic: every regional set of month names,
// double names, Arabic-Indic and Persian digits, ص/م, weekdays; Hijri dates beside a Gregorian one, or alone
// with their year (Umm al-Qura, moved by a day where the weekday says so). Jalali dates. Relative forms
// against `now`.
//
// Where two readings are possible, the weekday beside the date decides, and the past is preferred to the
// future (calendar_day.hpp). A legal reference, a phone number or a score is no date. Linear; of longer
// inputs the first 256 bytes are looked at.

#include "parsers/date/date_time.hpp"

#include <optional>
#include <string_view>

namespace khabar::date {

struct Context {
    // Needed for relative forms ("قبل 3 ساعات") and days without a year; also bars future days.
    std::optional<std::chrono::sys_seconds> now;
    // The source's zone, put on a date that names none; on one in Korean Korea's is, which has but one.
    std::optional<std::chrono::minutes> offset;
    // How far after `now` a day may be: what clocks differ by, for an article; more for who asks what a text
    // says ("بعد غد"). A day without its year is never taken to be ahead.
    std::chrono::days ahead{1};
    // The text stands where only a date may stand (a feed's field): ISO 8601's forms without a century,
    // "031231", "03-335", are read, which elsewhere are numbers.
    bool declared = false;
};

// A whole string that is a date, with whatever labels surround it ("تم النشر 13/02/2025", "Published: …").
[[nodiscard]] std::optional<DateTime> parse(std::string_view text, const Context& context = {});

// Is the day told by its distance from now alone ("2 months ago", "last year", "أمس")?
[[nodiscard]] bool is_relative(std::string_view text);

// Is the text made of nothing but numbers, marks and words of dates, in any language ("março de 2024",
// "2024年3月5日")? It need not tell a date: parse() does. The first 256 bytes are looked at.
[[nodiscard]] bool has_only_words_of_dates(std::string_view text);

// The date in a URL's path ("/2025/10/15/", "/20251015-", "/2025-10/15/", "/15-10-2025"), to the day.
[[nodiscard]] std::optional<DateTime> from_url_path(std::string_view path);

} // namespace khabar::date
