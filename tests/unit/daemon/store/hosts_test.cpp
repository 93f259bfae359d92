#include "daemon/store/hosts.hpp"

#include "test_database.hpp"

namespace khabar::store {
namespace {

using namespace std::chrono_literals;

class Hosts : public StoreTest {};

FineTime fine(std::chrono::milliseconds since_epoch) {
    return FineTime(since_epoch);
}

TEST_F(Hosts, PacingComesBackToTheMillisecond) {
    const HostPacing put{"example.org", fine(1'700'000'000'123ms), 1500ms, 87ms, 2s, 3, "429 from the server",
                         "{}"};
    save_host(database, {"example.org", fine(1ms), 1ms, 1ms, 1ms, 0, "", ""});
    save_host(database, put);
    const auto hosts = load_hosts(database);
    ASSERT_EQ(hosts.size(), 1U);
    EXPECT_EQ(hosts[0].group, put.group);
    EXPECT_EQ(hosts[0].next_allowed, put.next_allowed);
    EXPECT_EQ(hosts[0].delay, put.delay);
    EXPECT_EQ(hosts[0].latency, put.latency);
    EXPECT_EQ(hosts[0].crawl_delay, put.crawl_delay);
    EXPECT_EQ(hosts[0].strikes, 3U);
    EXPECT_EQ(hosts[0].reason, put.reason);
    EXPECT_EQ(hosts[0].policy, put.policy);
    EXPECT_EQ(next_allowed(database, "example.org"), put.next_allowed);
    EXPECT_EQ(next_allowed(database, "other.example"), std::nullopt);
}

TEST_F(Hosts, OnlyIdleOnesWithoutStrikesAreForgotten) {
    save_host(database, {"idle", fine(1s), 1s, 0ms, 0ms, 0, "", ""});
    save_host(database, {"struck", fine(1s), 1s, 0ms, 0ms, 1, "", ""});
    save_host(database, {"waiting", fine(10s), 1s, 0ms, 0ms, 0, "", ""});
    forget_hosts(database, fine(5s));
    EXPECT_EQ(load_hosts(database).size(), 2U);
}

TEST_F(Hosts, RobotsAreReplacedAndExpire) {
    const RobotsRow put{"https://example.org", at(10), at(20), 200, "User-agent: *\nDisallow: /x\n"};
    save_robots(database, {"https://example.org", at(1), at(2), 404, ""});
    save_robots(database, put);
    const auto got = find_robots(database, "https://example.org");
    ASSERT_TRUE(got);
    EXPECT_EQ(got->fetched_at, put.fetched_at);
    EXPECT_EQ(got->expires, put.expires);
    EXPECT_EQ(got->status, 200);
    EXPECT_EQ(got->body, put.body);
    EXPECT_FALSE(find_robots(database, "http://example.org"));
    forget_robots(database, at(20));
    EXPECT_TRUE(find_robots(database, "https://example.org"));
    forget_robots(database, at(21));
    EXPECT_FALSE(find_robots(database, "https://example.org"));
}

TEST_F(Hosts, HugeAndIllFormedRobotsAreCutAndRepaired) {
    save_robots(database, {"a", at(1), at(2), 200, std::string(max_robots_bytes * 2, 'x')});
    EXPECT_EQ(find_robots(database, "a")->body.size(), max_robots_bytes);
    save_robots(database, {"a", at(1), at(2), 200, std::string(max_robots_bytes * 2, '\xff')});
    EXPECT_LE(find_robots(database, "a")->body.size(), max_robots_bytes);
    save_robots(database, {"a", at(1), at(2), 200, "Disallow: /\xff"});
    EXPECT_EQ(find_robots(database, "a")->body, "Disallow: /\ufffd");
}

} // namespace
} // namespace khabar::store
