#include "parsers/date/parse.hpp"

#include "parsers/date/calendar_day.hpp"
#include "parsers/date/iso8601.hpp"
#include "parsers/date/relative.hpp"
#include "parsers/date/rfc822.hpp"
#include "parsers/text/ascii.hpp"
#include "parsers/text/utf8.hpp"

namespace khabar::date {
namespace {

// No date is longer; what stands beyond is not looked at.
constexpr std::size_t max_bytes = 256;

// Seconds, milliseconds or microseconds since 1970, as the whole text: only from 2001 on, where they have 10,
// 13 or 16 digits and begin with 1; and negative ones.
std::optional<DateTime> parse_timestamp(std::string_view text) {
    const bool negative = text.starts_with('-');
    if (negative) text.remove_prefix(1);
    const bool usual = text.size() == 10 || text.size() == 13 || text.size() == 16;
    if (!usual || text.find_first_not_of("0123456789") != std::string_view::npos || text[0] != '1')
        return std::nullopt;
    std::int64_t value = 0;
    for (const char c : text.substr(0, 10))
        value = value * 10 + (c - '0');
    // What is cut off below a second counts downwards.
    if (negative)
        value =
            -value - (text.size() > 10 && text.find_first_not_of('0', 10) != std::string_view::npos ? 1 : 0);
    return DateTime{std::chrono::local_seconds{std::chrono::seconds{value}}, std::chrono::minutes{0},
                    Precision::second};
}

// "منذ أكتوبر 2023", "قبل 7/10/2023": a time that something lasts since, or was over before.
bool is_bound(const Phrase& phrase) {
    for (std::size_t i = 0; i < phrase.size(); ++i) {
        const bool arabic = phrase[i].word == "منذ" || phrase[i].word == "قبل";
        if (!arabic || !phrase.has(i, Sense::ago)) continue;
        const std::size_t next = phrase.next(i);
        if (next == Phrase::npos) continue;
        if (phrase.has(next, Sense::month) || phrase.has(next, Sense::hijri_month)) return true;
        const bool dated = phrase.has(next + 1, Sense::month) || phrase.is_mark(next + 1, '/') ||
                           phrase.is_mark(next + 1, '-');
        if (phrase.is_number(next) && dated) return true;
    }
    return false;
}

// The Gregorian calendar begins in 1583 (ISO 8601 leaves the years before to private agreement); a year like
// 1447 is of another one.
bool is_gregorian(const DateTime& date) {
    constexpr std::chrono::local_days first{std::chrono::year{1583} / 1 / 1};
    return date.local >= first;
}

// Korean is printed on one clock; feeds of Korean portals name no zone.
constexpr std::chrono::minutes korea{9 * 60};

bool is_korean(std::string_view utf8) {
    for (std::size_t at = 0; at < utf8.size();) {
        const char32_t c = text::next_code_point(utf8, at);
        if (c >= 0xAC00 && c <= 0xD7A3) return true; // Hangul syllables
    }
    return false;
}

std::optional<DateTime> parse_printed(std::string_view text, const Context& context) {
    Phrase phrase(text);
    const TimeFound found = find_time(phrase);
    if (found.broken) return std::nullopt;
    std::optional<TimeOfDay> time = found.time;
    if (time && time->place && context.now)
        time->offset = offset_at(
            *time->place,
            std::chrono::local_days{std::chrono::floor<std::chrono::days>(*context.now).time_since_epoch()});
    std::optional<std::chrono::local_seconds> now;
    if (context.now) {
        const auto offset =
            (time ? time->offset : std::nullopt).value_or(context.offset.value_or(std::chrono::minutes{}));
        now = std::chrono::local_seconds{context.now->time_since_epoch() + offset};
    }
    const auto today = now ? std::optional(std::chrono::floor<std::chrono::days>(*now)) : std::nullopt;
    auto day = find_day(phrase, time, today);
    if (!day && now) {
        if (const auto relative = find_relative(phrase, time, *now)) return relative;
        day = find_day_of_year(phrase, time, *today);
    }
    if (!day || is_bound(phrase)) return std::nullopt;
    if (time && time->place) time->offset = offset_at(*time->place, day->day);
    DateTime result{day->day, std::nullopt, day->precision};
    if (time && day->precision == Precision::day) {
        result.local += time->since_midnight;
        result.precision = time->precision;
        result.offset = time->offset;
    }
    if (!result.offset && result.precision >= Precision::hour && is_korean(text)) result.offset = korea;
    return result;
}

bool is_future(const DateTime& date, const Context& context) {
    return context.now &&
           date.instant(context.offset.value_or(std::chrono::minutes{})) > *context.now + context.ahead;
}

} // namespace

std::optional<DateTime> parse(std::string_view text, const Context& context) {
    text = text::trim(text::prefix(text::trim(text), max_bytes));
    if (text.empty()) return std::nullopt;
    std::optional<DateTime> found = parse_iso8601(text);
    if (found && found->precision >= Precision::day && !is_gregorian(*found))
        found.reset();
    else if (!found && is_iso8601_shaped(text))
        return std::nullopt;
    if (!found) found = parse_rfc822(text);
    if (!found) found = parse_timestamp(text);
    if (!found) found = parse_printed(text, context);
    if (!found && context.declared) {
        found = parse_truncated_iso8601(text);
        if (found && !is_gregorian(*found)) return std::nullopt;
    }
    if (!found || is_future(*found, context)) return std::nullopt;
    if (!found->offset && found->precision >= Precision::hour) found->offset = context.offset;
    return found;
}

bool is_relative(std::string_view text) {
    text = text::trim(text::prefix(text, max_bytes));
    Phrase phrase(text);
    const TimeFound found = find_time(phrase);
    if (found.broken || find_day(phrase, found.time, std::nullopt)) return false;
    constexpr std::chrono::local_days any_day{std::chrono::year{2000} / 6 / 15};
    return find_relative(phrase, found.time, any_day).has_value();
}

bool has_only_words_of_dates(std::string_view text) {
    const Phrase phrase(text::trim(text::prefix(text, max_bytes)));
    for (std::size_t i = 0; i < phrase.size(); ++i)
        if (phrase[i].is_word() &&
            (phrase.words(i).empty() || phrase.has(i, Sense::legal) || phrase.has(i, Sense::place)))
            return false;
    return phrase.size() > 0;
}

} // namespace khabar::date
