#include "daemon/net/address.hpp"

#include <arpa/inet.h>

#include <cstddef>
#include <optional>

namespace khabar::net {
namespace {

struct Prefix {
    std::array<std::uint8_t, 16> bytes;
    unsigned bits;
};

bool within(const std::uint8_t* bytes, const Prefix& prefix) noexcept {
    const unsigned whole = prefix.bits / 8;
    for (unsigned i = 0; i < whole; ++i)
        if (bytes[i] != prefix.bytes[i]) return false;
    const unsigned rest = prefix.bits % 8;
    if (rest == 0) return true;
    const auto mask = static_cast<std::uint8_t>(0xff << (8 - rest));
    return (bytes[whole] & mask) == (prefix.bytes[whole] & mask);
}

// IANA IPv4 Special-Purpose Address Registry, without the globally reachable entries.
constexpr Prefix refused_v4[] = {
    {{0}, 8},             // this network
    {{10}, 8},            // private
    {{100, 64}, 10},      // carrier NAT
    {{127}, 8},           // loopback
    {{169, 254}, 16},     // link local, cloud metadata
    {{172, 16}, 12},      // private
    {{192, 0, 0}, 24},    // IETF protocol assignments
    {{192, 0, 2}, 24},    // documentation
    {{192, 88, 99}, 24},  // 6to4 relays, deprecated
    {{192, 168}, 16},     // private
    {{198, 18}, 15},      // benchmarking
    {{198, 51, 100}, 24}, // documentation
    {{203, 0, 113}, 24},  // documentation
    {{224}, 3},           // multicast, reserved, broadcast
};

// IPv6 addresses that carry an IPv4 address, and where in them it is.
struct Carrier {
    Prefix prefix;
    std::size_t offset;
    std::uint8_t mask; // Teredo keeps it inverted
};
constexpr Carrier carriers[] = {
    {{{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff}, 96}, 12, 0x00}, // ::ffff:0:0/96 mapped
    {{{0}, 96}, 12, 0x00},                                        // ::/96 compatible, also :: and ::1
    {{{0x00, 0x64, 0xff, 0x9b}, 96}, 12, 0x00},                   // 64:ff9b::/96 NAT64
    {{{0x20, 0x02}, 16}, 2, 0x00},                                // 2002::/16 6to4
    {{{0x20, 0x01, 0x00, 0x00}, 32}, 12, 0xff},                   // 2001::/32 Teredo
};

// Inside 2000::/3 yet not reachable: the IANA IPv6 Special-Purpose Address Registry.
constexpr Prefix global_unicast = {{0x20}, 3};
constexpr Prefix refused_v6[] = {
    {{0x20, 0x01, 0x00, 0x00}, 23}, // 2001::/23 IETF protocol assignments
    {{0x20, 0x01, 0x0d, 0xb8}, 32}, // 2001:db8::/32 documentation
    {{0x3f, 0xff}, 20},             // 3fff::/20 documentation
};

bool is_public_v4(const std::uint8_t* bytes) noexcept {
    for (const Prefix& prefix : refused_v4)
        if (within(bytes, prefix)) return false;
    return true;
}

std::optional<std::array<std::uint8_t, 4>> carried_v4(const Address& address) noexcept {
    for (const Carrier& carrier : carriers) {
        if (!within(address.bytes.data(), carrier.prefix)) continue;
        std::array<std::uint8_t, 4> inner{};
        for (std::size_t i = 0; i < inner.size(); ++i)
            inner[i] = static_cast<std::uint8_t>(address.bytes[carrier.offset + i] ^ carrier.mask);
        return inner;
    }
    return std::nullopt;
}

bool is_public_v6(const Address& address) noexcept {
    if (const auto inner = carried_v4(address)) return is_public_v4(inner->data());
    if (!within(address.bytes.data(), global_unicast)) return false;
    for (const Prefix& prefix : refused_v6)
        if (within(address.bytes.data(), prefix)) return false;
    return true;
}

} // namespace

bool is_public(const Address& address) noexcept {
    return address.v6 ? is_public_v6(address) : is_public_v4(address.bytes.data());
}

std::string to_string(const Address& address) {
    char text[INET6_ADDRSTRLEN] = {};
    ::inet_ntop(address.v6 ? AF_INET6 : AF_INET, address.bytes.data(), text, sizeof text);
    return text;
}

std::optional<Address> address_from_literal(std::string_view host) {
    if (host.size() >= 2 && host.front() == '[' && host.back() == ']') host = host.substr(1, host.size() - 2);
    const std::string text(host);
    Address address;
    if (::inet_pton(AF_INET, text.c_str(), address.bytes.data()) == 1) return address;
    address.v6 = true;
    if (::inet_pton(AF_INET6, text.c_str(), address.bytes.data()) == 1) return address;
    return std::nullopt;
}

} // namespace khabar::net
