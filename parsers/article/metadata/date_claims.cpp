#include "parsers/article/metadata/date_claims.hpp"

#include "parsers/text/ascii.hpp"
#include "parsers/text/utf8.hpp"

namespace khabar::article {
namespace {

using namespace std::chrono;

// A page written in a zone ahead of the reader's clock is not from the future.
constexpr hours zone_slack{26};
constexpr sys_days oldest = year{1990} / 1 / 1;
// "a month ago", "last year": beyond this a distance in words names no day.
constexpr days farthest_relative{7};
constexpr std::size_t max_text_bytes = 256;
constexpr std::size_t max_habit_bytes = 120;
constexpr std::size_t max_habit_marks = 60; // elements looked at
// The reading that the page's habit speaks against.
constexpr double other_reading = 0.3;
constexpr unsigned months = 12;

using text::is_digit;

// A day and a month in one or two digits each, with a slash between and before the year of four: "3/4/2025".
struct TwoNumbers {
    std::size_t begin = 0, middle = 0, end = 0; // of the first, of the second, behind it
    unsigned first = 0, second = 0;
};

std::optional<TwoNumbers> find_two_numbers(std::string_view text) {
    const auto number = [&](std::size_t& at) {
        unsigned value = 0;
        const std::size_t begin = at;
        while (at < text.size() && at < begin + 2 && is_digit(text[at]))
            value = value * 10 + static_cast<unsigned>(text[at++] - '0');
        return value;
    };
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (!is_digit(text[i]) || (i > 0 && (is_digit(text[i - 1]) || text[i - 1] == '/'))) continue;
        std::size_t at = i;
        TwoNumbers found;
        found.begin = i;
        found.first = number(at);
        if (at >= text.size() || text[at] != '/') continue;
        found.middle = ++at;
        found.second = number(at);
        found.end = at;
        const bool year = at + 4 < text.size() && text[at] == '/' && is_digit(text[at + 1]) &&
                          is_digit(text[at + 2]) && is_digit(text[at + 3]) && is_digit(text[at + 4]);
        if (year && found.first > 0 && found.second > 0) return found;
    }
    return std::nullopt;
}

// Does the page write the month first? Where its dates tell, they do; else an American page does.
bool writes_month_first(const PageFacts& facts) {
    std::size_t month_first = 0, day_first = 0, looked_at = 0;
    for (const auto id : facts.date_marks) {
        if (++looked_at > max_habit_marks) break;
        const auto found = find_two_numbers(facts.shown(id, max_habit_bytes));
        if (!found) continue;
        month_first += found->first <= months && found->second > months;
        day_first += found->first > months && found->second <= months;
    }
    if (month_first + day_first > 0) return month_first > day_first;
    return facts.page().attribute(facts.page().root(), "lang") == "en-US";
}

// The other reading of a day and month in numbers, where both can be either.
std::optional<date::DateTime> read_otherwise(std::string_view text, const date::Context& context) {
    const auto found = find_two_numbers(text);
    if (!found || found->first > months || found->second > months || found->first == found->second)
        return std::nullopt;
    std::string turned(text.substr(0, found->begin));
    turned += text.substr(found->middle, found->end - found->middle);
    turned += '/';
    turned += text.substr(found->begin, found->middle - 1 - found->begin);
    turned += text.substr(found->end);
    return date::parse(turned, context);
}

} // namespace

DateClaims::DateClaims(const DateWitnesses& witnesses)
    : trace_(witnesses.trace),
      context_(witnesses.context),
      month_first_(writes_month_first(witnesses.facts)) {}

std::vector<DateClaim>& DateClaims::of(Field field) noexcept {
    return field == Field::updated ? updated_ : published_;
}

std::string_view DateClaims::why_refused(const date::DateTime& when) const {
    if (when.precision < date::Precision::day) return "names no day";
    const auto instant = when.instant();
    if (instant < oldest) return "before 1990";
    if (context_.now && instant > *context_.now + zone_slack) return "in the future";
    return {};
}

void DateClaims::hear(Field field, const date::DateTime& when, double trust, bool shown) {
    const auto refused = why_refused(when);
    if (trace_ != nullptr) trace_->hear(field, origin_, date::to_iso8601(when), trust, refused);
    if (refused.empty()) of(field).push_back({when, trust, shown});
}

void DateClaims::hear(Field field, std::string_view text, double trust) {
    if (text.empty()) return;
    text = text::prefix(text, max_text_bytes);
    const auto when = date::parse(text, context_);
    if (!when) {
        if (trace_ != nullptr)
            trace_->hear(field, origin_, text, trust,
                         date::parse(text) ? "in the future" : "reads as no date");
        return;
    }
    const auto other = read_otherwise(text, context_);
    const bool turned = other && month_first_;
    hear(field, *when, turned ? trust * other_reading : trust);
    if (other) hear(field, *other, turned ? trust : trust * other_reading);
}

std::optional<date::DateTime> DateClaims::believable(std::optional<date::DateTime> when,
                                                     std::string_view text) const {
    const bool far = when && context_.now && when->instant() + farthest_relative < *context_.now;
    if (far && date::is_relative(text)) return std::nullopt;
    if (when && month_first_)
        if (const auto other = read_otherwise(text, context_)) return other;
    return when;
}

std::optional<date::DateTime> DateClaims::read(std::string_view text) const {
    return believable(date::parse(text, context_), text);
}

} // namespace khabar::article
