#include "daemon/settings/zone_offset.hpp"

#include <date/tz.h>

#include <stdexcept>

namespace khabar::settings {

std::chrono::minutes zone_offset(const std::string& iana_name, std::chrono::sys_seconds at) {
    if (iana_name.empty() || iana_name == "UTC") return {};
    try {
        const auto info = ::date::locate_zone(iana_name)->get_info(at);
        return std::chrono::duration_cast<std::chrono::minutes>(info.offset);
    } catch (const std::runtime_error&) {
        return {};
    }
}

} // namespace khabar::settings
