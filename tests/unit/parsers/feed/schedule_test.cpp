#include "parsers/feed/schedule.hpp"

#include <gtest/gtest.h>

namespace khabar::feed {
namespace {

using namespace std::chrono_literals;

TEST(Ttl, IsMinutesUpToAYear) {
    EXPECT_EQ(minutes_of("60"), 1h);
    EXPECT_EQ(minutes_of("0"), std::nullopt);
    EXPECT_EQ(minutes_of("-5"), std::nullopt);
    EXPECT_EQ(minutes_of("99999999999999999999"), std::nullopt);
    EXPECT_EQ(minutes_of("600000"), std::nullopt);
    EXPECT_EQ(minutes_of("soon"), std::nullopt);
}

TEST(Schedule, DividesThePeriod) {
    Schedule schedule;
    EXPECT_EQ(schedule.period(), std::nullopt);
    schedule.set_frequency("2");
    EXPECT_EQ(schedule.period(), std::nullopt);
    schedule.set_period("Hourly");
    EXPECT_EQ(schedule.period(), 30min);
    schedule.set_frequency("0"); // no number of times
    schedule.set_period("fortnightly");
    EXPECT_EQ(schedule.period(), 30min);
    schedule.set_frequency("1000000000");
    EXPECT_EQ(schedule.period(), 1s);
}

TEST(SkipDays, AreNamedFromSunday) {
    std::bitset<7> days;
    add_skip_day(days, "sunday");
    add_skip_day(days, "Saturday");
    add_skip_day(days, "Someday");
    EXPECT_EQ(days.to_string(), "1000001");
}

} // namespace
} // namespace khabar::feed
