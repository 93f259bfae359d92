#pragma once
// A date as a page states it: civil time, with an offset only where one was given. Never invents precision.

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>

namespace khabar::date {

enum class Precision : std::uint8_t { year, month, day, hour, minute, second };

struct DateTime {
    std::chrono::local_seconds local{};         // the time on the page's clock
    std::optional<std::chrono::minutes> offset; // east of UTC; none where unknown
    Precision precision = Precision::second;

    // The instant, taking `fallback` where no offset is known.
    [[nodiscard]] std::chrono::sys_seconds instant(std::chrono::minutes fallback = {}) const noexcept;

    friend bool operator==(const DateTime&, const DateTime&) = default;
};

// ISO 8601 with as much as is known: "2025-10-15", "2025-10-15T23:44", "2025-10-15T23:44:00+03:00", "…Z" for
// offset 0.
[[nodiscard]] std::string to_iso8601(const DateTime& value);

// The instant in UTC: "2025-10-15T20:44:00Z".
[[nodiscard]] std::string to_iso8601(std::chrono::sys_seconds value);

} // namespace khabar::date
