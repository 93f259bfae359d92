// Ordered sets, nothing else:
//
//     ready   groups that have a queued job and a free slot, by the time their next start is allowed; a start
//     moves a group behind
//             every other that may start now, so the one served longest ago goes first
//     turns   flows of one group by virtual time: starting a job of weight w moves its flow 1/w ahead
//     (start-time fair queueing:
//             Goyal, Vin, Cheng 1996); a flow that was empty comes in at the group's present, with no credit
//             for its absence
//
// next() takes the first group of `ready` and the first flow of its `turns`.
#include "daemon/poll/host_pacing.hpp"

#include <algorithm>
#include <cmath>
#include <deque>
#include <set>
#include <stdexcept>
#include <unordered_map>
#include <utility>

namespace khabar::poll {
namespace {

using namespace std::chrono_literals;

constexpr double latency_alpha = 0.25;
constexpr Duration longest_crawl_delay = 120s;
constexpr Duration longest_latency = 60s; // what a stalled transfer says of a host is bounded
constexpr Duration shortest_closing = 10s;
constexpr Duration longest_closing = 24h;
constexpr Duration first_throttle = 10s; // a host that says "too many" without saying for how long
constexpr Duration longest_throttle = 1h;
constexpr Duration remembered = 24h;                // since its last start, what an idle group taught us
constexpr double lightest = 0.001, heaviest = 1000; // weights are brought into this range

struct Queued {
    JobId id;
    double weight;
};

struct Flow {
    std::deque<Queued> jobs;
    double virtual_time = 0;
};
using Flows = std::map<std::string, Flow, std::less<>>;

struct Turn {
    double virtual_time;
    Flows::iterator flow; // map nodes do not move
    bool operator<(const Turn& other) const {
        if (virtual_time != other.virtual_time) return virtual_time < other.virtual_time;
        return flow->first < other.flow->first;
    }
};

struct Group {
    GroupState state; // with queued and running
    std::optional<Duration> minimum_delay;
    Flows flows; // those with queued jobs
    std::set<Turn> turns;
    double virtual_time = 0;   // of the flow that started last
    std::optional<Time> ready; // its key in `ready`
    bool changed = false;      // in `changed`
};

struct Ready {
    Time at;
    Group* group;
    bool operator<(const Ready& other) const {
        return at != other.at ? at < other.at : group->state.group < other.group->state.group;
    }
};

struct Place {
    Group* group;
    std::optional<Flows::iterator> flow; // while queued
    bool answered = false;               // then `group` may be gone
};

// The heavier first, then who came first. Flows have jobs of two or three weights: what is inserted goes near
// an end.
void put_in_order(std::deque<Queued>& jobs, const Queued& job) {
    const auto lighter = [](const Queued& a, const Queued& b) { return a.weight > b.weight; };
    jobs.insert(std::upper_bound(jobs.begin(), jobs.end(), job, lighter), job);
}

bool is_good(const Answer& answer) {
    return answer.status == 200 && answer.has_body;
}

Duration scaled(Duration length, double factor) {
    return Duration(static_cast<Duration::rep>(std::llround(static_cast<double>(length.count()) * factor)));
}

// Slower answers lengthen, faster ones shorten only when they are proper answers: an error page is quick to
// send.
void learn_latency(GroupState& state, const Answer& answer) {
    const Duration sample = std::min(answer.latency, longest_latency);
    if (sample <= 0ms) return;
    if (sample <= state.latency && !is_good(answer)) return;
    const bool first = state.latency == 0ms;
    if (first && !is_good(answer) && answer.status == 0)
        return; // a time-out is our patience, not their speed
    state.latency = first ? sample : scaled(state.latency, 1 - latency_alpha) + scaled(sample, latency_alpha);
}

// The store keeps no start, but until when the group waits: a spacing after the last one, at least. What was
// learnt then is remembered from there, and nobody waits longer than the row says.
Time last_start_of(const GroupState& stored, Duration spacing, Time now) {
    const Time at_least = std::min(stored.closed_until, now) - spacing;
    return std::min(std::max(stored.last_start, at_least), now);
}

} // namespace

struct HostPacing::Impl {
    PacingLimits limits;
    std::map<std::string, Group, std::less<>> groups; // nodes do not move
    std::set<Ready> ready;
    std::unordered_map<JobId, Place> jobs;
    std::set<std::string, std::less<>> changed; // groups
    std::size_t queued = 0;
    std::size_t running = 0;

    Group& group(std::string_view name) {
        const auto found = groups.find(name);
        if (found != groups.end()) return found->second;
        Group& made = groups[std::string(name)];
        made.state.group = name;
        return made;
    }

