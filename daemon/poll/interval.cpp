// Two steps: how long the source's own rhythm asks to wait (adapted, or backed off), then what the publisher
// and the clock have to say.
//
//     adapt / back off ─→ longest of the hints ─→ clamp ─→ jitter ─→ out of skipHours, skipDays ─→ due
#include "daemon/poll/interval.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace khabar::poll {
namespace {

using std::chrono::seconds;

constexpr double no_news_factor = 1.5;  // nothing new at all
constexpr double few_news_factor = 1.1; // overlap above two thirds
constexpr double low_overlap = 1.0 / 3; // below: items may be lost between two polls
constexpr double good_overlap = 2.0 / 3;
constexpr double jitter = 0.1;
// One unit of failure weight: 24 failures of weight 1 in a row, or 96 that pass by themselves, reach a day.
constexpr seconds backoff_step = std::chrono::hours(1);
constexpr seconds retry_for_ours = std::chrono::minutes(1);
constexpr double most_failure_weight = 1000; // far behind the maximum, and safe to multiply
constexpr int hours_looked_ahead =
    24 * 8; // a week and a day: every combination of hours and days has come by

struct Wait {
    seconds length{0};
    IntervalReason reason = IntervalReason::adaptive;
};

seconds scaled(seconds length, double factor) {
    return seconds(static_cast<seconds::rep>(std::llround(static_cast<double>(length.count()) * factor)));
}

// The operator's fixed interval may be longer than the general maximum.
seconds longest(const IntervalLimits& limits) {
    return std::max(limits.maximum, limits.fixed.value_or(seconds(0)));
}

seconds clamped(seconds length, const IntervalLimits& limits) {
    return std::clamp(length, limits.minimum, std::max(limits.minimum, limits.maximum));
}

seconds adapted(seconds interval, const PollResult& result, const IntervalLimits& limits) {
    const std::uint32_t known = std::min(result.known, result.items);
    if (result.items == known) return scaled(interval, no_news_factor);
    const double overlap = static_cast<double>(known) / result.items;
    if (overlap < low_overlap) return limits.minimum + (interval - limits.minimum) / 2;
    if (overlap <= good_overlap) return interval;
    return scaled(interval, few_news_factor);
}

void lengthen(Wait& wait, const std::optional<seconds>& hint, IntervalReason reason) {
    if (hint && *hint > wait.length) wait = {*hint, reason};
}

void clamp(Wait& wait, const IntervalLimits& limits) {
    const seconds length = clamped(wait.length, limits);
    if (length < wait.length) wait.reason = IntervalReason::maximum;
    if (length > wait.length) wait.reason = IntervalReason::minimum;
    wait.length = length;
}

// splitmix64 (Steele, Lea, Flood 2014): neighbouring seeds give unrelated numbers.
double unit_random(std::uint64_t seed) {
    std::uint64_t z = seed + 0x9e3779b97f4a7c15u;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
    z ^= z >> 31;
    return static_cast<double>(z >> 11) * 0x1.0p-53;
}

Duration jittered(seconds length, std::uint64_t seed) {
    const double factor =
        1.0 + jitter * unit_random(seed); // only later: an earlier poll would break a publisher's word
    return Duration(
        static_cast<Duration::rep>(std::llround(static_cast<double>(Duration(length).count()) * factor)));
}

Time due_after(const Wait& wait, Time now, std::uint64_t seed) {
    return now + jittered(wait.length, seed);
}

bool skipped_day(const PollResult& result, std::chrono::sys_days day) {
    return result.skip_days.test(std::chrono::weekday(day).c_encoding());
}

bool skipped_hour(const PollResult& result, Time hour) {
    const auto since_midnight = hour - std::chrono::floor<std::chrono::days>(hour);
    return result.skip_hours.test(
        static_cast<std::size_t>(std::chrono::floor<std::chrono::hours>(since_midnight).count()));
}

// To the first moment that the publisher has not excluded; one that excludes everything has excluded nothing.
void leave_skipped(Decision& decision, const PollResult& result) {
    if (result.skip_hours.none() && result.skip_days.none()) return;
    Time at = decision.due;
    for (int i = 0; i < hours_looked_ahead; ++i) {
        const bool day = skipped_day(result, std::chrono::floor<std::chrono::days>(at));
        if (!day && !skipped_hour(result, at)) {
            decision.due = at;
            return;
        }
        decision.reason = day ? IntervalReason::skip_days : IntervalReason::skip_hours;
        at = std::chrono::floor<std::chrono::hours>(at) + std::chrono::hours(1);
    }
}

void forget_failures(SourceState& state, Time now) {
    state.failure_weight = 0;
    state.failures = 0;
    state.failure = FailureClass::none;
    state.gone = 0;
    state.failing_since.reset();
    state.last_success = now;
}

void count_failure(SourceState& state, FailureClass kind, Time now) {
    state.failure = kind;
    state.failure_weight = std::min(state.failure_weight + failure_weight(kind), most_failure_weight);
    state.failures += 1;
    state.gone = kind == FailureClass::gone ? state.gone + 1 : 0;
    if (!state.failing_since) state.failing_since = now;
}

} // namespace

