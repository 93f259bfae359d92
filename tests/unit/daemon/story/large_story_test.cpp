// A story that half the world copies: more members than the engine reads at once.

#include "daemon/story/constants.hpp"
#include "tests/unit/daemon/story/story_fixture.hpp"

#include <algorithm>

namespace khabar::story {
namespace {

constexpr std::int64_t members = static_cast<std::int64_t>(max_members_moved) + 40;

// Copies a minute apart, so that all are of one day, some a few words shorter; `first` is the first article.
void place_copies(Stories& stories, std::int64_t first, const std::string& text) {
    store::Transaction transaction(stories.database);
    const auto words = static_cast<int>(std::count(text.begin(), text.end(), ' '));
    for (std::int64_t i = 0; i < members; ++i)
        stories.place_in_transaction(first + i,
                                     {"جسر حلب", first_words(text, words - static_cast<int>(i % 7)), "a",
                                      noon + std::chrono::minutes(i)});
    transaction.commit();
}

TEST(LargeStory, is_one_and_its_summary_covers_all) {
    Stories stories;
    place_copies(stories, 1, bridge);
    EXPECT_EQ(stories.count("story"), 1);
    EXPECT_EQ(stories.count("story_member"), members);
    const std::string fullest = bridge + " وأعلنت الوزارة مساء أن الحركة على الجسر بدأت بعد الحفل.";
    stories.place(members + 1, {"جسر", fullest, "b", noon + hours(8)});
    EXPECT_EQ(stories.count("story WHERE representative = " + std::to_string(members + 1)), 1);
    expect_consistent(stories);
}

TEST(LargeStory, a_copy_of_its_latest_version_still_finds_it) {
    Stories stories;
    place_copies(stories, 1, bridge);
    const std::string rewritten = first_words(bridge, 70) + " وحضر الافتتاح وفد من غرفة التجارة ومهندسون.";
    const auto first = stories.place(members + 1, {"جسر", rewritten, "b", noon + hours(6)});
    EXPECT_EQ(first.story, stories.story_of(1));
    EXPECT_EQ(stories.place(members + 2, {"افتتاح", rewritten, "c", noon + hours(7)}).duplicate_of,
              members + 1);
}

TEST(LargeStory, losing_its_beginning_leaves_it_whole) {
    Stories stories;
    place_copies(stories, 1, bridge);
    for (const std::int64_t id : {1, 2, 3}) {
        stories.index.remove(id);
        stories.articles.erase(id);
    }
    expect_consistent(stories);
    EXPECT_EQ(stories.count("story"), 1);
    EXPECT_EQ(stories.place(members + 1, {"جسر", bridge, "c", noon + hours(9)}).story,
              stories.story_of(members));
}

TEST(LargeStory, is_merged_and_parted_by_hand_without_losing_a_member) {
    Stories stories;
    place_copies(stories, 1, bridge);
    place_copies(stories, members + 1, harvest);
    const std::int64_t left = stories.story_of(1), right = stories.story_of(members + 1);
    const Result<Ruling> ruling = stories.index.merge(left, right, noon + hours(10));
    ASSERT_TRUE(ruling) << ruling.error().detail;
    EXPECT_EQ(stories.count("story"), 1);
    EXPECT_EQ(stories.count("story_member WHERE story = " + std::to_string(left)), 2 * members);
    EXPECT_EQ(ruling->articles.size(), static_cast<std::size_t>(members));
    ASSERT_TRUE(stories.index.revoke(ruling->id, noon + hours(11)));
    EXPECT_EQ(stories.count("story_member WHERE story = " + std::to_string(left)), members);
    expect_consistent(stories);
}

} // namespace
} // namespace khabar::story
