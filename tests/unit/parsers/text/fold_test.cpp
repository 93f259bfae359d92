#include "parsers/text/fold.hpp"
#include "parsers/text/utf8.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "exact_bytes.hpp"

namespace khabar::text {
namespace {

using namespace std::literals;
using test::ExactBytes;

struct Case {
    std::string_view written, folded;
};

const Case cases[] = {
    // case folding (Unicode 15, §5.18), not lower-casing
    {"KHABAR Straße", "khabar strasse"},
    {"ΣΊΣΥΦΟΣ", "σισυφοσ"},
    {"İstanbul Isparta ılık", "istanbul isparta ilik"},
    // NFKC: full width, ligatures, presentation forms
    {"ＡＢＣ　１２３", "abc 123"},
    {"ﬁne", "fine"},
    {"\uFEDF\uFEFC", "للا"},
    {"\uFDF2", "الله"},
    // Arabic: vowels, tatweel, superscript alef, Quranic marks
    {"مُحَمَّدٌ", "محمد"},
    {"سـوريـــا", "سوريا"},
    {"هٰذا", "هذا"},
    // hamza carriers, alef maksura, ta marbuta; composed and decomposed
    {"أحمد إلى آخر ٱلله", "احمد الي اخر الله"},
    {"ا\u0654حمد", "احمد"},
    {"مسؤول شؤون رئيس مبنى سورية", "مسوول شوون رييس مبني سوريه"},
    // Persian letters
    {"کتاب یک", "كتاب يك"},
    {"می\u200Cخواهم", "ميخواهم"},
    // digits of every script
    {"٢٠٢٥ ۱۴۰۴ २०२५", "2025 1404 2025"},
    // Latin diacritics, and letters that carry theirs inside
    {"Crème Brûlée", "creme brulee"},
    {"Łódź Øresund Đorđe Ærø cœur", "lodz oresund dorde aero coeur"},
    {"e\u0301te\u0301", "ete"},
    // other scripts keep what is a letter to them
    {"हिन्दी", "हिन्दी"},
    {"が", "が"},
    // zero width, bidi controls, soft hyphen
    {"a\u200Bb\u200Ec\u202Ed\u2066e\uFEFFf\u00ADg", "abcdefg"},
    // white space
    {"  a \t\r\n b\u00A0\u2003c  ", "a b c"},
    {"\u00A0", ""},
    {"", ""},
    {"a \u064B b", "a b"},
    {"\u00B4a", "a"},
};

TEST(Fold, MakesSpellingsEqual) {
    for (const auto& sample : cases) {
        const ExactBytes written(sample.written);
        EXPECT_EQ(fold(written.view()), sample.folded) << sample.written;
    }
}

TEST(Fold, OfAFoldedTextIsTheText) {
    for (const auto& sample : cases)
        EXPECT_EQ(fold(sample.folded), sample.folded);
}

TEST(Fold, IsIdempotentAndValidForEveryCodePoint) {
    for (char32_t c = 1; c <= 0x10FFFF; ++c) {
        if (c == 0xD800) c = 0xE000;
        std::string text;
        append_utf8(text, c);
        const auto once = fold(text);
        ASSERT_TRUE(is_valid_utf8(once)) << std::hex << static_cast<unsigned>(c);
        ASSERT_EQ(fold(once), once) << std::hex << static_cast<unsigned>(c);
    }
}

TEST(Fold, OneMegabyteOfMarks) {
    std::string marks;
    while (marks.size() < 1'000'000)
        marks += "\u064E\u200B";
    EXPECT_EQ(fold(marks), "");
    EXPECT_THAT(folded_words(marks), testing::IsEmpty());
}

TEST(FoldedWords, AreRunsOfLettersMarksAndDigits) {
    using testing::ElementsAre;
    EXPECT_THAT(folded_words("«سورية»، ٢٠٢٥: New-York's 3.5%"),
                ElementsAre("سوريه", "2025", "new", "york", "s", "3", "5"));
    EXPECT_THAT(folded_words("हिन्दी भाषा"), ElementsAre("हिन्दी", "भाषा"));
    EXPECT_THAT(folded_words("--- \n"), testing::IsEmpty());
    EXPECT_THAT(folded_words("كلمة"), ElementsAre("كلمه"));
}

} // namespace
} // namespace khabar::text
