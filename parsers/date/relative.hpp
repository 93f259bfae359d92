#pragma once
// Dates told by their distance: "قبل 3 ساعات", "أمس 10:30 م", "2 hours ago", "il y a 3 jours", "last week",
// "الجمعة الماضي".

#include "parsers/date/date_time.hpp"
#include "parsers/date/phrase.hpp"
#include "parsers/date/time_of_day.hpp"

namespace khabar::date {

// Spans beyond this are stories, not datelines.
inline constexpr int max_years_ago = 200;

// On the clock of `now`. As precise as its unit: hours to the hour, months to the day.
[[nodiscard]] std::optional<DateTime>
find_relative(const Phrase& phrase, const std::optional<TimeOfDay>& time, std::chrono::local_seconds now);

} // namespace khabar::date
