// What stays in the tables after deletion, expiry, a rollback: nothing that should not.

#include "daemon/story/tables.hpp"
#include "tests/unit/daemon/story/story_fixture.hpp"

namespace khabar::story {
namespace {

TEST(StoryTables, removal_leaves_nothing_behind) {
    Stories stories;
    stories.place(1, {"جسر", bridge});
    stories.place(2, {"جسر", bridge, "b"});
    stories.place(3, {"مشمش", harvest});
    expect_consistent(stories);

    stories.index.remove(1);
    stories.articles.erase(1);
    expect_consistent(stories);
    EXPECT_FALSE(stories.index.find(1));
    EXPECT_FALSE(stories.index.find(2)->duplicate_of);
    EXPECT_EQ(stories.place(4, {"جسر", bridge, "c"}).story, stories.story_of(2))
        << "still found through its copy";

    for (const std::int64_t id : {2, 4, 3}) {
        stories.index.remove(id);
        expect_consistent(stories);
    }
    for (const char* table : {"story", "story_member", "story_posting", "story_edge"})
        EXPECT_EQ(stories.count(table), 0) << table;
}

TEST(StoryTables, removing_the_unknown_is_no_error) {
    Stories stories;
    stories.index.remove(99);
    EXPECT_EQ(stories.count("story"), 0);
}

TEST(StoryTables, a_story_id_is_never_used_again) {
    Stories stories;
    const auto first = stories.place(1, {"جسر", bridge}).story;
    stories.index.remove(1);
    EXPECT_GT(stories.place(2, {"مشمش", harvest}).story, first);
}

TEST(StoryTables, expiry_forgets_what_is_older) {
    Stories stories;
    stories.place(1, {"جسر", bridge});
    stories.place(2, {"مشمش", harvest, "a", noon + hours(24 * 30)});
    stories.index.expire(noon + hours(24 * 20));
    EXPECT_NE(stories.place(3, {"جسر", bridge, "b"}).story, stories.story_of(1));
    EXPECT_EQ(stories.place(4, {"مشمش", harvest, "b", noon + hours(24 * 30 + 2)}).story, stories.story_of(2));
    EXPECT_TRUE(stories.index.find(1)) << "what was decided stays";
}

TEST(StoryTables, a_rollback_at_any_point_loses_all_or_nothing) {
    Stories stories;
    stories.place(1, {"جسر", bridge});
    {
        store::Transaction transaction(stories.database);
        stories.place_in_transaction(2, {"جسر حلب", bridge, "b"});
        stories.place_in_transaction(3, {"مشمش", harvest});
    } // never committed
    expect_consistent(stories);
    EXPECT_FALSE(stories.index.find(2));
    EXPECT_FALSE(stories.index.find(3));
    EXPECT_EQ(stories.place(3, {"مشمش", harvest}).kind, Kind::unique);
    EXPECT_EQ(stories.place(2, {"جسر حلب", bridge, "b"}).story, stories.story_of(1));
    expect_consistent(stories);
}

TEST(StoryTables, creating_twice_keeps_what_is_there) {
    Stories stories;
    stories.place(1, {"جسر", bridge});
    create_tables(stories.database);
    EXPECT_TRUE(stories.index.find(1));
}

TEST(StoryTables, buckets_round_down) {
    EXPECT_EQ(bucket_of(0), 0);
    EXPECT_EQ(bucket_of(bucket_seconds - 1), 0);
    EXPECT_EQ(bucket_of(bucket_seconds), 1);
    EXPECT_EQ(bucket_of(-1), -1);
    EXPECT_EQ(bucket_of(-bucket_seconds), -1);
}

TEST(StoryTables, reads_no_more_postings_than_asked) {
    Stories stories;
    Tables tables(stories.database);
    const fingerprint::Hash hash = 0xFFFFFFFF;
    for (std::int64_t story = 1; story <= 100; ++story)
        tables.add_postings(7, {&hash, 1}, story);
    std::vector<std::int64_t> found;
    tables.postings(7, hash, 65, found);
    EXPECT_EQ(found.size(), 65U);
    found.clear();
    tables.postings(6, hash, 65, found);
    tables.postings(8, hash, 65, found);
    EXPECT_TRUE(found.empty());
}

} // namespace
} // namespace khabar::story
