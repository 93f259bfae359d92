#pragma once
// The time in a phrase: "10:30 م", "5.45 ip.", "17h30", "21時40分", "5pm", "الساعة 3 مساءً", "الساعة الثالثة
// والنصف مساءً", and its zone.

#include "parsers/date/date_time.hpp"
#include "parsers/date/phrase.hpp"
#include "parsers/date/places.hpp"

namespace khabar::date {

struct TimeOfDay {
    std::chrono::seconds since_midnight{};
    Precision precision = Precision::minute;
    std::optional<std::chrono::minutes> offset;
    std::optional<Place> place; // whose clock it is on; the offset depends on the day
    bool latin_half = false;    // AM or PM in Latin letters
    bool unpadded = false;      // an hour of one digit
};

struct TimeFound {
    std::optional<TimeOfDay> time;
    bool broken = false; // what looks like a time is none ("25:61"): the text is no date
};

// The first time; its pieces are marked as used.
[[nodiscard]] TimeFound find_time(Phrase& phrase);

} // namespace khabar::date
