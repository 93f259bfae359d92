#include "daemon/pipeline/one_shot.hpp"

#include "daemon/log/log.hpp"
#include "daemon/pipeline/loop/wake.hpp"
#include "daemon/pipeline/page/page_fetch.hpp"
#include "daemon/pipeline/page/page_worker.hpp"
#include "parsers/feed/feed.hpp"
#include "parsers/sitemap/sitemap.hpp"

#include <boost/asio/co_spawn.hpp>

#include <algorithm>
#include <unordered_set>

namespace khabar::pipeline {

namespace {

constexpr std::size_t most_links = 10'000; // of one source in one go; the rest stays queued
constexpr std::chrono::seconds renew_every = link_lease / 2;
constexpr poll::Duration patience = std::chrono::hours(1); // who asked for this source waits for its host

// What the workers of one run share.
struct Run {
    Run(Crawl& in, settings::Source polled, std::function<void(const OneShotProgress&)> tell)
        : crawl(in),
          source(std::move(polled)),
          report(std::move(tell)),
          ended(in.executor) {}

    Crawl& crawl;
    settings::Source source;
    std::function<void(const OneShotProgress&)> report;
    Wake ended;
    OneShotProgress progress;
    // Links of all workers; the writer's thread alone looks at them, so that claims see each other.
    std::shared_ptr<std::unordered_set<std::int64_t>> in_work =
        std::make_shared<std::unordered_set<std::int64_t>>();
    std::size_t running = 0;
    std::exception_ptr error;
};

// The next link that no worker has; `ended` is no longer in work. Those that are and have come due meanwhile
// are renewed on the way.
boost::asio::awaitable<std::vector<store::Link>> claim_next(std::shared_ptr<Run> run,
                                                            std::optional<std::int64_t> ended) {
    auto task = [id = run->source.id, in_work = run->in_work, ended,
                 now = Clock::wall()](store::Database& database, story::StoryIndex&) {
        if (ended) in_work->erase(*ended);
        std::vector<store::Link> links;
        while (links.empty() && !store::due_links_of(database, id, now, 1).empty())
            links = claim_links(database, id, now, 1, *in_work);
        for (const store::Link& link : links)
            in_work->insert(link.id);
        return links;
    };
    std::vector<store::Link> links = co_await run->crawl.archive.write(std::move(task));
    co_return links;
}

boost::asio::awaitable<void> work(std::shared_ptr<Run> run) {
    std::optional<std::int64_t> ended;
    while (run->progress.done < most_links) {
        std::vector<store::Link> links = co_await claim_next(run, ended);
        if (links.empty()) co_return;
        ended = links.front().id;
        const PageReport report = co_await work_link(run->crawl, run->source, std::move(links.front()));
        ++run->progress.done;
        if (report.committed) ++run->progress.stored;
        if (!report.committed) ++run->progress.failed;
        run->progress.total = std::max(run->progress.total, run->progress.done);
        if (run->report) run->report(run->progress);
    }
}

// A link may wait for its host for longer than a lease lasts.
boost::asio::awaitable<void> renew_leases(std::shared_ptr<Run> run) {
    auto task = [in_work = run->in_work, until = Clock::wall() + link_lease](store::Database& database,
                                                                             story::StoryIndex&) {
        for (const std::int64_t id : *in_work)
            store::postpone_link(database, id, until);
        return true;
    };
    try {
        co_await run->crawl.archive.write(std::move(task));
    } catch (const store::StoreError& error) {
        log::error("leases could not be renewed", {{"source", run->source.id}, {"error", error.what()}});
    }
}

// What came from an address given by hand.
enum class Content : std::uint8_t { page, feed, sitemap };

// A sitemap by its root element, which no page has.
Content content_of(const net::Response& response) {
    constexpr std::size_t root_within = 4096;
    feed::Hints hints;
    hints.url = response.url;
    hints.content_type = response.content_type;
    if (feed::parse(response.body, hints)) return Content::feed;
    const std::string_view head = std::string_view(response.body).substr(0, root_within);
    const bool rooted = head.find("<urlset") != std::string_view::npos ||
                        head.find("<sitemapindex") != std::string_view::npos;
    return rooted && sitemap::parse(response.body) ? Content::sitemap : Content::page;
}

} // namespace

boost::asio::awaitable<Result<FetchedUrl>> fetch_url(Crawl& crawl, settings::Source source,
                                                     store::Link link) {
    crawl.patience = longest_hop_wait;
    FetchResult<Fetched> page = co_await fetch_page(crawl, source, link);
    if (!page) co_return tl::unexpected<Error>(page.error().error);
    FetchedUrl fetched;
    auto look = [&response = page->response] { return content_of(response); };
    const Content content = co_await crawl.pool.run(look);
    fetched.is_feed = content == Content::feed;
    if (fetched.is_feed) co_return fetched;
    if (content == Content::sitemap)
        co_return fail(Errc::wrong_content,
                       "a sitemap and no page; `khabar inspect sitemap URL` lists what is in it, and a "
                       "source of `kind: sitemap` polls it");
    fetched.validators = validators_of(page->response);
    Result<Draft> draft = co_await extract_page(crawl, source, link, std::move(page->response));
    if (!draft) co_return tl::unexpected(draft.error());
    fetched.draft = std::move(*draft);
    co_return fetched;
}

boost::asio::awaitable<OneShotReport> poll_and_fetch(Crawl& crawl, settings::Source source,
                                                     std::function<void(const OneShotProgress&)> progress) {
    OneShotReport report;
    crawl.patience = patience;
    auto polled = std::make_shared<const settings::Source>(source);
    report.poll = co_await poll_source(crawl, std::move(polled));
    auto run = std::make_shared<Run>(crawl, source, std::move(progress));
    auto count = [id = source.id, now = Clock::wall()](store::Database& database, story::StoryIndex&) {
        return store::due_links_of(database, id, now, most_links).size();
    };
    run->progress.total = co_await crawl.archive.write(std::move(count));
    if (run->report) run->report(run->progress);
    const std::size_t workers =
        std::min<std::size_t>(run->progress.total, 2 * crawl.settings->fetch.per_host + 2);
    run->running = workers;
    for (std::size_t i = 0; i < workers; ++i) {
        boost::asio::co_spawn(crawl.executor, work(run), [run](std::exception_ptr error) {
            if (error) run->error = error;
            --run->running;
            run->ended.notify();
        });
    }
    auto renew_at = std::chrono::steady_clock::now() + renew_every;
    while (run->running > 0) {
        co_await run->ended.wait_until(renew_at);
        if (std::chrono::steady_clock::now() < renew_at) continue;
        co_await renew_leases(run);
        renew_at += renew_every;
    }
    if (run->error) std::rethrow_exception(run->error);
    report.pages = run->progress;
    co_return report;
}

} // namespace khabar::pipeline
