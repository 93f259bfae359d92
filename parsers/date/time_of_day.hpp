#pragma once
// The time in a phrase: "10:30 م", "5.45 ip.", "17h30", "21時40分", "5pm", "الساعة 3 مساءً", and its zone.

#include "parsers/date/date_time.hpp"
#include "parsers/date/phrase.hpp"

namespace khabar::date {

struct TimeOfDay {
    std::chrono::seconds since_midnight{};
    Precision precision = Precision::minute;
    std::optional<std::chrono::minutes> offset;
    bool latin_half = false; // AM or PM in Latin letters
    bool unpadded = false;   // an hour of one digit
};

struct TimeFound {
    std::optional<TimeOfDay> time;
    bool broken = false; // what looks like a time is none ("25:61"): the text is no date
};

// The first time; its pieces are marked as used.
[[nodiscard]] TimeFound find_time(Phrase& phrase);

} // namespace khabar::date
