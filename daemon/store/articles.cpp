#include "daemon/store/articles.hpp"

#include "daemon/store/article_row.hpp"
#include "daemon/store/search_index.hpp"

#include <bit>
#include <set>

namespace khabar::store {

namespace {

// FNV-1a, 64 bits (Fowler, Noll, Vo): tells change; nobody gains by making two of his own articles collide.
std::uint64_t fnv1a(std::uint64_t hash, std::string_view bytes) noexcept {
    for (const char byte : bytes)
        hash = (hash ^ static_cast<unsigned char>(byte)) * 0x100000001b3U;
    return hash;
}

std::int64_t stored_hash(const NewArticle& article) noexcept {
    return std::bit_cast<std::int64_t>(content_hash(article));
}

// How each kind of member is bound and read.
void bind_field(Statement& statement, int index, const std::string& value) {
    statement.bind(index, value);
}
void bind_field(Statement& statement, int index, const std::vector<std::string>& list) {
    statement.bind(index, to_json(list));
}
void bind_field(Statement& statement, int index, Time time) {
    statement.bind(index, seconds(time));
}
void bind_field(Statement& statement, int index, const std::optional<Time>& time) {
    statement.bind(index, seconds(time));
}
void bind_field(Statement& statement, int index, Via via) {
    statement.bind(index, name(via));
}

void read_field(const Statement& row, int column, std::string& value) {
    value = row.string(column);
}
void read_field(const Statement& row, int column, std::vector<std::string>& list) {
    list = strings_from_json(row.text(column));
}
void read_field(const Statement& row, int column, Time& time) {
    time = time_at(row, column).value_or(Time{});
}
void read_field(const Statement& row, int column, std::optional<Time>& time) {
    time = time_at(row, column);
}
void read_field(const Statement& row, int column, Via& via) {
    via = via_from(row.text(column));
}

// Binds fields to parameters from `next` on, in the order of the list.
struct Binder {
    Statement& statement;
    int next;
    template <typename Value>
    void operator()(std::string_view, const Value& value) {
        bind_field(statement, next++, value);
    }
};

std::string insert_sql() {
    std::string columns("content_hash"), values("?1");
    int next = 2;
    const auto add = [&](std::string_view column, const auto&) {
        columns.append(", ").append(column);
        values.append(", ?").append(std::to_string(next++));
    };
    const NewArticle any;
    each_identity_field(any, add);
    each_content_field(any, add);
    return "INSERT INTO article(" + columns + ") VALUES(" + values + ") ON CONFLICT(key) DO NOTHING";
}

std::string update_sql() {
    std::string sql("UPDATE article SET content_hash = ?2");
    int next = 3;
    const NewArticle any;
    each_content_field(any, [&](std::string_view column, const auto&) {
        sql.append(", ").append(column).append(" = ?").append(std::to_string(next++));
    });
    return sql + " WHERE id = ?1";
}

std::string find_sql() {
    std::string sql("SELECT id, content_hash");
    const auto add = [&](std::string_view column, const auto&) { sql.append(", ").append(column); };
    const NewArticle any;
    each_identity_field(any, add);
    each_content_field(any, add);
    return sql + " FROM article WHERE id = ?1";
}

StoredArticle article_at(const Statement& row) {
    StoredArticle article;
    article.id = row.integer(0);
    article.content_hash = std::bit_cast<std::uint64_t>(row.integer(1));
    int column = 2;
    const auto read = [&](std::string_view, auto& value) { read_field(row, column++, value); };
    each_identity_field(article, read);
    each_content_field(article, read);
    return article;
}

// The queue remembers why the page itself could not be had.
std::string page_error(const Database& database, std::string_view key) {
    Statement statement = database.prepare("SELECT error, error_detail FROM link WHERE key = ?1");
    statement.bind_all(key);
    if (!statement.step()) return {};
    std::string reason = statement.string(0);
    if (const std::string detail = statement.string(1); !reason.empty() && !detail.empty())
        reason.append(": ").append(detail);
    return reason;
}

// Each wish only where it is made, so that the right index is taken. `a`: the name of the table in the query.
std::string wishes(const ArticleFilter& filter, std::string_view a) {
    std::string sql;
    if (!filter.source_id.empty()) sql.append(" AND ").append(a).append(".source_id = ?1");
    if (filter.since) sql.append(" AND ").append(a).append(".fetched_at >= ?2");
    if (!filter.source_ids.empty())
        sql.append(" AND ").append(a).append(".source_id IN (SELECT value FROM json_each(?5))");
    return sql;
}

// Of the articles of one story that pass the filter: the representative, else the first stored.
std::string first_of_its_story(const ArticleFilter& filter) {
    return " AND NOT EXISTS (SELECT 1 FROM story_member m JOIN story s ON s.id = m.story "
           "JOIN story_member o ON o.story = m.story AND o.article <> m.article JOIN article b ON b.id = "
           "o.article "
           "WHERE m.article = a.id AND "
           "(o.article = s.representative OR (a.id <> s.representative AND o.article < a.id))" +
           wishes(filter, "b") + ")";
}

std::string conditions(const ArticleFilter& filter) {
    std::string sql = wishes(filter, "a");
    if (filter.one_per_story) sql.append(first_of_its_story(filter));
    return sql;
}

void bind_conditions(Statement& statement, const ArticleFilter& filter) {
    if (!filter.source_id.empty()) statement.bind(1, filter.source_id);
    if (filter.since) statement.bind(2, seconds(*filter.since));
    if (!filter.source_ids.empty()) statement.bind(5, to_json(filter.source_ids));
}

} // namespace

std::string_view name(Via via) noexcept {
    return via == Via::feed ? "feed" : "page";
}

std::uint64_t content_hash(const NewArticle& article) noexcept {
    constexpr std::uint64_t basis = 0xcbf29ce484222325U;
    constexpr std::string_view separator("\0", 1);
    return fnv1a(fnv1a(fnv1a(basis, article.title), separator), article.text);
}

InsertedArticle insert_article(Database& database, const NewArticle& article) {
    static const std::string sql = insert_sql();
    Statement insert = database.prepare(sql);
    insert.bind(1, stored_hash(article));
    Binder binder{insert, 2};
    each_identity_field(article, binder);
    each_content_field(article, binder);
    insert.run();
    if (database.changes() == 0) return {find_article_id(database, article.key).value_or(0), false};
    const std::int64_t id = database.last_insert_id();
    index_article(database, id, article);
    return {id, true};
}

bool update_article(Database& database, std::int64_t id, const NewArticle& article) {
    static const std::string sql = update_sql();
    const std::optional<StoredArticle> old = find_article(database, id);
    if (!old) return false;
    unindex_article(database, id, *old);
    Statement update = database.prepare(sql);
    update.bind(1, id);
    update.bind(2, stored_hash(article));
    each_content_field(article, Binder{update, 3});
    update.run();
    index_article(database, id, article);
    return true;
}

// What was stored by hand has no link that would keep its address known.
constexpr const char* remember_address = "INSERT INTO link(key, url, source_id, discovered_at, state, "
                                         "due, article_id, entry_id, published, title, "
                                         "summary_html, content_html) SELECT key, url, source_id, "
                                         "fetched_at, 'done', fetched_at, id, '', '', '', '', '' "
                                         "FROM article WHERE id = ?1 ON CONFLICT(key) DO NOTHING";

bool remove_article(Database& database, std::int64_t id) {
    const std::optional<StoredArticle> old = find_article(database, id);
    if (!old) return false;
    unindex_article(database, id, *old);
    database.prepare("UPDATE link SET state = 'done', article_id = ?2 WHERE key = ?1 AND state = 'pending'")
        .bind_all(old->key, id)
        .run(); // not to be looked at again
    for (const char* const sql :
         {remember_address, "DELETE FROM revision WHERE article = ?1", "DELETE FROM visit WHERE article = ?1",
          "DELETE FROM dropped_copy WHERE article = ?1", "DELETE FROM article WHERE id = ?1"})
        database.prepare(sql).bind_all(id).run();
    return true;
}

std::vector<std::int64_t> articles_of_before(const Database& database, std::string_view source_id,
                                             Time before, std::size_t limit) {
    Statement statement = database.prepare(
        "SELECT id FROM article WHERE source_id = ?1 AND fetched_at < ?2 ORDER BY fetched_at, id LIMIT ?3");
    statement.bind_all(source_id, before.time_since_epoch().count(), static_cast<std::int64_t>(limit));
    std::vector<std::int64_t> ids;
    while (statement.step())
        ids.push_back(statement.integer(0));
    return ids;
}

std::vector<std::int64_t> articles_before(const Database& database, Time before,
                                          const std::vector<std::string>& sources_left_out,
                                          std::size_t limit) {
    const std::set<std::string_view> left_out(sources_left_out.begin(), sources_left_out.end());
    Statement statement =
        database.prepare("SELECT id, source_id FROM article WHERE fetched_at < ?1 ORDER BY fetched_at, id");
    statement.bind_all(before.time_since_epoch().count());
    std::vector<std::int64_t> ids;
    while (ids.size() < limit && statement.step())
        if (!left_out.contains(statement.text(1))) ids.push_back(statement.integer(0));
    return ids;
}

std::optional<StoredArticle> find_article(const Database& database, std::int64_t id) {
    static const std::string sql = find_sql();
    Statement statement = database.prepare(sql);
    statement.bind_all(id);
    if (!statement.step()) return std::nullopt;
    StoredArticle article = article_at(statement);
    if (article.via == Via::feed) article.via_reason = page_error(database, article.key);
    return article;
}

std::optional<std::int64_t> find_article_id(const Database& database, std::string_view key) {
    Statement statement = database.prepare("SELECT id FROM article WHERE key = ?1");
    statement.bind_all(key);
    if (!statement.step()) return std::nullopt;
    return statement.integer(0);
}

std::optional<ArticleTimes> find_article_times(const Database& database, std::string_view key) {
    Statement statement = database.prepare("SELECT id, fetched_at, updated_at FROM article WHERE key = ?1");
    statement.bind_all(key);
    if (!statement.step()) return std::nullopt;
    return ArticleTimes{statement.integer(0), time_at(statement, 1).value_or(Time{}), time_at(statement, 2)};
}

std::vector<ArticleSummary> list_articles(const Database& database, const ArticleFilter& filter) {
    std::string sql("SELECT ");
    sql.append(summary_columns).append(" FROM article a WHERE true").append(conditions(filter));
    if (filter.before) sql.append(" AND a.id < ?3");
    sql.append(" ORDER BY a.id DESC LIMIT ?4");
    Statement statement = database.prepare(sql);
    bind_conditions(statement, filter);
    if (filter.before) statement.bind(3, *filter.before);
    statement.bind(4, std::max<std::int64_t>(filter.limit, 0));
    std::vector<ArticleSummary> articles;
    while (statement.step())
        articles.push_back(summary_at(statement));
    return articles;
}

std::optional<ArticleSummary> find_summary(const Database& database, std::int64_t id) {
    std::string sql("SELECT ");
    Statement statement =
        database.prepare(sql.append(summary_columns).append(" FROM article a WHERE a.id = ?1"));
    statement.bind_all(id);
    if (!statement.step()) return std::nullopt;
    return summary_at(statement);
}

ArticleIds::ArticleIds(const Database& database, const ArticleFilter& filter)
    : statement_(
          database.prepare("SELECT a.id FROM article a WHERE true" + conditions(filter) + " ORDER BY a.id")) {
    bind_conditions(statement_, filter);
}

std::optional<std::int64_t> ArticleIds::next() {
    if (!statement_.step()) return std::nullopt;
    return statement_.integer(0);
}

std::int64_t count_articles(const Database& database, std::string_view source_id) {
    Statement statement =
        database.prepare(source_id.empty() ? "SELECT count(*) FROM article"
                                           : "SELECT count(*) FROM article WHERE source_id = ?1");
    if (!source_id.empty()) statement.bind(1, source_id);
    return statement.step() ? statement.integer(0) : 0;
}

} // namespace khabar::store
