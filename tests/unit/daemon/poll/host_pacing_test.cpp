// Conversations: (event, now) → what may start.
#include "daemon/poll/host_pacing.hpp"

#include <gtest/gtest.h>

#include <map>

namespace khabar::poll {
namespace {

using namespace std::chrono_literals;

constexpr Time zero = std::chrono::sys_days(std::chrono::year(2026) / 3 / 1);

class Pacing : public testing::Test {
  protected:
    void queue(JobId id, std::string group, std::string flow = "s", double weight = 1) {
        pacing_.enqueue({.id = id, .group = std::move(group), .flow = std::move(flow), .weight = weight});
    }
    // What next() says, in short: "start 3", "wait 1500" (milliseconds from zero), "nothing".
    std::string next(Duration after) {
        const Next next = pacing_.next(zero + after);
        if (const auto* start = std::get_if<Start>(&next)) return "start " + std::to_string(start->job);
        if (const auto* wait = std::get_if<WaitUntil>(&next))
            return "wait " + std::to_string((wait->at - zero).count());
        return "nothing";
    }
    void finish(JobId id, Duration after, Answer answer = {.status = 200, .has_body = true}) {
        pacing_.answered(id, answer, zero + after);
        EXPECT_TRUE(pacing_.release(id));
    }

    HostPacing pacing_;
};

TEST_F(Pacing, OneHostHasItsDelayBetweenStarts) {
    queue(1, "a");
    queue(2, "a");
    EXPECT_EQ(next(0ms), "start 1");
    EXPECT_EQ(next(0ms), "nothing"); // its one slot is taken
    finish(1, 300ms);
    EXPECT_EQ(next(300ms), "wait 1000");
    EXPECT_EQ(next(999ms), "wait 1000");
    EXPECT_EQ(next(1000ms), "start 2");
    finish(2, 5s);
    EXPECT_EQ(next(5s), "nothing");
    EXPECT_EQ(pacing_.queued() + pacing_.running(), 0u);
}

TEST_F(Pacing, DelayOutlivesAnEmptyQueue) {
    queue(1, "a");
    EXPECT_EQ(next(0ms), "start 1");
    finish(1, 100ms);
    queue(2, "a");
    EXPECT_EQ(next(100ms), "wait 1000");
}

TEST_F(Pacing, HostsDoNotWaitForEachOther) {
    queue(1, "a");
    queue(2, "a");
    queue(3, "b");
    EXPECT_EQ(next(0ms), "start 1");
    EXPECT_EQ(next(0ms), "start 3");
    EXPECT_EQ(next(0ms), "nothing");
}

TEST_F(Pacing, ConcurrencyOfAllAndOfOne) {
    pacing_.limit({.delay = 0ms, .per_group = 2, .concurrency = 3});
    for (JobId id = 1; id <= 3; ++id)
        queue(id, "a");
    queue(4, "b");
    queue(5, "c");
    EXPECT_EQ(next(0ms), "start 1");
    EXPECT_EQ(next(0ms), "start 4"); // who never started goes first
    EXPECT_EQ(next(0ms), "start 5");
    EXPECT_EQ(next(0ms), "nothing"); // three run
    finish(4, 1ms);
    EXPECT_EQ(next(1ms), "start 2");
    finish(5, 2ms);
    EXPECT_EQ(next(2ms), "nothing"); // two run on a
    finish(1, 3ms);
    EXPECT_EQ(next(3ms), "start 3");
}

TEST_F(Pacing, WhoWasServedLongestAgoGoesFirst) {
    pacing_.limit({.delay = 10ms, .per_group = 1, .concurrency = 1});
    for (JobId round = 0; round < 3; ++round)
        for (JobId host = 1; host <= 3; ++host)
            queue(round * 10 + host, std::string(1, static_cast<char>('a' + host)));
    std::string order;
    for (int i = 0; i < 9; ++i) {
        const Next started = pacing_.next(zero + 1s + i * 1s);
        const JobId job = std::get<Start>(started).job;
        order += std::to_string(job % 10);
        finish(job, 1s + i * 1s);
    }
    EXPECT_EQ(order, "123123123");
}

TEST_F(Pacing, FlowsShareAHostByWeight) {
    pacing_.limit({.delay = 1ms, .per_group = 1, .concurrency = 1});
    for (JobId id = 0; id < 400; ++id) {
        queue(1000 + id, "a", "light");
        queue(2000 + id, "a", "heavy", 3);
    }
    std::map<JobId, int> turns;
    for (int i = 0; i < 400; ++i) {
        const JobId job = std::get<Start>(pacing_.next(zero + i * 1s)).job;
        ++turns[job / 1000];
        finish(job, i * 1s);
    }
    EXPECT_NEAR(turns[1], 100, 2);
    EXPECT_NEAR(turns[2], 300, 2);
}

TEST_F(Pacing, AThousandPagesDoNotStarveANewcomer) {
    for (JobId id = 0; id < 1000; ++id)
        queue(id, "a", "sitemap");
    for (int i = 0; i < 500; ++i) {
        ASSERT_EQ(next(i * 1s), "start " + std::to_string(i));
        finish(static_cast<JobId>(i), i * 1s);
    }
    for (JobId id = 5000; id < 5004; ++id)
        queue(id, "a", "other");
    std::vector<JobId> order;
    for (int i = 500; i < 508; ++i) {
        const Next started = pacing_.next(zero + i * 1s);
        order.push_back(std::get<Start>(started).job);
        finish(order.back(), i * 1s);
    }
    // Turn by turn from where the host is; that it was away earns it nothing.
    EXPECT_EQ(order, (std::vector<JobId>{5000, 5001, 500, 5002, 501, 5003, 502, 503}));
}

TEST_F(Pacing, InsideAFlowTheHeavierGoFirst) {
    for (JobId id = 0; id < 1000; ++id)
        queue(id, "a", "source");
    queue(5000, "a", "source", 8); // its next poll
    queue(5001, "a", "source", 8);
    EXPECT_EQ(next(0s), "start 5000");
    finish(5000, 0s);
    EXPECT_TRUE(pacing_.release(5001));
    EXPECT_EQ(next(1s), "start 0");
    finish(0, 1s);
    EXPECT_EQ(next(2s), "start 1");
}

TEST_F(Pacing, SpacingIsTheLongestOfItsReasons) {
    EXPECT_EQ(pacing_.spacing("a"), 1000ms);
    pacing_.crawl_delay("a", 5s);
    EXPECT_EQ(pacing_.spacing("a"), 5s);
    pacing_.minimum_delays({{"a", 7s}, {"b", 8s}});
    EXPECT_EQ(pacing_.spacing("a"), 7s);
    EXPECT_EQ(pacing_.spacing("b"), 8s);
    pacing_.minimum_delays(
        {{"a", 100ms}}); // a source may ask for less than the general delay, not for less than robots.txt
    EXPECT_EQ(pacing_.spacing("b"), 1000ms) << "nobody asks for more any longer";
    EXPECT_EQ(pacing_.spacing("a"), 5s);
    pacing_.crawl_delay("a", 3600s);
    EXPECT_EQ(pacing_.spacing("a"), 120s);
    pacing_.override_delay("a", 50ms);
    EXPECT_EQ(pacing_.spacing("a"), 50ms);
    pacing_.override_delay("a", std::nullopt);
    EXPECT_EQ(pacing_.spacing("a"), 120s);
}

TEST_F(Pacing, CrawlDelayLearntInBetweenCounts) {
    queue(1, "a");
    queue(2, "a");
    EXPECT_EQ(next(0ms), "start 1");
    finish(1, 100ms);
    pacing_.crawl_delay("a", 10s);
    EXPECT_EQ(next(1s), "wait 10000");
}

TEST_F(Pacing, LatencyIsSmoothedAndOnlyGoodAnswersShortenIt) {
    const auto answered = [this](int status, bool body, Duration latency) {
        static JobId id = 0;
        queue(++id, "a");
        const Duration when = 1000s * static_cast<int>(id);
        EXPECT_EQ(next(when), "start " + std::to_string(id));
        finish(id, when, {.status = status, .has_body = body, .latency = latency});
        return pacing_.state("a")->latency;
    };
    EXPECT_EQ(answered(200, true, 4s), 4s);
    EXPECT_EQ(answered(404, true, 100ms), 4s); // an error page is quick to send
    EXPECT_EQ(answered(304, false, 100ms), 4s);
    EXPECT_EQ(answered(200, false, 100ms), 4s);
    EXPECT_EQ(answered(500, true, 8s), 5s); // 4 · 0.75 + 8 · 0.25
    EXPECT_EQ(answered(200, true, 1s), 4s);
    EXPECT_EQ(answered(200, true, 0ms), 4s);   // not measured
    EXPECT_EQ(answered(0, false, 3600s), 18s); // 4 · 0.75 + 60 · 0.25: bounded
    EXPECT_EQ(pacing_.spacing("a"), 18s);
}

TEST_F(Pacing, RetryAfterClosesTheGroup) {
    struct Case {
        std::chrono::seconds said;
        Duration closed;
    };
    JobId id = 0;
    Duration when = 0ms;
    for (const auto& [said, closed] : {Case{60s, 60s}, Case{1s, 10s}, Case{1000h, 24h}}) {
        queue(++id, "a");
        EXPECT_EQ(next(when), "start " + std::to_string(id));
        finish(id, when, {.status = 429, .has_body = true, .latency = 0ms, .retry_after = said});
        queue(++id, "a");
        EXPECT_EQ(next(when), "wait " + std::to_string((when + closed).count()));
        queue(100 + id, "b" + std::to_string(id)); // others go on
        EXPECT_EQ(next(when), "start " + std::to_string(100 + id));
        finish(100 + id, when);
        when += closed;
        EXPECT_EQ(next(when), "start " + std::to_string(id));
        finish(id, when);
        when += 100s;
    }
}

TEST_F(Pacing, ThrottledWithoutAWordDoublesAndGoodAnswersRelax) {
    JobId id = 0;
    Duration when = 0ms;
    const auto answered = [&](int status) {
        queue(++id, "a");
        EXPECT_EQ(next(when), "start " + std::to_string(id));
        finish(id, when, {.status = status, .has_body = true});
        when += 24h;
        return pacing_.spacing("a");
    };
    EXPECT_EQ(answered(503), 10s);
    EXPECT_EQ(answered(429), 20s);
    EXPECT_EQ(answered(503), 40s);
    EXPECT_EQ(answered(404), 40s);
    EXPECT_EQ(answered(200), 20s);
    for (const Duration expected : {10s, 5s})
        EXPECT_EQ(answered(200), expected);
    EXPECT_EQ(answered(200), 2500ms);
    EXPECT_EQ(answered(200), 1250ms);
    EXPECT_EQ(answered(200), 1000ms);
    for (int i = 0; i < 20; ++i)
        answered(503);
    EXPECT_EQ(pacing_.spacing("a"), 1h);
    pacing_.reset("a");
    EXPECT_EQ(pacing_.spacing("a"), 1s);
}

TEST_F(Pacing, AbandonedJobsAreTakenBack) {
    queue(1, "a", "x");
    queue(2, "a", "y");
    queue(3, "a", "x");
    EXPECT_EQ(next(0ms), "start 1");
    EXPECT_TRUE(pacing_.release(2));
    EXPECT_FALSE(pacing_.release(2));
    EXPECT_TRUE(pacing_.release(1)); // running: its slot is free, its start still counts
    EXPECT_EQ(next(0ms), "wait 1000");
    EXPECT_EQ(next(1s), "start 3");
    pacing_.answered(99, {}, zero); // unknown: nothing
    EXPECT_EQ(pacing_.running(), 1u);
    EXPECT_EQ(pacing_.queued(), 0u);
}

TEST_F(Pacing, SameJobTwiceIsABug) {
    queue(1, "a");
    EXPECT_THROW(queue(1, "b"), std::logic_error);
    EXPECT_EQ(pacing_.queued(), 1u);
    EXPECT_EQ(next(0ms), "start 1");
    EXPECT_THROW(queue(1, "a"), std::logic_error);
}

TEST_F(Pacing, StateSurvivesARestart) {
    queue(1, "a");
    queue(2, "a");
    EXPECT_EQ(next(0ms), "start 1");
    finish(1, 500ms, {.status = 503, .has_body = true, .latency = 300ms, .retry_after = 60s});
    pacing_.crawl_delay("b", 9s);
    pacing_.override_delay("c", 3s);
    const auto stored = pacing_.take_changed();
    ASSERT_EQ(stored.size(), 3u);

    HostPacing next_run;
    next_run.restore(stored, zero + 1s);
    EXPECT_EQ(next_run.spacing("b"), 9s);
    EXPECT_EQ(next_run.spacing("c"), 3s);
    EXPECT_EQ(next_run.state("a")->latency, 300ms);
    EXPECT_EQ(next_run.state("a")->queued, 0u); // its queue was the old run's
    next_run.enqueue({.id = 1, .group = "a", .flow = "s"});
    const Next told = next_run.next(zero + 1s);
    ASSERT_TRUE(std::holds_alternative<WaitUntil>(told));
    EXPECT_EQ(std::get<WaitUntil>(told).at, zero + 60s + 500ms);
}

TEST_F(Pacing, WhatWasLearntIsRememberedForADayAfterARestart) {
    GroupState stored; // as the store has it: without the last start
    stored.group = "a";
    stored.throttle = 10min;
    stored.closed_until = zero;
    pacing_.restore({stored}, zero + 1h);
    EXPECT_EQ(pacing_.expected_start("a", zero + 1h), zero + 1h) << "its spacing had passed";
    EXPECT_EQ(pacing_.forget_idle(zero + 23h), 0u);
    EXPECT_EQ(pacing_.spacing("a"), 10min);
    EXPECT_EQ(pacing_.forget_idle(zero + 24h), 1u);
}

TEST_F(Pacing, ARestartMakesNobodyWaitLongerThanTheRowSays) {
    GroupState stored;
    stored.group = "a";
    stored.throttle = 1h;
    stored.closed_until = zero + 5min;
    pacing_.restore({stored}, zero);
    EXPECT_EQ(pacing_.expected_start("a", zero), zero + 5min);
    EXPECT_EQ(pacing_.forget_idle(zero + 22h), 0u);
}

TEST_F(Pacing, ClockThatWasWrongClosesNothing) {
    GroupState stored;
    stored.group = "a";
    stored.last_start = zero + std::chrono::years(3);
    stored.closed_until = zero + std::chrono::years(3);
    pacing_.restore({stored}, zero);
    queue(1, "a");
    EXPECT_EQ(next(0ms), "wait " + std::to_string(pacing_.spacing("a").count()));
}

TEST_F(Pacing, WhoWasAnsweredKeepsItsPlaceInTheHouseUntilReleased) {
    pacing_.limit({.delay = 0ms, .per_group = 1, .concurrency = 1});
    queue(1, "a");
    queue(2, "a");
    EXPECT_EQ(next(0ms), "start 1");
    EXPECT_EQ(pacing_.answered(1, {.status = 200, .has_body = true}, zero), "a");
    EXPECT_EQ(pacing_.state("a")->running, 0u) << "the host is done with it";
    EXPECT_EQ(next(1ms), "nothing") << "the house is not";
    EXPECT_TRUE(pacing_.release(1));
    EXPECT_EQ(next(1ms), "start 2");
    EXPECT_EQ(pacing_.answered(1, {}, zero), "") << "it is not known any more";
}

TEST_F(Pacing, ExpectedStartCountsWhatIsQueued) {
    EXPECT_EQ(pacing_.expected_start("a", zero + 5s), zero + 5s);
    queue(1, "a");
    EXPECT_EQ(next(0ms), "start 1");
    EXPECT_EQ(pacing_.expected_start("a", zero), zero + 1s);
    queue(2, "a");
    queue(3, "a");
    EXPECT_EQ(pacing_.expected_start("a", zero), zero + 3s);
    finish(1, 1s, {.status = 429, .retry_after = 1h});
    EXPECT_EQ(pacing_.expected_start("a", zero + 1s), zero + 1h + 3s);
    EXPECT_EQ(pacing_.expected_start("b", zero + 1s), zero + 1s);
}

TEST_F(Pacing, OnlyWhatChangedIsToBeStored) {
    queue(1, "a");
    queue(2, "b");
    EXPECT_TRUE(pacing_.take_changed().empty()) << "nothing was learnt";
    EXPECT_EQ(next(0ms), "start 1");
    ASSERT_EQ(pacing_.take_changed().size(), 1u);
    EXPECT_TRUE(pacing_.take_changed().empty());
    finish(1, 1s, {.status = 503});
    const auto changed = pacing_.take_changed();
    ASSERT_EQ(changed.size(), 1u);
    EXPECT_EQ(changed[0].group, "a");
    EXPECT_EQ(changed[0].strikes, 1u);
    pacing_.crawl_delay("a", 5s);
    EXPECT_EQ(pacing_.take_changed().size(), 1u);
    pacing_.crawl_delay("a", 5s);
    EXPECT_TRUE(pacing_.take_changed().empty()) << "said before";
}

TEST_F(Pacing, AStoredStateOutOfItsBoundsIsBroughtBack) {
    GroupState stored;
    stored.group = "a";
    stored.crawl_delay = std::chrono::hours(100'000);
    stored.throttle = -5s;
    stored.latency = std::chrono::hours(100'000);
    pacing_.restore({stored}, zero);
    EXPECT_LE(pacing_.spacing("a"), 120s);
}

TEST_F(Pacing, IdleGroupsAreForgotten) {
    queue(1, "a");
    queue(2, "slow");
    EXPECT_EQ(next(0ms), "start 1");
    finish(1, 1s, {.status = 200, .has_body = true, .latency = 500ms});
    EXPECT_EQ(next(1s), "start 2");
    finish(2, 2s, {.status = 200, .has_body = true, .latency = 5s});
    queue(3, "b");
    pacing_.override_delay("c", 3s);
    EXPECT_EQ(pacing_.forget_idle(zero + 25h), 0u) << "not stored yet";
    EXPECT_EQ(pacing_.take_changed().size(), 3u);
    EXPECT_EQ(pacing_.forget_idle(zero + 500ms), 0u) << "their delays have not passed";
    EXPECT_EQ(pacing_.forget_idle(zero + 23h), 1u) << "a has nothing to remember, slow has";
    EXPECT_EQ(pacing_.forget_idle(zero + 26h), 1u); // slow; b has a job, c an operator's word
    EXPECT_FALSE(pacing_.state("a").has_value());
    EXPECT_FALSE(pacing_.state("slow").has_value());
    EXPECT_TRUE(pacing_.state("b").has_value());
    EXPECT_TRUE(pacing_.state("c").has_value());
    EXPECT_EQ(next(26h), "start 3");
}

} // namespace
} // namespace khabar::poll
