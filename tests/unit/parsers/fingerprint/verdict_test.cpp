#include "parsers/fingerprint/verdict.hpp"

#include <gtest/gtest.h>

#include <ostream>

namespace khabar::fingerprint {
namespace {

using std::chrono::hours;

// A reworded copy, well within every threshold for copies of one day.
Overlap copy() {
    Overlap overlap;
    overlap.common = 120;
    overlap.containment = overlap.masked_containment = 0.75;
    overlap.jaccard = 0.55;
    overlap.opening = 1;
    overlap.lead_of_shorter = overlap.lead_of_longer = 0.7;
    overlap.headline = 0.8;
    return overlap;
}

Circumstance apart(hours gap) {
    return {gap, {}, false, false};
}

TEST(Judge, a_copy_of_the_day_is_the_same_story) {
    EXPECT_TRUE(judge(copy(), apart(hours(3))).same_story());
}

TEST(Judge, word_for_word_is_same_and_less_is_edited) {
    Overlap overlap = copy();
    EXPECT_EQ(judge(overlap, apart(hours(3))).relation, Relation::edited);
    overlap.containment = overlap.masked_containment = overlap.jaccard = 1;
    EXPECT_EQ(judge(overlap, apart(hours(3))).relation, Relation::same);
}

TEST(Judge, little_in_common_is_nothing) {
    Overlap overlap = copy();
    overlap.containment = overlap.masked_containment = 0.2;
    EXPECT_EQ(judge(overlap, apart(hours(3))).relation, Relation::none);
}

TEST(Judge, asks_for_more_the_longer_after) {
    Overlap overlap = copy();
    overlap.containment = overlap.masked_containment = 0.55;
    overlap.jaccard = 0.42;
    EXPECT_TRUE(judge(overlap, apart(hours(3))).same_story());
    EXPECT_FALSE(judge(overlap, apart(hours(60))).same_story());
    overlap.containment = overlap.masked_containment = 0.65;
    EXPECT_TRUE(judge(overlap, apart(hours(60))).same_story());
    EXPECT_FALSE(judge(overlap, apart(hours(160))).same_story());
    EXPECT_FALSE(judge(overlap, {}).same_story()) << "no reliable time";
}

TEST(Judge, a_small_part_of_a_long_text_is_it_only_under_the_same_headline) {
    Overlap overlap = copy();
    overlap.containment = overlap.masked_containment = 0.99;
    overlap.jaccard = 0.08;
    overlap.lead_of_shorter = overlap.lead_of_longer = 0.95;
    overlap.headline = 1;
    EXPECT_EQ(judge(overlap, apart(hours(1))).relation, Relation::abridged) << "sixty words of eight hundred";
    overlap.headline = 0.5;
    EXPECT_EQ(judge(overlap, apart(hours(1))).relation, Relation::contained) << "a round-up's first item";
    overlap.jaccard = 0.2;
    EXPECT_EQ(judge(overlap, apart(hours(1))).relation, Relation::abridged);
}

TEST(Judge, headlines_of_other_names_on_other_days_are_a_series) {
    Overlap overlap = copy();
    overlap.headline = 0.3;
    EXPECT_TRUE(judge(overlap, apart(hours(3))).same_story()) << "of one day: another headline is no sign";
    const Verdict verdict = judge(overlap, apart(hours(50)));
    EXPECT_EQ(verdict.relation, Relation::series);
    EXPECT_EQ(verdict.guard, Guard::headline);
    overlap.jaccard = 0.9;
    EXPECT_TRUE(judge(overlap, apart(hours(50))).same_story()) << "nearly all equal: a reprint";
}

TEST(Judge, other_numbers_in_one_mould_are_a_series) {
    Overlap overlap = copy();
    overlap.containment = 0.85;
    overlap.masked_containment = 0.98;
    overlap.fewer_numbers = 4;
    overlap.numbers = 0.25;
    const Verdict verdict = judge(overlap, apart(hours(30)));
    EXPECT_EQ(verdict.relation, Relation::series);
    EXPECT_EQ(verdict.guard, Guard::numbers);
    EXPECT_TRUE(verdict.against());
}

TEST(Judge, other_weekdays_on_another_day_are_a_series) {
    Overlap overlap = copy();
    overlap.weekdays_conflict = true;
    EXPECT_EQ(judge(overlap, apart(hours(24))).guard, Guard::weekdays);
    EXPECT_TRUE(judge(overlap, apart(hours(4))).same_story()) << "one edition: one says when it was written";
}

TEST(Judge, a_brief_from_the_opening_is_an_abridgement) {
    Overlap overlap = copy();
    overlap.containment = overlap.masked_containment = 0.95;
    overlap.jaccard = 0.18;
    overlap.lead_of_shorter = overlap.lead_of_longer = 0.9;
    EXPECT_EQ(judge(overlap, apart(hours(3))).relation, Relation::abridged);
}

TEST(Judge, a_long_report_with_yesterdays_brief_in_it_is_a_follow_up) {
    Overlap overlap = copy();
    overlap.containment = overlap.masked_containment = 0.93;
    overlap.jaccard = 0.20;
    overlap.lead_of_shorter = overlap.lead_of_longer = 0.9;
    overlap.headline = 0.7;
    Circumstance circumstance = apart(hours(25));
    EXPECT_EQ(judge(overlap, circumstance).relation, Relation::abridged) << "the brief came later";
    circumstance.longer_is_later = true;
    EXPECT_EQ(judge(overlap, circumstance).relation, Relation::contained);
    overlap.headline = 1;
    EXPECT_TRUE(judge(overlap, circumstance).same_story())
        << "under the same headline: the full report was late";
    overlap.headline = 0.7;
    circumstance.gap = hours(5);
    EXPECT_TRUE(judge(overlap, circumstance).same_story()) << "one edition: a report grows";
}

TEST(Judge, a_text_from_the_middle_is_an_item) {
    Overlap overlap = copy();
    overlap.containment = overlap.masked_containment = 0.95;
    overlap.jaccard = 0.10;
    overlap.opening = 0;
    overlap.lead_of_longer = 0;
    const Verdict verdict = judge(overlap, apart(hours(3)));
    EXPECT_EQ(verdict.relation, Relation::contained);
    EXPECT_FALSE(verdict.same_story());
}

TEST(Judge, what_every_story_says_proves_little) {
    Circumstance circumstance = apart(hours(30));
    EXPECT_TRUE(judge(copy(), circumstance).same_story());
    circumstance.rarity = {0.2, 0.9}; // the common words are everywhere, the others are not
    const Verdict verdict = judge(copy(), circumstance);
    EXPECT_EQ(verdict.relation, Relation::series);
    EXPECT_EQ(verdict.guard, Guard::formula);
    circumstance.gap = hours(3);
    EXPECT_TRUE(judge(copy(), circumstance).same_story()) << "within the day official style is no mould";
    circumstance.rarity = {0.1, 0.9};
    EXPECT_FALSE(judge(copy(), circumstance).same_story()) << "but nothing else in common is no copy";
    circumstance.rarity = {0.2, 0.2};
    circumstance.gap = hours(30);
    EXPECT_TRUE(judge(copy(), circumstance).same_story()) << "all of it is commonplace: copies of a cable";
}

TEST(Judge, a_bulletin_renews_its_lead) {
    Overlap overlap = copy();
    overlap.lead_of_shorter = 0.45;
    const Verdict verdict = judge(overlap, apart(hours(22)));
    EXPECT_EQ(verdict.relation, Relation::series);
    EXPECT_EQ(verdict.guard, Guard::lead);
    EXPECT_TRUE(judge(overlap, apart(hours(5))).same_story()) << "one edition: a newsroom's own introduction";
    overlap.figures = 1;
    EXPECT_TRUE(judge(overlap, apart(hours(22))).same_story()) << "an exact figure: one event";
}

TEST(Judge, a_page_as_it_is_holds_its_clean_text) {
    Overlap overlap = copy();
    overlap.containment = overlap.masked_containment = 1;
    overlap.jaccard = 0.45;
    overlap.lead_of_shorter = 1;
    overlap.lead_of_longer = 0;
    EXPECT_TRUE(judge(overlap, apart(hours(1))).same_story());
    EXPECT_TRUE(judge(overlap, {}).same_story());
    overlap.jaccard = 0.25;
    EXPECT_EQ(judge(overlap, apart(hours(1))).relation, Relation::contained);
}

TEST(Judge, an_exact_figure_holds_a_late_reprint_together) {
    Overlap overlap = copy();
    overlap.lead_of_shorter = overlap.lead_of_longer = 0.4;
    EXPECT_FALSE(judge(overlap, apart(hours(50))).same_story());
    overlap.figures = 1;
    EXPECT_TRUE(judge(overlap, apart(hours(50))).same_story());
}

TEST(Judge, a_report_told_again_as_background_is_an_item) {
    Overlap overlap = copy();
    overlap.jaccard = 0.42;
    overlap.lead_of_shorter = 0.93;
    overlap.lead_of_longer = 0.05;
    const Verdict verdict = judge(overlap, apart(hours(13)));
    EXPECT_EQ(verdict.relation, Relation::contained);
    EXPECT_EQ(verdict.guard, Guard::lead);
    overlap.jaccard = 0.6;
    EXPECT_TRUE(judge(overlap, apart(hours(13))).same_story()) << "most is equal: a new introduction";
}

TEST(Judge, other_subjects_in_one_mould_are_a_series) {
    Overlap overlap = copy();
    overlap.subjects = 0.7;
    EXPECT_EQ(judge(overlap, apart(hours(3))).guard, Guard::subjects);
    overlap.jaccard = 0.9;
    EXPECT_TRUE(judge(overlap, apart(hours(3))).same_story());
}

TEST(Judge, a_short_text_comes_back_with_its_occasion) {
    Overlap overlap = copy();
    overlap.common = 33;
    overlap.containment = overlap.masked_containment = overlap.jaccard = 1;
    EXPECT_TRUE(judge(overlap, apart(hours(60))).same_story());
    EXPECT_EQ(judge(overlap, apart(hours(150))).guard, Guard::length);
}

TEST(Judge, other_numbers_on_another_day_are_a_series) {
    Overlap overlap = copy();
    overlap.fewer_numbers = 2;
    overlap.numbers = 0.5;
    EXPECT_TRUE(judge(overlap, apart(hours(3))).same_story()) << "a toll that rises";
    EXPECT_EQ(judge(overlap, apart(hours(50))).guard, Guard::numbers);
}

TEST(Judge, one_number_or_weekday_makes_another_bulletin) {
    Overlap overlap = copy();
    overlap.containment = 0.95;
    overlap.jaccard = 0.90;
    overlap.masked_containment = 1.0;
    overlap.fewer_numbers = 5;
    overlap.numbers = 0.8;
    EXPECT_EQ(judge(overlap, apart(hours(24))).guard, Guard::numbers);
    EXPECT_TRUE(judge(overlap, apart(hours(4))).same_story()) << "a corrected number";
    overlap.numbers = 1.0;
    overlap.weekdays_conflict = true;
    EXPECT_EQ(judge(overlap, apart(hours(24))).guard, Guard::weekdays);
    overlap.masked_containment = overlap.containment;
    EXPECT_TRUE(judge(overlap, apart(hours(24))).same_story()) << "a date line was added";
}

TEST(Guard, has_a_name_each) {
    EXPECT_EQ(name(Guard::none), "");
    EXPECT_EQ(name(Guard::numbers), "numbers");
    EXPECT_EQ(name(Guard::formula), "formula");
    EXPECT_EQ(name(Guard::headline), "headline");
    EXPECT_EQ(name(Guard::length), "length");
}

TEST(Judge, holds_at_the_edges) {
    EXPECT_EQ(judge({}, {}).relation, Relation::none);
    Overlap overlap = copy();
    overlap.containment = overlap.jaccard = overlap.masked_containment = 1;
    Circumstance circumstance = apart(hours(50));
    circumstance.rarity = {0, 0};
    EXPECT_FALSE(judge(overlap, circumstance).same_story()) << "nothing but what is everywhere";
    EXPECT_TRUE(judge(overlap, {std::chrono::seconds(-3600), {}, false, false}).same_story())
        << "order does not matter";
}

} // namespace
} // namespace khabar::fingerprint