    [[nodiscard]] Duration unthrottled(const Group& group) const {
        return std::max(
            {group.minimum_delay.value_or(limits.delay), group.state.crawl_delay, group.state.latency});
    }
    [[nodiscard]] Duration spacing(const Group& group) const {
        return group.state.override_delay.value_or(std::max(unthrottled(group), group.state.throttle));
    }
    [[nodiscard]] Time allowed_at(const Group& group) const {
        const bool started = group.state.last_start != Time{};
        return std::max(started ? group.state.last_start + spacing(group) : Time{}, group.state.closed_until);
    }

    // After anything about the group changed.
    void place(Group& group) {
        reorder(group);
        if (!std::exchange(group.changed, true)) changed.insert(group.state.group);
    }
    void reorder(Group& group) {
        if (group.ready) ready.erase({*group.ready, &group});
        group.ready.reset();
        if (group.state.queued == 0 || group.state.running >= limits.per_group) return;
        group.ready = allowed_at(group);
        ready.insert({*group.ready, &group});
    }

    void throttle(Group& group, const Answer& answer, Time now) {
        GroupState& state = group.state;
        state.strikes += 1;
        if (answer.retry_after) {
            const Duration closing =
                std::clamp(Duration(*answer.retry_after), shortest_closing, longest_closing);
            state.closed_until = std::max(state.closed_until, now + closing);
            return;
        }
        const Duration doubled = 2 * std::max(unthrottled(group), state.throttle);
        state.throttle = std::clamp(doubled, first_throttle, longest_throttle);
    }

    void relax(Group& group) const {
        group.state.strikes = 0;
        group.state.throttle /= 2;
        if (group.state.throttle < unthrottled(group)) group.state.throttle = Duration(0);
    }

    JobId start(Group& group, Time now) {
        const Flows::iterator flow = group.turns.begin()->flow;
        group.turns.erase(group.turns.begin());
        const Queued job = flow->second.jobs.front();
        flow->second.jobs.pop_front();
        group.virtual_time = flow->second.virtual_time;
        flow->second.virtual_time += 1.0 / job.weight;
        if (flow->second.jobs.empty())
            group.flows.erase(flow);
        else
            group.turns.insert({flow->second.virtual_time, flow});
        jobs.at(job.id).flow.reset();
        --queued, --group.state.queued;
        ++running, ++group.state.running;
        group.state.last_start = now;
        place(group);
        return job.id;
    }

