#include "daemon/settings/listen_address.hpp"

#include <gtest/gtest.h>

namespace khabar::settings {
namespace {

TEST(ListenAddress, IsOfThisMachine) {
    EXPECT_EQ(listen_address("127.0.0.1:9464")->port, 9464);
    EXPECT_EQ(listen_address("127.8.0.1:1")->host, "127.8.0.1");
    EXPECT_EQ(listen_address("[::1]:65535")->host, "::1");
    EXPECT_EQ(listen_address("localhost:80")->host, "127.0.0.1");
    EXPECT_EQ(listen_address("unix:/run/khabar/status.sock")->socket_file, "/run/khabar/status.sock");
}

TEST(ListenAddress, AnythingElseIsRefusedWithTheRemedy) {
    for (const char* text :
         {"0.0.0.0:9464", "[::]:9464", "192.0.2.1:80", "news.example:80", "127.0.0.1", "127.0.0.1:0",
          "127.0.0.1:65536", "127.0.0.1:x", "", "unix:status.sock", "unix:", "[::ffff:127.0.0.1]:80"}) {
        const auto address = listen_address(text);
        ASSERT_FALSE(address) << text;
        EXPECT_EQ(address.error().code, Errc::bad_config);
        EXPECT_NE(address.error().detail.find("must"), std::string::npos);
    }
    EXPECT_FALSE(listen_address("unix:/" + std::string(107, 'x')));
    EXPECT_TRUE(listen_address("unix:/" + std::string(106, 'x')));
}

} // namespace
} // namespace khabar::settings
