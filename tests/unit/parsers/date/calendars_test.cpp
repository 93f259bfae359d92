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
    for (int year = 1390; year < 1500; ++year) {
        for (int month = 1; month <= 12; ++month) {
            const auto first = from_hijri(year, month, 1);
            const auto next = month < 12 ? from_hijri(year, month + 1, 1) : from_hijri(year + 1, 1, 1);
            ASSERT_TRUE(first);
            // Every month may have had a 30th somewhere.
            EXPECT_EQ(from_hijri(year, month, 30), *first + std::chrono::days{29});
            if (!next) continue; // the last month of the table
            EXPECT_GE(*next - *first, std::chrono::days{29});
            EXPECT_LE(*next - *first, std::chrono::days{30});
        }
    }
}

TEST(Hijri, IsOnlyAskedForItsTable) {
    EXPECT_TRUE(from_hijri(1499, 12, 29));
    EXPECT_FALSE(from_hijri(1447, 1, 31));
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