    void unqueue(Group& group, Flows::iterator flow, JobId id) {
        std::erase_if(flow->second.jobs, [id](const Queued& job) { return job.id == id; });
        if (flow->second.jobs.empty()) {
            group.turns.erase({flow->second.virtual_time, flow});
            group.flows.erase(flow);
        }
        --queued, --group.state.queued;
    }
};

HostPacing::HostPacing(const PacingLimits& limits) : impl_(std::make_unique<Impl>()) {
    impl_->limits = limits;
}
HostPacing::~HostPacing() = default;
HostPacing::HostPacing(HostPacing&&) noexcept = default;
HostPacing& HostPacing::operator=(HostPacing&&) noexcept = default;

void HostPacing::enqueue(Job job) {
    Group& group = impl_->group(job.group);
    const auto [flow, added] = group.flows.try_emplace(std::move(job.flow));
    if (!impl_->jobs.emplace(job.id, Place{&group, flow}).second) {
        if (added) group.flows.erase(flow);
        throw std::logic_error("job " + std::to_string(job.id) + " is queued or running already");
    }
    if (added) {
        flow->second.virtual_time = group.virtual_time;
        group.turns.insert({flow->second.virtual_time, flow});
    }
    put_in_order(flow->second.jobs, {job.id, std::clamp(job.weight, lightest, heaviest)});
    ++impl_->queued, ++group.state.queued;
    impl_->reorder(group);
}

Next HostPacing::next(Time now) {
    if (impl_->running >= impl_->limits.concurrency || impl_->ready.empty()) return Nothing{};
    const Ready first = *impl_->ready.begin();
    if (first.at > now) return WaitUntil{first.at};
    return Start{impl_->start(*first.group, now)};
}

std::string HostPacing::answered(JobId job, const Answer& answer, Time now) {
    const auto found = impl_->jobs.find(job);
    if (found == impl_->jobs.end() || found->second.flow) return {}; // never started
    if (std::exchange(found->second.answered, true)) return {};
    Group& group = *found->second.group;
    --group.state.running;
    learn_latency(group.state, answer);
    if (is_throttled(answer.status))
        impl_->throttle(group, answer, now);
    else if (is_good(answer))
        impl_->relax(group);
    impl_->place(group);
    return group.state.group;
}

bool HostPacing::release(JobId job) {
    const auto found = impl_->jobs.find(job);
    if (found == impl_->jobs.end()) return false;
    const Place place = found->second;
    impl_->jobs.erase(found);
    if (!place.flow) --impl_->running;
    if (place.answered) return true;
    if (place.flow)
        impl_->unqueue(*place.group, *place.flow, job);
    else
        --place.group->state.running;
    impl_->reorder(*place.group);
    return true;
}

Time HostPacing::expected_start(std::string_view name, Time now) const {
    const auto found = impl_->groups.find(name);
    if (found == impl_->groups.end()) return now;
    const Group& group = found->second;
    return std::max(now, impl_->allowed_at(group)) + group.state.queued * impl_->spacing(group);
}

void HostPacing::limit(const PacingLimits& limits) {
    impl_->limits = limits;
    for (auto& [name, group] : impl_->groups)
        impl_->reorder(group);
}

void HostPacing::crawl_delay(std::string_view name, Duration delay) {
    Group& group = impl_->group(name);
    const Duration bounded = std::clamp(delay, Duration(0), longest_crawl_delay);
    if (std::exchange(group.state.crawl_delay, bounded) != bounded) impl_->place(group);
}

void HostPacing::minimum_delays(const GroupDelays& delays) {
    for (auto& [name, group] : impl_->groups) {
        if (!group.minimum_delay || delays.contains(name)) continue;
        group.minimum_delay.reset();
        impl_->reorder(group);
    }
    for (const auto& [name, delay] : delays) {
        Group& group = impl_->group(name);
        group.minimum_delay = delay;
        impl_->reorder(group);
    }
}

void HostPacing::override_delay(std::string_view name, std::optional<Duration> delay) {
    Group& group = impl_->group(name);
    group.state.override_delay = delay;
    impl_->place(group);
}

void HostPacing::reset(std::string_view name) {
    const auto found = impl_->groups.find(name);
    if (found == impl_->groups.end()) return;
    GroupState& state = found->second.state;
    state.throttle = state.latency = Duration(0);
    state.strikes = 0;
    state.closed_until = Time{};
    impl_->place(found->second);
}

Duration HostPacing::spacing(std::string_view name) const {
    const auto found = impl_->groups.find(name);
    return found == impl_->groups.end() ? impl_->limits.delay : impl_->spacing(found->second);
}

std::optional<GroupState> HostPacing::state(std::string_view name) const {
    const auto found = impl_->groups.find(name);
    if (found == impl_->groups.end()) return std::nullopt;
    return found->second.state;
}

std::vector<GroupState> HostPacing::take_changed() {
    std::vector<GroupState> out;
    for (const std::string& name : std::exchange(impl_->changed, {})) {
        const auto found = impl_->groups.find(name);
        if (found == impl_->groups.end()) continue;
        found->second.changed = false;
        out.push_back(found->second.state);
    }
    return out;
}

void HostPacing::restore(const std::vector<GroupState>& states, Time now) {
    for (const GroupState& stored : states) {
        Group& group = impl_->group(stored.group);
        const std::uint32_t queued = group.state.queued, running = group.state.running;
        group.state = stored;
        group.state.queued = queued;
        group.state.running = running;
        group.state.latency = std::clamp(stored.latency, 0ms, Duration(longest_latency));
        group.state.crawl_delay = std::clamp(stored.crawl_delay, 0ms, Duration(longest_crawl_delay));
        group.state.throttle = std::clamp(stored.throttle, 0ms, Duration(longest_throttle));
        group.state.last_start = last_start_of(stored, impl_->spacing(group), now);
        const bool clock_was_wrong = stored.closed_until > now + longest_closing;
        if (clock_was_wrong) group.state.closed_until = group.state.last_start = now; // its spacing from now
        impl_->reorder(group);
    }
}

std::size_t HostPacing::forget_idle(Time now) {
    return std::erase_if(impl_->groups, [this, now](const auto& entry) {
        const Group& group = entry.second;
        const GroupState& state = group.state;
        const bool idle = state.queued == 0 && state.running == 0 && state.closed_until <= now;
        if (!idle || state.override_delay || group.minimum_delay || group.changed) return false;
        const bool plain = state.throttle == 0ms && state.crawl_delay == 0ms && state.strikes == 0 &&
                           state.latency <= impl_->limits.delay;
        return state.last_start + (plain ? impl_->spacing(group) : remembered) <= now;
    });
}

std::size_t HostPacing::queued() const noexcept {
    return impl_->queued;
}
std::size_t HostPacing::running() const noexcept {
    return impl_->running;
}

} // namespace khabar::poll
