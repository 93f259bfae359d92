#include "daemon/net/time_bound.hpp"

#include <gtest/gtest.h>

namespace khabar::net {
namespace {

using namespace std::chrono_literals;

Bounds bounds() {
    Bounds bounds;
    bounds.transfer_timeout = 30s;
    bounds.low_speed_time = 10s;
    return bounds;
}

TEST(TimeBound, WithoutAConnectionItIsTheConnections) {
    for (const auto total : {1us, 10'000'000us, 30'000'000us})
        EXPECT_EQ(reached_bound(total, false, bounds()), TimeBound::connection);
}

TEST(TimeBound, ATimerMayFireAMillisecondEarlyAndNoMore) {
    EXPECT_EQ(reached_bound(9'998'999us, true, bounds()), TimeBound::answer);
    EXPECT_EQ(reached_bound(9'999'000us, true, bounds()), TimeBound::speed);
    EXPECT_EQ(reached_bound(29'998'999us, true, bounds()), TimeBound::speed);
    EXPECT_EQ(reached_bound(29'999'000us, true, bounds()), TimeBound::answer);
}

TEST(TimeBound, ATransferThatMayLastLessThanASlowOneIsNeverSlow) {
    Bounds short_ones = bounds();
    short_ones.transfer_timeout = 5s;
    for (const auto total : {5'000'000us, 10'000'000us, 30'000'000us})
        EXPECT_EQ(reached_bound(total, true, short_ones), TimeBound::answer);
}

} // namespace
} // namespace khabar::net
