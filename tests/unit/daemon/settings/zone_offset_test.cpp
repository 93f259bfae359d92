#include "daemon/settings/zone_offset.hpp"

#include <gtest/gtest.h>

namespace khabar::settings {
namespace {

using namespace std::chrono_literals;
using std::chrono::sys_days;
using std::chrono::year;

TEST(TimeZone, OffsetsFollowTheSystemsRules) {
    const auto winter = std::chrono::sys_seconds(sys_days(year(2025) / 1 / 15));
    const auto summer = std::chrono::sys_seconds(sys_days(year(2025) / 7 / 15));
    EXPECT_EQ(zone_offset("Asia/Damascus", winter), 3h); // no summer time since 2022
    EXPECT_EQ(zone_offset("Asia/Damascus", summer), 3h);
    EXPECT_EQ(zone_offset("Africa/Cairo", winter), 2h); // summer time again since 2023
    EXPECT_EQ(zone_offset("Africa/Cairo", summer), 3h);
    EXPECT_EQ(zone_offset("UTC", summer), 0h);
    EXPECT_EQ(zone_offset("Mars/Olympus", summer), 0h);
}

} // namespace
} // namespace khabar::settings
