#include "daemon/store/sources.hpp"

#include "daemon/store/article_row.hpp"
#include "daemon/store/inputs.hpp"

namespace khabar::store {

namespace {

constexpr std::string_view select_source = "SELECT id, feed_url, configured_url, etag, last_modified, "
                                           "next_due, interval, interval_reason, failures, "
                                           "failure_class, last_attempt, last_success, redirect_url, "
                                           "redirect_seen, paused, policy, polls, new_links, "
                                           "known_links, failed_polls FROM source ";

constexpr std::string_view save_source = R"sql(
INSERT INTO source(id, feed_url, configured_url, etag, last_modified, next_due, interval, interval_reason, failures,
    failure_class, last_attempt, last_success, redirect_url, redirect_seen, paused, policy)
VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16)
ON CONFLICT(id) DO UPDATE SET feed_url = ?2, configured_url = ?3, etag = ?4, last_modified = ?5, next_due = ?6,
    interval = ?7, interval_reason = ?8, failures = ?9, failure_class = ?10, last_attempt = ?11, last_success = ?12,
    redirect_url = ?13, redirect_seen = ?14, policy = ?16)sql";

SourceState state_at(const Statement& row) {
    SourceState state;
    int column = 0;
    for (std::string* field :
         {&state.id, &state.feed_url, &state.configured_url, &state.etag, &state.last_modified})
        *field = row.string(column++);
    state.next_due = time_at(row, column++);
    state.interval = std::chrono::seconds(row.integer(column++));
    state.interval_reason = row.string(column++);
    state.failures = static_cast<std::uint32_t>(row.integer(column++));
    state.failure_class = row.string(column++);
    state.last_attempt = time_at(row, column++);
    state.last_success = time_at(row, column++);
    state.redirect_url = row.string(column++);
    state.redirect_seen = static_cast<std::uint32_t>(row.integer(column++));
    state.paused = row.integer(column++) != 0;
    state.policy = row.string(column++);
    for (std::int64_t* total : {&state.totals.polls, &state.totals.new_links, &state.totals.known_links,
                                &state.totals.failed_polls})
        *total = row.integer(column++);
    return state;
}

constexpr std::string_view select_plan =
    "SELECT id, configured_url, iif(policy = '', NULL, next_due), paused FROM source ";

SourcePlan plan_at(const Statement& row) {
    return {row.string(0), row.string(1), time_at(row, 2), row.integer(3) != 0};
}

Attempt attempt_at(const Statement& row) {
    Attempt attempt;
    attempt.at = time_at(row, 0).value_or(Time{});
    attempt.outcome = row.string(1);
    attempt.status = static_cast<int>(row.integer(2));
    attempt.new_links = static_cast<std::uint32_t>(row.integer(3));
    attempt.known_links = static_cast<std::uint32_t>(row.integer(4));
    attempt.failed_links = static_cast<std::uint32_t>(row.integer(5));
    attempt.duration = std::chrono::milliseconds(row.integer(6));
    attempt.error = row.string(7);
    return attempt;
}

std::vector<Attempt> latest_attempts(const Database& database, std::string_view id, int limit) {
    Statement statement = database.prepare(
        "SELECT at, outcome, status, new_links, known_links, failed_links, duration_ms, error "
        "FROM attempt WHERE source_id = ?1 ORDER BY id DESC LIMIT ?2");
    statement.bind_all(id, limit);
    std::vector<Attempt> attempts;
    while (statement.step())
        attempts.push_back(attempt_at(statement));
    return attempts;
}

void add_attempt(Database& database, std::string_view id, const Attempt& attempt) {
    database
        .prepare("INSERT INTO attempt(source_id, at, outcome, status, new_links, known_links, failed_links, "
                 "duration_ms, "
                 "error) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)")
        .bind_all(id, seconds(attempt.at), attempt.outcome, attempt.status, attempt.new_links,
                  attempt.known_links, attempt.failed_links,
                  static_cast<std::int64_t>(attempt.duration.count()), attempt.error)
        .run();
    database
        .prepare("DELETE FROM attempt WHERE source_id = ?1 AND id <= "
                 "(SELECT id FROM attempt WHERE source_id = ?1 ORDER BY id DESC LIMIT 1 OFFSET ?2)")
        .bind_all(id, kept_attempts)
        .run();
}

bool failed(const Attempt& attempt) {
    return attempt.outcome != "ok" && attempt.outcome != "not_modified";
}

