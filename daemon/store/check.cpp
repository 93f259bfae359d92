#include "daemon/store/check.hpp"

namespace khabar::store {

namespace {

struct Promise {
    std::string_view what;
    std::string_view broken_rows; // counts them
    bool index = false;
};

// article_index_docsize has a row for each indexed article (https://sqlite.org/fts5.html, §9).
constexpr Promise promises[] = {
    {"articles missing from the search index",
     "SELECT count(*) FROM article WHERE id NOT IN (SELECT id FROM article_index_docsize)", true},
    {"entries of the search index without an article",
     "SELECT count(*) FROM article_index_docsize WHERE id NOT IN (SELECT id FROM article)", true},
    {"articles that belong to no story",
     "SELECT count(*) FROM article WHERE id NOT IN (SELECT article FROM story_member)"},
    {"members of stories without an article",
     "SELECT count(*) FROM story_member WHERE article NOT IN (SELECT id FROM article)"},
    {"members of stories that do not exist",
     "SELECT count(*) FROM story_member WHERE story NOT IN (SELECT id FROM story)"},
    {"stories without members",
     "SELECT count(*) FROM story WHERE id NOT IN (SELECT story FROM story_member)"},
    {"dropped copies of articles that do not exist",
     "SELECT count(*) FROM dropped_copy WHERE article NOT IN (SELECT id FROM article)"},
    {"links marked as stored without a number of an article",
     "SELECT count(*) FROM link WHERE state = 'done' AND article_id IS NULL"},
};

std::int64_t count(const Database& database, std::string_view sql) {
    Statement statement = database.prepare(sql);
    return statement.step() ? statement.integer(0) : 0;
}

void collect(const Database& database, std::string_view sql, std::vector<std::string>& out) {
    Statement statement = database.prepare(sql);
    while (out.size() < max_damage_lines && statement.step())
        if (statement.text(0) != "ok") out.push_back(statement.string(0));
}

} // namespace

std::vector<std::string> find_damage(const Database& database) {
    std::vector<std::string> lines;
    try {
        collect(database, "PRAGMA integrity_check(" + std::to_string(max_damage_lines) + ")", lines);
    } catch (const StoreError& error) { // so damaged that the check itself stumbles
        if (!error.corrupt()) throw;
        lines.emplace_back(error.what());
        return lines;
    }
    collect(database,
            "SELECT 'row ' || rowid || ' of ' || \"table\" || ' names a missing row of ' || parent FROM "
            "pragma_foreign_key_check",
            lines);
    return lines;
}

std::vector<Disagreement> find_disagreements(const Database& database) {
    std::vector<Disagreement> found;
    for (const Promise& promise : promises)
        if (const std::int64_t rows = count(database, promise.broken_rows); rows > 0)
            found.push_back({promise.what, rows, promise.index});
    return found;
}

} // namespace khabar::store
