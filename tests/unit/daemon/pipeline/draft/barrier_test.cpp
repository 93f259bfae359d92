#include "daemon/pipeline/draft/barrier.hpp"

#include <gtest/gtest.h>

namespace khabar::pipeline {
namespace {

url::Url url(const std::string& text) {
    return *url::Url::parse(text);
}

net::Response reached(const std::string& from, const std::string& to) {
    net::Response response;
    response.status = 200;
    response.url = to;
    if (from != to) response.hops.push_back({302, from, to});
    return response;
}

TEST(Barrier, ARedirectToADoorIsNamed) {
    const std::string asked = "https://paper.example/2026/story";
    for (const char* door : {"https://paper.example/login?next=/2026/story", "https://id.example/SSO/start",
                             "https://paper.example/account/Sign-In.aspx", "https://paper.example/captcha/",
                             "https://consent.example/v2/consent", "https://paper.example/oauth2;s=1/x"}) {
        const auto barrier = barrier_of(reached(asked, door), url(asked));
        ASSERT_TRUE(barrier.has_value()) << door;
        EXPECT_EQ(barrier->code, Errc::blocked);
        EXPECT_NE(barrier->detail.find(door), std::string::npos);
    }
}

TEST(Barrier, AStoryThatOnlySpeaksOfDoorsIsNone) {
    const std::string asked = "https://paper.example/?p=12";
    for (const char* story :
         {"https://paper.example/2026/how-to-login-safely", "https://paper.example/authors/ada",
          "https://paper.example/register-of-ships/1912", "https://paper.example/logins"})
        EXPECT_FALSE(barrier_of(reached(asked, story), url(asked)).has_value()) << story;
    const std::string column = "https://paper.example/challenge/2026/chess";
    EXPECT_FALSE(barrier_of(reached("https://paper.example/challenge/x", column),
                            url("https://paper.example/challenge/x")))
        << "the address asked for is of that section";
    EXPECT_FALSE(barrier_of(reached(column, column), url(column))) << "nobody was sent anywhere";
}

TEST(Barrier, AChallengeSaysSoInItsHeader) {
    const std::string asked = "https://paper.example/a";
    net::Response response = reached(asked, asked);
    response.headers.add("CF-Mitigated", "Challenge");
    EXPECT_TRUE(barrier_of(response, url(asked)).has_value());
    response.headers.clear();
    response.headers.add("cf-mitigated", "no");
    EXPECT_FALSE(barrier_of(response, url(asked)).has_value());
}

TEST(Barrier, PasswordFields) {
    EXPECT_TRUE(has_password_field("<input type=password>"));
    EXPECT_TRUE(has_password_field("<INPUT NAME=p TYPE='PassWord'>"));
    EXPECT_TRUE(has_password_field("<input type=\"password\""));
    EXPECT_FALSE(has_password_field("<input type=text> password"));
    EXPECT_FALSE(has_password_field("type="));
    EXPECT_FALSE(has_password_field("=password"));
    EXPECT_FALSE(has_password_field(std::string(1u << 20, '=')));
}

TEST(Barrier, AnAnnouncedPageHasHalfTheWordsOfItsTitle) {
    EXPECT_TRUE(is_announced("Harbour bridge closes for winter", "Bridge over harbour closes", ""));
    EXPECT_TRUE(is_announced("الرئيس يزور القاهرة", "", "قال مراسلنا إن الرئيس يزور القاهره غدا"));
    EXPECT_FALSE(is_announced("Harbour bridge closes for winter", "Log in", "Enter your name to read on"));
    EXPECT_TRUE(is_announced("", "Log in", "anything"));
}

} // namespace
} // namespace khabar::pipeline
