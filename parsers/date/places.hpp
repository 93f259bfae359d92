#pragma once
// The clocks of places that datelines name ("بتوقيت دمشق", "heure de Paris"), by rules that fit on a line.
// The time zone database is not asked: a parser reads no files. Where a place's clock followed other rules
// before, it has none here, and the time stays without an offset.

#include <chrono>
#include <cstdint>
#include <optional>

namespace khabar::date {

enum class Place : std::uint8_t {
    damascus, // and Amman: +03:00 since 28 October 2022; from 2012 to then, in winter +02:00
    turkey,   // +03:00 since 7 September 2016
    moscow,   // +03:00 since 26 October 2014
    khartoum, // +02:00 since 1 November 2017
    tehran,   // +03:30 since 21 September 2022
    cairo,    // +02:00; since 2023 +03:00 from the last Friday of April to the last Thursday of October
    beirut,   // +02:00, and +03:00 between Europe's days
    britain,  // Europe's days: the last Sundays of March and October, since 1996
    paris,
    athens,
    new_york, // since 2007: the second Sunday of March, the first of November
    chicago,
    denver,
    los_angeles,
};

// How far the place's clock was from UTC on that day; on the day of a change, the new time.
[[nodiscard]] std::optional<std::chrono::minutes> offset_at(Place place,
                                                            std::chrono::local_days day) noexcept;

} // namespace khabar::date
