#pragma once
// How long until a source is polled again. Adaptive from overlap = known items / all items (design after
// Media Cloud's rss-fetcher and StormCrawler): nothing new ×1.5, overlap under a third halves the way to the
// minimum, up to two thirds keeps, above ×1.1. The wait is the longest of that, <ttl>, sy:updatePeriod,
// Cache-Control and Retry-After, clamped, jittered by up to 10 %, and moved out of skipHours and skipDays.
// After failures it grows linearly to the maximum: a source is never given up.

#include "daemon/poll/failure.hpp"
#include "daemon/poll/time.hpp"

#include <bitset>
#include <cstdint>
#include <optional>
#include <string_view>

namespace khabar::poll {

struct IntervalLimits {
    std::chrono::seconds minimum = std::chrono::minutes(10);
    std::chrono::seconds initial = std::chrono::minutes(30);
    std::chrono::seconds maximum = std::chrono::hours(24);
    std::optional<std::chrono::seconds>
        fixed; // the operator's word: instead of the adaptive one and of the publisher's hints
};

// Why the interval is what it is.
enum class IntervalReason : std::uint8_t {
    initial,
    fixed,
    adaptive,
    minimum,
    maximum,
    ttl,
    update_period,
    cache_control,
    retry_after,
    skip_hours,
    skip_days,
    backoff,
    ours,
};
[[nodiscard]] std::string_view name(IntervalReason reason) noexcept;

// What is remembered of one source; plain, for the store.
struct SourceState {
    std::chrono::seconds interval{0};          // adaptive, before hints and jitter; 0: never polled
    double failure_weight = 0;                 // sum since the last success
    std::uint32_t failures = 0;                // in a row
    FailureClass failure = FailureClass::none; // of the last poll
    std::uint32_t gone = 0;                    // 410 in a row
    std::optional<Time> failing_since;
    std::optional<Time> last_success;
    std::optional<Time> due; // as last decided

    // 410 twice in a row.
    [[nodiscard]] bool is_gone() const noexcept { return gone >= 2; }
    friend bool operator==(const SourceState&, const SourceState&) = default;
};

// What a good poll showed. A 304 is a poll with nothing new.
struct PollResult {
    std::uint32_t items = 0;
    std::uint32_t known = 0;
    std::optional<std::chrono::seconds> ttl;
    std::optional<std::chrono::seconds> update_period;
    std::optional<std::chrono::seconds> fresh_for;
    std::optional<std::chrono::seconds> retry_after;
    std::bitset<24> skip_hours; // UTC
    std::bitset<7> skip_days;   // 0 = Sunday
};

struct Decision {
    Time due;
    IntervalReason reason = IntervalReason::initial;
};

// `seed`: any number that differs between polls and sources; the jitter is a function of it alone.
Decision after_success(SourceState& state, const PollResult& result, const IntervalLimits& limits, Time now,
                       std::uint64_t seed);
Decision after_failure(SourceState& state, Errc error, std::optional<std::chrono::seconds> retry_after,
                       const IntervalLimits& limits, Time now, std::uint64_t seed);

// When a source that was read from the store is due: as stored; at once, spread by `seed` over `spread`,
// where it has no state or one that no poll of today's clock can have left (further ahead than
// `limits.maximum`, jitter and skipped days allow).
[[nodiscard]] Time restored_due(const SourceState& state, const IntervalLimits& limits, Time now,
                                Duration spread, std::uint64_t seed);

} // namespace khabar::poll
