#include "daemon/store/articles.hpp"

#include "daemon/store/article_row.hpp"
#include "daemon/store/search_index.hpp"

#include <bit>

namespace khabar::store {

namespace {

// FNV-1a, 64 bits (Fowler, Noll, Vo): tells change; nobody gains by making two of his own articles collide.
std::uint64_t fnv1a(std::uint64_t hash, std::string_view bytes) noexcept {
    for (const char byte : bytes)
        hash = (hash ^ static_cast<unsigned char>(byte)) * 0x100000001b3U;
    return hash;
}

std::int64_t content_hash(const NewArticle& article) noexcept {
    constexpr std::uint64_t basis = 0xcbf29ce484222325U;
    constexpr std::string_view separator("\0", 1);
    return std::bit_cast<std::int64_t>(fnv1a(fnv1a(fnv1a(basis, article.title), separator), article.text));
}

std::string_view name(Via via) noexcept {
    return via == Via::feed ? "feed" : "page";
}

constexpr std::string_view insert_sql = R"sql(
INSERT INTO article(key, url, source_id, entry_id, fetched_at, published_at, updated_at, published, updated, language, via,
    content_hash, title, authors, site, image, credit, tags, lead, text, markdown)
VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21)
ON CONFLICT(key) DO NOTHING)sql";

constexpr std::string_view update_sql = R"sql(
UPDATE article SET fetched_at = ?2, published_at = ?3, updated_at = ?4, published = ?5, updated = ?6, language = ?7,
    via = ?8, content_hash = ?9, title = ?10, authors = ?11, site = ?12, image = ?13, credit = ?14, tags = ?15, lead = ?16,
    text = ?17, markdown = ?18 WHERE id = ?1)sql";

constexpr std::string_view find_sql = R"sql(
SELECT id, key, url, source_id, entry_id, fetched_at, published_at, updated_at, published, updated, language, via,
    content_hash, title, authors, site, image, credit, tags, lead, text, markdown FROM article WHERE id = ?1)sql";

StoredArticle article_at(const Statement& row) {
    StoredArticle article;
    int column = 0;
    article.id = row.integer(column++);
    for (std::string* field : {&article.key, &article.url, &article.source_id, &article.entry_id})
        *field = row.string(column++);
    article.fetched_at = time_at(row, column++).value_or(Time{});
    article.published_at = time_at(row, column++);
    article.updated_at = time_at(row, column++);
    for (std::string* field : {&article.published, &article.updated, &article.language})
        *field = row.string(column++);
    article.via = row.text(column++) == name(Via::feed) ? Via::feed : Via::page;
    article.content_hash = std::bit_cast<std::uint64_t>(row.integer(column++));
    article.title = row.string(column++);
    article.authors = strings_from_json(row.text(column++));
    for (std::string* field : {&article.site, &article.image, &article.credit})
        *field = row.string(column++);
    article.tags = strings_from_json(row.text(column++));
    for (std::string* field : {&article.lead, &article.text, &article.markdown})
        *field = row.string(column++);
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

} // namespace

InsertedArticle insert_article(Database& database, const NewArticle& article) {
    database.prepare(insert_sql)
        .bind_all(article.key, article.url, article.source_id, article.entry_id, seconds(article.fetched_at),
                  seconds(article.published_at), seconds(article.updated_at), article.published,
                  article.updated, article.language, name(article.via), content_hash(article), article.title,
                  to_json(article.authors), article.site, article.image, article.credit,
                  to_json(article.tags), article.lead, article.text, article.markdown)
        .run();
    if (database.changes() == 0) return {find_article_id(database, article.key).value_or(0), false};
    const std::int64_t id = database.last_insert_id();
    index_article(database, id, article);
    return {id, true};
}

bool update_article(Database& database, std::int64_t id, const NewArticle& article) {
    const std::optional<StoredArticle> old = find_article(database, id);
    if (!old) return false;
    unindex_article(database, id, *old);
    database.prepare(update_sql)
        .bind_all(id, seconds(article.fetched_at), seconds(article.published_at), seconds(article.updated_at),
                  article.published, article.updated, article.language, name(article.via),
                  content_hash(article), article.title, to_json(article.authors), article.site, article.image,
                  article.credit, to_json(article.tags), article.lead, article.text, article.markdown)
        .run();
    index_article(database, id, article);
    return true;
}

bool remove_article(Database& database, std::int64_t id) {
    const std::optional<StoredArticle> old = find_article(database, id);
    if (!old) return false;
    unindex_article(database, id, *old);
    database.prepare("DELETE FROM article WHERE id = ?1").bind_all(id).run();
    return true;
}

std::optional<StoredArticle> find_article(const Database& database, std::int64_t id) {
    Statement statement = database.prepare(find_sql);
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

std::vector<ArticleSummary> list_articles(const Database& database, const ArticleFilter& filter) {
    std::string sql("SELECT ");
    sql.append(summary_columns).append(" FROM article a WHERE true");
    // Each wish only where it is made, so that the right index is taken.
    if (!filter.source_id.empty()) sql.append(" AND a.source_id = ?1");
    if (filter.since) sql.append(" AND a.fetched_at >= ?2");
    if (filter.before) sql.append(" AND a.id < ?3");
    sql.append(" ORDER BY a.id DESC LIMIT ?4");
    Statement statement = database.prepare(sql);
    if (!filter.source_id.empty()) statement.bind(1, filter.source_id);
    if (filter.since) statement.bind(2, seconds(*filter.since));
    if (filter.before) statement.bind(3, *filter.before);
    statement.bind(4, std::max<std::int64_t>(filter.limit, 0));
    std::vector<ArticleSummary> articles;
    while (statement.step())
        articles.push_back(summary_at(statement));
    return articles;
}

std::int64_t count_articles(const Database& database, std::string_view source_id) {
    Statement statement =
        database.prepare(source_id.empty() ? "SELECT count(*) FROM article"
                                           : "SELECT count(*) FROM article WHERE source_id = ?1");
    if (!source_id.empty()) statement.bind(1, source_id);
    return statement.step() ? statement.integer(0) : 0;
}

} // namespace khabar::store
