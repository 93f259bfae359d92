#include "parsers/diff/text_diff.hpp"

#include <gtest/gtest.h>

namespace khabar::diff {
namespace {

std::string marked(const TextDiff& diff) {
    std::string out;
    for (const Piece& piece : diff.pieces) {
        out.append(white_space(piece.before));
        if (piece.op == Op::equal) out.append(piece.text);
        if (piece.op == Op::added) out.append("[+").append(piece.text).append("+]");
        if (piece.op == Op::removed) out.append("[-").append(piece.text).append("-]");
    }
    return out;
}

TEST(TextDiff, WordsAddedAndRemoved) {
    const TextDiff result = diff("The council met on Monday.", "The city council met on Tuesday evening.");
    EXPECT_EQ(marked(result), "The [+city+] council met on [-Monday-] [+Tuesday evening+].");
    EXPECT_EQ(result.added, 3U);
    EXPECT_EQ(result.removed, 1U);
    EXPECT_FALSE(result.same());
}

TEST(TextDiff, RightToLeftTextIsTakenInReadingOrder) {
    EXPECT_EQ(marked(diff("افتتح الوزير جسرا في حلب.", "افتتح المحافظ جسرا جديدا في حلب.")),
              "افتتح [-الوزير-] [+المحافظ+] جسرا [+جديدا+] في حلب.");
}

TEST(TextDiff, ParagraphsStay) {
    EXPECT_EQ(marked(diff("One.\n\nTwo.", "One.\n\nNew.\n\nTwo.")), "One.\n\n[+New.+]\n\nTwo.");
}

TEST(TextDiff, WhiteSpaceAndDressAreNoChange) {
    EXPECT_TRUE(diff("He said “yes”.", "He  said\n\"yes\".").same());
    EXPECT_TRUE(diff("", "").same());
}

TEST(TextDiff, PunctuationAloneIsAChangeWithoutWords) {
    const TextDiff result = diff("He said yes.", "He said yes!");
    EXPECT_EQ(marked(result), "He said yes[-.-][+!+]");
    EXPECT_EQ(result.added + result.removed, 0U);
    EXPECT_FALSE(result.same());
}

TEST(TextDiff, AMarkBetweenTwoChangesBelongsToThem) {
    EXPECT_EQ(marked(diff("from red, white to x", "from green, blue to x")),
              "from [-red, white-] [+green, blue+] to x");
}

TEST(TextDiff, FromAndToNothing) {
    EXPECT_EQ(marked(diff("", "a b")), "[+a b+]");
    EXPECT_EQ(marked(diff("a b", "")), "[-a b-]");
}

} // namespace
} // namespace khabar::diff
