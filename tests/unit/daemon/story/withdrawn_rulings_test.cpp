// When nothing is left of what people ruled, the stories are those of the engine alone.

#include "daemon/story/replay.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <map>
#include <memory>
#include <random>

#include "story_fixture.hpp"

namespace khabar::story {
namespace {

using testing::ElementsAre;
using testing::Pair;

const std::string school = "افتتحت مديرية التربية في مدينة حمص مدرستين جديدتين بعد ترميم دام ثمانية أشهر. "
                           "وقالت المديرة هناء العلي إن المدرستين تستقبلان تسعمئة تلميذ من أحياء لم يبق فيها "
                           "صف واحد صالح. وتبرع تجار السوق بالمقاعد واللوحات، وتطوع طلاب الجامعة لطلاء "
                           "الجدران وتشجير الساحة. وينتظر الأهالي أن تصل الحافلات قبل الشتاء.";

class WithdrawnRulings : public testing::Test {
  protected:
    // Copies of three texts by turns: 1 4 7 … are one story, 2 5 8 … and 3 6 9 … others.
    void place_next() {
        const std::string* const texts[] = {&bridge, &harvest, &school};
        const auto hour = noon + hours(placed_ / 3);
        ++placed_;
        stories->place(placed_, {"عنوان", *texts[(placed_ - 1) % 3], std::to_string(placed_), hour});
    }
    void place(int count) {
        for (int i = 0; i < count; ++i)
            place_next();
    }
    void begin(int count) {
        stories = std::make_unique<Stories>();
        placed_ = 0;
        place(count);
    }
    template <typename Order>
    Result<Ruling> order(Order&& give) {
        store::Transaction transaction(stories->database);
        auto ruling = give();
        if (ruling) transaction.commit();
        return ruling;
    }
    Result<Ruling> merge(std::int64_t article, std::int64_t other) {
        return order(
            [&] { return stories->index.merge(stories->story_of(article), stories->story_of(other), noon); });
    }
    // Of those named, the ones in the first one's story.
    Result<Ruling> split(std::vector<std::int64_t> articles) {
        const std::int64_t story = stories->story_of(articles.front());
        std::erase_if(articles, [&](std::int64_t article) { return stories->story_of(article) != story; });
        return order([&] { return stories->index.split(story, articles, noon); });
    }
    Result<Ruling> revoke(std::int64_t ruling) {
        return order([&] { return stories->index.revoke(ruling, noon); });
    }

    void expect_the_engines_own() {
        Partition by_text;
        for (std::int64_t text = 1; text <= 3; ++text) {
            std::set<std::int64_t> copies;
            for (std::int64_t id = text; id <= placed_; id += 3)
                copies.insert(id);
            by_text.insert(std::move(copies));
        }
        EXPECT_EQ(partition_of(*stories), by_text);
        expect_consistent(*stories);
        for (const char* table : {"story_ruling", "story_ruling_article", "story_wing"})
            EXPECT_EQ(stories->count(table), 0) << table;
        // One beginning a story; every other is there for a likeness that is written down.
        EXPECT_EQ(stories->count("story_member WHERE other IS NULL"), 3);
        EXPECT_EQ(stories->count("story_member m WHERE other IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "
                                 "story_edge e WHERE (e.\"from\" = m.article AND e.\"to\" = m.other) OR "
                                 "(e.\"to\" = m.article AND e.\"from\" = m.other))"),
                  0);
    }

