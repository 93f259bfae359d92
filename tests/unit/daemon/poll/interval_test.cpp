#include "daemon/poll/interval.hpp"

#include <gtest/gtest.h>

namespace khabar::poll {
namespace {

using namespace std::chrono_literals;
using std::chrono::seconds;

// A Sunday, 06:30 UTC.
constexpr Time now = std::chrono::sys_days(std::chrono::year(2026) / 3 / 1) + 6h + 30min;
constexpr std::uint64_t seed = 42;
constexpr IntervalLimits limits;

constexpr PollResult seen(std::uint32_t items, std::uint32_t known) {
    return {.items = items, .known = known};
}

SourceState with_interval(seconds interval) {
    SourceState state;
    state.interval = interval;
    return state;
}

struct AdaptCase {
    seconds before;
    PollResult result;
    seconds after;
};
class Adaptive : public testing::TestWithParam<AdaptCase> {};

TEST_P(Adaptive, FromOverlap) {
    SourceState state = with_interval(GetParam().before);
    after_success(state, GetParam().result, limits, now, seed);
    EXPECT_EQ(state.interval, GetParam().after);
}

INSTANTIATE_TEST_SUITE_P(Steps, Adaptive,
                         testing::Values(AdaptCase{0s, seen(20, 0), 30min},     // the first poll
                                         AdaptCase{60min, seen(20, 20), 90min}, // nothing new
                                         AdaptCase{60min, seen(0, 0), 90min},   // 304, or an empty feed
                                         AdaptCase{60min, seen(30, 9),
                                                   35min}, // under a third: half the way to 10 min
                                         AdaptCase{60min, seen(30, 0), 35min},  // all new
                                         AdaptCase{60min, seen(30, 10), 60min}, // a third
                                         AdaptCase{60min, seen(30, 20), 60min}, // two thirds
                                         AdaptCase{60min, seen(30, 21), 66min}, // above
                                         AdaptCase{60min, seen(5, 9), 90min},   // more known than there are
                                         AdaptCase{10min, seen(30, 0), 10min},  // at the minimum
                                         AdaptCase{23h, seen(20, 20), 24h},     // to the maximum
                                         AdaptCase{1s, seen(30, 15), 10min}));  // limits were raised since

// What is decided lies from the length to a tenth above it.
void expect_wait(const Decision& decision, Duration length) {
    EXPECT_GE(decision.due - now, length);
    EXPECT_LE(decision.due - now, length + length / 10);
}

TEST(Interval, JitterIsAFunctionOfTheSeedAndSpreads) {
    Duration least = Duration::max(), most = Duration::min();
    for (std::uint64_t i = 0; i < 1000; ++i) {
        SourceState one = with_interval(60min), two = with_interval(60min);
        const Decision decision = after_success(one, seen(30, 15), limits, now, i);
        EXPECT_EQ(decision.due, after_success(two, seen(30, 15), limits, now, i).due);
        expect_wait(decision, 60min);
        least = std::min(least, decision.due - now);
        most = std::max(most, decision.due - now);
    }
    EXPECT_LT(least, 61min);
    EXPECT_GT(most, 65min);
}

struct HintCase {
    PollResult result;
    seconds wait;
    IntervalReason reason;
};
class Hints : public testing::TestWithParam<HintCase> {};

TEST_P(Hints, TheLongestDecides) {
    SourceState state = with_interval(60min);
    const Decision decision = after_success(state, GetParam().result, limits, now, seed);
    expect_wait(decision, GetParam().wait);
    EXPECT_EQ(decision.reason, GetParam().reason);
    EXPECT_EQ(state.interval, 60min); // a hint is no rhythm
    EXPECT_EQ(state.due, decision.due);
}

INSTANTIATE_TEST_SUITE_P(
    Values, Hints,
    testing::Values(HintCase{{.items = 2, .known = 1}, 60min, IntervalReason::adaptive},
                    HintCase{{.items = 2, .known = 1, .ttl = 59min}, 60min, IntervalReason::adaptive},
                    HintCase{{.items = 2, .known = 1, .ttl = 90min}, 90min, IntervalReason::ttl},
                    HintCase{{.items = 2, .known = 1, .ttl = 90min, .update_period = 2h},
                             2h,
                             IntervalReason::update_period},
                    HintCase{{.items = 2, .known = 1, .fresh_for = 3h}, 3h, IntervalReason::cache_control},
                    HintCase{{.items = 2, .known = 1, .fresh_for = 3h, .retry_after = 4h},
                             4h,
                             IntervalReason::retry_after},
                    HintCase{{.items = 2, .known = 1, .ttl = 8766h}, 24h, IntervalReason::maximum}));

TEST(Interval, FixedIsTheOperatorsWord) {
    IntervalLimits fixed = limits;
    fixed.fixed = 2min;
    SourceState state = with_interval(60min);
    PollResult result = seen(2, 1);
    result.ttl = 5h;
    result.skip_hours.set(6);
    const Decision decision = after_success(state, result, fixed, now, seed);
    expect_wait(decision, 2min);
    EXPECT_EQ(decision.reason, IntervalReason::fixed);
}

TEST(Interval, FailuresDoNotShortenAFixedInterval) {
    IntervalLimits fixed = limits;
    fixed.fixed = 5 * limits.maximum;
    SourceState state;
    for (int failure = 0; failure < 50; ++failure)
        expect_wait(after_failure(state, Errc::not_found, {}, fixed, now, seed), *fixed.fixed);
}

TEST(Interval, SkippedHoursAndDaysAreLeft) {
    PollResult result = seen(2, 1);
    for (std::size_t hour = 7; hour < 12; ++hour)
        result.skip_hours.set(hour);
    SourceState state = with_interval(60min);
    Decision decision = after_success(state, result, limits, now, seed); // would be about 07:32
    EXPECT_EQ(decision.due, now + 5h + 30min);                           // 12:00
    EXPECT_EQ(decision.reason, IntervalReason::skip_hours);

    result.skip_days.set(0); // Sunday
    decision = after_success(state, result, limits, now, seed);
    EXPECT_EQ(decision.due, now + 17h + 30min); // Monday 00:00
    EXPECT_EQ(decision.reason, IntervalReason::skip_days);
}

TEST(Interval, WhoSkipsEverythingSkipsNothing) {
    PollResult result = seen(2, 1);
    result.skip_hours.set();
    SourceState state = with_interval(60min);
    expect_wait(after_success(state, result, limits, now, seed), 60min);
}

TEST(Backoff, IsLinearByWeightAndNeverStops) {
    SourceState state = with_interval(30min);
    EXPECT_EQ(after_failure(state, Errc::http_server_error, {}, limits, now, seed).reason,
              IntervalReason::backoff);
    const Duration steps[] = {90min, 120min,
                              150min}; // 30 min and half an hour for each failure, second to fourth
    for (const Duration step : steps)
        expect_wait(after_failure(state, Errc::http_server_error, {}, limits, now, seed), step);
    EXPECT_EQ(state.failures, 4u);
    EXPECT_EQ(state.failing_since, now);
    for (int i = 0; i < 10'000; ++i)
        expect_wait(after_failure(state, Errc::http_server_error, {}, limits, now, seed),
                    std::min<Duration>(24h, 180min + i * 30min));
    EXPECT_EQ(after_failure(state, Errc::dns_failed, {}, limits, now, seed).reason, IntervalReason::maximum);
}

struct WeightCase {
    Errc error;
    FailureClass kind;
    double weight;
};
class Weight : public testing::TestWithParam<WeightCase> {};
TEST_P(Weight, OfOneFailure) {
    SourceState state = with_interval(30min);
    after_failure(state, GetParam().error, {}, limits, now, seed);
    EXPECT_EQ(state.failure, GetParam().kind);
    EXPECT_DOUBLE_EQ(state.failure_weight, GetParam().weight);
}
INSTANTIATE_TEST_SUITE_P(Classes, Weight,
                         testing::Values(WeightCase{Errc::timed_out, FailureClass::temporary, 0.25},
                                         WeightCase{Errc::throttled, FailureClass::temporary, 0.25},
                                         WeightCase{Errc::truncated, FailureClass::temporary, 0.25},
                                         WeightCase{Errc::tls_failed, FailureClass::server, 0.5},
                                         WeightCase{Errc::dns_failed, FailureClass::server, 0.5},
                                         WeightCase{Errc::wrong_content, FailureClass::parse, 0.5},
                                         WeightCase{Errc::bad_feed, FailureClass::parse, 0.5},
                                         WeightCase{Errc::blocked, FailureClass::blocked, 0.5},
                                         WeightCase{Errc::robots_denied, FailureClass::blocked, 0.5},
                                         WeightCase{Errc::not_found, FailureClass::missing, 1},
                                         WeightCase{Errc::gone, FailureClass::gone, 1}));

TEST(Backoff, OurOwnFaultsAreNotCharged) {
    for (const Errc error : {Errc::cancelled, Errc::storage_failed, Errc::storage_busy}) {
        SourceState state = with_interval(30min);
        const Decision decision = after_failure(state, error, {}, limits, now, seed);
        expect_wait(decision, 1min);
        EXPECT_EQ(decision.reason, IntervalReason::ours);
        state.due.reset();
        EXPECT_EQ(state, with_interval(30min));
    }
}

TEST(Backoff, RetryAfterCanOnlyLengthen) {
    SourceState state = with_interval(30min);
    const Decision longer = after_failure(state, Errc::throttled, 3h, limits, now, seed);
    expect_wait(longer, 3h);
    EXPECT_EQ(longer.reason, IntervalReason::retry_after);
    expect_wait(after_failure(state, Errc::throttled, 1s, limits, now, seed), 60min);
}

TEST(Gone, TwiceInARowAndOnlyThen) {
    SourceState state = with_interval(30min);
    after_failure(state, Errc::gone, {}, limits, now, seed);
    EXPECT_FALSE(state.is_gone());
    after_failure(state, Errc::timed_out, {}, limits, now, seed);
    after_failure(state, Errc::gone, {}, limits, now, seed);
    EXPECT_FALSE(state.is_gone());
    after_failure(state, Errc::gone, {}, limits, now, seed);
    EXPECT_TRUE(state.is_gone());
    EXPECT_TRUE(state.due.has_value()); // gone, and still asked
}

TEST(Success, ForgetsFailures) {
    SourceState state = with_interval(30min);
    after_failure(state, Errc::gone, {}, limits, now, seed);
    after_failure(state, Errc::gone, {}, limits, now, seed);
    after_success(state, seen(2, 1), limits, now + 1h, seed);
    SourceState expected = with_interval(30min);
    expected.last_success = now + 1h;
    expected.due = state.due;
    EXPECT_EQ(state, expected);
}

TEST(Restored, AsStoredUnlessTheClockWasWrong) {
    SourceState state = with_interval(30min);
    state.due = now + 2h;
    EXPECT_EQ(restored_due(state, limits, now, 0ms, seed), now + 2h);
    state.due = now - 48h;
    EXPECT_EQ(restored_due(state, limits, now, 0ms, seed), now - 48h); // overdue: first in the heap
    state.due = now + std::chrono::years(5);
    EXPECT_EQ(restored_due(state, limits, now, 0ms, seed), now);
    EXPECT_LT(restored_due(state, limits, now, 60s, seed), now + 60s) << "with all others of that clock";
}

TEST(Restored, NewSourcesAreSpread) {
    Time earliest = Time::max(), latest = Time::min();
    for (std::uint64_t i = 0; i < 1000; ++i) {
        const Time due = restored_due({}, limits, now, 60s, i);
        earliest = std::min(earliest, due);
        latest = std::max(latest, due);
    }
    EXPECT_GE(earliest, now);
    EXPECT_LT(earliest, now + 2s);
    EXPECT_LT(latest, now + 60s);
    EXPECT_GT(latest, now + 58s);
}

TEST(FailureClass, NamesGoThereAndBack) {
    for (const FailureClass kind :
         {FailureClass::none, FailureClass::temporary, FailureClass::server, FailureClass::parse,
          FailureClass::blocked, FailureClass::missing, FailureClass::gone, FailureClass::ours})
        EXPECT_EQ(failure_class_from_name(name(kind)), kind);
    EXPECT_EQ(failure_class_from_name("unheard of"), FailureClass::none);
    EXPECT_EQ(name(IntervalReason::ours), "ours");
}

} // namespace
} // namespace khabar::poll
