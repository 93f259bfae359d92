#include "daemon/store/links.hpp"

#include "daemon/store/article_row.hpp"
#include "parsers/text/utf8.hpp"

#include <array>

namespace khabar::store {

namespace {

constexpr std::array<std::string_view, 4> state_names = {"pending", "done", "failed", "gone"};

std::string_view name(LinkState state) noexcept {
    return state_names[static_cast<std::size_t>(state)];
}

LinkState state_from(std::string_view text) noexcept {
    for (std::size_t i = 0; i < state_names.size(); ++i)
        if (state_names[i] == text) return static_cast<LinkState>(i);
    return LinkState::failed; // the table's CHECK admits no other
}

constexpr std::string_view select_link =
    "SELECT id, key, url, source_id, entry_id, title, summary_html, "
    "content_html, published, due, discovered_at, state, "
    "attempts, error, error_detail, authors, categories, complete, image, article_id FROM link ";

Link link_at(const Statement& row) {
    Link link;
    int column = 0;
    link.id = row.integer(column++);
    for (std::string* field : {&link.key, &link.url, &link.source_id, &link.entry_id, &link.title,
                               &link.summary_html, &link.content_html, &link.published})
        *field = row.string(column++);
    link.due = time_at(row, column++).value_or(Time{});
    link.discovered_at = time_at(row, column++).value_or(Time{});
    link.state = state_from(row.text(column++));
    link.attempts = static_cast<std::uint32_t>(row.integer(column++));
    link.error = row.string(column++);
    link.error_detail = row.string(column++);
    link.authors = strings_from_json(row.text(column++));
    link.categories = strings_from_json(row.text(column++));
    link.complete = row.integer(column++) != 0;
    link.image = row.string(column++);
    if (!row.is_null(column)) link.article = row.integer(column);
    return link;
}

std::vector<Link> links_from(Statement& statement) {
    std::vector<Link> links;
    while (statement.step())
        links.push_back(link_at(statement));
    return links;
}

void end_link(Database& database, std::int64_t id, LinkState state, const LinkFailure& failure) {
    database
        .prepare("UPDATE link SET state = ?2, attempts = attempts + 1, error = ?3, error_detail = ?4, "
                 "summary_html = '', content_html = '' WHERE id = ?1")
        .bind_all(id, name(state), failure.error, failure.detail)
        .run();
}

void end_pending(Database& database, std::int64_t id, LinkState state, const LinkFailure& failure) {
    Statement pending = database.prepare("SELECT 1 FROM link WHERE id = ?1 AND state = 'pending'");
    pending.bind_all(id);
    if (pending.step()) end_link(database, id, state, failure);
}

} // namespace

AddedLinks add_links(Database& database, std::span<const NewLink> links, Time now) {
    Statement insert = database.prepare(
        "INSERT INTO link(key, url, source_id, entry_id, title, "
        "summary_html, content_html, published, due, discovered_at, authors, "
        "categories, complete, image) "
        "SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14 WHERE NOT EXISTS "
        "(SELECT 1 FROM article WHERE key = ?1) "
        "ON CONFLICT(key) DO NOTHING");
    AddedLinks counts;
    for (const NewLink& link : links) {
        insert
            .bind_all(link.key, link.url, link.source_id, link.entry_id, link.title,
                      text::prefix(link.summary_html, max_link_html),
                      text::prefix(link.content_html, max_link_html), link.published, seconds(link.due),
                      seconds(now), to_json(link.authors), to_json(link.categories),
                      link.complete && link.content_html.size() <= max_link_html, link.image)
            .run();
        ++(database.changes() == 1 ? counts.added : counts.known);
    }
    return counts;
}

std::vector<bool> known_keys(const Database& database, std::span<const std::string> keys) {
    Statement find = database.prepare("SELECT EXISTS (SELECT 1 FROM link WHERE key = ?1) OR "
                                      "EXISTS (SELECT 1 FROM article WHERE key = ?1)");
    std::vector<bool> known;
    known.reserve(keys.size());
    for (const std::string& key : keys) {
        find.bind_all(key);
        known.push_back(find.step() && find.integer(0) != 0);
        find.reset();
    }
    return known;
}

std::int64_t count_links_since(const Database& database, std::string_view source_id, Time since) {
    // All states by name, so that the index (source_id, state, discovered_at) answers it.
    Statement statement =
        database.prepare("SELECT count(*) FROM link WHERE source_id = ?1 AND "
                         "state IN ('pending', 'done', 'failed', 'gone') AND discovered_at >= ?2");
    statement.bind_all(source_id, seconds(since));
    return statement.step() ? statement.integer(0) : 0;
}

std::vector<Link> due_links_of(const Database& database, std::string_view source_id, Time now,
                               std::size_t limit) {
    Statement statement = database.prepare(
        std::string(select_link) +
        "WHERE state = 'pending' AND source_id = ?1 AND due <= ?2 ORDER BY due, id LIMIT ?3");
    statement.bind_all(source_id, seconds(now), static_cast<std::int64_t>(limit));
    return links_from(statement);
}

std::vector<SourceDue> next_links_due(const Database& database) {
    // From source to source through the index (a loose scan): it costs a look-up a source, not a row a link.
    Statement statement = database.prepare(R"sql(
WITH RECURSIVE waiting(id) AS (
    SELECT (SELECT source_id FROM link WHERE state = 'pending' ORDER BY source_id LIMIT 1)
    UNION ALL
    SELECT (SELECT source_id FROM link WHERE state = 'pending' AND source_id > waiting.id ORDER BY source_id LIMIT 1)
        FROM waiting WHERE waiting.id IS NOT NULL)
SELECT id, (SELECT due FROM link WHERE state = 'pending' AND source_id = waiting.id ORDER BY due LIMIT 1)
    FROM waiting WHERE id IS NOT NULL)sql");
    std::vector<SourceDue> sources;
    while (statement.step())
        sources.push_back({statement.string(0), time_at(statement, 1).value_or(Time{})});
    return sources;
}

std::optional<Time> next_link_due(const Database& database, std::string_view source_id) {
    Statement statement = database.prepare(
        "SELECT due FROM link WHERE state = 'pending' AND source_id = ?1 ORDER BY due LIMIT 1");
    statement.bind_all(source_id);
    return statement.step() ? time_at(statement, 0) : std::nullopt;
}

std::int64_t recover_links(Database& database, Time now, std::chrono::seconds lease,
                           std::chrono::seconds longest) {
    database
        .prepare("UPDATE link SET due = ?1 WHERE state = 'pending' AND ((due > ?1 AND due <= ?2) OR "
                 "(due > ?3 AND article_id IS NULL))")
        .bind_all(seconds(now), seconds(now + lease), seconds(now + longest))
        .run();
    return database.changes();
}

std::optional<Link> find_link(const Database& database, std::string_view key) {
    Statement statement = database.prepare(std::string(select_link) + "WHERE key = ?1");
    statement.bind_all(key);
    if (!statement.step()) return std::nullopt;
    return link_at(statement);
}

void postpone_link(Database& database, std::int64_t id, Time until) {
    database.prepare("UPDATE link SET due = ?2 WHERE id = ?1 AND state = 'pending'")
        .bind_all(id, seconds(until))
        .run();
}

void link_done(Database& database, std::int64_t id, std::int64_t article_id, const LinkFailure& page) {
    end_link(database, id, LinkState::done, page);
    database.prepare("UPDATE link SET article_id = ?2 WHERE id = ?1").bind_all(id, article_id).run();
}

void link_failed(Database& database, std::int64_t id, const LinkFailure& failure) {
    if (!failure.retry_at) return end_pending(database, id, LinkState::failed, failure);
    database
        .prepare("UPDATE link SET state = 'pending', attempts = attempts + 1, due = ?2, error = ?3, "
                 "error_detail = ?4 "
                 "WHERE id = ?1 AND state = 'pending'")
        .bind_all(id, seconds(*failure.retry_at), failure.error, failure.detail)
        .run();
}

void link_gone(Database& database, std::int64_t id, const LinkFailure& failure) {
    end_pending(database, id, LinkState::gone, failure);
}

bool is_forgotten(const Database& database, std::int64_t id) {
    Statement statement =
        database.prepare("SELECT 1 FROM link WHERE id = ?1 AND state = 'done' AND NOT EXISTS "
                         "(SELECT 1 FROM article WHERE id = link.article_id)");
    statement.bind_all(id);
    return statement.step();
}

bool reopen_link(Database& database, std::string_view key, Time due) {
    database
        .prepare(
            "UPDATE link SET state = 'pending', due = ?2, attempts = 0 WHERE key = ?1 AND (state = 'done' OR "
            "(state = 'pending' AND article_id IS NOT NULL AND due > ?2))")
        .bind_all(key, seconds(due))
        .run();
    return database.changes() > 0;
}

void revisit_link(Database& database, std::int64_t id, Time due) {
    database.prepare("UPDATE link SET state = 'pending', due = ?2, attempts = 0 WHERE id = ?1")
        .bind_all(id, seconds(due))
        .run();
}

LinkCounts count_links(const Database& database, std::string_view source_id) {
    Statement statement = database.prepare(
        source_id.empty()
            ? "SELECT state, article_id IS NULL, count(*) FROM link GROUP BY 1, 2"
            : "SELECT state, article_id IS NULL, count(*) FROM link WHERE source_id = ?1 GROUP BY 1, 2");
    if (!source_id.empty()) statement.bind(1, source_id);
    LinkCounts counts;
    const std::array<std::int64_t*, 4> fields = {&counts.pending, &counts.done, &counts.failed, &counts.gone};
    while (statement.step()) {
        const LinkState state = state_from(statement.text(0));
        const bool again = state == LinkState::pending && statement.integer(1) == 0;
        *fields[static_cast<std::size_t>(again ? LinkState::done : state)] += statement.integer(2);
    }
    return counts;
}

} // namespace khabar::store
