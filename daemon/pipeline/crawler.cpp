#include "daemon/pipeline/crawler.hpp"

#include "daemon/log/log.hpp"
#include "daemon/pipeline/page_worker.hpp"
#include "daemon/store/hosts.hpp"
#include "daemon/store/orders.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>

#include <algorithm>

namespace khabar::pipeline {

namespace {

using std::chrono::seconds;

// Sources that were never polled do not all start in one moment: 20 a second, and the last one within a
// minute.
constexpr poll::Duration start_spacing = std::chrono::milliseconds(50);
constexpr poll::Duration longest_start = std::chrono::minutes(1);
constexpr seconds look_again = seconds(30);        // for links that another process added or gave back
constexpr seconds save_pacing_every = seconds(30); // what a crash may forget of the hosts' pacing
constexpr seconds after_storage_failure = seconds(60);

poll::GroupState group_state(const store::HostPacing& row) {
    poll::GroupState state;
    state.group = row.group;
    state.latency = row.latency;
    state.crawl_delay = row.crawl_delay;
    state.throttle = row.delay;
    state.closed_until = row.next_allowed;
    return state;
}

store::HostPacing host_row(const poll::GroupState& state, poll::Duration spacing) {
    store::HostPacing row;
    row.group = state.group;
    row.latency = state.latency;
    row.crawl_delay = state.crawl_delay;
    row.delay = state.throttle;
    row.next_allowed = std::max(state.closed_until, state.last_start + spacing);
    return row;
}

} // namespace

Crawler::Crawler(Crawl& crawl)
    : crawl_(crawl),
      polls_(crawl.executor),
      pages_(crawl.executor),
      ended_(crawl.executor) {}

boost::asio::awaitable<void> Crawler::restore() {
    auto read = [](store::Database& database, story::StoryIndex&) {
        return std::tuple(store::load_source_states(database), store::load_hosts(database),
                          store::load_host_rules(database));
    };
    const auto [states, hosts, rules] = co_await crawl_.archive.write(std::move(read));
    std::unordered_map<std::string_view, const store::SourceState*> by_id;
    for (const store::SourceState& state : states)
        by_id.emplace(state.id, &state);
    for (const settings::Source& source : crawl_.settings->sources) {
        const auto found = by_id.find(source.id);
        add_source(source, found == by_id.end() ? nullptr : found->second, true);
    }
    std::vector<poll::GroupState> groups;
    std::transform(hosts.begin(), hosts.end(), std::back_inserter(groups), group_state);
    crawl_.gate.pacing().restore(groups, crawl_.clock.now());
    for (const store::HostRule& rule : rules)
        crawl_.gate.pacing().override_delay(rule.group, rule.delay);
}

void Crawler::add_source(const settings::Source& source, const store::SourceState* stored, bool at_start) {
    if (!source.enabled) return;
    KnownSource known = known_source(source, stored);
    const poll::IntervalLimits limits = interval_limits(source, crawl_.settings->poll);
    const std::uint64_t seed = std::hash<std::string>{}(source.id);
    const poll::Duration spread =
        at_start ? std::min(longest_start, start_spacing * static_cast<int>(crawl_.settings->sources.size()))
                 : poll::Duration(0);
    const poll::Time due = poll::restored_due(known.policy, limits, crawl_.clock.now(), spread, seed);
    known_.insert_or_assign(source.id, std::move(known));
    schedule(source.id, due);
}

// Unless something else says when: its poll that goes on, or the operator who paused it.
void Crawler::schedule(const std::string& id, poll::Time at) {
    const auto known = known_.find(id);
    if (known == known_.end() || known->second.stored.paused || polling_.contains(id))
        schedule_.remove(id);
    else
        schedule_.set(id, at);
}

settings::Source Crawler::source_of(const std::string& id) const {
    const auto found = known_.find(id);
    if (found != known_.end()) return found->second.config;
    settings::Source gone; // its links outlive a source that was taken out of the configuration
    gone.id = id;
    return gone;
}

boost::asio::awaitable<void> Crawler::run() {
    loops_running_ = 2;
    boost::asio::co_spawn(crawl_.executor, poll_loop(), boost::asio::detached);
    boost::asio::co_spawn(crawl_.executor, page_loop(), boost::asio::detached);
    while (!draining_ || in_flight() > 0 || loops_running_ > 0) {
        co_await ended_.wait_until(std::chrono::steady_clock::now() + save_pacing_every);
        if (draining_) continue;
        co_await save_pacing();
    }
    co_await save_pacing();
}

void Crawler::drain() {
    draining_ = true;
    crawl_.gate.close();
    polls_.notify();
    pages_.notify();
    ended_.notify();
}

void Crawler::abort() {
    drain();
    crawl_.fetcher.close();
}

boost::asio::awaitable<void> Crawler::poll_loop() {
    while (!draining_) {
        const poll::Time now = crawl_.clock.now();
        while (polls_running_ < crawl_.settings->fetch.concurrency) {
            const std::optional<poll::Due> due = schedule_.pop_due(now);
            if (!due) break;
            ++polls_running_;
            polling_.insert(due->source);
            boost::asio::co_spawn(crawl_.executor, poll_one(due->source), boost::asio::detached);
        }
        const std::optional<poll::Time> next = schedule_.next_due();
        const bool full = polls_running_ >= crawl_.settings->fetch.concurrency;
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
            PollReport report = co_await poll_source(crawl_, before->second);
            again = end_of_poll(id, std::move(report));
        } catch (const store::StoreError& error) {
            log::error("poll could not be stored", {{"source", id}, {"error", error.what()}});
        }
    }
    polling_.erase(id);
    schedule(id, again);
    --polls_running_;
    polls_.notify();
    pages_.notify();
    ended_.notify();
}

