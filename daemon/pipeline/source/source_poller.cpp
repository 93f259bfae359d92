#include "daemon/pipeline/source/source_poller.hpp"

#include "daemon/log/log.hpp"
#include "daemon/pipeline/source/document_validators.hpp"
#include "daemon/pipeline/source/input_choice.hpp"
#include "daemon/pipeline/source/input_reader.hpp"

#include <algorithm>

namespace khabar::pipeline {

namespace {

constexpr std::uint32_t redirects_to_adopt =
    3; // the same permanent redirect so often running: the feed has moved

// What the database remembers of a source; of its inputs nothing where it has one that is no sitemap.
struct Remembered {
    std::optional<store::SourceState> source;
    store::InputState inputs;
    std::vector<store::Document> documents;
    std::vector<std::uint64_t> passed_over;
};

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
InputRequest request_of(const PollFindings& poll, const Remembered& memory, std::size_t index) {
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

void note_switch(const PollFindings& poll, std::uint32_t before) {
    if (poll.inputs.used == before) return;
    const settings::SourceInput input = input_at(*poll.source.config, poll.inputs.used);
    log::warn("source input changed",
              {{"source", poll.source.config->id},
               {"kind", settings::name(input.kind)},
               {"url", input.url},
               {"reason", poll.inputs.used == 0 ? "answers again" : poll.inputs.reason}});
}

// Asks the source's inputs, one after the other as far as it has to. The error is that of the first asked.
boost::asio::awaitable<void> ask(Crawl& crawl, PollFindings& poll, std::shared_ptr<const Remembered> memory,
                                 HostGate::Ticket& ticket) {
    const std::size_t inputs = 1 + poll.source.config->fallbacks.size();
    InputChoice choice(memory->inputs, inputs, poll.attempt.at);
    const std::uint32_t used_until_now = choice.state().used;
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
    note_switch(poll, used_until_now);
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

std::string outcome_of(const PollFindings& poll) {
    if (poll.error) return std::string(name(poll.error->code));
    return poll.reading.not_modified ? "not_modified" : "ok";
}

// What the attempt's row says of the poll, and of the pages that failed since the one before.
void put_into_words(PollFindings& poll, const FailedPages::node_type& pages) {
    store::Attempt& attempt = poll.attempt;
    attempt.outcome = outcome_of(poll);
    if (poll.error)
        attempt.error = poll.error->detail;
    else if (!poll.reading.liar.empty())
        attempt.error = "the ETag or Last-Modified of " + poll.reading.liar +
                        " does not change when the document does: not sent any more";
    if (pages.empty()) return;
    attempt.failed_links = pages.mapped().count;
    if (attempt.error.empty())
        attempt.error = "pages failed since the last poll, the last of them: " + pages.mapped().last;
}

} // namespace

boost::asio::awaitable<PollReport> poll_source(Crawl& crawl, std::shared_ptr<const settings::Source> source) {
    const std::shared_ptr<const Remembered> memory = co_await remember(crawl, source);
    const poll::Time begun = crawl.clock.now();
    PollFindings poll;
    poll.source = known_source(std::move(source), memory->source ? &*memory->source : nullptr);
    poll.bounds = crawl.settings->poll;
    poll.attempt.at = Clock::wall();
    HostGate::Ticket ticket; // until what came is stored
    co_await ask(crawl, poll, memory, ticket);
    if (was_not_asked(poll.error)) {
        const auto wait = poll.retry_after.value_or(std::chrono::seconds(0));
        co_return not_asked(std::move(poll.source), *poll.error, crawl.clock.seconds() + wait);
    }
    if (!poll.error && poll.used == 0 && poll.reading.answer)
        observe_redirect(poll.source, *poll.reading.answer);
    poll.ended = crawl.clock.now();
    poll.attempt.duration = std::chrono::duration_cast<std::chrono::milliseconds>(poll.ended - begun);
    put_into_words(poll, crawl.failed_pages.extract(poll.source.config->id));
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
