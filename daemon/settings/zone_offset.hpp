#pragma once
// Time zones by the system's tzdata (ICU's copy in Debian 12 is from 2022 and wrong for Cairo).

#include <chrono>
#include <string>

namespace khabar::settings {

// East of UTC at that instant; 0 for a name that is not known (the configuration was checked).
[[nodiscard]] std::chrono::minutes zone_offset(const std::string& iana_name, std::chrono::sys_seconds at);

} // namespace khabar::settings
