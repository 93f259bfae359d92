#include "daemon/store/changes.hpp"

#include "daemon/store/article_row.hpp"

#include <array>

namespace khabar::store {

namespace {

constexpr std::array<std::string_view, 7> names = {"new",    "revised", "retracted", "restored",
                                                   "merged", "split",   "removed"};

// The oldest entries go a few at a time: a delete for every row would cost as much as the row.
constexpr std::int64_t trim_every = 256;

ChangeKind kind_from(std::string_view text) noexcept {
    for (std::size_t i = 0; i < names.size(); ++i)
        if (names[i] == text) return static_cast<ChangeKind>(i);
    return ChangeKind::revised; // of a newer khabar: whoever follows should look at it again
}

std::optional<std::int64_t> integer_at(const Statement& row, int column) {
    if (row.is_null(column)) return std::nullopt;
    return row.integer(column);
}

} // namespace

std::string_view name(ChangeKind kind) noexcept {
    return names[static_cast<std::size_t>(kind)];
}

void record_change(Database& database, const Change& change, std::int64_t keep) {
    std::optional<std::string_view> url;
    if (!change.url.empty()) url = change.url;
    database
        .prepare("INSERT INTO change(at, kind, article, story, revision, other_story, url) "
                 "VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7)")
        .bind_all(seconds(change.at), name(change.kind), change.article, change.story, change.revision,
                  change.other_story, url)
        .run();
    const std::int64_t sequence = database.last_insert_id();
    if (sequence % trim_every == 0 && sequence > keep)
        database.prepare("DELETE FROM change WHERE sequence <= ?1").bind_all(sequence - keep).run();
}

Journal journal(const Database& database) {
    Journal journal;
    Statement last = database.prepare("SELECT seq FROM sqlite_sequence WHERE name = 'change'");
    if (last.step()) journal.last = last.integer(0);
    Statement first = database.prepare("SELECT min(sequence) FROM change");
    journal.first = first.step() && !first.is_null(0) ? first.integer(0) : journal.last + 1;
    return journal;
}

std::vector<Change> changes_after(const Database& database, std::int64_t cursor, std::size_t limit) {
    Statement row = database.prepare("SELECT sequence, at, kind, article, story, revision, other_story, url "
                                     "FROM change WHERE sequence > ?1 ORDER BY sequence LIMIT ?2");
    row.bind_all(cursor, static_cast<std::int64_t>(limit));
    std::vector<Change> changes;
    while (row.step()) {
        Change change;
        change.sequence = row.integer(0);
        change.at = time_at(row, 1).value_or(Time{});
        change.kind = kind_from(row.text(2));
        change.article = integer_at(row, 3);
        change.story = integer_at(row, 4);
        change.revision = integer_at(row, 5);
        change.other_story = integer_at(row, 6);
        change.url = row.string(7);
        changes.push_back(std::move(change));
    }
    return changes;
}

} // namespace khabar::store
