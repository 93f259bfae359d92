#include "parsers/date/rfc822.hpp"

#include "parsers/date/zone.hpp"
#include "parsers/text/ascii.hpp"

#include <array>

namespace khabar::date {
namespace {

constexpr std::array<std::string_view, 12> months = {"january",   "february", "march",    "april",
                                                     "may",       "june",     "july",     "august",
                                                     "september", "october",  "november", "december"};
constexpr std::array<std::string_view, 7> weekdays = {"monday", "tuesday",  "wednesday", "thursday",
                                                      "friday", "saturday", "sunday"};

using text::is_digit;
using text::is_letter;
using text::lower;

// The index of the name that `word` (three letters or more) begins; -1 where there is none.
template <std::size_t N>
int index_of(const std::array<std::string_view, N>& names, std::string_view word) noexcept {
    if (word.size() < 3) return -1;
    for (std::size_t i = 0; i < N; ++i) {
        if (word.size() > names[i].size()) continue;
        std::size_t same = 0;
        while (same < word.size() && lower(word[same]) == names[i][same])
            ++same;
        if (same == word.size()) return static_cast<int>(i);
    }
    return -1;
}

struct Parts {
    int day = 0;
    int month = 0;
    int year = -1;
    std::optional<std::chrono::seconds> time;
    Precision precision = Precision::day;
    std::optional<std::chrono::minutes> offset;
    std::optional<Place> clock; // in place of the offset, until the day is known
};

// RFC 2822 §4.3: 00–49 are this century, 50–99 and three digits the one before.
int full_year(int written, std::size_t digits) noexcept {
    if (digits >= 4) return written;
    if (digits == 3) return 1900 + written;
    return written < 50 ? 2000 + written : 1900 + written;
}

bool take_number(Parts& parts, std::string_view word) noexcept {
    if (word.size() > 4) return false;
    int value = 0;
    for (const char c : word) {
        if (!is_digit(c)) return false;
        value = value * 10 + (c - '0');
    }
    if (word.size() <= 2 && parts.day == 0) {
        parts.day = value;
        return value >= 1 && value <= 31;
    }
    if (parts.year >= 0 || word.size() < 2) return false;
    parts.year = full_year(value, word.size());
    return true;
}

// "8:49", "08:49:37", "08:49:37.5"
bool take_time(Parts& parts, std::string_view word) noexcept {
    if (parts.time) return false;
    std::array<int, 3> fields{};
    std::size_t field = 0;
    std::size_t digits = 0;
    for (std::size_t i = 0; i < word.size(); ++i) {
        if (is_digit(word[i])) {
            if (++digits > 2) return false;
            fields[field] = fields[field] * 10 + (word[i] - '0');
        } else if (word[i] == ':' && digits > 0 && field < 2) {
            ++field;
            digits = 0;
        } else if (word[i] == '.' && field == 2 && digits > 0) {
            break; // a fraction: nothing below a second is kept
        } else {
            return false;
        }
    }
    if (field == 0 || digits == 0 || fields[0] > 23 || fields[1] > 59 || fields[2] > 60) return false;
    parts.time =
        std::chrono::hours{fields[0]} + std::chrono::minutes{fields[1]} + std::chrono::seconds{fields[2]};
    parts.precision = field == 2 ? Precision::second : Precision::minute;
    return true;
}

bool take_name(Parts& parts, std::string_view word) noexcept {
    if (word.back() == '.') word.remove_suffix(1);
    if (word.empty()) return false; // "."
    if (const int month = index_of(months, word); month >= 0 && parts.month == 0) {
        parts.month = month + 1;
        return true;
    }
    if (index_of(weekdays, word) >= 0) return true;
    const bool zone_due = parts.time && !parts.offset && !parts.clock;
    if (const auto offset = zone(word); offset && zone_due) {
        parts.offset = offset;
        return true;
    }
    if (const auto clock = named_clock(word); clock && zone_due) {
        parts.clock = clock;
        return true;
    }
    // RFC 2822 §4.3: the military letters were defined wrongly and say nothing but "about UTC".
    if (word.size() == 1 && is_letter(word[0]) && zone_due) {
        parts.offset = std::chrono::minutes{0};
        return true;
    }
    return word.front() == '(' && word.back() == ')' && parts.time; // a comment: "+0300 (AST)"
}

bool take(Parts& parts, std::string_view word) noexcept {
    if (is_digit(word[0])) {
        return word.find(':') == std::string_view::npos ? take_number(parts, word) : take_time(parts, word);
    }
    if (word[0] == '+' || word[0] == '-') {
        if (!parts.time || parts.offset || parts.clock) return false;
        parts.offset = numeric_zone(word);
        return parts.offset.has_value();
    }
    return take_name(parts, word);
}

bool separates(std::string_view text, std::size_t at, std::size_t word_begin) noexcept {
    const char c = text[at];
    if (c == ' ' || c == ',' || c == '\t' || c == '\n' || c == '\r') return true;
    // A dash ends a word inside "06-Nov-94"; it begins one in "-0500" and belongs to one in "GMT-5".
    if (c != '-' || at == word_begin || at + 1 >= text.size()) return false;
    return is_digit(text[at - 1]) ? is_letter(text[at + 1])
                                  : is_digit(text[at + 1]) && at - word_begin == 3 &&
                                        index_of(months, text.substr(word_begin, 3)) >= 0;
}

} // namespace

std::optional<DateTime> parse_rfc822(std::string_view text) noexcept {
    Parts parts;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = at;
        while (at < text.size() && !separates(text, at, begin))
            ++at;
        if (at > begin && !take(parts, text.substr(begin, at - begin))) return std::nullopt;
        ++at;
    }
    if (parts.day == 0 || parts.month == 0 || parts.year < 0) return std::nullopt;
    const auto day = std::chrono::year{parts.year} / parts.month / parts.day;
    if (!day.ok()) return std::nullopt;
    DateTime result{std::chrono::local_days{day}, parts.offset, parts.precision};
    if (parts.clock) result.offset = offset_at(*parts.clock, std::chrono::local_days{day});
    if (parts.time) result.local += *parts.time;
    return result;
}

} // namespace khabar::date
