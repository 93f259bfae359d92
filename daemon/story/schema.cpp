#include "daemon/store/schema.hpp"

#include "daemon/story/rulings.hpp"
#include "daemon/story/story_index.hpp"

namespace khabar::story {

namespace {

// story_posting is the candidates' index: bucket and hash are one integer (bucket << 32 | hash, six bytes on
// disk), so that a look-up is one range, neighbours in the tree are neighbours in time, and expiry is one
// range delete. AUTOINCREMENT: a posting of a vanished story must never point at a new one.
constexpr std::string_view first_tables = R"(
CREATE TABLE story (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    representative INTEGER NOT NULL,
    first INTEGER NOT NULL,
    last INTEGER NOT NULL
) STRICT;
CREATE TABLE story_member (
    article INTEGER PRIMARY KEY,
    story INTEGER NOT NULL,
    time INTEGER NOT NULL,
    reliable INTEGER NOT NULL,
    words INTEGER NOT NULL,
    content INTEGER NOT NULL,
    source INTEGER NOT NULL,
    other INTEGER,
    similarity INTEGER NOT NULL,
    kind INTEGER NOT NULL
) STRICT;
CREATE INDEX story_member_by_story ON story_member(story);
CREATE TABLE story_posting (
    key INTEGER NOT NULL,
    story INTEGER NOT NULL,
    PRIMARY KEY (key, story)
) STRICT, WITHOUT ROWID;
CREATE TABLE story_edge (
    "from" INTEGER NOT NULL,
    "to" INTEGER NOT NULL,
    kind INTEGER NOT NULL,
    guard INTEGER NOT NULL,
    containment INTEGER NOT NULL,
    jaccard INTEGER NOT NULL,
    PRIMARY KEY ("from", "to")
) STRICT, WITHOUT ROWID;
CREATE INDEX story_edge_by_target ON story_edge("to");
)";

// Version i of the tables becomes i + 1 by steps[i]; what was released is never edited.
constexpr std::string_view steps[] = {first_tables};

} // namespace

void create_tables(store::Database& database) {
    store::migrate_part(database, "story", steps);
    create_ruling_tables(database);
}

} // namespace khabar::story
