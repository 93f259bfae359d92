#include "daemon/pipeline/source_poller.hpp"

#include "daemon/log/log.hpp"
#include "daemon/net/status.hpp"
#include "daemon/pipeline/credentials.hpp"
#include "daemon/pipeline/discover.hpp"
#include "daemon/pipeline/feed_validators.hpp"
#include "daemon/pipeline/paced_fetch.hpp"
#include "daemon/pipeline/time_zone.hpp"
#include "daemon/store/articles.hpp"
#include "daemon/store/visits.hpp"
#include "parsers/feed/feed.hpp"
#include "parsers/url/canonical.hpp"

#include <functional>

namespace khabar::pipeline {

namespace {

constexpr double poll_weight = 4; // polls are few and find the news
constexpr std::uint32_t redirects_to_adopt =
    3; // the same permanent redirect so often running: the feed has moved
constexpr std::string_view accept = "application/atom+xml, application/rss+xml, application/rdf+xml, "
                                    "application/feed+json, application/xml;q=0.9, */*;q=0.5";

// One poll from its first byte to its row: what the loop learnt, handed to the writer's thread as a value.
struct Poll {
    KnownSource source;
    store::Attempt attempt;
    std::optional<net::Response> response; // with a good status
    std::optional<feed::Feed> feed;        // none: not modified
    std::optional<Error> error;
    std::string note; // of a good poll
    std::optional<std::chrono::seconds> retry_after;
    std::vector<Candidate> candidates;
    settings::Poll bounds;
    poll::Time ended{};
};

net::Request feed_request(const Crawl& crawl, const KnownSource& source, url::Url url) {
    net::Request request{.url = std::move(url)};
    request.user_agent =
        source.config.user_agent.empty() ? crawl.settings->fetch.user_agent : source.config.user_agent;
    request.accept = accept;
    request.credentials = credentials_of(source.config);
    request.bounds.max_bytes = crawl.settings->fetch.feed_bytes;
    request.allow_private = source.config.allow_private || crawl.settings->fetch.allow_private;
    if (may_ask_conditionally(source)) add_validators(request, source);
    return request;
}

boost::asio::awaitable<Result<feed::Feed>>
read_feed(Crawl& crawl, std::shared_ptr<const net::Response> response, std::chrono::minutes zone) {
    auto job = [response, zone] {
        feed::Hints hints;
        hints.url = response->url;
        hints.content_type = response->content_type;
        hints.content_location = response->headers.get("content-location");
        hints.offset = zone;
        return feed::parse(response->body, hints);
    };
    Result<feed::Feed> feed = co_await crawl.pool.run(std::move(job));
    co_return feed;
}

// Fills the answer and the feed in; returns what went wrong.
boost::asio::awaitable<Result<void>> ask(Crawl& crawl, Poll& poll, HostGate::Ticket& ticket) {
    auto url = url::Url::parse(poll.source.stored.feed_url);
    if (!url) co_return tl::unexpected(url.error());
    net::Request request = feed_request(crawl, poll.source, std::move(*url));
    Turn turn;
    turn.flow = poll.source.config.id;
    turn.weight = poll_weight;
    FetchResult<Fetched> fetched = co_await paced_fetch(crawl, std::move(request), std::move(turn));
    if (!fetched) poll.retry_after = fetched.error().retry_after;
    if (!fetched) co_return tl::unexpected<Error>(fetched.error().error);
    ticket = std::move(fetched->ticket);
    poll.attempt.status = fetched->response.status;
    poll.retry_after = fetched->response.retry_after;
    if (const auto code = net::failure_of_status(poll.attempt.status))
        co_return fail(*code, "HTTP " + std::to_string(poll.attempt.status));
    poll.response = std::move(fetched->response);
    if (poll.response->not_modified()) co_return Result<void>();
    const std::chrono::minutes zone = zone_offset(poll.source.config.time_zone, Clock::wall());
    auto shared = std::make_shared<const net::Response>(*poll.response);
    Result<feed::Feed> feed = co_await read_feed(crawl, std::move(shared), zone);
    if (!feed) co_return tl::unexpected(feed.error());
    poll.feed = std::move(*feed);
    poll.candidates = discover(*poll.feed, poll.source.config.id, zone).candidates;
    co_return Result<void>();
}

// A permanent redirect is followed at once and believed after it was seen several times running.
void observe_redirect(KnownSource& source, const net::Response& response) {
    store::SourceState& state = source.stored;
    if (!response.moved_permanently()) {
        state.redirect_url.clear();
        state.redirect_seen = 0;
        return;
    }
    state.redirect_seen = state.redirect_url == response.url ? state.redirect_seen + 1 : 1;
    state.redirect_url = response.url;
    if (state.redirect_seen < redirects_to_adopt) return;
    log::info("feed moved", {{"source", source.config.id}, {"from", state.feed_url}, {"to", response.url}});
    state.feed_url = response.url;
    state.redirect_url.clear();
    state.redirect_seen = 0;
}

// The feed has changed and its validators have too, in an answer to a request without them. What does the
// server say to the old ones? 304 is a lie.
boost::asio::awaitable<bool> lies(Crawl& crawl, KnownSource source) {
    auto url = url::Url::parse(source.stored.feed_url);
    if (!url) co_return false;
    net::Request request = feed_request(crawl, source, std::move(*url));
    add_validators(request, source);
    Turn turn;
    turn.flow = source.config.id;
    turn.weight = poll_weight;
    const FetchResult<Fetched> fetched = co_await paced_fetch(crawl, std::move(request), std::move(turn));
    co_return fetched && fetched->response.not_modified();
}

boost::asio::awaitable<void> judge_validators(Crawl& crawl, Poll& poll, HostGate::Ticket& ticket) {
    const std::uint64_t entries =
        poll.feed ? entries_digest(poll.candidates) : poll.source.validators.entries;
    Verdict verdict = judge(poll.source, *poll.response, entries);
    if (verdict == Verdict::ask_again) {
        ticket.release(); // the question takes one of its own
        const bool lie = co_await lies(crawl, poll.source);
        verdict = lie ? Verdict::liar : Verdict::trust;
    }
    if (verdict == Verdict::liar && !std::exchange(poll.source.validators.distrusted, true)) {
        poll.note = "its ETag or Last-Modified does not change when the feed does: not sent any more";
        log::warn("validators not trusted",
                  {{"source", poll.source.config.id}, {"url", poll.source.stored.feed_url}});
    }
    keep_validators(poll.source, *poll.response, entries);
}

poll::PollResult poll_result(const Poll& poll, std::size_t known) {
    poll::PollResult result;
    result.items = static_cast<std::uint32_t>(poll.candidates.size());
    result.known = static_cast<std::uint32_t>(known);
    result.fresh_for = poll.response->fresh_for;
    result.retry_after = poll.response->retry_after;
    if (poll.feed) {
        result.ttl = poll.feed->ttl;
        result.update_period = poll.feed->update_period;
        result.skip_hours = poll.feed->skip_hours;
        result.skip_days = poll.feed->skip_days;
    }
    return result;
}

// What only the database can tell.
struct Added {
    std::size_t added = 0, known = 0, changed = 0;
};

// When the article's page was last looked at, or says that it was changed, whichever is later.
store::Time last_seen(const store::Database& database, std::int64_t id) {
    const auto article = store::find_article(database, id);
    if (!article) return store::Time::max();
    const auto visit = store::find_visit(database, id); // a look that found nothing new counts
    return std::max({article->fetched_at, article->updated_at.value_or(article->fetched_at),
                     visit ? visit->checked_at : article->fetched_at});
}

std::size_t reopen_changed(store::Database& database, const std::vector<Candidate>& candidates,
                           store::Time now) {
    std::size_t changed = 0;
    for (const Candidate& candidate : candidates) {
        if (!candidate.updated || *candidate.updated > now) continue;
        const auto id = store::find_article_id(database, candidate.link.key);
        if (!id) continue;
        if (*candidate.updated > last_seen(database, *id) &&
            store::reopen_link(database, candidate.link.key, now))
            ++changed;
    }
    return changed;
}

Added add_candidates(store::Database& database, const std::string& source_id,
                     const std::vector<Candidate>& candidates, const settings::Poll& bounds,
                     store::Time now) {
    const std::int64_t today = store::count_links_since(database, source_id, now - std::chrono::hours(24));
    const std::int64_t left = std::max<std::int64_t>(0, std::int64_t{bounds.new_urls_per_day} - today);
    std::vector<std::string> keys;
    keys.reserve(candidates.size());
    for (const Candidate& candidate : candidates)
        keys.push_back(candidate.link.key);
    const std::vector<bool> known = store::known_keys(database, keys);
    const std::size_t most = std::min<std::size_t>(bounds.new_urls_per_poll, static_cast<std::size_t>(left));
    std::vector<store::NewLink> fresh;
    Added result;
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        if (known[i])
            ++result.known;
        else if (fresh.size() < most) {
            fresh.push_back(candidates[i].link);
            fresh.back().due = now;
        }
    }
    result.added = store::add_links(database, fresh, now).added;
    result.changed = reopen_changed(database, candidates, now);
    return result;
}

std::uint64_t jitter_seed(const KnownSource& source) {
    return std::hash<std::string>{}(source.config.id) ^
           (static_cast<std::uint64_t>(source.stored.totals.polls) * 0x9e3779b97f4a7c15ULL);
}

// When to come again, into the source's policy and its stored state.
void decide(KnownSource& source, const Poll& poll, std::size_t known) {
    const poll::IntervalLimits limits = interval_limits(source.config, poll.bounds);
    const std::uint64_t seed = jitter_seed(source);
    const poll::Decision decision =
        poll.error
            ? poll::after_failure(source.policy, poll.error->code, poll.retry_after, limits, poll.ended, seed)
            : poll::after_success(source.policy, poll_result(poll, known), limits, poll.ended, seed);
    store::SourceState& state = source.stored;
    state.next_due = std::chrono::time_point_cast<std::chrono::seconds>(decision.due);
    state.interval = std::chrono::duration_cast<std::chrono::seconds>(decision.due - poll.ended);
    state.interval_reason = poll::name(decision.reason);
    state.failures = source.policy.failures;
    state.failure_class = poll.error ? std::string(poll::name(source.policy.failure)) : std::string();
    state.policy = pack_policy(source.policy, source.validators);
    state.last_attempt = poll.attempt.at;
    if (!poll.error) state.last_success = poll.attempt.at;
}

// On the writer's thread: new links, the decision that depends on how many there were, and the attempt's row.
PollReport record_poll(store::Database& database, const Poll& poll) {
    // Not the wall clock: what is due, and the daily budget, must outlive its being moved.
    const store::Time now = std::chrono::floor<std::chrono::seconds>(poll.ended);
    const Added added = add_candidates(database, poll.source.config.id, poll.candidates, poll.bounds, now);
    PollReport report;
    report.source = poll.source;
    decide(report.source, poll, added.known);
    store::PollRecord record;
    record.state = report.source.stored;
    record.attempt = poll.attempt;
    record.attempt.new_links = static_cast<std::uint32_t>(added.added + added.changed);
    record.attempt.known_links = static_cast<std::uint32_t>(added.known);
    store::save_poll(database, record);
    ++report.source.stored.totals.polls;
    report.outcome = poll.attempt.outcome;
    report.error = poll.attempt.error;
    report.added = added.added;
    report.known = added.known;
    report.changed = added.changed;
    return report;
}

void count_and_log(Crawl& crawl, const PollReport& report, const std::optional<Error>& error) {
    const std::string next_due = date::to_iso8601(*report.source.stored.next_due);
    ++crawl.counters.polls;
    crawl.counters.links_new += report.added;
    crawl.counters.links_known += report.known;
    if (error) {
        ++crawl.counters.polls_failed;
        ++crawl.counters.poll_failures[error->code];
        log::warn("poll failed", {{"source", report.source.config.id},
                                  {"url", report.source.stored.feed_url},
                                  {"error", to_string(*error)},
                                  {"next_due", next_due}});
        return;
    }
    log::info("polled", {{"source", report.source.config.id},
                         {"outcome", report.outcome},
                         {"new", report.added},
                         {"known", report.known},
                         {"changed", report.changed},
                         {"next_due", next_due}});
}

// Shutting down, or not this host's turn: as if it had not been asked.
PollReport not_asked(KnownSource source, const Error& error, store::Time next_due) {
    PollReport report;
    report.source = std::move(source);
    report.outcome = name(error.code);
    report.error = error.detail;
    report.source.stored.next_due = next_due;
    return report;
}

bool was_not_asked(const std::optional<Error>& error) {
    return error && error->code == Errc::cancelled;
}

} // namespace

