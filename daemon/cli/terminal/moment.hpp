#pragma once
// Moments and lengths of time as the commands print them.

#include "daemon/store/time.hpp"
#include "parsers/date/date_time.hpp"

#include <boost/json/value.hpp>

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace khabar::cli {

// Of the wall clock, to the second.
[[nodiscard]] store::Time current_time();

// "45 s", "12 min", "3 h", "5 d": the largest unit, rounded to the nearest.
[[nodiscard]] std::string about(std::chrono::seconds length);

// "in 12 min", "3 h ago", "now"; "never" where there is none.
[[nodiscard]] std::string relative(const std::optional<store::Time>& moment, store::Time now);

// "2025-10-15 20:44:00Z"; "2025-10-15 20:44", for tables.
[[nodiscard]] std::string absolute(store::Time moment);
[[nodiscard]] std::string to_the_minute(store::Time moment);

// "2025-10-15T20:44:00Z", or null.
[[nodiscard]] boost::json::value moment_json(const std::optional<store::Time>& moment);
// "2025-10-15", "2025-10-15T23:44+03:00": no more than was stated; or null.
[[nodiscard]] boost::json::value date_json(const std::optional<date::DateTime>& date);

// What a person means by "2025-10-15", "2025-10-15T20:44Z", or a length of time back from now ("36h", "7d");
// UTC where no zone is named. None where it is neither.
[[nodiscard]] std::optional<store::Time> moment_from(std::string_view text, store::Time now);
[[nodiscard]] std::optional<store::Time> moment_from(std::string_view text); // against the clock

// Says so on standard error; exit_usage.
[[nodiscard]] int bad_moment(std::string_view option, std::string_view text);

} // namespace khabar::cli
