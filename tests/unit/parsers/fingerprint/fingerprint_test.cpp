#include "parsers/fingerprint/compare.hpp"
#include "parsers/fingerprint/constants.hpp"
#include "parsers/fingerprint/fingerprint.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

namespace khabar::fingerprint {
namespace {

std::string plain_words(int from, int to) { // letters only: numbers would be guarded
    std::string text;
    for (int i = from; i < to; ++i) {
        for (int rest = i + 1; rest > 0; rest /= 20)
            text += static_cast<char>('b' + rest % 20);
        text += ' ';
    }
    return text;
}

bool sorted_unique(const std::vector<Hash>& hashes) {
    return std::adjacent_find(hashes.begin(), hashes.end(), [](Hash a, Hash b) { return a >= b; }) ==
           hashes.end();
}

TEST(Fingerprint, is_sorted_and_without_doubles) {
    const Fingerprint print = make("one two one", plain_words(0, 50) + plain_words(0, 50));
    EXPECT_TRUE(sorted_unique(print.shingles));
    EXPECT_TRUE(sorted_unique(print.masked));
    EXPECT_TRUE(sorted_unique(print.headline));
    EXPECT_TRUE(sorted_unique(print.vocabulary));
    EXPECT_EQ(print.positions.size(), print.shingles.size());
    EXPECT_EQ(print.words, 100U);
}

TEST(Fingerprint, of_nothing_is_empty) {
    const Fingerprint print = make("", " … ");
    EXPECT_EQ(print.words, 0U);
    EXPECT_TRUE(print.shingles.empty());
    EXPECT_TRUE(sketch(print).empty());
}

TEST(Fingerprint, takes_the_headline_into_a_text_of_one_line) {
    EXPECT_NE(make("Quake in the north", "Details follow.").shingles,
              make("Vote in the south", "Details follow.").shingles);
    EXPECT_EQ(make("Quake", plain_words(0, 40)).shingles, make("Vote", plain_words(0, 40)).shingles);
}

TEST(Fingerprint, reads_no_more_than_its_bound) {
    const std::string text(max_text_bytes, ' ');
    EXPECT_EQ(make("", text + "late words come here"), make("", text));
    EXPECT_NE(make("", " late words come here"), make("", " "));
}

TEST(Fingerprint, is_frozen) {
    // Hashes are stored: if this fails, every stored sample has lost its meaning, and the tables need a new
    // version.
    const Fingerprint print = make("", "وصل الرئيس إلى موسكو");
    ASSERT_EQ(print.shingles.size(), 2U);
    EXPECT_EQ(print.shingles[0], 2980091700U);
    EXPECT_EQ(print.shingles[1], 3899322439U);
}

TEST(Sketch, has_a_twelfth_within_bounds) {
    EXPECT_EQ(sketch(make("", plain_words(0, 6))).size(), make("", plain_words(0, 6)).shingles.size());
    EXPECT_EQ(sketch(make("", plain_words(0, 60))).size(), sketch_least);
    const Fingerprint middle = make("", plain_words(0, 200));
    EXPECT_EQ(sketch(middle).size(), middle.shingles.size() / sketch_share);
    EXPECT_EQ(sketch(make("", plain_words(0, 5000))).size(), sketch_most);
}

TEST(Sketch, of_a_brief_is_found_in_its_long_origin) {
    const std::vector<Hash> brief = sketch(make("", plain_words(0, 60)));
    const std::vector<Hash> story = sketch(make("", plain_words(0, 600)));
    EXPECT_GE(count_common(brief, story), 2U);
}

TEST(Compare, measures_containment_and_likeness) {
    const Fingerprint half = make("", plain_words(0, 52));
    const Overlap overlap = compare(make("", plain_words(0, 102)), half);
    EXPECT_EQ(overlap.common, half.shingles.size());
    EXPECT_DOUBLE_EQ(overlap.containment, 1.0);
    EXPECT_NEAR(overlap.jaccard, 0.5, 0.02);
    EXPECT_DOUBLE_EQ(overlap.opening, 1.0);
    EXPECT_DOUBLE_EQ(overlap.lead_of_shorter, 1.0);
}

TEST(Compare, is_symmetric) {
    const Fingerprint a = make("one two", plain_words(0, 80) + "on Monday 15 people");
    const Fingerprint b = make("two three", plain_words(30, 90) + "on Sunday 16 people");
    const Overlap one = compare(a, b);
    const Overlap two = compare(b, a);
    EXPECT_GT(one.common, 0U);
    EXPECT_EQ(one.common, two.common);
    EXPECT_DOUBLE_EQ(one.jaccard, two.jaccard);
    EXPECT_DOUBLE_EQ(one.headline, two.headline);
    EXPECT_DOUBLE_EQ(one.numbers, two.numbers);
    EXPECT_TRUE(one.weekdays_conflict);
    EXPECT_DOUBLE_EQ(one.headline, 0.5);
    EXPECT_DOUBLE_EQ(one.numbers, 0.0);
}

TEST(Compare, a_weekday_replaced_is_a_conflict_and_one_added_is_none) {
    const Fingerprint monday = make("", "opened on Monday, closes on Friday");
    EXPECT_TRUE(compare(monday, make("", "opened on Tuesday, closes on Friday")).weekdays_conflict);
    EXPECT_FALSE(compare(monday, make("", "Sunday: opened on Monday, closes on Friday")).weekdays_conflict);
    EXPECT_FALSE(compare(monday, make("", "opened, closes on Friday")).weekdays_conflict);
}

TEST(Compare, counts_exact_figures) {
    const Fingerprint one = make("", "wages of 363,869 workers in 2,464 firms in 2015");
    EXPECT_EQ(compare(one, make("", "٣٦٣٨٦٩ workers, 2015")).figures, 1U);
    EXPECT_EQ(compare(one, make("", "40 workers, 2015")).figures, 0U);
}

TEST(Compare, sees_an_item_in_the_middle_of_a_longer_text) {
    const Fingerprint item = make("", plain_words(1000, 1060));
    const Fingerprint roundup =
        make("", plain_words(0, 300) + plain_words(1000, 1060) + plain_words(2000, 2100));
    const Overlap overlap = compare(item, roundup);
    EXPECT_GT(overlap.containment, 0.9);
    EXPECT_LT(overlap.opening, 0.1);
}

} // namespace
} // namespace khabar::fingerprint
