// A day of polling on a virtual clock: the schedule, the interval policy and the pacing as the pipeline joins
// them, against hosts that answer, stall, refuse and throttle. What must hold of it is checked at every
// start.
#include "daemon/poll/host_pacing.hpp"
#include "daemon/poll/interval.hpp"
#include "daemon/poll/schedule.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <queue>
#include <unordered_map>

namespace khabar::poll {
namespace {

using namespace std::chrono_literals;

constexpr Time midnight = std::chrono::sys_days(std::chrono::year(2026) / 3 / 2);
constexpr double poll_weight = 8; // against pages

struct Host {
    Duration crawl_delay{0};
    Duration latency{200};
    bool throttles = false;
    std::optional<Time> last_start;
    Time closed_until{};
};

struct Source {
    std::string id;
    std::string host;
    std::uint32_t new_items = 3; // of 20 at each poll
    bool fails = false;
    SourceState state;
};

struct Task {
    std::size_t source;
    bool is_poll;
    Time wanted; // due time of a poll, time of queueing of a page
};

struct Ending {
    Time at;
    JobId job;
    bool operator>(const Ending& other) const { return at != other.at ? at > other.at : job > other.job; }
};

class Day {
  public:
    Day(std::size_t sources, std::uint32_t concurrency)
        : pacing_(PacingLimits{.delay = 1000ms, .per_group = 1, .concurrency = concurrency}) {
        for (std::size_t i = 0; i < sources; ++i)
            add_source(i);
    }

    void run() {
        for (Time now = midnight; now < midnight + 24h; now = next_event(now)) {
            finish_until(now);
            while (const auto due = schedule_.pop_due(now))
                queue(by_id_.at(due->source), true, due->at);
            start_all(now);
        }
    }

    // Tightest gap between two starts on one host beyond the delay that host asks for.
    Duration least_slack = Duration::max();
    Duration latest_poll{0};
    Duration latest_page_beside_sitemap{0};
    std::uint64_t polls = 0, pages = 0, throttled = 0, starts_while_closed = 0;
    std::map<std::string, std::uint32_t> polls_of_source;

  private:
    std::uint32_t random(std::uint32_t below) {
        random_ = random_ * 6364136223846793005u + 1442695040888963407u;
        return static_cast<std::uint32_t>(random_ >> 33) % below;
    }

    // Three sources a host at most; source 0 has a sitemap of 1,000 pages at every poll until noon, sources 1
    // and 2 share its host.
    void add_source(std::size_t i) {
        Source source;
        source.id = "source-" + std::to_string(i);
        source.host =
            i < 3 ? "host-0" : "host-" + std::to_string(1 + random(static_cast<std::uint32_t>(20 + i / 2)));
        if (++sources_on_host_[source.host] > 3) source.host = "own-" + std::to_string(i);
        Host& host = hosts_[source.host];
        if (i % 11 == 5 && i > 2) host.crawl_delay = std::chrono::seconds(1 + random(10));
        host.latency = Duration(50 + random(1500));
        host.throttles = i % 17 == 9;
        source.new_items = random(20);
        source.fails = i % 23 == 7;
        if (host.crawl_delay > 0ms) pacing_.crawl_delay(source.host, host.crawl_delay);
        by_id_[source.id] = sources_.size();
        schedule_.set(source.id, restored_due(source.state, limits_, midnight, 10min, i));
        sources_.push_back(std::move(source));
    }

    void queue(std::size_t source, bool is_poll, Time wanted) {
        const JobId id = ++last_job_;
        tasks_[id] = {source, is_poll, wanted};
        const Source& of = sources_[source];
        pacing_.enqueue({.id = id, .group = of.host, .flow = of.id, .weight = is_poll ? poll_weight : 1.0});
    }

    void start_all(Time now) {
        wake_.reset();
        for (;;) {
            const Next next = pacing_.next(now);
            if (const auto* start = std::get_if<Start>(&next)) {
                started(start->job, now);
                continue;
            }
            if (const auto* wait = std::get_if<WaitUntil>(&next)) wake_ = wait->at;
            return;
        }
    }

