// What people decide stands against the engine, and can be withdrawn.

#include "daemon/store/changes.hpp"
#include "daemon/story/story_view.hpp"

#include <gmock/gmock.h>

#include "story_fixture.hpp"

namespace khabar::story {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

class RulingsTest : public testing::Test {
  protected:
    Result<Ruling> split(std::int64_t story, std::vector<std::int64_t> articles) {
        store::Transaction transaction(stories.database);
        auto ruling = stories.index.split(story, std::move(articles), noon);
        if (ruling) transaction.commit();
        return ruling;
    }
    Result<Ruling> merge(std::int64_t story, std::int64_t other) {
        store::Transaction transaction(stories.database);
        auto ruling = stories.index.merge(story, other, noon);
        if (ruling) transaction.commit();
        return ruling;
    }
    Result<Ruling> revoke(std::int64_t ruling) {
        store::Transaction transaction(stories.database);
        auto revoked = stories.index.revoke(ruling, noon);
        if (revoked) transaction.commit();
        return revoked;
    }
    void remove(std::int64_t article) {
        store::Transaction transaction(stories.database);
        stories.index.remove(article);
        stories.articles.erase(article);
        transaction.commit();
    }

    Stories stories;
};

TEST_F(RulingsTest, ASplitMovesArticlesIntoAStoryOfTheirOwn) {
    for (std::int64_t id = 1; id <= 3; ++id)
        stories.place(id, {"جسر جديد", bridge, std::to_string(id)});
    const std::int64_t story = stories.story_of(1);
    const auto ruling = split(story, {3, 3});
    ASSERT_TRUE(ruling) << ruling.error().detail;
    EXPECT_EQ(stories.story_of(1), story);
    EXPECT_EQ(stories.story_of(2), story);
    EXPECT_EQ(stories.story_of(3), ruling->other);
    EXPECT_NE(ruling->other, story);
    EXPECT_FALSE(stories.index.find(3)->duplicate_of);
    EXPECT_EQ(find_story(stories.database, story)->articles, 2);
    EXPECT_EQ(find_story(stories.database, ruling->other)->representative, 3);
    const auto changes = store::changes_after(stories.database, 0, 10);
    ASSERT_EQ(changes.size(), 1U);
    EXPECT_EQ(changes[0].kind, store::ChangeKind::split);
    EXPECT_EQ(changes[0].article, 3);
    EXPECT_EQ(changes[0].other_story, ruling->other);
}

TEST_F(RulingsTest, LaterCopiesJoinOneSideAndNeverPutThemTogether) {
    stories.place(1, {"جسر جديد", bridge, "a"});
    stories.place(2, {"جسر جديد", bridge, "b"});
    const std::int64_t story = stories.story_of(1);
    const std::int64_t other = split(story, {2})->other;
    for (std::int64_t id = 3; id <= 6; ++id) {
        const Placement placement = stories.place(id, {"جسر جديد", bridge, "c"});
        EXPECT_THAT(placement.merged, IsEmpty());
        EXPECT_TRUE(placement.story == story || placement.story == other);
    }
    EXPECT_EQ(stories.story_of(1), story);
    EXPECT_EQ(stories.story_of(2), other);
    stories.place(2, {"جسر جديد", bridge, "b"});
    EXPECT_EQ(stories.story_of(2), other) << "the same input again";
}

TEST_F(RulingsTest, AMergeHoldsAndCopiesOfBothTextsFindIt) {
    stories.place(1, {"جسر جديد", bridge, "a"});
    stories.place(2, {"موسم المشمش", harvest, "a"});
    const std::int64_t story = stories.story_of(1);
    ASSERT_NE(stories.story_of(2), story);
    const auto ruling = merge(story, stories.story_of(2));
    ASSERT_TRUE(ruling) << ruling.error().detail;
    EXPECT_EQ(stories.story_of(2), story);
    EXPECT_EQ(stories.place(3, {"موسم المشمش", harvest, "b"}).story, story);
    EXPECT_EQ(stories.place(4, {"جسر جديد", bridge, "b"}).story, story);
    // Cut to its opening, it is like its own wing and like nothing in the other.
    EXPECT_EQ(stories.place(5, {"موسم المشمش", harvest.substr(0, harvest.find("لكن")), "c"}).story, story);

    ASSERT_TRUE(revoke(ruling->id));
    EXPECT_EQ(stories.story_of(1), story);
    EXPECT_EQ(stories.story_of(4), story);
    EXPECT_NE(stories.story_of(2), story);
    EXPECT_EQ(stories.story_of(3), stories.story_of(2)) << "who joined the wing goes with it";
    EXPECT_EQ(stories.story_of(5), stories.story_of(2));
    EXPECT_EQ(stories.count("story_wing"), 0);
}

TEST_F(RulingsTest, WithdrawingASplitPutsThemTogetherAgain) {
    stories.place(1, {"جسر جديد", bridge, "a"});
    stories.place(2, {"جسر جديد", bridge, "b"});
    const std::int64_t story = stories.story_of(1);
    const std::int64_t ruling = split(story, {2})->id;
    ASSERT_TRUE(revoke(ruling));
    EXPECT_EQ(stories.story_of(2), story);
    EXPECT_EQ(stories.count("story_ruling"), 0);
    EXPECT_EQ(stories.count("story"), 1);
    EXPECT_FALSE(revoke(ruling)) << "there is none any more";
}

TEST_F(RulingsTest, WhatCannotBeIsRefusedWithTheReason) {
    stories.place(1, {"جسر جديد", bridge, "a"});
    stories.place(2, {"جسر جديد", bridge, "b"});
    stories.place(3, {"موسم المشمش", harvest, "a"});
    const std::int64_t story = stories.story_of(1), other = stories.story_of(3);
    EXPECT_THAT(split(story, {1, 2}).error().detail, HasSubstr("both sides"));
    EXPECT_THAT(split(story, {}).error().detail, HasSubstr("both sides"));
    EXPECT_THAT(split(story, {3}).error().detail, HasSubstr("article 3 is not of story"));
    EXPECT_THAT(split(99, {1}).error().detail, HasSubstr("no story 99"));
    EXPECT_THAT(merge(story, 99).error().detail, HasSubstr("no story 99"));
    EXPECT_THAT(merge(story, story).error().detail, HasSubstr("with itself"));
    const auto ruling = split(story, {2});
    EXPECT_THAT(merge(story, ruling->other).error().detail,
                HasSubstr("khabar story revoke " + std::to_string(ruling->id)));
    EXPECT_TRUE(merge(story, other));
}

TEST_F(RulingsTest, AreListedAndForgottenWithTheirArticles) {
    stories.place(1, {"جسر جديد", bridge, "a"});
    stories.place(2, {"جسر جديد", bridge, "b"});
    const std::int64_t story = stories.story_of(1);
    const std::int64_t id = split(story, {2})->id;
    Rulings rulings(stories.database);
    const auto all = rulings.all();
    ASSERT_EQ(all.size(), 1U);
    EXPECT_EQ(all[0].id, id);
    EXPECT_EQ(all[0].kind, RulingKind::split);
    EXPECT_THAT(all[0].articles, ElementsAre(2));
    EXPECT_THAT(all[0].stayed, ElementsAre(1));
    remove(2);
    EXPECT_THAT(rulings.all(), IsEmpty());
    EXPECT_EQ(stories.count("story_ruling_article"), 0);
}

TEST_F(RulingsTest, RemovingAnArticleRelikensTheOthers) {
    stories.place(1, {"جسر جديد", bridge, "a"});
    stories.place(2, {"جسر جديد", bridge, "b", noon + hours(1)});
    stories.place(3, {"جسر جديد", bridge, "c", noon + hours(2)});
    const std::int64_t story = stories.story_of(1);
    remove(1);
    EXPECT_EQ(stories.story_of(2), story);
    EXPECT_FALSE(stories.index.find(2)->duplicate_of) << "the beginning now";
    EXPECT_EQ(stories.index.find(3)->duplicate_of, 2);
    EXPECT_EQ(stories.index.find(3)->kind, Kind::same);
    EXPECT_EQ(find_story(stories.database, story)->representative, 2);
    remove(2);
    remove(3);
    for (const char* table : {"story", "story_member", "story_edge", "story_posting"})
        EXPECT_EQ(stories.count(table), 0) << table;
}

} // namespace
} // namespace khabar::story