// A source that was never polled: its state belongs to no address yet, so a poll begins anew.
void make_row(Database& database, std::string_view id) {
    database
        .prepare("INSERT OR IGNORE INTO source(id, feed_url, configured_url, etag, last_modified, interval, "
                 "interval_reason, failures, failure_class, redirect_url, redirect_seen, paused, policy) "
                 "VALUES(?1, '', '', '', '', 0, '', 0, '', '', 0, 0, '')")
        .bind_all(id)
        .run();
}

} // namespace

void save_source_state(Database& database, const SourceState& state) {
    database.prepare(save_source)
        .bind_all(state.id, state.feed_url, state.configured_url, state.etag, state.last_modified,
                  seconds(state.next_due), static_cast<std::int64_t>(state.interval.count()),
                  state.interval_reason, state.failures, state.failure_class, seconds(state.last_attempt),
                  seconds(state.last_success), state.redirect_url, state.redirect_seen, state.paused,
                  state.policy)
        .run();
}

void pause_source(Database& database, std::string_view id, bool paused) {
    make_row(database, id);
    database.prepare("UPDATE source SET paused = ?2 WHERE id = ?1").bind_all(id, paused).run();
}

void reset_source(Database& database, std::string_view id, Time now) {
    make_row(database, id);
    // What else may be learnt of a source later must be forgotten here too: all but id, pause and totals.
    database
        .prepare("UPDATE source SET feed_url = configured_url, etag = '', last_modified = '', next_due = ?2, "
                 "interval = 0, interval_reason = '', failures = 0, failure_class = '', redirect_url = '', "
                 "redirect_seen = 0, policy = '' WHERE id = ?1")
        .bind_all(id, seconds(now))
        .run();
    forget_inputs(database, id);
}

void make_source_due(Database& database, std::string_view id, Time now) {
    make_row(database, id);
    database.prepare("UPDATE source SET next_due = ?2 WHERE id = ?1").bind_all(id, seconds(now)).run();
}

void save_poll(Database& database, const PollRecord& record) {
    save_source_state(database, record.state);
    add_attempt(database, record.state.id, record.attempt);
    database
        .prepare("UPDATE source SET polls = polls + 1, new_links = new_links + ?2, known_links = known_links "
                 "+ ?3, "
                 "failed_polls = failed_polls + ?4 WHERE id = ?1")
        .bind_all(record.state.id, record.attempt.new_links, record.attempt.known_links,
                  failed(record.attempt))
        .run();
}

std::vector<SourcePlan> load_source_plans(const Database& database) {
    Statement statement = database.prepare(select_plan);
    std::vector<SourcePlan> plans;
    while (statement.step())
        plans.push_back(plan_at(statement));
    return plans;
}

std::optional<SourcePlan> load_source_plan(const Database& database, std::string_view id) {
    Statement statement = database.prepare(std::string(select_plan) + "WHERE id = ?1");
    statement.bind_all(id);
    if (!statement.step()) return std::nullopt;
    return plan_at(statement);
}

std::vector<SourceState> load_source_states(const Database& database) {
    Statement statement = database.prepare(std::string(select_source) + "ORDER BY id");
    std::vector<SourceState> states;
    while (statement.step())
        states.push_back(state_at(statement));
    return states;
}

std::optional<SourceState> load_source_state(const Database& database, std::string_view id) {
    Statement statement = database.prepare(std::string(select_source) + "WHERE id = ?1");
    statement.bind_all(id);
    if (!statement.step()) return std::nullopt;
    return state_at(statement);
}

std::optional<std::chrono::seconds> median_delay(const Database& database, std::string_view id) {
    Statement row = database.prepare(
        "SELECT max(0, fetched_at - published_at) FROM (SELECT fetched_at, published_at FROM article "
        "WHERE source_id = ?1 ORDER BY id DESC LIMIT ?2) WHERE published_at IS NOT NULL ORDER BY 1");
    row.bind_all(id, delay_sample);
    std::vector<std::int64_t> delays;
    while (row.step())
        delays.push_back(row.integer(0));
    if (delays.empty()) return std::nullopt;
    return std::chrono::seconds(delays[delays.size() / 2]);
}

std::vector<Attempt> load_attempts(const Database& database, std::string_view id) {
    return latest_attempts(database, id, kept_attempts);
}

std::optional<Attempt> last_attempt(const Database& database, std::string_view id) {
    const std::vector<Attempt> latest = latest_attempts(database, id, 1);
    return latest.empty() ? std::nullopt : std::optional(latest.front());
}

} // namespace khabar::store