    void started(JobId job, Time now) {
        const Task& task = tasks_.at(job);
        Host& host = hosts_.at(sources_[task.source].host);
        const Duration delay = std::max<Duration>(1000ms, host.crawl_delay);
        if (host.last_start) least_slack = std::min(least_slack, now - *host.last_start - delay);
        if (now < host.closed_until) ++starts_while_closed;
        host.last_start = now;
        const Duration late = now - std::max(task.wanted, host.closed_until);
        if (task.is_poll)
            latest_poll = std::max(latest_poll, late);
        else if (task.source == 1 || task.source == 2)
            latest_page_beside_sitemap = std::max(latest_page_beside_sitemap, late);
        endings_.push({now + host.latency + Duration(random(200)), job});
    }

    void finish_until(Time now) {
        while (!endings_.empty() && endings_.top().at <= now) {
            const Ending ending = endings_.top();
            endings_.pop();
            finish(ending.job, ending.at);
        }
    }

    void finish(JobId job, Time at) {
        const Task task = tasks_.at(job);
        tasks_.erase(job);
        Source& source = sources_[task.source];
        Host& host = hosts_.at(source.host);
        Answer answer{.status = 200, .has_body = true, .latency = host.latency};
        if (host.throttles && random(50) == 0) {
            answer.status = 429;
            answer.retry_after = std::chrono::seconds(30 + random(120));
            host.closed_until = at + *answer.retry_after;
            ++throttled;
        }
        pacing_.answered(job, answer, at);
        pacing_.release(job);
        task.is_poll ? polled(task.source, answer, at) : void(++pages);
    }

    void polled(std::size_t index, const Answer& answer, Time at) {
        Source& source = sources_[index];
        ++polls;
        ++polls_of_source[source.id];
        Decision decision;
        if (answer.status == 429)
            decision = after_failure(source.state, Errc::throttled, answer.retry_after, limits_, at,
                                     random(1u << 30));
        else if (source.fails)
            decision =
                after_failure(source.state, Errc::http_server_error, {}, limits_, at, random(1u << 30));
        else
            decision = after_success(source.state, {.items = 20, .known = 20 - source.new_items}, limits_, at,
                                     random(1u << 30));
        schedule_.set(source.id, decision.due);
        if (answer.status != 200 || source.fails) return;
        const bool sitemap = index == 0 && at < midnight + 12h;
        for (std::uint32_t i = 0; i < (sitemap ? 1000 : source.new_items / 4); ++i)
            queue(index, false, at);
    }

    Time next_event(Time now) const {
        Time next = midnight + 24h;
        if (const auto due = schedule_.next_due()) next = std::min(next, *due);
        if (wake_) next = std::min(next, *wake_);
        if (!endings_.empty()) next = std::min(next, endings_.top().at);
        EXPECT_GT(next, now) << "the clock must go on";
        return std::max(next, now + 1ms);
    }

    IntervalLimits limits_;
    std::uint64_t random_ = 7;
    Schedule schedule_;
    HostPacing pacing_;
    std::vector<Source> sources_;
    std::unordered_map<std::string, std::size_t> by_id_;
    std::unordered_map<std::string, Host> hosts_;
    std::unordered_map<std::string, int> sources_on_host_;
    std::unordered_map<JobId, Task> tasks_;
    std::priority_queue<Ending, std::vector<Ending>, std::greater<>> endings_;
    std::optional<Time> wake_;
    JobId last_job_ = 0;
};

struct Size {
    std::size_t sources;
    std::uint32_t concurrency;
};
class SimulatedDay : public testing::TestWithParam<Size> {};

TEST_P(SimulatedDay, NoHostIsHurriedAndNoSourceIsLate) {
    Day day(GetParam().sources, GetParam().concurrency);
    day.run();
    EXPECT_GE(day.least_slack, 0ms);
    EXPECT_EQ(day.starts_while_closed, 0u);
    EXPECT_LE(day.latest_poll, 1min);
    EXPECT_LE(day.latest_page_beside_sitemap, 1min);
    EXPECT_EQ(day.polls_of_source.size(),
              GetParam().sources); // nobody is forgotten, the failing ones included
    for (const auto& [source, count] : day.polls_of_source)
        EXPECT_GE(count, 5u) << source;
    EXPECT_GT(day.throttled, 0u); // the day had what it was to have
    EXPECT_GT(day.pages, 5000u);
    RecordProperty("polls", std::to_string(day.polls));
    RecordProperty("pages", std::to_string(day.pages));
    RecordProperty("latest_poll_ms", std::to_string(day.latest_poll.count()));
}

INSTANTIATE_TEST_SUITE_P(Sizes, SimulatedDay, testing::Values(Size{200, 32}, Size{2000, 32}));

} // namespace
} // namespace khabar::poll
