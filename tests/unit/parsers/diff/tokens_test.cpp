#include "parsers/diff/tokens.hpp"

#include <gmock/gmock.h>

namespace khabar::diff {
namespace {

using testing::ElementsAre;

std::vector<std::string> texts(std::string_view utf8) {
    std::vector<std::string> list;
    for (const Token& token : tokens(utf8))
        list.emplace_back(token.text);
    return list;
}

TEST(Tokens, WordsAndMarksStandApart) {
    EXPECT_THAT(texts("The mayor (72) said: \"No.\""),
                ElementsAre("The", "mayor", "(", "72", ")", "said", ":", "\"", "No", ".", "\""));
    EXPECT_THAT(texts("قال: «نعم»، ثم مضى."),
                ElementsAre("قال", ":", "«", "نعم", "»", "،", "ثم", "مضى", "."));
    EXPECT_THAT(texts(""), ElementsAre());
}

TEST(Tokens, MarksWithinAWordOrNumberBelongToIt) {
    EXPECT_THAT(texts("don't 3.5 1,200 12:30 ex-minister end. -x"),
                ElementsAre("don't", "3.5", "1,200", "12:30", "ex-minister", "end", ".", "-", "x"));
    EXPECT_THAT(texts("مُحَمَّد می‌رود"), ElementsAre("مُحَمَّد", "می‌رود"));
}

TEST(Tokens, ScriptsWithoutSpacesComeLetterByLetter) {
    EXPECT_THAT(texts("北京市"), ElementsAre("北", "京", "市"));
}

TEST(Tokens, TheGapBeforeIsKept) {
    const auto list = tokens("  One two\n\nThree\n.");
    ASSERT_EQ(list.size(), 4U);
    EXPECT_EQ(list[0].before, Gap::none);
    EXPECT_EQ(list[1].before, Gap::space);
    EXPECT_EQ(list[2].before, Gap::paragraph);
    EXPECT_EQ(list[3].before, Gap::paragraph);
}

TEST(Tokens, DressIsNoDifference) {
    TokenNumbers numbers;
    EXPECT_EQ(numbers.of(tokens("“Yes” – it’s co\u00adop\u200f مـــن")),
              numbers.of(tokens("\"Yes\" - it's coop من")));
    EXPECT_NE(numbers.of(tokens("Yes")), numbers.of(tokens("yes")));
}

} // namespace
} // namespace khabar::diff
