#pragma once
// The special schemes of the WHATWG URL Standard, §4.2.

#include <cstdint>
#include <string_view>

namespace khabar::url {

// 0 where the scheme has none.
[[nodiscard]] constexpr std::uint16_t default_port(std::string_view scheme) noexcept {
    if (scheme == "https" || scheme == "wss") return 443;
    if (scheme == "http" || scheme == "ws") return 80;
    return scheme == "ftp" ? 21 : 0;
}

[[nodiscard]] constexpr bool is_special(std::string_view scheme) noexcept {
    return scheme == "file" || default_port(scheme) != 0;
}

} // namespace khabar::url
