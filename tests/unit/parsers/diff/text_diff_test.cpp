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

TEST(TextDiff, AChangeBeginsWhereAParagraphOrSentenceDoes) {
    EXPECT_EQ(marked(diff("One is here.", "One is here.\n\nTwo is there.")),
              "One is here.\n\n[+Two is there.+]");
    EXPECT_EQ(marked(diff("One is here.\n\nTwo is there.", "One is here.")),
              "One is here.\n\n[-Two is there.-]");
    EXPECT_EQ(marked(diff("Yes. It was red. No.", "Yes. It was blue. It was red. No.")),
              "Yes. [+It was blue.+] It was red. No.");
    EXPECT_EQ(marked(diff("قال نعم. ثم ذهب.", "قال نعم. وأضاف الكثير. ثم ذهب.")),
              "قال نعم. [+وأضاف الكثير.+] ثم ذهب.");
    EXPECT_EQ(marked(diff("a b", "a b a b a b")), "a b [+a b a b+]");
}

// Whatever slides, both texts are still told word by word.
TEST(TextDiff, BothTextsCanBeReadBack) {
    std::uint32_t seed = 1;
    const auto random = [&seed](std::uint32_t below) {
        seed = seed * 1664525 + 1013904223;
        return (seed >> 16) % below;
    };
    const auto text = [&random] {
        constexpr std::string_view parts[] = {"a", "b", "c", ". ", " ", "\n\n", "a b. ", "b. a"};
        std::string made;
        for (std::uint32_t i = random(14); i > 0; --i)
            made.append(parts[random(8)]);
        return made;
    };
    const auto words = [](const std::string& of) {
        std::vector<std::string> all;
        for (const Token& token : tokens(of))
            all.emplace_back(token.text);
        return all;
    };
    for (int round = 0; round < 20'000; ++round) {
        const std::string before = text(), after = text();
        std::string was, is;
        for (const Piece& piece : diff(before, after).pieces) {
            if (piece.op != Op::added) was.append(white_space(piece.before)).append(piece.text).append(" ");
            if (piece.op != Op::removed) is.append(white_space(piece.before)).append(piece.text).append(" ");
        }
        ASSERT_EQ(words(was), words(before)) << before << " | " << after;
        ASSERT_EQ(words(is), words(after)) << before << " | " << after;
    }
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
