#include "parsers/date/calendars.hpp"

#include <gtest/gtest.h>

namespace khabar::date {
namespace {

using namespace std::chrono_literals;

TEST(Hijri, BeginsYearsWithTheUmmAlQuraCalendar) {
    EXPECT_EQ(from_hijri(1390, 1, 1), std::chrono::local_days{1970y / 3 / 9});
    EXPECT_EQ(from_hijri(1447, 1, 1), std::chrono::local_days{2025y / 6 / 26});
    EXPECT_EQ(from_hijri(1445, 9, 1), std::chrono::local_days{2024y / 3 / 11});
}

TEST(Hijri, RefusesDaysThatAreNot) {
    EXPECT_FALSE(from_hijri(1447, 13, 1));
    EXPECT_FALSE(from_hijri(1447, 1, 31));
    EXPECT_FALSE(from_hijri(1447, 0, 1));
    EXPECT_FALSE(from_hijri(1389, 1, 1));
    EXPECT_FALSE(from_hijri(1500, 1, 1));
}

TEST(Hijri, MonthsFollowEachOtherWithoutGapOrOverlap) {
    auto expected = *from_hijri(1390, 1, 1);
    for (int year = 1390; year < 1500; ++year) {
        for (int month = 1; month <= 12; ++month) {
            ASSERT_EQ(from_hijri(year, month, 1), expected);
            expected += std::chrono::days{from_hijri(year, month, 30) ? 30 : 29};
        }
    }
}

TEST(Jalali, KnowsNowruz) {
    EXPECT_EQ(from_jalali(1357, 11, 22), std::chrono::local_days{1979y / 2 / 11});
    EXPECT_EQ(from_jalali(1400, 1, 1), std::chrono::local_days{2021y / 3 / 21});
    EXPECT_EQ(from_jalali(1403, 1, 1), std::chrono::local_days{2024y / 3 / 20});
    EXPECT_EQ(from_jalali(1404, 1, 1), std::chrono::local_days{2025y / 3 / 21});
}

TEST(Jalali, HasThirtyDaysOfEsfandInLeapYearsOnly) {
    EXPECT_TRUE(from_jalali(1403, 12, 30));
    EXPECT_FALSE(from_jalali(1404, 12, 30));
    EXPECT_FALSE(from_jalali(1404, 7, 31));
    EXPECT_FALSE(from_jalali(1205, 1, 1));
}

} // namespace
} // namespace khabar::date
