#include "daemon/settings/quantity.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace khabar::settings {
namespace {

using namespace std::chrono_literals;
using ::testing::HasSubstr;

TEST(Duration, ReadsEveryUnitAndTheirCombinations) {
    EXPECT_EQ(parse_duration("0").value(), 0ms);
    EXPECT_EQ(parse_duration("0s").value(), 0ms);
    EXPECT_EQ(parse_duration("500ms").value(), 500ms);
    EXPECT_EQ(parse_duration("30s").value(), 30s);
    EXPECT_EQ(parse_duration("30m").value(), 30min);
    EXPECT_EQ(parse_duration("1h30m").value(), 90min);
    EXPECT_EQ(parse_duration("90m").value(), 90min);
    EXPECT_EQ(parse_duration("1d").value(), 24h);
    EXPECT_EQ(parse_duration("1d2h3m4s5ms").value(), 24h + 2h + 3min + 4s + 5ms);
    EXPECT_EQ(parse_duration("3650d").value(), 3650 * 24h);
}

TEST(Duration, RefusesWhatCouldBeReadTwoWays) {
    for (const char* text :
         {"", "30", "s", "-1s", "+1s", "1.5h", "30 m", " 30m", "30m ", "30min", "30M", "1h30", "m30", "٣٠s"})
        EXPECT_FALSE(parse_duration(text)) << text;
    EXPECT_THAT(parse_duration("30").error().detail, HasSubstr("such as 30s or 1h30m"));
    EXPECT_THAT(parse_duration("30m1h").error().detail, HasSubstr("largest unit first"));
    EXPECT_THAT(parse_duration("1h1h").error().detail, HasSubstr("each once"));
}

TEST(Duration, IsBoundedToTenYears) {
    EXPECT_FALSE(parse_duration("3651d"));
    EXPECT_FALSE(parse_duration("3650d1ms"));
    EXPECT_FALSE(parse_duration("99999999999999999999d"));
    EXPECT_FALSE(parse_duration("18446744073709551615d"));
}

TEST(Size, ReadsPowersOfTwoAndOfTen) {
    EXPECT_EQ(parse_size("0").value(), 0u);
    EXPECT_EQ(parse_size("1000B").value(), 1000u);
    EXPECT_EQ(parse_size("4KiB").value(), 4096u);
    EXPECT_EQ(parse_size("4MiB").value(), 4u << 20);
    EXPECT_EQ(parse_size("4 MiB").value(), 4u << 20);
    EXPECT_EQ(parse_size("4kB").value(), 4000u);
    EXPECT_EQ(parse_size("4KB").value(), 4000u);
    EXPECT_EQ(parse_size("4MB").value(), 4'000'000u);
    EXPECT_EQ(parse_size("2GB").value(), 2'000'000'000u);
    EXPECT_EQ(parse_size("1024GiB").value(), std::size_t{1} << 40);
}

TEST(Size, RefusesWhatHasNoOrNoKnownUnitAndWhatIsTooLarge) {
    for (const char* text :
         {"", "4", "4M", "4mib", "-4MiB", "4.5MiB", "4  MiB", "MiB", "1025GiB", "18446744073709551615GiB"})
        EXPECT_FALSE(parse_size(text)) << text;
    EXPECT_THAT(parse_size("4M").error().detail, HasSubstr("such as 4MiB"));
}

TEST(Quantity, WritesWhatItReads) {
    for (const char* text : {"0s", "500ms", "1s", "1h30m", "1d", "1d2h3m4s5ms"})
        EXPECT_EQ(format_duration(parse_duration(text).value()), text);
    for (const char* text : {"0B", "1B", "1000B", "1KiB", "1500B", "4MiB", "1GiB"})
        EXPECT_EQ(parse_size(format_size(parse_size(text).value())).value(), parse_size(text).value())
            << text;
    EXPECT_EQ(format_duration(90min), "1h30m");
    EXPECT_EQ(format_size(4u << 20), "4MiB");
}

} // namespace
} // namespace khabar::settings
