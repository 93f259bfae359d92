#include "daemon/story/ballot.hpp"

#include <gtest/gtest.h>

namespace khabar::story {
namespace {

using fingerprint::Guard;
using fingerprint::Relation;

Vote vote(Relation relation, double containment, double jaccard) {
    Vote out;
    out.overlap.containment = containment;
    out.overlap.jaccard = jaccard;
    out.verdict = {relation, Guard::none};
    return out;
}

const Vote yes = vote(Relation::edited, 0.7, 0.5);
const Vote against = vote(Relation::series, 0.7, 0.5);
const Vote stranger = vote(Relation::none, 0.05, 0.01);
const Vote undecided = vote(Relation::none, 0.35, 0.1);

Ballot ballot_of(const std::vector<Vote>& votes) { // the first is the representative's
    Ballot ballot;
    for (std::size_t i = 0; i < votes.size(); ++i)
        ballot.add(votes[i], i == 0);
    return ballot;
}

TEST(Ballot, nobody_asked_is_no) {
    EXPECT_FALSE(Ballot().joins());
}
TEST(Ballot, the_representative_is_enough) {
    EXPECT_TRUE(ballot_of({yes, undecided, undecided, undecided}).joins());
}
TEST(Ballot, or_a_third_of_the_members) {
    EXPECT_TRUE(ballot_of({undecided, yes, undecided}).joins());
    EXPECT_FALSE(ballot_of({undecided, yes, undecided, undecided}).joins());
}
TEST(Ballot, not_when_outnumbered) {
    EXPECT_TRUE(ballot_of({yes, against}).joins());
    EXPECT_FALSE(ballot_of({yes, against, against}).joins());
}
TEST(Ballot, not_with_as_many_strangers) {
    EXPECT_FALSE(ballot_of({yes, stranger}).joins());
}
TEST(Ballot, whose_common_words_are_titles_of_office_is_a_stranger) {
    EXPECT_FALSE(ballot_of({yes, vote(Relation::none, 0.28, 0.15)}).joins());
}
TEST(Ballot, a_longer_report_of_the_same_edition_abstains) {
    Vote report = vote(Relation::contained, 0.6, 0.3);
    EXPECT_FALSE(ballot_of({yes, report, report}).joins());
    report.same_edition = true;
    EXPECT_TRUE(ballot_of({yes, report, report}).joins());
    const Vote mention = [&] {
        Vote out = report;
        out.overlap.jaccard = 0.1;
        return out;
    }();
    EXPECT_FALSE(ballot_of({yes, mention, mention}).joins());
    const Vote brief = vote(Relation::abridged, 0.9, 0.32);
    EXPECT_FALSE(ballot_of({brief, report, report}).joins()) << "a brief is cut from one of them";
}
TEST(Ballot, a_nearly_equal_member_decides) {
    EXPECT_TRUE(ballot_of({against, vote(Relation::same, 0.98, 0.95), against}).joins());
}
TEST(Ballot, best_is_the_yes_most_alike) {
    const Ballot ballot =
        ballot_of({vote(Relation::series, 0.9, 0.8), vote(Relation::edited, 0.7, 0.4), yes});
    ASSERT_TRUE(ballot.best());
    EXPECT_DOUBLE_EQ(ballot.best()->overlap.jaccard, 0.5);
    EXPECT_FALSE(ballot_of({undecided}).best());
}

} // namespace
} // namespace khabar::story
