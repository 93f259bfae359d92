#include "parsers/date/spoken_clock.hpp"

namespace khabar::date {
namespace {

struct Minutes {
    std::int64_t count = 0;
    std::size_t end = 0;
};

bool is_minute(const Phrase& phrase, std::size_t i) {
    const auto unit = phrase.sense(i, Sense::unit);
    return unit && static_cast<Unit>(*unit) == Unit::minute;
}

// "النصف", "خمس دقائق", "خمس وعشرين دقيقة", "10 دقائق"
std::optional<Minutes> minutes_at(const Phrase& phrase, std::size_t i) {
    constexpr std::int64_t in_an_hour = 60;
    if (const auto part = phrase.sense(i, Sense::part)) return Minutes{*part, i + 1};
    std::int64_t count = 0;
    if (phrase.is_number(i)) {
        count = phrase[i].value;
    } else if (const auto word = phrase.sense(i, Sense::count)) {
        count = *word;
        const auto tens = phrase.sense(i + 1, Sense::count);
        if (tens && *tens >= 20 && count < 10) {
            count += *tens;
            ++i;
        }
    } else {
        return std::nullopt;
    }
    if (!is_minute(phrase, i + 1) || count >= in_an_hour) return std::nullopt;
    return Minutes{count, i + 2};
}

} // namespace

std::optional<SpokenClock> spoken_clock(const Phrase& phrase, std::size_t clock) {
    const auto hour = phrase.sense(clock + 1, Sense::spoken_hour);
    if (!hour) return std::nullopt;
    SpokenClock found{*hour, 0, false, clock + 2};
    while (found.end < phrase.size()) {
        std::size_t i = found.end;
        const bool less = phrase.has(i, Sense::spoken_less);
        if (less || phrase.has(i, Sense::filler)) ++i; // "و" where a space follows it
        const auto more = minutes_at(phrase, i);
        if (!more) break;
        found.minute += less ? -more->count : more->count;
        found.to_the_minute = true;
        found.end = more->end;
    }
    return found;
}

} // namespace khabar::date
