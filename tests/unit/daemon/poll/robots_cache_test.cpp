#include "daemon/poll/robots_cache.hpp"

#include <gtest/gtest.h>

namespace khabar::poll {
namespace {

using namespace std::chrono_literals;

constexpr Time zero = std::chrono::sys_days(std::chrono::year(2026) / 3 / 1);
constexpr const char* site = "https://news.example";
constexpr const char* agent = "khabar/0.1";
constexpr const char* rules =
    "User-agent: *\nDisallow: /private\nCrawl-delay: 3\nSitemap: https://news.example/s.xml\n";

TEST(RobotsCache, AsksForWhatItDoesNotKnow) {
    RobotsCache cache;
    EXPECT_FALSE(cache.ask(site, "/a", zero).known);
    cache.answered(site, 200, rules, agent, zero);
    const RobotsAnswer open = cache.ask(site, "/a", zero + 1h);
    EXPECT_TRUE(open.known);
    EXPECT_TRUE(open.verdict.allowed);
    EXPECT_EQ(open.crawl_delay, 3s);
    const RobotsAnswer shut = cache.ask(site, "/private/b?c", zero + 1h);
    EXPECT_TRUE(shut.known);
    EXPECT_FALSE(shut.verdict.allowed);
    EXPECT_EQ(shut.verdict.line, 2u);
    EXPECT_FALSE(shut.unreachable);
    EXPECT_FALSE(cache.ask("https://other.example", "/a", zero).known);
}

TEST(RobotsCache, HoldsForADay) {
    RobotsCache cache;
    cache.answered(site, 200, rules, agent, zero);
    EXPECT_TRUE(cache.ask(site, "/a", zero + 24h - 1ms).known);
    EXPECT_FALSE(cache.ask(site, "/a", zero + 24h).known);
}

TEST(RobotsCache, RobotsTxtItselfIsAlwaysAllowed) {
    RobotsCache cache;
    EXPECT_TRUE(cache.ask(site, "/robots.txt", zero).known);
    cache.failed(site, Errc::timed_out, zero);
    EXPECT_TRUE(cache.ask(site, "/robots.txt", zero).verdict.allowed);
    EXPECT_FALSE(cache.ask(site, "/robots.txt.bak", zero).verdict.allowed);
}

struct StatusCase {
    int status;
    bool allowed;
    Duration holds;
};
class RobotsStatus : public testing::TestWithParam<StatusCase> {};

TEST_P(RobotsStatus, DecidesTheWholeSite) {
    RobotsCache cache;
    cache.answered(site, GetParam().status, "User-agent: *\nDisallow: /x", agent, zero);
    const RobotsAnswer answer = cache.ask(site, "/a", zero);
    EXPECT_TRUE(answer.known);
    EXPECT_EQ(answer.verdict.allowed, GetParam().allowed);
    EXPECT_EQ(answer.unreachable, !GetParam().allowed);
    EXPECT_TRUE(cache.ask(site, "/a", zero + GetParam().holds - 1ms).known);
    EXPECT_FALSE(cache.ask(site, "/a", zero + GetParam().holds).known);
}

INSTANTIATE_TEST_SUITE_P(All, RobotsStatus,
                         testing::Values(StatusCase{200, true, 24h}, StatusCase{204, true, 24h},
                                         StatusCase{301, true, 24h}, StatusCase{401, true, 24h},
                                         StatusCase{403, true, 24h}, StatusCase{404, true, 24h},
                                         StatusCase{410, true, 24h}, StatusCase{429, false, 1h},
                                         StatusCase{500, false, 1h}, StatusCase{503, false, 1h},
                                         StatusCase{0, false, 1h}));

TEST(RobotsCache, RulesOfAnErrorPageAreNotRules) {
    RobotsCache cache;
    cache.answered(site, 404, "User-agent: *\nDisallow: /", agent, zero);
    EXPECT_TRUE(cache.ask(site, "/a", zero).verdict.allowed);
}

TEST(RobotsCache, OldRulesGoOnWhileTheFileCannotBeHad) {
    RobotsCache cache;
    cache.answered(site, 200, rules, agent, zero);
    cache.failed(site, Errc::timed_out, zero + 25h);
    EXPECT_TRUE(cache.ask(site, "/a", zero + 25h).verdict.allowed);
    EXPECT_FALSE(cache.ask(site, "/private", zero + 25h).verdict.allowed);
    EXPECT_EQ(cache.find(site)->fetched, zero);
    EXPECT_FALSE(cache.ask(site, "/a", zero + 26h).known); // but it is asked for every hour
    cache.answered(site, 404, "", agent, zero + 26h);
    EXPECT_TRUE(cache.ask(site, "/private", zero + 26h).verdict.allowed);
}

TEST(RobotsCache, EndlessRedirectsCountAsNone) {
    RobotsCache cache;
    cache.failed(site, Errc::too_many_redirects, zero);
    EXPECT_TRUE(cache.ask(site, "/a", zero).verdict.allowed);
}

TEST(RobotsCache, IsBoundedByOriginsAndForgetsTheLeastUsed) {
    RobotsCache cache({.bytes = 1u << 20, .origins = 3});
    for (const char* origin : {"http://a", "http://b", "http://c"})
        cache.answered(origin, 404, "", agent, zero);
    EXPECT_TRUE(cache.ask("http://a", "/", zero).known); // used again
    cache.answered("http://d", 404, "", agent, zero);
    EXPECT_EQ(cache.size(), 3u);
    EXPECT_EQ(cache.find("http://b"), nullptr);
    EXPECT_NE(cache.find("http://a"), nullptr);
}

TEST(RobotsCache, IsBoundedByBytes) {
    constexpr std::size_t bound = 64u << 10;
    RobotsCache cache({.bytes = bound, .origins = 1000});
    std::string long_rules = "User-agent: *\n";
    for (int i = 0; i < 100; ++i)
        long_rules.append("Disallow: /").append(std::to_string(i)).append("\n");
    for (int i = 0; i < 100; ++i) {
        cache.answered("http://h" + std::to_string(i), 200, long_rules, agent, zero);
        EXPECT_LE(cache.bytes(), bound);
    }
    EXPECT_LT(cache.size(), 100u);
    EXPECT_GE(cache.size(), 2u);
    EXPECT_NE(cache.find("http://h99"), nullptr);
}

TEST(RobotsCache, ReadsNoMoreThanItsBound) {
    RobotsCache cache;
    std::string body = "User-agent: *\nDisallow: /early\n";
    body.append(robots_bytes, '#').append("\nDisallow: /late\n");
    cache.answered(site, 200, body, agent, zero);
    EXPECT_FALSE(cache.ask(site, "/early", zero).verdict.allowed);
    EXPECT_TRUE(cache.ask(site, "/late", zero).verdict.allowed);
}

} // namespace
} // namespace khabar::poll