boost::asio::awaitable<PollReport> poll_source(Crawl& crawl, KnownSource source) {
    const poll::Time begun = crawl.clock.now();
    Poll poll;
    poll.source = std::move(source);
    poll.bounds = crawl.settings->poll;
    poll.attempt.at = Clock::wall();
    HostGate::Ticket ticket; // until what came is stored
    const Result<void> asked = co_await ask(crawl, poll, ticket);
    if (!asked) poll.error = asked.error();
    if (was_not_asked(poll.error)) {
        const auto wait = poll.retry_after.value_or(std::chrono::seconds(0));
        co_return not_asked(std::move(poll.source), *poll.error, crawl.clock.seconds() + wait);
    }
    if (!poll.error) {
        observe_redirect(poll.source, *poll.response);
        co_await judge_validators(crawl, poll, ticket);
    }
    poll.ended = crawl.clock.now();
    poll.attempt.duration = std::chrono::duration_cast<std::chrono::milliseconds>(poll.ended - begun);
    poll.attempt.outcome = poll.error ? name(poll.error->code) : poll.feed ? "ok" : "not_modified";
    poll.attempt.error = poll.error ? poll.error->detail : poll.note;
    if (const auto failures = crawl.failed_pages.extract(poll.source.config.id)) {
        poll.attempt.failed_links = failures.mapped().count;
        if (poll.attempt.error.empty())
            poll.attempt.error =
                "pages failed since the last poll, the last of them: " + failures.mapped().last;
    }
    const std::optional<Error> error = poll.error;
    const std::size_t bytes = poll.candidates.size() * 1024;
    auto task = [poll = std::move(poll)](store::Database& database, story::StoryIndex&) {
        return record_poll(database, poll);
    };
    PollReport report = co_await crawl.archive.write(std::move(task), bytes);
    count_and_log(crawl, report, error);
    co_return report;
}

} // namespace khabar::pipeline
