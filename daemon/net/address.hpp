#pragma once
// The SSRF gate: which resolved addresses a request may be sent to. Decided on the bytes a socket is about to
// connect to, so no spelling of a host name or address, and no DNS answer, gets around it.

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace khabar::net {

// An IPv4 (first 4 bytes) or IPv6 address in network order.
struct Address {
    bool v6 = false;
    std::array<std::uint8_t, 16> bytes{};

    friend bool operator==(const Address&, const Address&) = default;
};

// Public means globally reachable unicast by IANA's special-purpose registries (RFC 6890 and its updates).
// IPv4 addresses inside IPv6 ones (mapped, compatible, NAT64, 6to4, Teredo) are judged by what is inside.
[[nodiscard]] bool is_public(const Address& address) noexcept;

[[nodiscard]] std::string to_string(const Address& address);

// "192.0.2.1", "2001:db8::1" or "[2001:db8::1]", as a normalised URL spells its host; none for a name.
[[nodiscard]] std::optional<Address> address_from_literal(std::string_view host);

} // namespace khabar::net
