#include "daemon/story/rulings.hpp"

#include "daemon/store/schema.hpp"

namespace khabar::story {

namespace {

constexpr std::string_view first_tables = R"(
CREATE TABLE story_ruling (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL CHECK (kind IN ('split', 'merge')),
    at INTEGER NOT NULL,
    story INTEGER NOT NULL,
    other INTEGER NOT NULL
) STRICT;
CREATE TABLE story_ruling_article (
    ruling INTEGER NOT NULL REFERENCES story_ruling(id) ON DELETE CASCADE,
    article INTEGER NOT NULL,
    moved INTEGER NOT NULL,
    PRIMARY KEY (ruling, article)
) STRICT, WITHOUT ROWID;
CREATE INDEX story_ruling_by_article ON story_ruling_article(article);
CREATE TABLE story_wing (
    article INTEGER PRIMARY KEY,
    wing INTEGER NOT NULL
) STRICT;
CREATE INDEX story_wing_by_wing ON story_wing(wing);
)";
// Wings were numbered by the merge that brought them in, and splits had none. Those numbers stay, below zero,
// where they are no story's; the two sides of a split are of the story that was split; who joined since is of
// the wing of whom it was likened to.
constexpr std::string_view wings_of_all = R"(
UPDATE story_wing SET wing = -wing;
INSERT OR IGNORE INTO story_wing(article, wing)
    SELECT n.article, r.story FROM story_ruling_article n JOIN story_ruling r ON r.id = n.ruling
    WHERE r.kind = 'split' AND n.article IN (SELECT article FROM story_member) ORDER BY r.id;
WITH RECURSIVE of_wing(article, wing) AS (
    SELECT article, wing FROM story_wing
    UNION SELECT m.article, w.wing FROM of_wing w JOIN story_member m ON m.other = w.article)
INSERT OR IGNORE INTO story_wing(article, wing) SELECT article, wing FROM of_wing;
)";
constexpr std::string_view steps[] = {first_tables, wings_of_all};

Ruling read_ruling(const store::Statement& row) {
    Ruling ruling;
    ruling.id = row.integer(0);
    ruling.kind = row.text(1) == "merge" ? RulingKind::merge : RulingKind::split;
    ruling.at = std::chrono::sys_seconds(std::chrono::seconds(row.integer(2)));
    ruling.story = row.integer(3);
    ruling.other = row.integer(4);
    return ruling;
}

// The first column of what is left of the rows.
std::vector<std::int64_t> integers(store::Statement& rows) {
    std::vector<std::int64_t> values;
    while (rows.step())
        values.push_back(rows.integer(0));
    return values;
}

} // namespace

std::string_view name(RulingKind kind) noexcept {
    return kind == RulingKind::split ? "split" : "merge";
}

void create_ruling_tables(store::Database& database) {
    store::migrate_part(database, "story_rulings", steps);
}

// Rulings are few: a look-up for each article that one of them names.
Rulings::Rulings(store::Database& database)
    : database_(database),
      between_(database.prepare(
          "SELECT r.id FROM story_ruling r WHERE r.kind = 'split' AND "
          "EXISTS (SELECT 1 FROM story_ruling_article x JOIN story_member m ON m.article = x.article "
          "        JOIN story_ruling_article y ON y.ruling = x.ruling AND y.moved <> x.moved "
          "        JOIN story_member n ON n.article = y.article "
          "        WHERE x.ruling = r.id AND m.story = ?1 AND n.story = ?2) LIMIT 1")),
      any_wings_(database.prepare("SELECT EXISTS (SELECT 1 FROM story_wing)")),
      wing_(database.prepare("SELECT wing FROM story_wing WHERE article = ?1")),
      put_wing_(database.prepare("INSERT OR REPLACE INTO story_wing(article, wing) VALUES(?1, ?2)")),
      put_wings_(database.prepare("INSERT OR IGNORE INTO story_wing(article, wing) "
                                  "SELECT article, story FROM story_member WHERE story = ?1")),
      remove_wing_(database.prepare("DELETE FROM story_wing WHERE article = ?1")) {}

std::int64_t Rulings::add(const Ruling& ruling) {
    database_.prepare("INSERT INTO story_ruling(kind, at, story, other) VALUES(?1, ?2, ?3, ?4)")
        .bind_all(name(ruling.kind), static_cast<std::int64_t>(ruling.at.time_since_epoch().count()),
                  ruling.story, ruling.other)
        .run();
    const std::int64_t id = database_.last_insert_id();
    store::Statement add =
        database_.prepare("INSERT INTO story_ruling_article(ruling, article, moved) VALUES(?1, ?2, ?3)");
    for (const std::int64_t article : ruling.articles)
        add.bind_all(id, article, true).run();
    for (const std::int64_t article : ruling.stayed)
        add.bind_all(id, article, false).run();
    return id;
}

