#include "daemon/cli/terminal/moment.hpp"

#include <gtest/gtest.h>

namespace khabar::cli {
namespace {

using namespace std::chrono_literals;

store::Time at(std::int64_t seconds) {
    return store::Time(std::chrono::seconds(seconds));
}

TEST(Moment, LengthsAreToldInTheUnitThatFits) {
    EXPECT_EQ(about(0s), "0 s");
    EXPECT_EQ(about(99s), "99 s");
    EXPECT_EQ(about(100s), "2 min");
    EXPECT_EQ(about(15min), "15 min");
    EXPECT_EQ(about(100min), "2 h");
    EXPECT_EQ(about(24h), "24 h");
    EXPECT_EQ(about(72h), "3 d");
}

TEST(Moment, IsToldFromNow) {
    EXPECT_EQ(relative(std::nullopt, at(0)), "never");
    EXPECT_EQ(relative(at(5), at(5)), "now");
    EXPECT_EQ(relative(at(720), at(0)), "in 12 min");
    EXPECT_EQ(relative(at(0), at(720)), "12 min ago");
}

TEST(Moment, IsWrittenInUtc) {
    EXPECT_EQ(absolute(at(1760561040)), "2025-10-15 20:44:00Z");
    EXPECT_EQ(moment_json(at(1760561040)), "2025-10-15T20:44:00Z");
    EXPECT_TRUE(moment_json(std::nullopt).is_null());
}

} // namespace
} // namespace khabar::cli
