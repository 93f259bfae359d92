#include "daemon/store/visits.hpp"

#include "daemon/store/article_row.hpp"

namespace khabar::store {

std::optional<Visit> find_visit(const Database& database, std::int64_t article) {
    Statement row =
        database.prepare("SELECT checked_at, visits, shorter, shorter_at, missing_at, retracted_at, "
                         "etag, last_modified, validators_from FROM visit WHERE article = ?1");
    row.bind_all(article);
    if (!row.step()) return std::nullopt;
    Visit visit;
    visit.article = article;
    visit.checked_at = time_at(row, 0).value_or(Time{});
    visit.visits = row.integer(1);
    if (!row.is_null(2)) visit.shorter = row.integer(2);
    visit.shorter_at = time_at(row, 3);
    visit.missing_at = time_at(row, 4);
    visit.retracted_at = time_at(row, 5);
    visit.etag = row.string(6);
    visit.last_modified = row.string(7);
    visit.validators_from = row.string(8);
    return visit;
}

void save_visit(Database& database, const Visit& visit) {
    database
        .prepare("INSERT OR REPLACE INTO visit(article, checked_at, visits, shorter, shorter_at, missing_at, "
                 "retracted_at, etag, last_modified, validators_from) "
                 "VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)")
        .bind_all(visit.article, seconds(visit.checked_at), visit.visits, visit.shorter,
                  seconds(visit.shorter_at), seconds(visit.missing_at), seconds(visit.retracted_at),
                  visit.etag, visit.last_modified, visit.validators_from)
        .run();
}

} // namespace khabar::store
