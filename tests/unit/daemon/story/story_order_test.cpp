// The order of arrival changes who represents, never who is together: every permutation of a small day.

#include "tests/unit/daemon/story/story_fixture.hpp"

#include <algorithm>
#include <vector>

namespace khabar::story {
namespace {

TEST(StoryOrder, does_not_change_who_is_together) {
    const std::vector<Article> day = {
        {"افتتاح جسر جديد في حلب", bridge, "a", noon},
        {"جسر يخفف الزحام", "حلب - وكالات: " + bridge, "b", noon + hours(1)},
        {"جسر حلب", bridge.substr(0, bridge.find("وعبر سكان")), "c", noon + hours(4)},
        {"مشمش الغوطة", harvest, "a", noon + hours(2)},
        {"موسم القطاف", harvest + " وكالات", "b", noon + hours(3)},
        {"تنبيه",
         "يغلق طريق المطار يوم غد من الساعة السادسة صباحا حتى الظهر بسبب أعمال صيانة طارئة في شبكة المياه.",
         "a", noon},
    };
    const Partition expected = {{1, 2, 3}, {4, 5}, {6}};
    std::vector<std::size_t> order = {0, 1, 2, 3, 4}; // the last, of which there is no copy, arrives last
    do {
        Stories stories;
        for (const std::size_t i : order)
            stories.place(static_cast<std::int64_t>(i) + 1, day[i]);
        stories.place(6, day[5]);
        ASSERT_EQ(partition_of(stories), expected) << testing::PrintToString(order);
    } while (std::next_permutation(order.begin(), order.end()));
}

TEST(StoryOrder, an_article_between_two_versions_brings_them_together) {
    // Two cuts share their lead and little else; the whole, arriving last, ties them.
    const std::size_t half = bridge.find("وأوضح مدير");
    const std::string lead = bridge.substr(0, bridge.find("وأضاف أن"));
    const Article early{"جسر", bridge.substr(0, half), "a", noon};
    const Article late{"جسر", lead + bridge.substr(half), "b", noon + hours(1)};
    const Article whole{"جسر", bridge, "c", noon + hours(2)};
    Stories stories;
    stories.place(1, early);
    stories.place(2, late);
    ASSERT_NE(stories.story_of(1), stories.story_of(2)) << "the case proves nothing";
    const Placement last = stories.place(3, whole);
    EXPECT_EQ(stories.story_of(1), last.story);
    EXPECT_EQ(stories.story_of(2), last.story);
    EXPECT_EQ(stories.count("story"), 1);
}

} // namespace
} // namespace khabar::story
