#pragma once
// The two other calendars dates are printed in.

#include <chrono>
#include <optional>

namespace khabar::date {

// Hijri by the Umm al-Qura calendar of Saudi Arabia, years 1390–1499 (1970–2076). Elsewhere a month may have
// begun a day earlier or later, as the moon was seen. None for days that are not in it; the 30th of a month
// of 29 days is the day after, as it was where the moon was seen later.
[[nodiscard]] std::optional<std::chrono::local_days> from_hijri(int year, int month, int day) noexcept;

// The solar Hijri calendar of Iran and Afghanistan, years 1206–1497, by the 33-year rule, which agrees with
// the astronomical one over these years.
[[nodiscard]] std::optional<std::chrono::local_days> from_jalali(int year, int month, int day) noexcept;

} // namespace khabar::date
