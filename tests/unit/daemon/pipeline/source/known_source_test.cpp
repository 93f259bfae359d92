#include "daemon/pipeline/source/known_source.hpp"

#include <gtest/gtest.h>

namespace khabar::pipeline {
namespace {

settings::Source source() {
    settings::Source made;
    made.id = "example";
    made.url = "https://example.org/feed";
    return made;
}

TEST(KnownSource, PolicySurvivesTheStore) {
    poll::SourceState policy;
    policy.interval = std::chrono::seconds(1234);
    policy.failure_weight = 1.75;
    policy.gone = 1;
    policy.failing_since = poll::Time(std::chrono::milliseconds(1'700'000'000'123));
    policy.last_success = poll::Time(std::chrono::milliseconds(1'600'000'000'456));
    policy.failures = 3;
    policy.failure = poll::FailureClass::server;
    policy.due = poll::Time(std::chrono::seconds(1'700'000'100));
    store::SourceState stored;
    stored.policy = pack_policy(policy, {});
    stored.failures = 3;
    stored.failure_class = "server";
    stored.next_due = store::Time(std::chrono::seconds(1'700'000'100));
    EXPECT_EQ(unpack_policy(stored), policy);
}

TEST(KnownSource, DamagedPolicyIsAsIfItWereNotThere) {
    for (const char* damaged : {"", "x", "1 2", "-5 0 0 0 0", "1 2 3 4 nine"}) {
        store::SourceState stored;
        stored.policy = damaged;
        stored.failures = 7;
        EXPECT_EQ(unpack_policy(stored), poll::SourceState()) << damaged;
    }
}

TEST(KnownSource, AnotherFeedAddressStartsAnewButStaysPaused) {
    store::SourceState stored;
    stored.id = "example";
    stored.configured_url = "https://example.org/old";
    stored.feed_url = "https://example.org/old";
    stored.etag = "\"1\"";
    stored.paused = true;
    const KnownSource known = known_source(std::make_shared<const settings::Source>(source()), &stored);
    EXPECT_EQ(known.stored.feed_url, "https://example.org/feed");
    EXPECT_EQ(known.stored.etag, "");
    EXPECT_TRUE(known.stored.paused);
}

TEST(KnownSource, AnAdoptedRedirectIsKept) {
    store::SourceState stored;
    stored.configured_url = "https://example.org/feed";
    stored.feed_url = "https://example.org/moved";
    EXPECT_EQ(known_source(std::make_shared<const settings::Source>(source()), &stored).stored.feed_url,
              "https://example.org/moved");
}

TEST(KnownSource, TheUsersIntervalIsFixed) {
    settings::Source config = source();
    config.interval = std::chrono::seconds(77);
    EXPECT_EQ(interval_limits(config, settings::Poll()).fixed, std::chrono::seconds(77));
}

} // namespace
} // namespace khabar::pipeline
