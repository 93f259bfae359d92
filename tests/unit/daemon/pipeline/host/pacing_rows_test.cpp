#include "daemon/pipeline/host/pacing_rows.hpp"

#include <gtest/gtest.h>

namespace khabar::pipeline {
namespace {

using namespace std::chrono_literals;

constexpr poll::Time now = std::chrono::sys_days(std::chrono::year(2026) / 3 / 1);

TEST(PacingRows, WhatAHostHasTaughtComesBack) {
    poll::GroupState state;
    state.group = "example.org";
    state.latency = 1500ms;
    state.crawl_delay = 20s;
    state.throttle = 40s;
    state.strikes = 2;
    state.last_start = now;
    const poll::GroupState back = group_state(host_row(state, 3s));
    EXPECT_EQ(back.group, state.group);
    EXPECT_EQ(back.latency, state.latency);
    EXPECT_EQ(back.crawl_delay, state.crawl_delay);
    EXPECT_EQ(back.throttle, state.throttle);
    EXPECT_EQ(back.strikes, 2U);
    EXPECT_EQ(back.closed_until, now + 3s) << "the delay since the last request holds on";
}

TEST(PacingRows, TheReasonIsTheOneThatDecides) {
    poll::GroupState state;
    state.last_start = now;
    EXPECT_EQ(host_row(state, 1s).reason, "delay");
    state.latency = 5s;
    EXPECT_EQ(host_row(state, 5s).reason, "latency");
    state.crawl_delay = 20s;
    EXPECT_EQ(host_row(state, 20s).reason, "crawl_delay");
    state.throttle = 40s;
    EXPECT_EQ(host_row(state, 40s).reason, "throttled");
    state.closed_until = now + 1h;
    EXPECT_EQ(host_row(state, 40s).reason, "retry_after");
    state.override_delay = 0s;
    EXPECT_EQ(host_row(state, 0s).reason, "operator");
}

} // namespace
} // namespace khabar::pipeline
