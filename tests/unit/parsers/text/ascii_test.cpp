#include "parsers/text/ascii.hpp"

#include <gtest/gtest.h>

namespace khabar::text {
namespace {

// The ASCII characters that a predicate holds for; of other bytes it must hold for none.
template <typename Predicate>
std::string all_that(Predicate predicate) {
    std::string out;
    for (int byte = 0; byte < 256; ++byte)
        if (predicate(static_cast<char>(byte))) out.push_back(static_cast<char>(byte));
    return out;
}

TEST(Ascii, ClassesHoldNothingElse) {
    const std::string upper = "ABCDEFGHIJKLMNOPQRSTUVWXYZ", small = "abcdefghijklmnopqrstuvwxyz";
    EXPECT_EQ(all_that(is_digit), "0123456789");
    EXPECT_EQ(all_that(is_upper), upper);
    EXPECT_EQ(all_that(is_letter), upper + small);
    EXPECT_EQ(all_that(is_letter_or_digit), "0123456789" + upper + small);
    EXPECT_EQ(all_that(is_space), "\t\n\f\r ");
    EXPECT_EQ(all_that([](char c) { return lower(c) != c; }), upper);
    EXPECT_EQ(lower_case(upper), small);
}

TEST(Ascii, HexadecimalDigitsHaveValues) {
    EXPECT_EQ(all_that([](char c) { return hex_value(c) >= 0; }), "0123456789ABCDEFabcdef");
    EXPECT_EQ(hex_value('0'), 0);
    EXPECT_EQ(hex_value('9'), 9);
    EXPECT_EQ(hex_value('a'), 10);
    EXPECT_EQ(hex_value('F'), 15);
}

TEST(Ascii, TrimTakesBothEnds) {
    EXPECT_EQ(trim(" \t a b\r\n"), "a b");
    EXPECT_EQ(trim("a"), "a");
    EXPECT_EQ(trim(" \v\f "), "");
    EXPECT_EQ(trim(""), "");
    EXPECT_EQ(trim("\u00A0a"), "\u00A0a") << "beyond ASCII";
    EXPECT_EQ(trim("xaxbx", "x"), "axb");
}

TEST(Ascii, CaseIsIgnoredInBoth) {
    EXPECT_TRUE(equals_ignoring_case("Content-Type", "cONTENT-tYPE"));
    EXPECT_FALSE(equals_ignoring_case("Content-Type", "Content"));
    EXPECT_FALSE(equals_ignoring_case("[", "{")) << "as far apart as the cases of a letter";
    EXPECT_FALSE(equals_ignoring_case("É", "é")) << "beyond ASCII";
    EXPECT_TRUE(starts_ignoring_case("Charset=utf-8", "cHARSET"));
    EXPECT_FALSE(starts_ignoring_case("char", "charset"));
    EXPECT_TRUE(starts_ignoring_case("a", ""));
    EXPECT_EQ(lower_case("ÉTÉ À Paris [42]"), "ÉtÉ À paris [42]");
}

} // namespace
} // namespace khabar::text
