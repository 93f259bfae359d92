#include "daemon/pipeline/crawler.hpp"

#include "daemon/log/log.hpp"
#include "daemon/pipeline/loop/in_background.hpp"
#include "daemon/pipeline/page/page_worker.hpp"
#include "daemon/pipeline/source/known_source.hpp"
#include "daemon/store/orders.hpp"

#include <algorithm>

namespace khabar::pipeline {

namespace {

using std::chrono::seconds;

// Sources that were never polled do not all start in one moment: 20 a second, and the last one within a
// minute.
constexpr poll::Duration start_spacing = std::chrono::milliseconds(50);
constexpr poll::Duration longest_start = std::chrono::minutes(1);
constexpr seconds save_pacing_every = seconds(30);          // what a crash may forget of the hosts' pacing
constexpr seconds longest_put_off = std::chrono::hours(48); // further ahead only a wrong clock put a link
constexpr seconds forget_every = std::chrono::minutes(10);

} // namespace

Crawler::Crawler(Crawl& crawl)
    : crawl_(crawl),
      pacing_(crawl),
      polls_(crawl.executor),
      pages_(crawl.executor),
      ended_(crawl.executor),
      housekeeping_(crawl.executor) {
    crawl.gate.on_throttle([this] { housekeeping_.notify(); });
}

boost::asio::awaitable<void> Crawler::restore() {
    struct Left {
        std::vector<store::SourcePlan> plans;
        KeptPacing::Rows hosts;
        std::vector<store::SourceDue> links;
        std::int64_t version = 0;
    };
    auto read = [now = crawl_.clock.seconds()](store::Database& database, story::StoryIndex&) {
        store::recover_links(database, now, link_lease, longest_put_off);
        return Left{store::load_source_plans(database), KeptPacing::read(database),
                    store::next_links_due(database), database.pragma("data_version")};
    };
    const Left left = co_await crawl_.archive.write(std::move(read));
    archive_version_ = left.version;
    for (const store::SourceDue& pending : left.links)
        turns_.add(pending.source_id, pending.due);
    std::unordered_map<std::string_view, const store::SourcePlan*> by_id;
    by_id.reserve(left.plans.size());
    for (const store::SourcePlan& plan : left.plans)
        by_id.emplace(plan.id, &plan);
    known_.reserve(crawl_.settings->sources.size());
    for (const settings::Source& source : crawl_.settings->sources) {
        const auto found = by_id.find(source.id);
        add_source(source, found == by_id.end() ? nullptr : found->second, true);
    }
    pacing_.restore(left.hosts);
}

void Crawler::add_source(const settings::Source& source, const store::SourcePlan* stored, bool at_start) {
    if (!source.enabled) return;
    poll::SourceState before;
    if (stored != nullptr && stored->configured_url == source.url) before.due = stored->next_due;
    const poll::IntervalLimits limits = interval_limits(source, crawl_.settings->poll);
    const std::uint64_t seed = std::hash<std::string>{}(source.id);
    const poll::Duration spread =
        at_start ? std::min(longest_start, start_spacing * static_cast<int>(crawl_.settings->sources.size()))
                 : poll::Duration(0);
    const poll::Time due = poll::restored_due(before, limits, crawl_.clock.now(), spread, seed);
    known_.insert_or_assign(source.id, Polled{&source, due, stored != nullptr && stored->paused});
    schedule(source.id, due);
}

// Unless something else says when: its poll that goes on, or the operator who paused it.
void Crawler::schedule(const std::string& id, poll::Time at) {
    const auto known = known_.find(id);
    if (known != known_.end()) known->second.due = at;
    if (known == known_.end() || known->second.paused || polling_.contains(id))
        schedule_.remove(id);
    else
        schedule_.set(id, at);
}

boost::asio::awaitable<void> Crawler::run() {
    loops_running_ = 2;
    in_background(crawl_.executor, poll_loop());
    in_background(crawl_.executor, page_loop());
    auto forget_at = std::chrono::steady_clock::now() + forget_every;
    while (!draining_) {
        co_await housekeeping_.wait_until(std::chrono::steady_clock::now() + save_pacing_every);
        co_await pacing_.save();
        if (std::chrono::steady_clock::now() < forget_at) continue;
        forget_at += forget_every;
        co_await pacing_.forget_idle();
    }
    while (in_flight() > 0 || loops_running_ > 0)
        co_await ended_.wait();
    co_await pacing_.save();
}

std::size_t Crawler::most_waiting() const noexcept {
    constexpr std::size_t for_each_running = 4;
    return crawl_.settings->fetch.concurrency * for_each_running;
}

void Crawler::drain() {
    draining_ = true;
    crawl_.gate.close();
    polls_.notify();
    pages_.notify();
    ended_.notify();
    housekeeping_.notify();
}

void Crawler::abort() {
    drain();
    crawl_.fetcher.close();
}

boost::asio::awaitable<void> Crawler::poll_loop() {
    while (!draining_) {
        const poll::Time now = crawl_.clock.now();
        const std::size_t most = most_waiting();
        while (polls_running_ < most) {
            const std::optional<poll::Due> due = schedule_.pop_due(now);
            if (!due) break;
            ++polls_running_;
            polling_.insert(due->source);
            in_background(crawl_.executor, poll_one(due->source));
        }
        const std::optional<poll::Time> next = schedule_.next_due();
        const bool full = polls_running_ >= most;
        const auto until =
            next && !full ? crawl_.clock.steady(*next) : std::chrono::steady_clock::time_point::max();
        co_await polls_.wait_until(until);
    }
    --loops_running_;
    ended_.notify();
}

boost::asio::awaitable<void> Crawler::poll_one(std::string id) {
    poll::Time again = crawl_.clock.now() + after_storage_failure;
    const auto before = known_.find(id);
    if (before != known_.end()) {
        try {
            std::shared_ptr<const settings::Source> config(crawl_.settings, before->second.config);
            const PollReport report = co_await poll_source(crawl_, std::move(config));
            again = due_after(id, report);
            if (report.added + report.changed > 0) turns_.add(id, crawl_.clock.now());
        } catch (const store::StoreError& error) {
            log::error("poll could not be stored", {{"source", id}, {"error", error.what()}});
        } catch (const std::exception& error) { // a bug; the other sources are polled on
            log::error("poll broke off", {{"source", id}, {"error", error.what()}});
        }
    }
    polling_.erase(id);
    schedule(id, again);
    --polls_running_;
    polls_.notify();
    pages_.notify();
    ended_.notify();
}

// At once where a reload has meanwhile given the source another address.
poll::Time Crawler::due_after(const std::string& id, const PollReport& report) const {
    const auto known = known_.find(id);
    const bool another_feed = known != known_.end() && known->second.config->url != report.source.config->url;
    return another_feed ? crawl_.clock.now() : poll::Time(*report.source.stored.next_due);
}

boost::asio::awaitable<void> Crawler::reload(std::shared_ptr<const settings::Settings> settings) {
    // A source that comes back, from `enabled: false` or from a file that was away, goes on where it was; so
    // does one of which another line was changed than its address.
    std::vector<std::string> wanted;
    for (const settings::Source& source : settings->sources) {
        const auto known = known_.find(source.id);
        const bool same = known != known_.end() && *known->second.config == source;
        if (source.enabled && !same) wanted.push_back(source.id);
    }
    auto read = [wanted = std::move(wanted)](store::Database& database, story::StoryIndex&) {
        std::unordered_map<std::string, store::SourcePlan> plans;
        for (const std::string& id : wanted)
            if (auto plan = store::load_source_plan(database, id)) plans.emplace(id, std::move(*plan));
        return plans;
    };
    const auto plans = co_await crawl_.archive.write(std::move(read));

    const std::shared_ptr<const settings::Settings> old = crawl_.settings; // `before` points into it
    crawl_.reconfigure(std::move(settings));
    std::unordered_map<std::string_view, Polled> before = std::move(known_);
    known_.clear();
    for (const settings::Source& source : crawl_.settings->sources) {
        if (!source.enabled) continue;
        const auto had = before.extract(source.id);
        const auto plan = plans.find(source.id);
        if (!had.empty() && *had.mapped().config == source)
            known_.emplace(source.id, Polled{&source, had.mapped().due, had.mapped().paused});
        else
            add_source(source, plan == plans.end() ? nullptr : &plan->second, false);
    }
    for (const auto& [id, removed] : before)
        schedule_.remove(id);
    polls_.notify();
}

} // namespace khabar::pipeline
