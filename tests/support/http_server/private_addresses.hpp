#pragma once
// Spellings of addresses that a stranger's redirect must never reach: this machine in every notation that the
// WHATWG URL standard or a resolver reads as an IPv4 or IPv6 address, and one of each private network.

#include <array>
#include <string_view>

namespace khabar::test {

inline constexpr std::array<std::string_view, 33> private_addresses{
    "127.0.0.1",
    "127.1",
    "127.0.1",
    "127.255.255.254",
    "2130706433",
    "0x7f000001",
    "0x7f.1",
    "0177.0.0.1",
    "017700000001",
    "0x7F.0x0.0x0.0x1",
    "0",
    "0.0.0.0",
    "127.0.0.1.",
    "%31%32%37.0.0.1",
    "１２７.0.0.1",
    "127。0。0。1",
    "[::1]",
    "[::]",
    "[0:0:0:0:0:0:0:1]",
    "[::ffff:127.0.0.1]",
    "[::ffff:7f00:1]",
    "[::127.0.0.1]",
    "[64:ff9b::7f00:1]",
    "[2002:7f00:1::]",
    "[::ffff:0:127.0.0.1]",
    "[fe80::1]",
    "[fc00::1]",
    "10.0.0.1",
    "192.168.0.1",
    "172.16.0.1",
    "169.254.169.254",
    "100.64.0.1",
    "[fec0::1]",
};

} // namespace khabar::test
