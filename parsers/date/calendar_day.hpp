#pragma once
// The day in a phrase, where it is named and not relative: by month name, by numbers, by 年月日, Hijri or
// Jalali.
//
//   12 10 2025   Which is the month? A number over 12 decides; then the weekday beside it; then American
//   looks
//                ("10/9/2014 3:07 PM": slashes, a Latin PM, no padding); then the reading that is not in the
//                future; and day first otherwise, as most of the world writes.

#include "parsers/date/parse.hpp"
#include "parsers/date/phrase.hpp"
#include "parsers/date/time_of_day.hpp"

namespace khabar::date {

struct DayFound {
    std::chrono::local_days day{};
    Precision precision = Precision::day; // or month
};

// `today` is on the clock the date is read on. The pieces of `time` are already used.
[[nodiscard]] std::optional<DayFound> find_day(const Phrase& phrase, const std::optional<TimeOfDay>& time,
                                               std::optional<std::chrono::local_days> today);

// "15 أكتوبر": the latest such day up to tomorrow, and such a weekday where one is named. Only where hardly
// anything else is said.
[[nodiscard]] std::optional<DayFound>
find_day_of_year(const Phrase& phrase, const std::optional<TimeOfDay>& time, std::chrono::local_days today);

} // namespace khabar::date
