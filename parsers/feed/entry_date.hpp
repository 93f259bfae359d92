#pragma once
// Dates of entries. What date::parse() takes, and ISO dates whose fields run over ("2025-06-31",
// "T10:61:30"): generators that add without carrying make them, and they are brought into range as C's
// mktime() would.

#include "parsers/date/date_time.hpp"

#include <optional>
#include <string_view>

namespace khabar::feed {

[[nodiscard]] std::optional<date::DateTime> entry_date(std::string_view text,
                                                       std::optional<std::chrono::minutes> offset);

} // namespace khabar::feed
