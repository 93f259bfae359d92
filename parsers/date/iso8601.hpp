#pragma once
// ISO 8601 and W3C-DTF (https://www.w3.org/TR/NOTE-datetime), and the small liberties feeds take with them: a
// space for the "T", a zone by name, "24:00", fractions of any length, "20251015", "20251015093015", the
// ordinal "2025-288". RFC 9557's "[Asia/Riyadh]" after the zone is passed over.

#include "parsers/date/date_time.hpp"

#include <optional>
#include <string_view>

namespace khabar::date {

// The whole text, or nothing. No offset is put in where none is written.
[[nodiscard]] std::optional<DateTime> parse_iso8601(std::string_view text) noexcept;

// The forms without a century that ISO 8601:1988 had and 2004 took away, "031231", "03-12-31", "03335",
// "03-335", and "2003335". To anyone who does not expect a date they are numbers.
[[nodiscard]] std::optional<DateTime> parse_truncated_iso8601(std::string_view text) noexcept;

// Has the form yyyy-mm-ddT…: then it is a broken date if parse_iso8601 refuses it, and no other reading
// should be tried.
[[nodiscard]] bool is_iso8601_shaped(std::string_view text) noexcept;

} // namespace khabar::date
