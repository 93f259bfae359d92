#include "daemon/net/address.hpp"

#include <gtest/gtest.h>

namespace khabar::net {
namespace {

Address from(std::string_view text) {
    const auto address = address_from_literal(text);
    EXPECT_TRUE(address.has_value()) << text;
    return address.value_or(Address{});
}

class Refused : public testing::TestWithParam<const char*> {};
TEST_P(Refused, IsNotPublic) {
    EXPECT_FALSE(is_public(from(GetParam())));
}

// Every range by its first and last address.
INSTANTIATE_TEST_SUITE_P(V4, Refused,
                         testing::Values("0.0.0.0", "0.255.255.255", "10.0.0.0", "10.255.255.255",
                                         "100.64.0.0", "100.127.255.255", "127.0.0.1", "127.255.255.255",
                                         "169.254.0.0", "169.254.169.254", "169.254.255.255", "172.16.0.0",
                                         "172.31.255.255", "192.0.0.0", "192.0.0.255", "192.0.2.0",
                                         "192.0.2.255", "192.88.99.1", "192.168.0.0", "192.168.255.255",
                                         "198.18.0.0", "198.19.255.255", "198.51.100.7", "203.0.113.7",
                                         "224.0.0.1", "239.255.255.255", "240.0.0.1", "255.255.255.255"));
INSTANTIATE_TEST_SUITE_P(V6, Refused,
                         testing::Values("::", "::1", "fe80::1", "fc00::1", "fdff::1", "ff02::1", "100::1",
                                         "4000::1", "2001:db8::1", "2001:2::1", "2001:10::1", "3fff::1",
                                         "64:ff9b:1::1", "5f00::1"));
INSTANTIATE_TEST_SUITE_P(V4InsideV6, Refused,
                         testing::Values("::ffff:127.0.0.1", "::ffff:10.1.2.3", "::ffff:169.254.169.254",
                                         "::127.0.0.1", "::10.0.0.1", "64:ff9b::127.0.0.1",
                                         "64:ff9b::c0a8:101", "2002:7f00:1::", "2002:a00:1::1",
                                         "2002:c0a8:101::1",
                                         "2001:0:4136:e378:8000:63bf:80ff:fffe", // Teredo of 127.0.0.1
                                         "2001::f5ff:fffe"));                    // Teredo of 10.0.0.1

class Public : public testing::TestWithParam<const char*> {};
TEST_P(Public, IsPublic) {
    EXPECT_TRUE(is_public(from(GetParam())));
}

// The neighbours of the refused ranges.
INSTANTIATE_TEST_SUITE_P(V4, Public,
                         testing::Values("1.0.0.0", "9.255.255.255", "11.0.0.0", "100.63.255.255",
                                         "100.128.0.0", "126.255.255.255", "128.0.0.0", "169.253.255.255",
                                         "169.255.0.0", "172.15.255.255", "172.32.0.0", "192.0.1.0",
                                         "192.0.3.0", "192.88.98.255", "192.88.100.0", "192.167.255.255",
                                         "192.169.0.0", "198.17.255.255", "198.20.0.0", "198.51.99.255",
                                         "203.0.112.255", "203.0.114.0", "223.255.255.255", "8.8.8.8"));
INSTANTIATE_TEST_SUITE_P(V6, Public,
                         testing::Values("2001:4860:4860::8888", "2600::1", "2a00:1450::1", "3ffe::1",
                                         "2001:200::1", "2001:db7::1", "2001:db9::1", "::ffff:8.8.8.8",
                                         "64:ff9b::808:808", "2002:808:808::1"));

TEST(Address, LiteralWithBracketsAndBack) {
    EXPECT_EQ(to_string(from("[2001:DB8::0:1]")), "2001:db8::1");
    EXPECT_EQ(to_string(from("192.0.2.1")), "192.0.2.1");
    EXPECT_FALSE(address_from_literal("example.org").has_value());
    EXPECT_FALSE(
        address_from_literal("127.1").has_value()); // a URL's host is normalised before it comes here
    EXPECT_FALSE(address_from_literal("").has_value());
}

} // namespace
} // namespace khabar::net
