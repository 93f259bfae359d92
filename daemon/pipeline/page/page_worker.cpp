#include "daemon/pipeline/page/page_worker.hpp"

#include "daemon/log/log.hpp"
#include "daemon/pipeline/commit/retraction.hpp"
#include "daemon/pipeline/commit/revisit.hpp"
#include "daemon/pipeline/draft/barrier.hpp"
#include "daemon/pipeline/draft/moved_page.hpp"
#include "daemon/pipeline/page/page_fetch.hpp"
#include "daemon/pipeline/page/retry.hpp"
#include "daemon/settings/zone_offset.hpp"
#include "daemon/store/articles.hpp"

namespace khabar::pipeline {

namespace {

void count_and_log(Crawl& crawl, const settings::Source& source, const store::Link& link,
                   const std::string& title, const Committed& committed) {
    if (committed.kind == CommitKind::stored) ++crawl.counters.pages_stored;
    if (committed.kind == CommitKind::updated) ++crawl.counters.pages_updated;
    const auto& copied = committed.placement.duplicate_of;
    const bool fresh = committed.kind == CommitKind::stored || committed.kind == CommitKind::dropped;
    if (copied && fresh) ++crawl.counters.pages_copies;
    log::info(name(committed.kind), {{"source", source.id},
                                     {"id", committed.article},
                                     {"story", committed.placement.story},
                                     {"copy_of", copied ? std::to_string(*copied) : "-"},
                                     {"url", link.url},
                                     {"title", title}});
}

// The same text under address after address, and not what the feed announced: a door we do not know.
std::optional<Error> same_for_all(Crawl& crawl, const store::Link& link, const Draft& draft) {
    constexpr std::size_t addresses_of_a_door = 3; // two may be a story and its copy
    const std::size_t addresses = crawl.recent_pages.seen(site_of(link.url), draft.text, link.url);
    if (addresses < addresses_of_a_door) return std::nullopt;
    const bool announced = !link.title.empty() && is_announced(link.title, draft.article.title, draft.text);
    if (announced) return std::nullopt;
    return Error{Errc::blocked,
                 "the same page for " + std::to_string(addresses) + " addresses: a login or notice page"};
}

void count_failure(Crawl& crawl, const settings::Source& source, const Error& error) {
    ++crawl.counters.pages_failed;
    ++crawl.counters.page_failures[error.code];
    PageFailures& failures = crawl.failed_pages[source.id];
    ++failures.count;
    failures.last = to_string(error);
}

struct PageDraft {
    Draft draft;
    PageValidators validators;
    bool not_modified = false; // as it was when it was seen last; no draft
    HostGate::Ticket ticket;   // until the draft is stored
};

// What is known of the page of a stored article; none for a new page.
boost::asio::awaitable<std::optional<store::Visit>> last_visit(Crawl& crawl,
                                                               std::optional<std::int64_t> article) {
    if (!article) co_return std::nullopt;
    auto read = [id = *article](store::Database& database, story::StoryIndex&) {
        return store::find_visit(database, id);
    };
    std::optional<store::Visit> visit = co_await crawl.archive.write(std::move(read));
    co_return visit;
}

// Why the draft of a stored article's page is not that article; none where it is.
boost::asio::awaitable<std::optional<Error>> find_stranger(Crawl& crawl, const store::Link& link,
                                                           const std::string& reached, const Draft& draft) {
    if (!link.article || !is_elsewhere(reached, link.key)) co_return std::nullopt;
    auto read = [id = *link.article](store::Database& database, story::StoryIndex&) {
        return store::find_article(database, id);
    };
    const std::optional<store::StoredArticle> stored = co_await crawl.archive.write(std::move(read));
    if (!stored) co_return std::nullopt;
    auto judge = [&] { return stranger_at(reached, *stored, draft); };
    std::optional<Error> stranger = co_await crawl.pool.run(std::move(judge));
    co_return stranger;
}

boost::asio::awaitable<FetchResult<PageDraft>> page_draft(Crawl& crawl, settings::Source source,
                                                          store::Link link) {
    std::optional<store::Visit> seen = co_await last_visit(crawl, link.article);
    FetchResult<Fetched> page = co_await fetch_page(crawl, source, link, std::move(seen));
    if (!page) co_return tl::unexpected<FetchError>(page.error());
    PageDraft made;
    made.not_modified = page->response.not_modified();
    made.validators = validators_of(page->response);
    made.ticket = std::move(page->ticket);
    if (made.not_modified) co_return made;
    const std::string reached = page->response.url;
    Result<Draft> draft = co_await extract_page(crawl, source, link, std::move(page->response));
    if (!draft) co_return fetch_failed(draft.error());
    std::optional<Error> stranger = co_await find_stranger(crawl, link, reached, *draft);
    if (stranger) co_return fetch_failed(std::move(*stranger));
    if (auto door = same_for_all(crawl, link, *draft)) co_return fetch_failed(std::move(*door));
    made.draft = std::move(*draft);
    co_return made;
}

// What a failure leaves in the database. True: the page of a stored article is gone, which is marked now.
bool store_failure(store::Database& database, story::StoryIndex& stories, const store::Link& link,
                   const store::LinkFailure& failure, Errc code, const Ages& revisit) {
    const auto article = store::find_article_id(database, link.key);
    const bool retracted = article && note_missing(database, stories, *article, code, Clock::wall());
    if (article && !failure.retry_at) { // its text is there; its next age or its feed may open it again
        store::link_done(database, link.id, *article, failure);
        const auto next = next_visit(revisit, link.discovered_at, {}, Clock::wall());
        if (next) store::revisit_link(database, link.id, *next);
    } else if (code == Errc::gone)
        store::link_gone(database, link.id, failure);
    else
        store::link_failed(database, link.id, failure);
    return retracted;
}

boost::asio::awaitable<void> record_failure(Crawl& crawl, const settings::Source& source,
                                            const store::Link& link, const Error& error,
                                            std::optional<store::Time> retry_at) {
    store::LinkFailure failure;
    failure.error = name(error.code);
    failure.detail = error.detail;
    failure.retry_at = retry_at;
    auto task = [failure, code = error.code, link, ages = revisit_ages(*crawl.settings, source)](
                    store::Database& database, story::StoryIndex& stories) {
        return store_failure(database, stories, link, failure, code, ages);
    };
    const bool retracted = co_await crawl.archive.write(std::move(task));
    if (retracted) log::info("retracted", {{"url", link.url}, {"error", to_string(error)}});
}

// Ours, not the page's: no attempt.
boost::asio::awaitable<void> give_back(Crawl& crawl, const store::Link& link, store::Time until) {
    auto task = [id = link.id, until](store::Database& database, story::StoryIndex&) {
        store::postpone_link(database, id, until);
        return true;
    };
    co_await crawl.archive.write(std::move(task));
}

void log_failure(const settings::Source& source, const store::Link& link, const Error& error,
                 std::optional<store::Time> retry_at) {
    log::warn("page failed", {{"source", source.id},
                              {"url", link.url},
                              {"error", to_string(error)},
                              {"attempt", static_cast<std::int64_t>(link.attempts) + 1},
                              {"retry_at", retry_at ? date::to_iso8601(*retry_at) : "never"}});
}

// What a commit of this link is told, besides its draft.
Commit commit_of(const Crawl& crawl, const settings::Source& source, const store::Link& link) {
    Commit work;
    work.url = link.url;
    work.source_id = source.id;
    work.entry_id = link.entry_id;
    if (link.id != 0) work.link = link.id;
    work.fetched_at = Clock::wall();
    work.offset = settings::zone_offset(source.time_zone, work.fetched_at);
    work.duplicates = crawl.settings->store.duplicates;
    work.revisit = revisit_ages(*crawl.settings, source);
    work.found_at = link.discovered_at;
    return work;
}

boost::asio::awaitable<Committed> commit_as_it_was(Crawl& crawl, settings::Source source, store::Link link) {
    Commit work = commit_of(crawl, source, link);
    auto task = [work = std::move(work), article = *link.article](store::Database& database,
                                                                  story::StoryIndex& stories) {
        return commit_unmodified(database, stories, work, article);
    };
    const Committed committed = co_await crawl.archive.write(std::move(task));
    count_and_log(crawl, source, link, link.title, committed);
    co_return committed;
}

// The draft as the article of the link; `page_error`: why it is the feed's and not the page's.
boost::asio::awaitable<PageReport> store_page(Crawl& crawl, settings::Source source, store::Link link,
                                              Draft draft, std::optional<Error> page_error,
                                              PageValidators validators) {
    PageReport report;
    report.error = page_error;
    report.committed = co_await commit_page(crawl, source, link, std::move(draft), std::move(page_error),
                                            std::move(validators));
    report.next_visit = report.committed->next_visit;
    co_return report;
}

// The page will not come, or is not asked for: what the feed said of it is better than nothing.
boost::asio::awaitable<PageReport> end_with_entry(Crawl& crawl, settings::Source source, store::Link link,
                                                  std::optional<Error> page_error) {
    PageReport report;
    Result<Draft> said = co_await extract_entry(crawl, source, link);
    if (said) {
        PageValidators none;
        report = co_await store_page(crawl, source, link, std::move(*said), std::move(page_error),
                                     std::move(none));
        co_return report;
    }
    report.error = page_error ? page_error : said.error();
    if (!page_error) { // the page's own was told when it came
        count_failure(crawl, source, *report.error);
        log_failure(source, link, *report.error, std::nullopt);
    }
    co_await record_failure(crawl, source, link, *report.error, std::nullopt);
    co_return report;
}

// Nothing came: given back where that was ours, tried again later, or ended with what the feed said.
boost::asio::awaitable<PageReport> end_without_page(Crawl& crawl, settings::Source source, store::Link link,
                                                    FetchError failure) {
    PageReport report;
    report.error = failure.error;
    const auto delay = retry_delay(failure.error.code, link.attempts + 1, failure.retry_after);
    if (delay) report.retry_at = crawl.clock.seconds() + *delay;
    if (is_our_fault(failure.error.code)) {
        if (crawl.gate.closed()) report.retry_at = crawl.clock.seconds();
        co_await give_back(crawl, link, *report.retry_at);
        co_return report;
    }
    count_failure(crawl, source, failure.error);
    log_failure(source, link, failure.error, report.retry_at);
    if (report.retry_at)
        co_await record_failure(crawl, source, link, failure.error, report.retry_at);
    else
        report = co_await end_with_entry(crawl, source, link, report.error);
    co_return report;
}

} // namespace

std::vector<store::Link> claim_links(store::Database& database, const std::string& source_id, store::Time now,
                                     std::size_t limit, const std::unordered_set<std::int64_t>& in_work) {
    std::vector<store::Link> links = store::due_links_of(database, source_id, now, limit);
    for (const store::Link& link : links)
        store::postpone_link(database, link.id, now + link_lease);
    std::erase_if(links, [&](const store::Link& link) { return in_work.contains(link.id); });
    return links;
}

boost::asio::awaitable<Committed> commit_page(Crawl& crawl, settings::Source source, store::Link link,
                                              Draft draft, std::optional<Error> page_error,
                                              PageValidators validators) {
    const std::string site = site_of(link.url);
    const std::string title = draft.article.title;
    const article::PageTraits traits = draft.traits;
    const std::size_t bytes = 2 * draft.text.size();
    Commit work = commit_of(crawl, source, link);
    work.draft = std::move(draft);
    work.page_error = std::move(page_error);
    work.validators = std::move(validators);
    auto task = [work = std::move(work)](store::Database& database, story::StoryIndex& stories) {
        return commit_draft(database, stories, work);
    };
    const Committed committed = co_await crawl.archive.write(std::move(task), bytes);
    if (committed.kind == CommitKind::stored) crawl.memories.add(site, traits);
    count_and_log(crawl, source, link, title, committed);
    co_return committed;
}

boost::asio::awaitable<PageReport> work_link(Crawl& crawl, settings::Source source, store::Link link) {
    PageReport report;
    if (link.complete) {
        Result<Draft> said = co_await extract_entry(crawl, source, link);
        if (said) {
            PageValidators none;
            report =
                co_await store_page(crawl, source, link, std::move(*said), std::nullopt, std::move(none));
            co_return report;
        }
    }
    if (!source.full_text) {
        report = co_await end_with_entry(crawl, source, link, std::nullopt);
        co_return report;
    }
    FetchResult<PageDraft> page = co_await page_draft(crawl, source, link);
    if (!page) {
        report = co_await end_without_page(crawl, source, link, page.error());
        co_return report;
    }
    if (page->not_modified) {
        report.committed = co_await commit_as_it_was(crawl, source, link);
        report.next_visit = report.committed->next_visit;
        co_return report;
    }
    report = co_await store_page(crawl, source, link, std::move(page->draft), std::nullopt,
                                 std::move(page->validators));
    co_return report;
}

} // namespace khabar::pipeline