    std::unique_ptr<Stories> stories = std::make_unique<Stories>();
    std::int64_t placed_ = 0;
};

enum class Step : std::uint8_t { merge, split, revoke_merge, revoke_split };

struct Orders : WithdrawnRulings, testing::WithParamInterface<std::vector<std::int64_t>> {};

// Every order of the four steps in which a ruling is given before it is withdrawn; copies arrive in between.
TEST_P(Orders, OfAMergeASplitAndWithdrawingBothLeaveNothingBehind) {
    std::vector<Step> steps = {Step::merge, Step::split, Step::revoke_merge, Step::revoke_split};
    int orders = 0;
    do {
        const auto at = [&](Step step) { return std::ranges::find(steps, step); };
        if (at(Step::revoke_merge) < at(Step::merge) || at(Step::revoke_split) < at(Step::split)) continue;
        for (const int arriving : {0, 3}) {
            begin(9);
            std::map<Step, std::int64_t> ruling;
            for (const Step step : steps) {
                const Result<Ruling> done = step == Step::merge          ? merge(1, 2)
                                            : step == Step::split        ? split(GetParam())
                                            : step == Step::revoke_merge ? revoke(ruling[Step::merge])
                                                                         : revoke(ruling[Step::split]);
                ASSERT_TRUE(done) << done.error().detail;
                ruling[step] = done->id;
                expect_consistent(*stories);
                place(arriving);
            }
            expect_the_engines_own();
            ++orders;
        }
    } while (std::ranges::next_permutation(steps).found);
    EXPECT_EQ(orders, 12);
}

INSTANTIATE_TEST_SUITE_P(Splits, Orders,
                         testing::Values(std::vector<std::int64_t>{1}, std::vector<std::int64_t>{4},
                                         std::vector<std::int64_t>{2}, std::vector<std::int64_t>{5, 8},
                                         std::vector<std::int64_t>{2, 4},
                                         std::vector<std::int64_t>{1, 2, 7}));

TEST_F(WithdrawnRulings, ManyOfThemInAnyOrderLeaveNothingBehind) {
    for (std::uint32_t seed = 1; seed <= 30; ++seed) {
        begin(6);
        std::mt19937 random(seed);
        const auto any = [&](std::int64_t below) { return static_cast<std::int64_t>(random() % below); };
        std::vector<std::int64_t> standing;
        for (int step = 0; step < 12; ++step) {
            const std::int64_t what = any(4);
            if (what == 3) place(3);
            if (what == 2 && !standing.empty()) {
                const auto one = standing.begin() + any(static_cast<std::int64_t>(standing.size()));
                ASSERT_TRUE(revoke(*one));
                standing.erase(one);
            }
            if (what >= 2) continue;
            const std::int64_t one = any(placed_) + 1, two = any(placed_) + 1;
            const auto ruling = what == 0 ? merge(one, two) : split({one, two});
            if (ruling) standing.push_back(ruling->id); // refused where nothing is to be ruled
        }
        std::ranges::shuffle(standing, random);
        for (const std::int64_t ruling : standing)
            ASSERT_TRUE(revoke(ruling));
        expect_the_engines_own();
        ASSERT_FALSE(HasFailure()) << "seed " << seed;
    }
}

TEST_F(WithdrawnRulings, WhatStandsIsKept) {
    place(9);
    const auto merged = merge(1, 2);
    const auto parted = split({2, 4});
    ASSERT_TRUE(merged && parted);
    ASSERT_TRUE(revoke(merged->id));
    EXPECT_EQ(partition_of(*stories), (Partition{{1, 7}, {4}, {5, 8}, {2}, {3, 6, 9}}))
        << "the texts are apart again, and each is split where it was";
    ASSERT_TRUE(revoke(parted->id));
    expect_the_engines_own();
}

TEST_F(WithdrawnRulings, AStoryKeepsTheNumberThatItHad) {
    place(6);
    const std::int64_t one = stories->story_of(1);
    const auto merged = merge(2, 1); // the later takes the older in
    ASSERT_TRUE(merged);
    const std::int64_t two = stories->story_of(1);
    EXPECT_NE(two, one);
    ASSERT_TRUE(revoke(merged->id));
    EXPECT_EQ(stories->story_of(2), two);
    EXPECT_NE(stories->story_of(1), two);
}

TEST_F(WithdrawnRulings, ARulingOutlivesTheArticlesThatItNames) {
    place(6);
    const auto merged = merge(1, 2);
    ASSERT_TRUE(merged);
    place(3);
    for (const std::int64_t gone : {2, 5}) { // all of its one side; 8 came later
        store::Transaction transaction(stories->database);
        stories->index.remove(gone);
        stories->articles.erase(gone);
        transaction.commit();
    }
    EXPECT_EQ(stories->story_of(8), stories->story_of(1));
    ASSERT_TRUE(revoke(merged->id));
    EXPECT_NE(stories->story_of(8), stories->story_of(1));
    EXPECT_EQ(stories->count("story_wing"), 0);
}

TEST_F(WithdrawnRulings, FilesOfTheFirstVersionAreUnderstood) {
    place(9);
    const auto merged = merge(1, 2);
    const auto parted = split({3});
    ASSERT_TRUE(merged && parted);
    // As it was: a wing for those who were taken in, by the ruling's number, and none for a split.
    stories->database.execute("DELETE FROM story_wing WHERE article NOT IN (2, 5, 8);"
                              "UPDATE part SET version = 1 WHERE name = 'story_rulings'");
    store::Statement number = stories->database.prepare("UPDATE story_wing SET wing = ?1");
    number.bind_all(merged->id).run();
    create_tables(stories->database);
    ASSERT_TRUE(revoke(parted->id));
    ASSERT_TRUE(revoke(merged->id));
    expect_the_engines_own();
}

Ruling ruled(RulingKind kind, std::vector<std::int64_t> stayed, std::vector<std::int64_t> articles) {
    Ruling ruling;
    ruling.kind = kind;
    ruling.stayed = std::move(stayed);
    ruling.articles = std::move(articles);
    return ruling;
}

TEST(Replay, PutsWingsTogetherAndPartsThemByTheRulingsInTurn) {
    const std::map<std::int64_t, Standing> articles = {{1, {10, 10}}, {2, {10, 10}}, {3, {20, 10}},
                                                       {4, {20, 30}}, {5, {20, 30}}, {6, {no_wing, 40}}};
    EXPECT_THAT(replay(articles, {}),
                ElementsAre(Pair(1, 10), Pair(2, 10), Pair(3, 20), Pair(4, 20), Pair(5, 20), Pair(6, 40)));
    const Ruling merge = ruled(RulingKind::merge, {1, 2}, {3, 4});
    EXPECT_THAT(replay(articles, std::vector{merge}),
                ElementsAre(Pair(1, 10), Pair(2, 10), Pair(3, 10), Pair(4, 10), Pair(5, 10), Pair(6, 40)));
    const Ruling split = ruled(RulingKind::split, {1, 2, 3}, {4});
    EXPECT_THAT(replay(articles, std::vector{merge, split}),
                ElementsAre(Pair(1, 10), Pair(2, 10), Pair(3, 10), Pair(4, -1), Pair(5, -1), Pair(6, 40)))
        << "5 came later and is with 4 now";
    const Ruling gone = ruled(RulingKind::merge, {1}, {99});
    EXPECT_EQ(replay(articles, std::vector{gone}), replay(articles, {}));
}

} // namespace
} // namespace khabar::story