void Rulings::read_sides(Ruling& ruling) {
    store::Statement row = database_.prepare(
        "SELECT article, moved FROM story_ruling_article WHERE ruling = ?1 ORDER BY article");
    row.bind_all(ruling.id);
    while (row.step())
        (row.integer(1) != 0 ? ruling.articles : ruling.stayed).push_back(row.integer(0));
}

std::optional<Ruling> Rulings::find(std::int64_t id) {
    store::Statement row =
        database_.prepare("SELECT id, kind, at, story, other FROM story_ruling WHERE id = ?1");
    row.bind_all(id);
    if (!row.step()) return std::nullopt;
    Ruling ruling = read_ruling(row);
    read_sides(ruling);
    return ruling;
}

std::vector<Ruling> Rulings::all() {
    store::Statement row =
        database_.prepare("SELECT id, kind, at, story, other FROM story_ruling ORDER BY id DESC LIMIT 10000");
    std::vector<Ruling> rulings;
    while (row.step())
        rulings.push_back(read_ruling(row));
    for (Ruling& ruling : rulings)
        read_sides(ruling);
    return rulings;
}

void Rulings::remove(std::int64_t id) {
    database_.prepare("DELETE FROM story_ruling_article WHERE ruling = ?1").bind_all(id).run();
    database_.prepare("DELETE FROM story_ruling WHERE id = ?1").bind_all(id).run();
}

std::optional<std::int64_t> Rulings::between(std::int64_t story, std::int64_t other) {
    between_.bind_all(story, other);
    std::optional<std::int64_t> found;
    if (between_.step()) found = between_.integer(0);
    between_.reset();
    return found;
}

bool Rulings::any_wings() {
    const bool any = any_wings_.step() && any_wings_.integer(0) != 0;
    any_wings_.reset();
    return any;
}

std::int64_t Rulings::wing(std::int64_t article) {
    wing_.bind_all(article);
    const std::int64_t found = wing_.step() ? wing_.integer(0) : no_wing;
    wing_.reset();
    return found;
}

void Rulings::put_wing(std::int64_t article, std::int64_t wing) {
    if (wing == no_wing)
        remove_wing_.bind_all(article).run();
    else
        put_wing_.bind_all(article, wing).run();
}

void Rulings::put_wings(std::int64_t story) {
    put_wings_.bind_all(story).run();
}

void Rulings::join_wings(std::int64_t from, std::int64_t into) {
    database_.prepare("UPDATE story_wing SET wing = ?2 WHERE wing = ?1").bind_all(from, into).run();
}

void Rulings::drop_idle_wings() {
    database_.execute("DELETE FROM story_wing WHERE NOT EXISTS (SELECT 1 FROM story_ruling)");
}

std::vector<std::int64_t> Rulings::articles_in(std::int64_t wing) {
    store::Statement row =
        database_.prepare("SELECT article FROM story_wing WHERE wing = ?1 ORDER BY article");
    row.bind_all(wing);
    return integers(row);
}

std::vector<std::int64_t> Rulings::naming(std::int64_t article) {
    store::Statement row =
        database_.prepare("SELECT ruling FROM story_ruling_article WHERE article = ?1 ORDER BY ruling");
    row.bind_all(article);
    return integers(row);
}

void Rulings::forget(std::int64_t article, std::int64_t story) {
    const std::vector<std::int64_t> touched = naming(article);
    if (!touched.empty()) name_an_heir(article, story);
    remove_wing_.bind_all(article).run();
    database_.prepare("DELETE FROM story_ruling_article WHERE article = ?1").bind_all(article).run();
    for (const std::int64_t ruling : touched) {
        store::Statement sides =
            database_.prepare("SELECT count(DISTINCT moved) FROM story_ruling_article WHERE ruling = ?1");
        sides.bind_all(ruling);
        if (sides.step() && sides.integer(0) < 2) remove(ruling);
    }
    if (!touched.empty()) drop_idle_wings();
}

void Rulings::name_an_heir(std::int64_t article, std::int64_t story) {
    database_
        .prepare("INSERT OR IGNORE INTO story_ruling_article(ruling, article, moved) "
                 "SELECT n.ruling, heir.article, n.moved FROM story_ruling_article n, "
                 "(SELECT m.article FROM story_member m JOIN story_wing w ON w.article = m.article "
                 " WHERE m.story = ?2 AND m.article <> ?1 "
                 " AND w.wing = (SELECT wing FROM story_wing WHERE article = ?1) LIMIT 1) heir "
                 "WHERE n.article = ?1 AND NOT EXISTS (SELECT 1 FROM story_ruling_article o "
                 "WHERE o.ruling = n.ruling AND o.moved = n.moved AND o.article <> ?1)")
        .bind_all(article, story)
        .run();
}

} // namespace khabar::story
