#include "parsers/date/parse.hpp"

#include <gtest/gtest.h>

#include <string>

// What is read only where a date must stand, and clocks that a language implies.
namespace khabar::date {
namespace {

using namespace std::chrono_literals;

std::string read(std::string_view text, const Context& context) {
    const auto date = parse(text, context);
    return date ? to_iso8601(*date) : "none";
}

TEST(DeclaredDates, MayLackTheirCentury) {
    const Context declared{.now = {}, .offset = {}, .ahead = {}, .declared = true};
    EXPECT_EQ(read("061231", declared), "2006-12-31");
    EXPECT_EQ(read("06-12-31", declared), "2006-12-31");
    EXPECT_EQ(read("99-12-31", declared), "1999-12-31");
    EXPECT_EQ(read("06335", declared), "2006-12-01");
    EXPECT_EQ(read("06-335", declared), "2006-12-01");
    EXPECT_EQ(read("2006335", declared), "2006-12-01");
    for (const char* number : {"201108", "199912", "061331", "060231", "06366", "2006366", "-0612", "-06-12",
                               "-061231", "06", "06-12-3", "0612311", "06-12-31-", "06-1231", "--12-31", ""})
        EXPECT_EQ(read(number, declared), "none") << number;
}

TEST(DeclaredDates, ElsewhereAreNumbers) {
    for (const char* number : {"061231", "06335", "2006335", "-0612"})
        EXPECT_EQ(read(number, {}), "none") << number;
}

TEST(KoreanDates, AreOnKoreasClock) {
    const Context context{.now = {}, .offset = 0min};
    EXPECT_EQ(read("2026년 03월 04일 01:31:15", context), "2026-03-04T01:31:15+09:00");
    EXPECT_EQ(read("2026-03-04 오후 11:23:17", context), "2026-03-04T23:23:17+09:00");
    EXPECT_EQ(read("2026년 3월 4일 오전 9:30 GMT", context), "2026-03-04T09:30Z");
    EXPECT_EQ(read("2026년 3월 4일", context), "2026-03-04");
}

} // namespace
} // namespace khabar::date
