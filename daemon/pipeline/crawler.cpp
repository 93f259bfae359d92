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
constexpr seconds look_again = seconds(30);        // for links that another process added or gave back
constexpr seconds save_pacing_every = seconds(30); // what a crash may forget of the hosts' pacing
constexpr seconds after_storage_failure = seconds(60);

// Polls and pages that wait for their host hold nothing but their place here; fetch.concurrency bounds those
// that do work (HostGate::Ticket). So a crowd before slow hosts does not keep others out.
constexpr std::size_t waiting_for_each_running = 4;
constexpr std::size_t most_link_bytes = 32u << 20;
constexpr std::size_t turns_at_once = 16; // sources whose links are claimed in one transaction
constexpr seconds longest_put_off = std::chrono::hours(48); // further ahead only a wrong clock put a link
constexpr seconds forget_every = std::chrono::minutes(10);

std::size_t bytes_of(const store::Link& link) {
    return sizeof link + link.content_html.size() + link.summary_html.size();
}

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
    if (source.delay)
        if (const auto url = url::Url::parse(source.url))
            crawl_.gate.pacing().minimum_delay(host_group(*url), source.delay);
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

settings::Source Crawler::source_of(const std::string& id) const {
    const auto found = known_.find(id);
    if (found != known_.end()) return *found->second.config;
    settings::Source gone; // its links outlive a source that was taken out of the configuration
    gone.id = id;
    return gone;
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
        const std::size_t most = crawl_.settings->fetch.concurrency * waiting_for_each_running;
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

boost::asio::awaitable<void> Crawler::page_loop() {
    while (!draining_) {
        const std::size_t served = co_await begin_pages();
        if (served > 0) continue;
        const auto again = std::chrono::steady_clock::now() + look_again;
        const std::optional<poll::Time> next = turns_.next_due();
        const bool waits = next && *next > crawl_.clock.now(); // else for a page to end
        const auto next_turn = waits ? crawl_.clock.steady(*next) : again;
        co_await pages_.wait_until(std::min(again, next_turn));
        if (std::chrono::steady_clock::now() >= again) co_await look_for_foreign_links();
    }
    --loops_running_;
    ended_.notify();
}

std::vector<LinkTurns::Turn> Crawler::next_turns() {
    const settings::Fetch& fetch = crawl_.settings->fetch;
    const std::size_t most = fetch.concurrency * waiting_for_each_running;
    // Enough of one source to keep its host's slots busy while others are extracted and stored.
    turns_.limit(2 * std::size_t{fetch.per_host} + 2);
    std::size_t free = link_bytes_ < most_link_bytes && pages_running_ < most ? most - pages_running_ : 0;
    std::vector<LinkTurns::Turn> turns;
    while (free > 0 && turns.size() < turns_at_once) {
        std::optional<LinkTurns::Turn> turn = turns_.next(crawl_.clock.now());
        if (!turn) break;
        turn->most = std::min(turn->most, free);
        free -= turn->most;
        turns.push_back(std::move(*turn));
    }
    return turns;
}

// Claims links of the sources whose turn it is. Returns how many sources that were.
boost::asio::awaitable<std::size_t> Crawler::begin_pages() {
    const std::vector<LinkTurns::Turn> turns = next_turns();
    if (turns.empty()) co_return 0;
    struct Claimed {
        std::vector<store::Link> links;
        std::vector<store::SourceDue> next;
    };
    const poll::Time now = crawl_.clock.now();
    auto task = [turns, in_work = links_in_work_, now = crawl_.clock.seconds()](store::Database& database,
                                                                                story::StoryIndex&) {
        Claimed claimed;
        for (const LinkTurns::Turn& turn : turns) {
            auto links = claim_links(database, turn.source, now, turn.most, in_work);
            std::move(links.begin(), links.end(), std::back_inserter(claimed.links));
            if (const auto next = store::next_link_due(database, turn.source))
                claimed.next.push_back({turn.source, *next});
        }
        return claimed;
    };
    try {
        Claimed claimed = co_await crawl_.archive.write(std::move(task));
        for (const store::SourceDue& next : claimed.next)
            turns_.add(next.source_id, std::max<poll::Time>(next.due, now)); // behind who waits since before
        for (store::Link& link : claimed.links)
            begin_page(std::move(link));
        co_return turns.size();
    } catch (const store::StoreError& error) {
        log::error("links could not be read", {{"error", error.what()}});
    }
    for (const LinkTurns::Turn& turn : turns)
        turns_.add(turn.source, now + after_storage_failure);
    co_return 0;
}

// What another process (`khabar fetch`) left in the queue. Costs nothing where no other has written.
boost::asio::awaitable<void> Crawler::look_for_foreign_links() {
    auto task = [seen = archive_version_](store::Database& database, story::StoryIndex&) {
        const std::int64_t version = database.pragma("data_version");
        return std::pair(version,
                         version == seen ? std::vector<store::SourceDue>() : store::next_links_due(database));
    };
    try {
        const auto [version, pending] = co_await crawl_.archive.write(std::move(task));
        archive_version_ = version;
        for (const store::SourceDue& source : pending)
            turns_.add(source.source_id, source.due);
    } catch (const store::StoreError& error) {
        log::error("links could not be read", {{"error", error.what()}});
    }
}

void Crawler::begin_page(store::Link link) {
    settings::Source source = source_of(link.source_id);
    ++pages_running_;
    links_in_work_.insert(link.id);
    link_bytes_ += bytes_of(link);
    turns_.begun(link.source_id);
    in_background(crawl_.executor, page_one(std::move(source), std::move(link)));
}

boost::asio::awaitable<void> Crawler::page_one(settings::Source source, store::Link link) {
    std::optional<store::Time> again;
    try {
        const PageReport report = co_await work_link(crawl_, source, link);
        again = report.retry_at ? report.retry_at : report.next_visit;
    } catch (const store::StoreError& error) {
        again = crawl_.clock.seconds() + link_lease;
        log::error("page could not be stored",
                   {{"source", source.id}, {"url", link.url}, {"error", error.what()}});
    } catch (const std::exception& error) { // a bug that this page has found; the others go on
        again = crawl_.clock.seconds() + link_lease;
        log::error("page broke off", {{"source", source.id}, {"url", link.url}, {"error", error.what()}});
    }
    page_ended(link, again);
}

void Crawler::page_ended(const store::Link& link, std::optional<store::Time> again) {
    --pages_running_;
    links_in_work_.erase(link.id);
    link_bytes_ -= bytes_of(link);
    turns_.ended(link.source_id);
    if (again) turns_.add(link.source_id, *again);
    pages_.notify();
    ended_.notify();
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
