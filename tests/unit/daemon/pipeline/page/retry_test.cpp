#include "daemon/pipeline/page/retry.hpp"

#include <gtest/gtest.h>

namespace khabar::pipeline {
namespace {

using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

TEST(Retry, TransientFailuresAreTriedForTwoDaysWithGrowingDelay) {
    seconds total{0};
    seconds last{0};
    std::uint32_t attempt = 1;
    while (const auto delay = retry_delay(Errc::timed_out, attempt++)) {
        EXPECT_GT(*delay, last);
        last = *delay;
        total += *delay;
    }
    EXPECT_GE(total, hours(24));
    EXPECT_LE(total, hours(72));
}

TEST(Retry, DefiniteAnswersGetOneMoreLook) {
    for (const Errc code : {Errc::not_found, Errc::not_an_article, Errc::blocked, Errc::robots_denied}) {
        EXPECT_EQ(retry_delay(code, 1), seconds(hours(1))) << name(code);
        EXPECT_EQ(retry_delay(code, 2), std::nullopt) << name(code);
    }
}

TEST(Retry, GoneIsGone) {
    EXPECT_EQ(retry_delay(Errc::gone, 1), std::nullopt);
}

TEST(Retry, ServersWordIsALowerBound) {
    EXPECT_EQ(retry_delay(Errc::throttled, 1, seconds(hours(3))), seconds(hours(3)));
    EXPECT_EQ(retry_delay(Errc::throttled, 1, seconds(1)), seconds(minutes(2)));
}

TEST(Retry, OurOwnFaultsAreNeverChargedToThePage) {
    EXPECT_TRUE(is_our_fault(Errc::storage_failed));
    EXPECT_FALSE(is_our_fault(Errc::not_found));
    EXPECT_TRUE(retry_delay(Errc::storage_failed, 1000).has_value());
}

} // namespace
} // namespace khabar::pipeline
