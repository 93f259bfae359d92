#include "daemon/store/dropped_copies.hpp"

#include "daemon/store/article_row.hpp"

namespace khabar::store {

void add_dropped_copy(Database& database, std::int64_t kept, const NewArticle& copy) {
    database
        .prepare("INSERT INTO dropped_copy(key, url, source_id, article, at, published_at, title) "
                 "VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7) ON CONFLICT(key) DO NOTHING")
        .bind_all(copy.key, copy.url, copy.source_id, kept, seconds(copy.fetched_at),
                  seconds(copy.published_at), copy.title)
        .run();
}

std::optional<std::int64_t> find_dropped_copy(const Database& database, std::string_view key) {
    Statement row = database.prepare("SELECT article FROM dropped_copy WHERE key = ?1");
    row.bind_all(key);
    if (!row.step()) return std::nullopt;
    return row.integer(0);
}

std::vector<DroppedCopy> dropped_copies(const Database& database, std::int64_t kept, std::int64_t limit) {
    Statement row = database.prepare("SELECT url, source_id, title, at, published_at FROM dropped_copy "
                                     "WHERE article = ?1 ORDER BY coalesce(published_at, at), key LIMIT ?2");
    row.bind_all(kept, limit);
    std::vector<DroppedCopy> copies;
    while (row.step()) {
        DroppedCopy copy;
        copy.url = row.string(0);
        copy.source_id = row.string(1);
        copy.title = row.string(2);
        copy.at = time_at(row, 3).value_or(Time{});
        copy.published_at = time_at(row, 4);
        copies.push_back(std::move(copy));
    }
    return copies;
}

std::int64_t count_dropped_copies(const Database& database, std::int64_t kept) {
    Statement row = database.prepare("SELECT count(*) FROM dropped_copy WHERE article = ?1");
    row.bind_all(kept);
    return row.step() ? row.integer(0) : 0;
}

} // namespace khabar::store
