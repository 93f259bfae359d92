#include "daemon/pipeline/source/source_poller.hpp"

#include "daemon/log/log.hpp"
#include "daemon/pipeline/source/document_validators.hpp"
#include "daemon/pipeline/source/input_choice.hpp"
#include "daemon/pipeline/source/input_reader.hpp"
#include "daemon/store/articles.hpp"
#include "daemon/store/visits.hpp"

#include <algorithm>
#include <functional>

namespace khabar::pipeline {

namespace {

constexpr std::uint32_t redirects_to_adopt =
    3; // the same permanent redirect so often running: the feed has moved

// One poll from its first byte to its row: what the loop learnt, handed to the writer's thread as a value.
struct Poll {
    KnownSource source;
    store::InputState inputs;
    store::Attempt attempt;
    Reading reading;
    std::optional<Error> error;
    std::string note; // of a good poll
    std::optional<std::chrono::seconds> retry_after;
    std::size_t used = 0; // the input that answered, or that was asked first where none did
    settings::Poll bounds;
    store::Validators before; // known of that input until now
    poll::Time ended{};
};

// What the database remembers of a source; of its inputs nothing where it has one that is no sitemap.
struct Remembered {
    std::optional<store::SourceState> source;
    store::InputState inputs;
    std::vector<store::Document> documents;
    std::vector<std::uint64_t> passed_over;
};

bool keeps_documents(const settings::Source& source) {
    const auto several_files = [](const settings::SourceInput& input) {
        return input.kind == settings::SourceKind::sitemap ||
               input.kind == settings::SourceKind::news_sitemap;
    };
    return !source.fallbacks.empty() || several_files(source);
}

boost::asio::awaitable<std::shared_ptr<const Remembered>>
remember(Crawl& crawl, std::shared_ptr<const settings::Source> source) {
    auto memory = std::make_shared<Remembered>();
    auto read = [source, memory](store::Database& database, story::StoryIndex&) {
        const std::string& id = source->id;
        memory->source = store::load_source_state(database, id);
        if (!keeps_documents(*source)) return true;
        memory->inputs = store::load_input_state(database, id);
        memory->documents = store::load_documents(database, id);
        memory->passed_over = store::load_passed_over(database, id);
        return true;
    };
    co_await crawl.archive.write(std::move(read));
    co_return memory;
}

// The source's own address keeps its validators with the source, fallbacks theirs among the documents.
InputRequest request_of(const Poll& poll, const Remembered& memory, std::size_t index) {
    InputRequest request;
    request.source = *poll.source.config;
    request.input = input_at(*poll.source.config, index);
    request.url = index == 0 ? poll.source.stored.feed_url : request.input.url;
    request.documents = memory.documents;
    request.passed_over.insert(memory.passed_over.begin(), memory.passed_over.end());
    request.whole = asks_whole(poll.source.stored.totals.polls);
    const auto document = std::ranges::find(memory.documents, request.url, &store::Document::url);
    if (index == 0)
        request.validators = poll.source.validators;
    else if (document != memory.documents.end())
        request.validators = document->validators;
    return request;
}

// Shutting down, or not this host's turn.
bool was_not_asked(const std::optional<Error>& error) {
    return error && error->code == Errc::cancelled;
}

// With something to fall back on, a list of nothing is no answer.
std::optional<Error> failure_of(const InputAnswer& answer, std::size_t inputs) {
    if (answer.error) return answer.error;
    const Reading& reading = answer.reading;
    const bool nothing = reading.candidates.empty() && !reading.not_modified && reading.old == 0;
    if (inputs > 1 && nothing) return Error{Errc::empty, "it lists no article"};
    return std::nullopt;
}

void note_switch(const Poll& poll, std::uint32_t before) {
    if (poll.inputs.used == before) return;
    const settings::SourceInput input = input_at(*poll.source.config, poll.inputs.used);
    log::warn("source input changed",
              {{"source", poll.source.config->id},
               {"kind", settings::name(input.kind)},
               {"url", input.url},
               {"reason", poll.inputs.used == 0 ? "answers again" : poll.inputs.reason}});
}

// Asks the source's inputs, one after the other as far as it has to. The error is that of the first asked.
boost::asio::awaitable<void> ask(Crawl& crawl, Poll& poll, std::shared_ptr<const Remembered> memory,
                                 HostGate::Ticket& ticket) {
    const std::size_t inputs = 1 + poll.source.config->fallbacks.size();
    InputChoice choice(memory->inputs, inputs, poll.attempt.at);
    const std::uint32_t before = choice.state().used;
    poll.used = choice.next().value_or(0);
    while (const auto index = choice.next()) {
        InputRequest request = request_of(poll, *memory, *index);
        store::Validators before = request.validators;
        InputAnswer answer = co_await read_input(crawl, std::move(request));
        const std::optional<Error> failure = failure_of(answer, inputs);
        if (was_not_asked(failure)) {
            poll.error = failure;
            poll.retry_after = answer.retry_after;
            co_return;
        }
        if (!failure || !poll.error) {
            poll.attempt.status = answer.status;
            poll.retry_after = answer.retry_after;
        }
        if (failure) {
            if (!poll.error) poll.error = failure;
            choice.failed(is_lasting(failure->code), to_string(*failure));
            continue;
        }
        choice.answered_well();
        poll.error.reset();
        poll.used = *index;
        poll.before = std::move(before);
        poll.reading = std::move(answer.reading);
        ticket = std::move(answer.ticket);
    }
    poll.inputs = choice.state();
    note_switch(poll, before);
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
    log::info("feed moved", {{"source", source.config->id}, {"from", state.feed_url}, {"to", response.url}});
    state.feed_url = response.url;
    state.redirect_url.clear();
    state.redirect_seen = 0;
}

poll::PollResult poll_result(const Poll& poll, std::size_t known) {
    poll::PollResult result;
    result.items = static_cast<std::uint32_t>(poll.reading.candidates.size());
    result.known = static_cast<std::uint32_t>(known);
    if (poll.reading.answer) {
        result.fresh_for = poll.reading.answer->fresh_for;
        result.retry_after = poll.reading.answer->retry_after;
    }
    result.ttl = poll.reading.ttl;
    result.update_period = poll.reading.update_period;
    result.skip_hours = poll.reading.skip_hours;
    result.skip_days = poll.reading.skip_days;
    return result;
}

// What only the database can tell.
struct Added {
    std::size_t added = 0, known = 0, changed = 0;
    std::size_t left = 0; // new ones beyond the bounds of a poll or a day
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
        if (known[i]) {
            ++result.known;
        } else if (fresh.size() < most) {
            fresh.push_back(candidates[i].link);
            fresh.back().due = now;
        } else {
            ++result.left;
        }
    }
    result.added = store::add_links(database, fresh, now).added;
    result.changed = reopen_changed(database, candidates, now);
    return result;
}

std::uint64_t jitter_seed(const KnownSource& source) {
    return std::hash<std::string>{}(source.config->id) ^
           (static_cast<std::uint64_t>(source.stored.totals.polls) * 0x9e3779b97f4a7c15ULL);
}

// When to come again, into the source's policy and its stored state.
void decide(KnownSource& source, const Poll& poll, std::size_t known) {
    const poll::IntervalLimits limits = interval_limits(*source.config, poll.bounds);
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

// As much as may be kept of a document that was read, where not all of it was taken: a 304 would lose the
// rest. That it lies stays known.
store::Validators unread(const store::Validators& before, const store::Validators& after) {
    store::Validators validators = before;
    validators.distrusted = after.distrusted;
    return validators;
}

void keep_validators(store::Database& database, KnownSource& source, const Poll& poll, bool all_taken) {
    if (!poll.reading.validators) return;
    const store::Validators& after = *poll.reading.validators;
    const store::Validators kept = all_taken ? after : unread(poll.before, after);
    if (poll.used == 0) {
        source.validators = kept;
        source.stored.etag = kept.etag;
        source.stored.last_modified = kept.last_modified;
        return;
    }
    const std::string url = input_at(*source.config, poll.used).url;
    store::save_document(database, source.config->id, {url, kept, {}, poll.attempt.at});
}

// What was read is asked for again as long as some of it was not taken.
void keep_reading(store::Database& database, KnownSource& source, const Poll& poll, std::size_t left) {
    const std::string& id = source.config->id;
    const bool all_taken = left == 0;
    keep_validators(database, source, poll, all_taken);
    if (!keeps_documents(*source.config)) return;
    store::save_input_state(database, id, poll.inputs);
    for (const store::Document& document : poll.reading.documents) {
        if (all_taken)
            store::save_document(database, id, document);
        else if (document.validators.distrusted)
            store::save_document(database, id,
                                 {document.url, unread({}, document.validators), {}, document.read_at});
    }
    if (!all_taken) return;
    store::save_passed_over(database, id, poll.reading.passed_over);
}

// The state as it is since somebody reset the source while it was being polled: what the poll has learnt
// since rests on what was to be forgotten.
std::optional<store::SourceState> reset_meanwhile(const store::Database& database, const KnownSource& begun) {
    if (begun.stored.policy.empty()) return std::nullopt;
    std::optional<store::SourceState> now = store::load_source_state(database, begun.config->id);
    return now && now->policy.empty() ? now : std::nullopt;
}

// On the writer's thread: new links, the decision that depends on how many there were, and the attempt's row.
PollReport record_poll(store::Database& database, const Poll& poll) {
    // Not the wall clock: what is due, and the daily budget, must outlive its being moved.
    const store::Time now = std::chrono::floor<std::chrono::seconds>(poll.ended);
    const Added added =
        add_candidates(database, poll.source.config->id, poll.reading.candidates, poll.bounds, now);
    PollReport report;
    report.source = poll.source;
    if (const auto reset = reset_meanwhile(database, poll.source)) {
        report.source.stored = *reset;
        report.source.stored.next_due = now;
    } else {
        if (!poll.error) keep_reading(database, report.source, poll, added.left);
        if (poll.error && keeps_documents(*poll.source.config))
            store::save_input_state(database, poll.source.config->id, poll.inputs);
        decide(report.source, poll, added.known);
    }
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
        log::warn("poll failed", {{"source", report.source.config->id},
                                  {"url", report.source.stored.feed_url},
                                  {"error", to_string(*error)},
                                  {"next_due", next_due}});
        return;
    }
    log::info("polled", {{"source", report.source.config->id},
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

} // namespace

boost::asio::awaitable<PollReport> poll_source(Crawl& crawl, std::shared_ptr<const settings::Source> source) {
    const std::shared_ptr<const Remembered> memory = co_await remember(crawl, source);
    const poll::Time begun = crawl.clock.now();
    Poll poll;
    poll.source = known_source(std::move(source), memory->source ? &*memory->source : nullptr);
    poll.bounds = crawl.settings->poll;
    poll.attempt.at = Clock::wall();
    HostGate::Ticket ticket; // until what came is stored
    co_await ask(crawl, poll, memory, ticket);
    if (was_not_asked(poll.error)) {
        const auto wait = poll.retry_after.value_or(std::chrono::seconds(0));
        co_return not_asked(std::move(poll.source), *poll.error, crawl.clock.seconds() + wait);
    }
    if (!poll.error && poll.used == 0 && poll.reading.answer) {
        observe_redirect(poll.source, *poll.reading.answer);
    }
    if (!poll.reading.liar.empty())
        poll.note = "the ETag or Last-Modified of " + poll.reading.liar +
                    " does not change when the document does: not sent any more";
    poll.ended = crawl.clock.now();
    poll.attempt.duration = std::chrono::duration_cast<std::chrono::milliseconds>(poll.ended - begun);
    poll.attempt.outcome = poll.error                  ? name(poll.error->code)
                           : poll.reading.not_modified ? "not_modified"
                                                       : "ok";
    poll.attempt.error = poll.error ? poll.error->detail : poll.note;
    if (const auto failures = crawl.failed_pages.extract(poll.source.config->id)) {
        poll.attempt.failed_links = failures.mapped().count;
        if (poll.attempt.error.empty())
            poll.attempt.error =
                "pages failed since the last poll, the last of them: " + failures.mapped().last;
    }
    const std::optional<Error> error = poll.error;
    const std::size_t bytes = poll.reading.candidates.size() * 1024;
    auto task = [poll = std::move(poll)](store::Database& database, story::StoryIndex&) {
        return record_poll(database, poll);
    };
    PollReport report = co_await crawl.archive.write(std::move(task), bytes);
    count_and_log(crawl, report, error);
    co_return report;
}

} // namespace khabar::pipeline
