#include "daemon/store/revisions.hpp"

#include "daemon/store/article_row.hpp"
#include "daemon/store/packed_text.hpp"
#include "parsers/diff/reading.hpp"
#include "parsers/diff/text_diff.hpp"

#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

namespace khabar::store {

namespace {

namespace json = boost::json;

// — a revision's content as one string —

json::value value_of(const std::string& text) {
    return json::value(text);
}
json::value value_of(const std::vector<std::string>& list) {
    return json::value(to_json(list));
}
json::value value_of(Time time) {
    return json::value(seconds(time));
}
json::value value_of(const std::optional<Time>& time) {
    return time ? json::value(seconds(*time)) : json::value();
}
json::value value_of(Via via) {
    return json::value(name(via));
}

void assign(const json::value& value, std::string& text) {
    if (const json::string* string = value.if_string()) text.assign(string->data(), string->size());
}
void assign(const json::value& value, std::vector<std::string>& list) {
    if (const json::string* string = value.if_string()) list = strings_from_json(*string);
}
void assign(const json::value& value, Time& time) {
    if (const std::int64_t* count = value.if_int64()) time = Time(std::chrono::seconds(*count));
}
void assign(const json::value& value, std::optional<Time>& time) {
    if (const std::int64_t* count = value.if_int64()) time = Time(std::chrono::seconds(*count));
}
void assign(const json::value& value, Via& via) {
    if (const json::string* string = value.if_string()) via = via_from(*string);
}

std::string body_of(const NewArticle& article) {
    json::object object;
    each_content_field(article,
                       [&](std::string_view column, const auto& value) { object[column] = value_of(value); });
    return json::serialize(object);
}

void put_body(NewArticle& article, std::string_view body) {
    json::error_code error;
    const json::value parsed = json::parse(body, error);
    if (error || !parsed.is_object()) return;
    each_content_field(article, [&](std::string_view column, auto& value) {
        if (const json::value* found = parsed.get_object().if_contains(column)) assign(*found, value);
    });
}

// — rows —

Revision first_revision(const NewArticle& article) {
    Revision revision;
    revision.seen_at = article.fetched_at;
    revision.via = article.via;
    revision.bytes = static_cast<std::int64_t>(article.text.size());
    return revision;
}

void insert_row(Database& database, std::int64_t article, const Revision& revision) {
    database
        .prepare("INSERT INTO revision(article, number, seen_at, via, bytes, changed, added, removed) "
                 "VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)")
        .bind_all(article, revision.number, seconds(revision.seen_at), name(revision.via), revision.bytes,
                  to_json(revision.changed), revision.added, revision.removed)
        .run();
}

// The first text, which the others are packed against; empty where there is none yet.
std::string first_body(const Database& database, std::int64_t article) {
    Statement row = database.prepare("SELECT body FROM revision WHERE article = ?1 AND number = 1");
    row.bind_all(article);
    return row.step() && !row.is_null(0) ? unpack(row.blob(0)) : std::string();
}

// Empty where it is not kept here: there is no such revision, or it is the present one.
std::string load_body(const Database& database, std::int64_t article, std::int64_t number) {
    if (number == 1) return first_body(database, article);
    Statement row = database.prepare("SELECT body FROM revision WHERE article = ?1 AND number = ?2");
    row.bind_all(article, number);
    if (!row.step() || row.is_null(0)) return {};
    return unpack(row.blob(0), first_body(database, article));
}

void keep_body(Database& database, std::int64_t article, std::int64_t number, const NewArticle& content) {
    const std::string like = number == 1 ? std::string() : first_body(database, article);
    Statement update = database.prepare("UPDATE revision SET body = ?3 WHERE article = ?1 AND number = ?2");
    update.bind(1, article);
    update.bind(2, number);
    update.bind_blob(3, pack(body_of(content), like));
    update.run();
}

std::int64_t last_number(const Database& database, std::int64_t article) {
    Statement row = database.prepare("SELECT max(number) FROM revision WHERE article = ?1");
    row.bind_all(article);
    return row.step() ? row.integer(0) : 0; // NULL reads as 0
}

// Forgets texts between the first and the present one until the bounds hold.
void thin(Database& database, std::int64_t article, std::size_t most) {
    for (;;) {
        Statement sum = database.prepare(
            "SELECT count(*), coalesce(sum(length(body)), 0) FROM revision WHERE article = ?1");
        sum.bind_all(article);
        if (!sum.step() || sum.integer(0) <= 2) return;
        if (sum.integer(0) <= static_cast<std::int64_t>(most) &&
            sum.integer(1) <= static_cast<std::int64_t>(max_revision_bytes))
            return;
        Statement nearest = database.prepare(
            "SELECT number FROM (SELECT number, lead(seen_at) OVER (ORDER BY number) - "
            "lag(seen_at) OVER (ORDER BY number) AS span, lead(number) OVER (ORDER BY number) AS next "
            "FROM revision WHERE article = ?1) WHERE number > 1 AND next IS NOT NULL ORDER BY span, number "
            "LIMIT 1");
        nearest.bind_all(article);
        if (!nearest.step()) return;
        const std::int64_t number = nearest.integer(0);
        database.prepare("DELETE FROM revision WHERE article = ?1 AND number = ?2")
            .bind_all(article, number)
            .run();
    }
}

// — what changed —

std::string names(const std::vector<std::string>& list) {
    std::string line;
    for (const std::string& name : list)
        line.append(line.empty() ? "" : "\n").append(name);
    return line;
}

bool field_changed(std::string_view before, std::string_view next) {
    return !before.empty() && !next.empty() && !diff::same_reading(before, next);
}

bool text_changed(const NewArticle& before, const NewArticle& next) {
    if (diff::same_reading(before.text, next.text)) return false;
    const bool marked = !before.markdown.empty() && !next.markdown.empty();
    return !diff::only_furniture_differs(marked ? before.markdown : before.text,
                                         marked ? next.markdown : next.text);
}

void count_words(Revision& revision, const NewArticle& before, const NewArticle& next) {
    const auto count = [&](std::string_view old_text, std::string_view new_text) {
        const diff::TextDiff difference = diff::diff(old_text, new_text);
        revision.added += static_cast<std::int64_t>(difference.added);
        revision.removed += static_cast<std::int64_t>(difference.removed);
    };
    count(before.title, next.title);
    count(before.lead, next.lead);
    count(before.text, next.text);
}

} // namespace

std::vector<std::string> reading_changes(const NewArticle& before, const NewArticle& next) {
    std::vector<std::string> changed;
    const auto note = [&](std::string_view name, bool is) {
        if (is) changed.emplace_back(name);
    };
    note("title", field_changed(before.title, next.title));
    note("lead", field_changed(before.lead, next.lead));
    note("text", text_changed(before, next));
    note("authors", field_changed(names(before.authors), names(next.authors)));
    note("credit", field_changed(before.credit, next.credit));
    note("published", before.published_at && next.published_at && *before.published_at != *next.published_at);
    return changed;
}

std::int64_t revise_article(Database& database, std::int64_t article, const NewArticle& next,
                            std::size_t most) {
    const std::optional<StoredArticle> before = find_article(database, article);
    if (!before) return 0;
    std::int64_t last = last_number(database, article);
    if (last == 0) {
        insert_row(database, article, first_revision(*before));
        last = 1;
    }
    keep_body(database, article, last, *before);
    Revision revision = first_revision(next);
    revision.number = last + 1;
    revision.changed = reading_changes(*before, next);
    count_words(revision, *before, next);
    insert_row(database, article, revision);
    update_article(database, article, next);
    thin(database, article, most);
    return revision.number;
}

std::vector<Revision> list_revisions(const Database& database, std::int64_t article) {
    Statement row =
        database.prepare("SELECT number, seen_at, via, bytes, changed, added, removed FROM revision "
                         "WHERE article = ?1 ORDER BY number");
    row.bind_all(article);
    std::vector<Revision> revisions;
    while (row.step()) {
        Revision revision;
        revision.number = row.integer(0);
        revision.seen_at = time_at(row, 1).value_or(Time{});
        revision.via = via_from(row.text(2));
        revision.bytes = row.integer(3);
        revision.changed = strings_from_json(row.text(4));
        revision.added = row.integer(5);
        revision.removed = row.integer(6);
        revisions.push_back(std::move(revision));
    }
    if (!revisions.empty()) return revisions;
    if (const auto present = find_article(database, article)) revisions.push_back(first_revision(*present));
    return revisions;
}

std::optional<StoredArticle> find_revision(const Database& database, std::int64_t article,
                                           std::int64_t number) {
    std::optional<StoredArticle> present = find_article(database, article);
    if (!present) return std::nullopt;
    const std::int64_t last = std::max<std::int64_t>(last_number(database, article), 1);
    if (number == last) return present;
    const std::string body = load_body(database, article, number);
    if (body.empty()) return std::nullopt;
    put_body(*present, body);
    return present;
}

} // namespace khabar::store
