#pragma once
// ISO 8601 and W3C-DTF (https://www.w3.org/TR/NOTE-datetime), and the small liberties feeds take with them: a
// space for the "T", a zone by name, "24:00", fractions of any length, "20251015", "20251015093015", the
// ordinal "2025-288".

#include "parsers/date/date_time.hpp"

#include <optional>
#include <string_view>

namespace khabar::date {

// The whole text, or nothing. No offset is put in where none is written.
[[nodiscard]] std::optional<DateTime> parse_iso8601(std::string_view text) noexcept;

// Has the form yyyy-mm-ddT…: then it is a broken date if parse_iso8601 refuses it, and no other reading
// should be tried.
[[nodiscard]] bool is_iso8601_shaped(std::string_view text) noexcept;

} // namespace khabar::date
