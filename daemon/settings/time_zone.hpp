#pragma once
// Names of time zones, checked against the system's tzdata.

#include <optional>
#include <string>
#include <string_view>

namespace khabar::settings {

// None where `name` is an IANA zone that this system knows; otherwise the message for a person. Reads
// /usr/share/zoneinfo.
[[nodiscard]] std::optional<std::string> time_zone_problem(std::string_view name);

} // namespace khabar::settings
