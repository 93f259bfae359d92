#include "daemon/story/ballot.hpp"

#include "daemon/story/constants.hpp"

#include <tuple>

namespace khabar::story {

namespace {

auto rank(const Vote& vote) noexcept {
    return std::tuple(vote.verdict.same_story(), vote.verdict.against(), vote.overlap.jaccard, -vote.article);
}

// Both tell of one thing at length, one in the middle of more.
bool is_report(const Vote& vote) noexcept {
    return vote.verdict.relation == fingerprint::Relation::contained && vote.same_edition &&
           vote.overlap.jaccard >= report_jaccard;
}

} // namespace

void Ballot::add(const Vote& vote, bool representative) {
    ++asked_;
    const bool yes = vote.verdict.same_story();
    yes_ += yes;
    const bool report = is_report(vote);
    reports_ += report;
    against_ += vote.verdict.against() && !report;
    strangers_ += !yes && !vote.verdict.against() && vote.overlap.containment < stranger_containment;
    representative_ = representative_ || (representative && yes);
    if (vote.verdict.relation != fingerprint::Relation::none && (!best_ || rank(vote) > rank(*best_)))
        best_ = vote;
}

bool Ballot::joins() const noexcept {
    if (yes_ == 0) return false;
    if (best_->overlap.jaccard >= decisive_jaccard) return true;
    const bool brief = best_->verdict.relation == fingerprint::Relation::abridged;
    const std::size_t against = against_ + (brief ? reports_ : 0);
    return (representative_ || yes_ * yes_share >= asked_) && yes_ > strangers_ &&
           yes_ >= strangers_ + against;
}

} // namespace khabar::story
