#pragma once
// RFC 822 §5 and RFC 2822 §3.3 dates, RFC 850's ("Sunday, 06-Nov-94 08:49:37 GMT") and asctime's, as feeds
// and HTTP headers write them: English month names in full or short, years of two digits, seconds and zone
// optional, any spacing.

#include "parsers/date/date_time.hpp"

#include <optional>
#include <string_view>

namespace khabar::date {

// The whole text, or nothing. No offset is put in where none is written.
[[nodiscard]] std::optional<DateTime> parse_rfc822(std::string_view text) noexcept;

} // namespace khabar::date
