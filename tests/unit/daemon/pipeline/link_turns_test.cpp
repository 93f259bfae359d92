#include "daemon/pipeline/link_turns.hpp"

#include <gtest/gtest.h>

namespace khabar::pipeline {
namespace {

poll::Time at(int second) {
    return poll::Time(std::chrono::seconds(second));
}

std::string next(LinkTurns& turns, int second) {
    const auto turn = turns.next(at(second));
    return turn ? turn->source + "/" + std::to_string(turn->most) : "-";
}

TEST(LinkTurns, WhoHasWaitedLongestGoesFirstAndIsThenTakenOff) {
    LinkTurns turns;
    turns.limit(3);
    turns.add("late", at(9));
    turns.add("early", at(2));
    turns.add("future", at(100));
    EXPECT_EQ(next(turns, 10), "early/3");
    EXPECT_EQ(next(turns, 10), "late/3");
    EXPECT_EQ(next(turns, 10), "-");
    EXPECT_EQ(turns.next_due(), at(100));
}

TEST(LinkTurns, OneWithAThousandLinksIsServedOnceARound) {
    LinkTurns turns;
    turns.limit(2);
    for (int second = 1; second <= 3; ++second) {
        turns.add("many", at(second));
        turns.add("few-" + std::to_string(second), at(second));
        EXPECT_NE(next(turns, second), "-");
        EXPECT_NE(next(turns, second), "-") << "both had their turn";
        EXPECT_EQ(next(turns, second), "-");
    }
}

TEST(LinkTurns, ATurnIsBroughtForwardAndNeverBack) {
    LinkTurns turns;
    turns.add("a", at(50));
    turns.add("a", at(90));
    EXPECT_EQ(turns.next_due(), at(50));
    turns.add("a", at(10));
    EXPECT_EQ(turns.next_due(), at(10));
}

TEST(LinkTurns, WhoHasAllItsPlacesTakenWaitsForOneToEnd) {
    LinkTurns turns;
    turns.limit(2);
    turns.begun("a");
    turns.begun("a");
    turns.add("a", at(1));
    EXPECT_EQ(next(turns, 5), "-");
    turns.add("a", at(3));
    EXPECT_EQ(next(turns, 5), "-") << "still no place";
    EXPECT_EQ(turns.next_due(), std::nullopt);
    turns.ended("a");
    EXPECT_EQ(next(turns, 5), "a/1");
    turns.ended("a");
    turns.add("a", at(6));
    EXPECT_EQ(next(turns, 6), "a/2");
}

} // namespace
} // namespace khabar::pipeline
