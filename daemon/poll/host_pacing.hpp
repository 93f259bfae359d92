#pragma once
// Which request may start now. Requests queue by host group (registrable domain, or the shared address: the
// caller names it); a group starts one only when its spacing since the last start has passed and it has a
// free slot. Inside a group, flows (sources) share by weight, so that a 1,000-URL sitemap does not starve
// another source on that host; between groups, who has waited longest goes first.
//
//     spacing = the longest of  minimum delay · crawl-delay · smoothed latency (α = 0.25) · throttle
//
// Only a 200 with a body may shorten it. 429 and 503 close the whole group for Retry-After (10 s … 24 h),
// else double the throttle. enqueue, next, answered and release are O(log n) in groups and flows.
//
// A job that was started holds its group's slot until answered(), and one of `concurrency` until release():
// what it brought is still in memory then, and work goes on with it.

#include "daemon/poll/time.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace khabar::poll {

using JobId = std::uint64_t;

struct PacingLimits {
    Duration delay{1000};           // between two starts in one group, at least
    std::uint32_t per_group = 1;    // running at once in one group
    std::uint32_t concurrency = 32; // started and not released, in all
};

struct Job {
    JobId id = 0; // unique among those queued or running
    std::string group;
    std::string flow; // source id
    // Above 0: a flow of weight 2 gets twice the turns of one of weight 1. Inside a flow the heavier go
    // first, so that a poll does not wait behind the pages of the one before.
    double weight = 1.0;
};

// What answered() learns.
struct Answer {
    int status = 0; // 0: none came
    bool has_body = false;
    Duration latency{0}; // start to first byte; 0: not known
    std::optional<std::chrono::seconds> retry_after;
};

[[nodiscard]] constexpr bool is_throttled(int status) noexcept {
    return status == 429 || status == 503;
}

// Plain state of a group, for the store and for `khabar hosts`.
struct GroupState {
    std::string group;
    Duration latency{0};                    // smoothed
    Duration crawl_delay{0};                // from robots.txt
    Duration throttle{0};                   // from 429 and 503; 0: none
    std::optional<Duration> override_delay; // the operator's word: instead of all of the above
    std::uint32_t strikes = 0;              // 429 and 503 running
    Time last_start{};
    Time closed_until{};       // Retry-After
    std::uint32_t queued = 0;  // not imported
    std::uint32_t running = 0; // not imported

    friend bool operator==(const GroupState&, const GroupState&) = default;
};

using GroupDelays = std::map<std::string, Duration, std::less<>>;

struct Start {
    JobId job;
};
struct WaitUntil {
    Time at;
};
struct Nothing {}; // until an enqueue, an answered or a release
using Next = std::variant<Start, WaitUntil, Nothing>;

class HostPacing {
  public:
    explicit HostPacing(const PacingLimits& limits = {});
    ~HostPacing();
    HostPacing(HostPacing&&) noexcept;
    HostPacing& operator=(HostPacing&&) noexcept;

    void enqueue(Job job);
    [[nodiscard]] Next next(Time now);
    // The host is done with a started job: the group's slot is free.
    // Returns its name; empty for a job that is not running.
    std::string answered(JobId job, const Answer& answer, Time now);
    // Ends a job, whatever its state; nothing is learnt from one that was not answered. False where it is not
    // known.
    bool release(JobId job);
    // About when a job that is queued now would start: what is queued before it and the spacing counted, the
    // other groups' claims on `concurrency` not.
    [[nodiscard]] Time expected_start(std::string_view group, Time now) const;

    void limit(const PacingLimits& limits);                   // from now on
    void crawl_delay(std::string_view group, Duration delay); // 0: none; clamped to 120 s
    void minimum_delays(const GroupDelays& delays); // instead of the general one; of no other group any more
    void override_delay(std::string_view group, std::optional<Duration> delay);
    // Forgets throttle, closing and latency of a group (an operator's reset).
    void reset(std::string_view group);

    [[nodiscard]] Duration spacing(std::string_view group) const;
    [[nodiscard]] std::optional<GroupState> state(std::string_view group) const;
    // Those that changed since the last call: what is to be stored.
    [[nodiscard]] std::vector<GroupState> take_changed();
    // From the store; lengths are brought into their bounds, and what is closed for longer than any host can
    // ask (24 h) was closed by a clock that was wrong: it waits for its spacing. A start that is not known is
    // taken from closed_until, so that what was learnt is remembered as long as without a restart.
    void restore(const std::vector<GroupState>& states, Time now);
    // Drops groups without jobs that know nothing worth keeping: quiet for a day, or with nothing but a short
    // latency and a spacing that has passed. Returns how many.
    std::size_t forget_idle(Time now);

    [[nodiscard]] std::size_t queued() const noexcept;
    [[nodiscard]] std::size_t running() const noexcept;

  private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

} // namespace khabar::poll
