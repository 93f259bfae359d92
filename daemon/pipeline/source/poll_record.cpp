#include "daemon/pipeline/source/poll_record.hpp"

#include "daemon/pipeline/source/input_choice.hpp"
#include "daemon/store/articles.hpp"
#include "daemon/store/visits.hpp"

#include <algorithm>
#include <functional>

namespace khabar::pipeline {

namespace {

poll::PollResult poll_result(const PollFindings& poll, std::size_t known) {
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
store::Time last_seen(const store::Database& database, const store::ArticleTimes& article) {
    const auto visit = store::find_visit(database, article.id); // a look that found nothing new counts
    return std::max({article.fetched_at, article.updated_at.value_or(article.fetched_at),
                     visit ? visit->checked_at : article.fetched_at});
}

std::size_t reopen_changed(store::Database& database, const std::vector<Candidate>& candidates,
                           store::Time now) {
    std::size_t changed = 0;
    for (const Candidate& candidate : candidates) {
        if (!candidate.updated || *candidate.updated > now) continue;
        const auto article = store::find_article_times(database, candidate.link.key);
        if (!article) continue;
        if (*candidate.updated > last_seen(database, *article) &&
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
void decide(KnownSource& source, const PollFindings& poll, std::size_t known) {
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

void keep_validators(store::Database& database, KnownSource& source, const PollFindings& poll,
                     bool all_taken) {
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
void keep_reading(store::Database& database, KnownSource& source, const PollFindings& poll,
                  std::size_t left) {
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
    if (!poll.reading.documents.empty()) store::forget_documents(database, id);
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

} // namespace

bool keeps_documents(const settings::Source& source) {
    const auto several_files = [](const settings::SourceInput& input) {
        return input.kind == settings::SourceKind::sitemap ||
               input.kind == settings::SourceKind::news_sitemap;
    };
    return !source.fallbacks.empty() || several_files(source);
}

PollReport record_poll(store::Database& database, const PollFindings& poll) {
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

} // namespace khabar::pipeline
