#pragma once
// IP addresses as URLs spell them (WHATWG URL Standard, §3.5).

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace khabar::url {

using Ipv6Pieces = std::array<std::uint16_t, 8>;

// Whether a domain must be an IPv4 address because its last label is a number. `domain` is not empty.
[[nodiscard]] bool ends_in_number(std::string_view domain) noexcept;

// One to four decimal, octal (0…) or hexadecimal (0x…) parts, a dot at the end permitted.
[[nodiscard]] std::optional<std::uint32_t> parse_ipv4(std::string_view text) noexcept;
[[nodiscard]] std::string ipv4_to_string(std::uint32_t address);

// Without the brackets; no zone.
[[nodiscard]] std::optional<Ipv6Pieces> parse_ipv6(std::string_view text) noexcept;
[[nodiscard]] std::string to_string(const Ipv6Pieces& address); // RFC 5952, without brackets

} // namespace khabar::url