// What the poll learnt, beside what a reload or an operator said meanwhile. When to poll again.
poll::Time Crawler::end_of_poll(const std::string& id, PollReport report) {
    const poll::Time due = *report.source.stored.next_due;
    const auto known = known_.find(id);
    if (known == known_.end()) return due;
    const bool another_feed = known->second.config.url != report.source.config.url;
    if (another_feed || known->second.generation != report.source.generation) return crawl_.clock.now();
    report.source.config = known->second.config;
    report.source.stored.paused = known->second.stored.paused;
    known->second = std::move(report.source);
    return due;
}

boost::asio::awaitable<void> Crawler::page_loop() {
    while (!draining_) {
        std::vector<store::Link> links = co_await claim();
        for (store::Link& link : links) {
            settings::Source source = source_of(link.source_id);
            ++pages_running_;
            ++pages_of_[link.source_id];
            boost::asio::co_spawn(crawl_.executor, page_one(std::move(source), std::move(link)),
                                  boost::asio::detached);
        }
        if (links.empty()) co_await pages_.wait_until(std::chrono::steady_clock::now() + look_again);
    }
    --loops_running_;
    ended_.notify();
}

boost::asio::awaitable<std::vector<store::Link>> Crawler::claim() {
    const std::size_t most = crawl_.settings->fetch.concurrency;
    if (pages_running_ >= most) co_return std::vector<store::Link>();
    // Enough of one source to keep its host's slots busy while others are extracted and stored; no more, so
    // that no source fills the house.
    const std::size_t per_source = 2 * std::size_t{crawl_.settings->fetch.per_host} + 2;
    auto task = [free = most - pages_running_, per_source, running = pages_of_, turn = turn_++,
                 now = Clock::wall()](store::Database& database, story::StoryIndex&) {
        std::vector<store::Link> links;
        const std::vector<std::string> sources = store::sources_with_due_links(database, now);
        for (std::size_t i = 0; i < sources.size() && links.size() < free; ++i) {
            const std::string& id = sources[(turn + i) % sources.size()];
            const auto busy = running.find(id);
            const std::size_t taken = busy == running.end() ? 0 : busy->second;
            if (taken >= per_source) continue;
            auto claimed = claim_links(database, id, now, std::min(per_source - taken, free - links.size()));
            std::move(claimed.begin(), claimed.end(), std::back_inserter(links));
        }
        return links;
    };
    try {
        std::vector<store::Link> links = co_await crawl_.archive.write(std::move(task));
        co_return links;
    } catch (const store::StoreError& error) {
        log::error("links could not be read", {{"error", error.what()}});
    }
    co_return std::vector<store::Link>();
}

boost::asio::awaitable<void> Crawler::page_one(settings::Source source, store::Link link) {
    const std::string url = link.url;
    try {
        co_await work_link(crawl_, source, std::move(link));
    } catch (const store::StoreError& error) {
        log::error("page could not be stored",
                   {{"source", source.id}, {"url", url}, {"error", error.what()}});
    }
    page_ended(source.id);
}

void Crawler::page_ended(const std::string& source) {
    --pages_running_;
    const auto running = pages_of_.find(source);
    if (running != pages_of_.end() && --running->second == 0) pages_of_.erase(running);
    pages_.notify();
    ended_.notify();
}

boost::asio::awaitable<void> Crawler::save_pacing() {
    std::vector<store::HostPacing> rows;
    for (const poll::GroupState& state : crawl_.gate.pacing().states())
        rows.push_back(host_row(state, crawl_.gate.pacing().spacing(state.group)));
    auto task = [rows = std::move(rows)](store::Database& database, story::StoryIndex&) {
        for (const store::HostPacing& row : rows)
            store::save_host(database, row);
        return true;
    };
    try {
        co_await crawl_.archive.write(std::move(task));
    } catch (const store::StoreError& error) {
        log::error("pacing could not be stored", {{"error", error.what()}});
    }
}

boost::asio::awaitable<void> Crawler::reload(std::shared_ptr<const settings::Settings> settings) {
    // A source that comes back, from `enabled: false` or from a file that was away, goes on where it was.
    std::vector<std::string> unknown;
    for (const settings::Source& source : settings->sources)
        if (source.enabled && !known_.contains(source.id)) unknown.push_back(source.id);
    auto read = [unknown = std::move(unknown)](store::Database& database, story::StoryIndex&) {
        std::unordered_map<std::string, store::SourceState> states;
        for (const std::string& id : unknown)
            if (auto state = store::load_source_state(database, id)) states.emplace(id, std::move(*state));
        return states;
    };
    const auto states = co_await crawl_.archive.write(std::move(read));

    apply(crawl_, std::move(settings));
    std::unordered_map<std::string, KnownSource> before = std::move(known_);
    known_.clear();
    for (const settings::Source& source : crawl_.settings->sources) {
        if (!source.enabled) continue;
        auto old = before.extract(source.id);
        const auto stored = states.find(source.id);
        if (old.empty())
            add_source(source, stored == states.end() ? nullptr : &stored->second, false);
        else if (old.mapped().config == source)
            known_.insert(std::move(old));
        else
            change_source(std::move(old.mapped()), source);
    }
    for (const auto& [id, removed] : before)
        schedule_.remove(id);
    polls_.notify();
}

void Crawler::change_source(KnownSource before, const settings::Source& source) {
    add_source(source, &before.stored, false); // which begins anew at another address
    known_.find(source.id)->second.generation = before.generation;
}

} // namespace khabar::pipeline
