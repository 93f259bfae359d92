#include "parsers/date/date_time.hpp"

#include <gtest/gtest.h>

namespace khabar::date {
namespace {

using namespace std::chrono_literals;

constexpr std::chrono::local_seconds evening =
    std::chrono::local_days{2025y / 10 / 5} + 23h + 4min + std::chrono::seconds{9};

TEST(Iso8601, WritesOnlyWhatIsKnown) {
    EXPECT_EQ(to_iso8601({evening, {}, Precision::year}), "2025");
    EXPECT_EQ(to_iso8601({evening, {}, Precision::month}), "2025-10");
    EXPECT_EQ(to_iso8601({evening, {}, Precision::day}), "2025-10-05");
    EXPECT_EQ(to_iso8601({evening, {}, Precision::minute}), "2025-10-05T23:04");
    EXPECT_EQ(to_iso8601({evening, {}, Precision::second}), "2025-10-05T23:04:09");
}

TEST(Iso8601, WritesTheOffsetWithATimeOnly) {
    EXPECT_EQ(to_iso8601({evening, 180min, Precision::second}), "2025-10-05T23:04:09+03:00");
    EXPECT_EQ(to_iso8601({evening, -210min, Precision::minute}), "2025-10-05T23:04-03:30");
    EXPECT_EQ(to_iso8601({evening, 0min, Precision::second}), "2025-10-05T23:04:09Z");
    EXPECT_EQ(to_iso8601({evening, 180min, Precision::day}), "2025-10-05");
}

TEST(Iso8601, InstantIsUtc) {
    EXPECT_EQ(to_iso8601(std::chrono::sys_days{1969y / 12 / 31} + 23h + 59min), "1969-12-31T23:59:00Z");
}

TEST(DateTime, InstantTakesTheFallbackOnlyWithoutAnOffset) {
    EXPECT_EQ(to_iso8601(DateTime{evening, 180min, Precision::second}.instant(60min)),
              "2025-10-05T20:04:09Z");
    EXPECT_EQ(to_iso8601(DateTime{evening, {}, Precision::second}.instant(60min)), "2025-10-05T22:04:09Z");
    EXPECT_EQ(to_iso8601(DateTime{evening, {}, Precision::second}.instant()), "2025-10-05T23:04:09Z");
}

} // namespace
} // namespace khabar::date
