#include "parsers/text/punctuation.hpp"

#include <gtest/gtest.h>

#include <string>

namespace khabar::text {
namespace {

TEST(Punctuation, SentencesEndInEveryScript) {
    for (const std::string_view line :
         {"He left.",    "Left?",         "اتهمت الوزارة.",   "هل وصل؟",      "وہ چلا گیا۔",
          "वह चला गया।", "সে চলে গেছে।",  "他走了。",         "他走了！",     "彼は去った｡",
          "ሄደ።",         "Նա գնաց։",      "គាត់បានទៅ។",        "သူသွားပြီ။",      "And then…",
          "“He left.”",  "(He left.)",    "他说：“我走了。”", "「行った。」", "«اتهمت الوزارة.»",
          "He left. *",  "He left.\u200F"})
        EXPECT_TRUE(ends_as_sentence(line)) << line;
    for (const std::string_view line : {"", ")", "Read more", "Read also:", "اقرأ أيضا", "延伸阅读：",
                                        "he (left)", "“left”", "1.5", "one, two,"})
        EXPECT_FALSE(ends_as_sentence(line)) << line;
}

TEST(Punctuation, ClausesDivideInEveryScript) {
    for (const char32_t c : std::u32string(U",;،؛、，；､፣"))
        EXPECT_TRUE(divides_clauses(c)) << static_cast<unsigned>(c);
    for (const char32_t c : std::u32string(U".:ابa中"))
        EXPECT_FALSE(divides_clauses(c)) << static_cast<unsigned>(c);
}

TEST(Punctuation, WordsAreLettersMarksAndDigits) {
    for (const char32_t c : std::u32string(U"a9é中あँ्ـ٣ً\u200C\u200D\u200Eー"))
        EXPECT_FALSE(separates_words(c)) << static_cast<unsigned>(c);
    for (const char32_t c : std::u32string(U" \u00A0.-:：？，、。।»«؟،・★→\uFFFD\uFEFF\uE000"))
        EXPECT_TRUE(separates_words(c)) << static_cast<unsigned>(c);
}

TEST(Punctuation, ThaiSetsNoStops) {
    EXPECT_TRUE(writes_without_stops(U'ก'));
    EXPECT_TRUE(writes_without_stops(U'ກ'));
    EXPECT_FALSE(writes_without_stops(U'က')); // Burmese does
    EXPECT_FALSE(writes_without_stops(U'a'));
}

} // namespace
} // namespace khabar::text
