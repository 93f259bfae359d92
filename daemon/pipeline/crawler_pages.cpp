// The Crawler's pages: links taken from the queue in their sources' turn, each worked on by a coroutine.
#include "daemon/log/log.hpp"
#include "daemon/pipeline/crawler.hpp"
#include "daemon/pipeline/loop/in_background.hpp"
#include "daemon/pipeline/page/page_worker.hpp"

#include <algorithm>

namespace khabar::pipeline {

namespace {

using std::chrono::seconds;

constexpr seconds look_again = seconds(30); // for links that another process added or gave back
constexpr std::size_t most_link_bytes = 32u << 20;
constexpr std::size_t turns_at_once = 16; // sources whose links are claimed in one transaction

std::size_t bytes_of(const store::Link& link) {
    return sizeof link + link.content_html.size() + link.summary_html.size();
}

} // namespace

settings::Source Crawler::source_of(const std::string& id) const {
    const auto found = known_.find(id);
    if (found != known_.end()) return *found->second.config;
    settings::Source gone; // its links outlive a source that was taken out of the configuration
    gone.id = id;
    return gone;
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
    const std::size_t most = most_waiting();
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

} // namespace khabar::pipeline
