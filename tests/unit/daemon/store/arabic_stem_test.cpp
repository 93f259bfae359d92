#include "daemon/store/arabic_stem.hpp"
#include "parsers/text/fold.hpp"

#include <gmock/gmock.h>

#include <algorithm>

namespace khabar::store {
namespace {

std::string stem(std::string_view word) {
    return std::string(arabic_stem(text::fold(word)));
}

TEST(ArabicStem, FormsOfOneWordMeet) {
    const std::vector<std::vector<std::string>> families = {
        {"سوريا", "سورية", "السورية", "السوريين", "سوريون", "والسوري", "للسوريين", "سوري", "بالسورية"},
        {"حكومة", "الحكومة", "حكومات", "حكومتها", "للحكومة", "والحكومات"},
        {"شركة", "الشركات", "شركات", "بالشركة"},
        {"وزارة", "الوزارة", "الوزارات", "وزارتهم"},
        {"رئيس", "الرئيس", "رئيسها", "رئيسهم", "كالرئيس"},
    };
    for (const auto& family : families)
        for (const std::string& word : family)
            EXPECT_EQ(stem(word), stem(family.front())) << word;
}

TEST(ArabicStem, DifferentWordsStayApart) {
    EXPECT_NE(stem("سوريا"), stem("سور"));
    EXPECT_NE(stem("لبنان"), stem("لبن"));
    EXPECT_NE(stem("وزير"), stem("زير"));
    EXPECT_EQ(stem("وزير"), "وزير");
    EXPECT_EQ(stem("الله"), stem("الله"));
}

TEST(ArabicStem, ShortAndForeignWordsStayAsTheyAre) {
    for (const char* word : {"", "من", "في", "ال", "syria", "москва", "北京", "ab", "12", "covid19"})
        EXPECT_EQ(arabic_stem(word), word);
}

TEST(ArabicStem, NeverShorterThanTwoLetters) {
    for (const char* word : {"الا", "الات", "اله", "والد", "بالغ", "للها", "هاها", "الان"})
        EXPECT_GE(stem(word).size(), 4U) << word;
}

std::vector<std::string> forms(std::string_view word) {
    const std::string folded = text::fold(word);
    std::vector<std::string_view> views;
    append_arabic_forms(folded, views);
    return {views.begin(), views.end()};
}

TEST(ArabicForms, TheWordIsFoundBehindOneLetterWords) {
    for (const auto& [word, wanted] : std::vector<std::pair<std::string, std::string>>{{"وسوريا", "سوريا"},
                                                                                       {"بسوريا", "سورية"},
                                                                                       {"فمصر", "مصر"},
                                                                                       {"وبدمشق", "دمشق"},
                                                                                       {"لبيروت", "بيروت"}})
        EXPECT_THAT(forms(word), testing::Contains(stem(wanted))) << word;
}

TEST(ArabicForms, HoldNeitherTheWordNorRepetitions) {
    for (const char* word : {"وسوريا", "والبلدان", "وبلاد", "ككك", "فلسطين", "وولد", "بيان", "رئيس"}) {
        auto list = forms(word);
        EXPECT_LE(list.size(), 3U);
        EXPECT_THAT(list, testing::Not(testing::Contains(text::fold(word))));
        std::sort(list.begin(), list.end());
        EXPECT_EQ(std::adjacent_find(list.begin(), list.end()), list.end()) << word;
    }
    EXPECT_TRUE(forms("harbour").empty());
}

} // namespace
} // namespace khabar::store