std::string_view name(IntervalReason reason) noexcept {
    constexpr std::array<std::string_view, 13> names = {
        "initial",       "fixed",       "adaptive",   "minimum",   "maximum", "ttl", "update_period",
        "cache_control", "retry_after", "skip_hours", "skip_days", "backoff", "ours"};
    return names[static_cast<std::size_t>(reason)];
}

Decision after_success(SourceState& state, const PollResult& result, const IntervalLimits& limits, Time now,
                       std::uint64_t seed) {
    forget_failures(state, now);
    const bool first =
        state.interval.count() == 0; // everything is new then, which says nothing of the rhythm
    state.interval = clamped(first ? limits.initial : adapted(state.interval, result, limits), limits);
    Wait wait{state.interval, first ? IntervalReason::initial : IntervalReason::adaptive};
    if (limits.fixed) {
        wait = {*limits.fixed, IntervalReason::fixed};
    } else {
        lengthen(wait, result.ttl, IntervalReason::ttl);
        lengthen(wait, result.update_period, IntervalReason::update_period);
        lengthen(wait, result.fresh_for, IntervalReason::cache_control);
        lengthen(wait, result.retry_after, IntervalReason::retry_after);
        clamp(wait, limits);
    }
    Decision decision{due_after(wait, now, seed), wait.reason};
    if (!limits.fixed) leave_skipped(decision, result);
    state.due = decision.due;
    return decision;
}

Decision after_failure(SourceState& state, Errc error, std::optional<seconds> retry_after,
                       const IntervalLimits& limits, Time now, std::uint64_t seed) {
    const FailureClass kind = failure_class(error);
    Wait wait{retry_for_ours, IntervalReason::ours};
    if (kind != FailureClass::ours) {
        count_failure(state, kind, now);
        const seconds rhythm =
            limits.fixed.value_or(state.interval.count() == 0 ? limits.initial : state.interval);
        wait = {rhythm + scaled(backoff_step, state.failure_weight), IntervalReason::backoff};
        lengthen(wait, retry_after, IntervalReason::retry_after);
        IntervalLimits bounds = limits;
        bounds.maximum = longest(limits); // a failing source is not asked more often than a good one
        clamp(wait, bounds);
    }
    const Decision decision{due_after(wait, now, seed), wait.reason};
    state.due = decision.due;
    return decision;
}

Time restored_due(const SourceState& state, const IntervalLimits& limits, Time now, Duration spread,
                  std::uint64_t seed) {
    const Time furthest =
        now + scaled(longest(limits), 1.0 + jitter) + std::chrono::hours(hours_looked_ahead);
    if (state.due && *state.due <= furthest) return *state.due;
    return now +
           Duration(static_cast<Duration::rep>(static_cast<double>(spread.count()) * unit_random(seed)));
}

} // namespace khabar::poll
