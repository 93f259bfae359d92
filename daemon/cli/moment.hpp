#pragma once
// Moments and lengths of time as the commands print them.

#include "daemon/store/time.hpp"

#include <boost/json/value.hpp>

#include <chrono>
#include <optional>
#include <string>

namespace khabar::cli {

// "45 s", "12 min", "3 h", "5 d": the largest unit, rounded to the nearest.
[[nodiscard]] std::string about(std::chrono::seconds length);

// "in 12 min", "3 h ago", "now"; "never" where there is none.
[[nodiscard]] std::string relative(const std::optional<store::Time>& moment, store::Time now);

// "2025-10-15 20:44:00Z".
[[nodiscard]] std::string absolute(store::Time moment);

// "2025-10-15T20:44:00Z", or null.
[[nodiscard]] boost::json::value moment_json(const std::optional<store::Time>& moment);

} // namespace khabar::cli
