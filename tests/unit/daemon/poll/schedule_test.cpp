#include "daemon/poll/schedule.hpp"

#include <gtest/gtest.h>

#include <map>

namespace khabar::poll {
namespace {

using namespace std::chrono_literals;

Time at(int seconds) {
    return Time(std::chrono::seconds(seconds));
}

TEST(Schedule, GivesWhatIsDueEarliestFirst) {
    Schedule schedule;
    EXPECT_FALSE(schedule.next_due().has_value());
    schedule.set("b", at(20));
    schedule.set("a", at(10));
    schedule.set("c", at(30));
    EXPECT_EQ(schedule.next_due(), at(10));
    EXPECT_FALSE(schedule.pop_due(at(9)).has_value());
    EXPECT_EQ(schedule.pop_due(at(20)), (Due{"a", at(10)}));
    EXPECT_EQ(schedule.pop_due(at(20)), (Due{"b", at(20)}));
    EXPECT_FALSE(schedule.pop_due(at(20)).has_value());
    EXPECT_EQ(schedule.size(), 1u);
}

TEST(Schedule, OfEqualTimesByName) {
    Schedule schedule;
    for (const char* source : {"c", "a", "b"})
        schedule.set(source, at(1));
    EXPECT_EQ(schedule.pop_due(at(1))->source, "a");
    EXPECT_EQ(schedule.pop_due(at(1))->source, "b");
}

TEST(Schedule, SetMovesBothWaysAndRemoveForgets) {
    Schedule schedule;
    schedule.set("a", at(10));
    schedule.set("b", at(20));
    schedule.set("a", at(30));
    EXPECT_EQ(schedule.next_due(), at(20));
    schedule.set("a", at(5));
    EXPECT_EQ(schedule.due("a"), at(5));
    EXPECT_EQ(schedule.size(), 2u);
    EXPECT_TRUE(schedule.remove("a"));
    EXPECT_FALSE(schedule.remove("a"));
    EXPECT_FALSE(schedule.due("a").has_value());
    EXPECT_EQ(schedule.size(), 1u);
    EXPECT_EQ(schedule.pop_due(at(20)), (Due{"b", at(20)}));
}

// Against the obvious thing, through 20,000 random steps.
TEST(Schedule, AgreesWithASortedMap) {
    Schedule schedule;
    std::map<std::string, Time> model;
    std::uint32_t state = 1;
    const auto random = [&state](std::uint32_t below) {
        state = state * 1664525u + 1013904223u;
        return (state >> 8) % below;
    };
    const auto first = [&model] {
        return *std::min_element(model.begin(), model.end(),
                                 [](const auto& a, const auto& b) { return a.second < b.second; });
    };
    for (int i = 0; i < 20'000; ++i) {
        const std::string source = std::to_string(random(300));
        const Time when = at(static_cast<int>(random(1000)));
        switch (random(4)) {
        case 0:
        case 1:
            schedule.set(source, when);
            model[source] = when;
            break;
        case 2:
            EXPECT_EQ(schedule.remove(source), model.erase(source) != 0);
            break;
        default: {
            const auto due = schedule.pop_due(when);
            const bool expected = !model.empty() && first().second <= when;
            ASSERT_EQ(due.has_value(), expected);
            if (!due) break;
            EXPECT_EQ((std::pair<const std::string, Time>(due->source, due->at)), first());
            model.erase(due->source);
        }
        }
        ASSERT_EQ(schedule.size(), model.size());
    }
    EXPECT_FALSE(model.empty());
}

} // namespace
} // namespace khabar::poll
