#include "parsers/fingerprint/words.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace khabar::fingerprint {
namespace {

constexpr std::size_t no_limit = 1 << 20;

std::vector<std::uint64_t> exact(std::string_view text) {
    std::vector<std::uint64_t> out;
    for (const Word& word : words(text, no_limit))
        out.push_back(word.exact);
    return out;
}

std::vector<std::uint64_t> skeletons(std::string_view text) {
    std::vector<std::uint64_t> out;
    for (const Word& word : words(text, no_limit))
        out.push_back(word.skeleton);
    return out;
}

struct Pair {
    const char* name;
    std::string_view a;
    std::string_view b;
};
void PrintTo(const Pair& pair, std::ostream* out) {
    *out << pair.name;
}

class SameSpelling : public testing::TestWithParam<Pair> {};
TEST_P(SameSpelling, hashes_alike) {
    ASSERT_FALSE(exact(GetParam().a).empty());
    EXPECT_EQ(exact(GetParam().a), exact(GetParam().b));
}
INSTANTIATE_TEST_SUITE_P(
    table, SameSpelling,
    testing::Values(
        Pair{"vowel_marks", "مُحَمَّدٌ", "محمد"}, Pair{"tatweel", "الريـــاض", "الرياض"},
        Pair{"alef_forms", "أحمد إلى آخر ٱسم", "احمد الى اخر اسم"}, Pair{"final_ya", "على ی", "علي ي"},
        Pair{"ta_marbuta", "مدرسة", "مدرسه"}, Pair{"hamza_carriers", "مؤتمر بئر", "موتمر بير"},
        Pair{"lone_hamza", "الثلاثاء", "الثلاثا"}, Pair{"persian_letters", "گفت پارک", "كفت بارك"},
        Pair{"presentation_forms", "ﻣﺤﻤﺪ ﻻ", "محمد لا"},
        Pair{"zero_width_and_bidi", "می\u200C\u202Bشود\u200F", "میشود"}, Pair{"digits", "١٢٣ ۴۵۶", "123 456"},
        Pair{"thousands", "1,200,000 و 1٬200 ريال", "1200000 و 1200 ريال"},
        Pair{"letters_beside_digits", "100كم", "100 كم"},
        Pair{"latin_case_and_marks", "Čaputová ÉTÉ", "caputova ete"},
        Pair{"apostrophes", "don’t l'homme", "dont lhomme"}, Pair{"cyrillic", "ЁЛКА", "елка"},
        Pair{"greek", "Αθήνα", "αθηνα"}, Pair{"full_width", "ＡＢＣ１２３", "abc 123"},
        Pair{"punctuation", "«قال»، ثم: مضى.", "قال ثم مضى"}),
    [](const auto& info) { return info.param.name; });

class SameName : public testing::TestWithParam<Pair> {};
TEST_P(SameName, has_one_skeleton) {
    ASSERT_NE(exact(GetParam().a), exact(GetParam().b)) << "the case proves nothing";
    EXPECT_EQ(skeletons(GetParam().a), skeletons(GetParam().b));
}
INSTANTIATE_TEST_SUITE_P(table, SameName,
                         testing::Values(Pair{"syria", "سورية", "سوريا"}, Pair{"putin", "بوتن", "بوتين"},
                                         Pair{"leading_and", "وقالت", "قالت"},
                                         Pair{"washington", "واشنطن", "واشنطون"}),
                         [](const auto& info) { return info.param.name; });

TEST(Skeleton, keeps_short_words_apart) {
    EXPECT_NE(skeletons("قال"), skeletons("قيل"));
}
TEST(Skeleton, keeps_other_scripts_as_they_are) {
    EXPECT_EQ(skeletons("minister"), exact("minister"));
}

TEST(Words, splits_at_decimals_and_dates) {
    EXPECT_EQ(exact("3.5"), exact("3 5"));
    EXPECT_EQ(exact("21.07.2015"), exact("21 07 2015"));
    EXPECT_EQ(exact("1,2345"), exact("1 2345"));
    EXPECT_EQ(exact("12,500,7"), exact("12500 7"));
    EXPECT_EQ(exact("3.5km"), exact("3 5 km"));
    EXPECT_EQ(exact("3.5كم"), exact("3.5 كم"));
    EXPECT_EQ(exact("1,200km"), exact("1200 km"));
    EXPECT_EQ(exact("1,200.5km"), exact("1200 5 km"));
    EXPECT_EQ(exact("3.km"), exact("3 km"));
}

TEST(Words, knows_numbers) {
    const std::vector<Word> found = words("قتل 15 شخصا", no_limit);
    ASSERT_EQ(found.size(), 3U);
    EXPECT_FALSE(found[0].number);
    EXPECT_TRUE(found[1].number);
}

TEST(Words, knows_figures_that_two_events_hardly_share) {
    for (const std::string_view figure : {"2,464", "363869", "٢٤٦٤", "1234567"})
        EXPECT_TRUE(words(figure, no_limit)[0].figure) << figure;
    for (const std::string_view common : {"464", "2015", "1436", "1394", "5000", "1,200,000"})
        EXPECT_FALSE(words(common, no_limit)[0].figure) << common;
}

TEST(Words, knows_weekdays_of_several_languages) {
    for (const std::string_view day :
         {"الثلاثاء", "والثلاثاء", "Tuesday", "mardi", "Dienstag", "سه\u200Cشنبه", "вторник", "Martes"}) {
        const std::vector<Word> found = words(day, no_limit);
        ASSERT_EQ(found.size(), 1U) << day;
        EXPECT_EQ(found[0].weekday, 2) << day;
    }
    EXPECT_EQ(words("ثلاثة", no_limit)[0].weekday, no_weekday);
}

TEST(Words, takes_each_character_of_scripts_without_spaces) {
    EXPECT_EQ(words("新华社北京", no_limit).size(), 5U);
    EXPECT_EQ(words("東京タワー", no_limit).size(), 5U);
    EXPECT_EQ(words("สวัส", no_limit).size(), 4U);
}

TEST(Words, survives_any_bytes) {
    std::string bytes;
    for (int i = 0; i < 70000; ++i)
        bytes += static_cast<char>((i * 7919) >> 3);
    EXPECT_LE(words(bytes, no_limit).size(), bytes.size());
    EXPECT_LE(words("\xE0\x80", no_limit).size(), 2U);
}

TEST(Words, reads_no_further_than_the_limit) {
    EXPECT_EQ(words("one two three", 7).size(), 2U);
}

TEST(Words, a_run_without_separators_is_one_word) {
    EXPECT_EQ(words(std::string(100'000, 'x'), no_limit).size(), 1U);
    EXPECT_EQ(words(std::string(100'000, '7'), no_limit).size(), 1U);
}

TEST(Words, small_numbers_may_be_words) {
    const auto numeral_of = [](std::string_view text) { return words(text, 100).at(0).numeral; };
    EXPECT_EQ(numeral_of("ثلاثة"), 3);
    EXPECT_EQ(numeral_of("والثَّلاثة"), 3);
    EXPECT_EQ(numeral_of("بخمسين"), 50);
    EXPECT_EQ(numeral_of("الرابعة"), 4);
    EXPECT_EQ(numeral_of("seven"), 7);
    EXPECT_EQ(numeral_of("fünf"), 5);
    EXPECT_EQ(numeral_of("واحد"), 0) << "says too much else";
    EXPECT_EQ(numeral_of("ثلاجة"), 0);
    EXPECT_EQ(numeral_of("3"), 0) << "digits are a number already";
    EXPECT_EQ(hash_of_number(50), words("50", 100).at(0).exact);
    EXPECT_EQ(hash_of_number(0), words("0", 100).at(0).exact);
}

} // namespace
} // namespace khabar::fingerprint
