#include "parsers/date/letters.hpp"

#include <gtest/gtest.h>

#include <string_view>

namespace khabar::date {
namespace {

TEST(Letters, DigitsOfEveryScriptThatPrintsDates) {
    for (const std::u32string_view digits :
         {U"0123456789", U"٠١٢٣٤٥٦٧٨٩", U"०१२३४५६७८९", U"০১২৩৪৫৬৭৮৯", U"๐๑๒๓๔๕๖๗๘๙", U"០១២៣៤៥៦៧៨៩",
          U"၀၁၂၃၄၅၆၇၈၉", U"０１２３４５６７８９"}) {
        for (int value = 0; value < 10; ++value) {
            const auto digit = digit_of(digits[static_cast<std::size_t>(value)]);
            ASSERT_TRUE(digit.has_value());
            EXPECT_EQ(digit->value, value);
            EXPECT_FALSE(digit->persian);
        }
    }
    EXPECT_TRUE(digit_of(U'۷')->persian);
    EXPECT_FALSE(digit_of(U'a').has_value());
    EXPECT_FALSE(digit_of(U'三').has_value());
}

TEST(Letters, MarksStandForTheirAsciiTwins) {
    constexpr std::u32string_view marks = U"،。–／：（）＋’№·";
    constexpr std::string_view twins = ",.-/:()+'#|";
    ASSERT_EQ(marks.size(), twins.size());
    for (std::size_t i = 0; i < marks.size(); ++i)
        EXPECT_EQ(mark_of(marks[i]), twins[i]) << i;
    for (const char32_t letter : std::u32string_view(U"aZéжبक々"))
        EXPECT_EQ(mark_of(letter), '\0');
}

TEST(Letters, SpellingsThatReadersHoldEqualAreOne) {
    constexpr std::u32string_view written = U"AÉĞợΆςЁأیةک\u095c";
    constexpr std::u32string_view folded = U"aegoασеايهكड";
    for (std::size_t i = 0; i < folded.size(); ++i)
        EXPECT_EQ(fold_letter(written[i]), folded[i]) << i;
}

TEST(Letters, WhatIsDroppedAndWhatIsSpace) {
    for (const char32_t dropped : {U'\u200f', U'\u0651', U'\u0640', U'\ufeff'})
        EXPECT_TRUE(is_ignored(dropped));
    for (const char32_t space : {U' ', U'\u00a0', U'\u3000'})
        EXPECT_TRUE(is_space(space));
    EXPECT_FALSE(is_ignored(U' '));
    EXPECT_FALSE(is_space(U'\u200b')) << "dropped, not a space";
}

} // namespace
} // namespace khabar::date
