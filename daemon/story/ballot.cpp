#include "daemon/story/ballot.hpp"

#include "daemon/story/constants.hpp"

#include <tuple>

namespace khabar::story {

namespace {

auto rank(const Vote& vote) noexcept {
    return std::tuple(vote.verdict.same_story(), vote.verdict.against(), vote.overlap.jaccard, -vote.article);
}

} // namespace

void Ballot::add(const Vote& vote, bool representative) {
    ++asked_;
    const bool yes = vote.verdict.same_story();
    yes_ += yes;
    against_ += vote.verdict.against();
    strangers_ += !vote.verdict.against() && vote.overlap.containment < stranger_containment;
    representative_ = representative_ || (representative && yes);
    if (vote.verdict.relation != fingerprint::Relation::none && (!best_ || rank(vote) > rank(*best_)))
        best_ = vote;
}

bool Ballot::joins() const noexcept {
    if (yes_ == 0) return false;
    if (best_->overlap.jaccard >= decisive_jaccard) return true;
    return (representative_ || yes_ * yes_share >= asked_) && yes_ > strangers_ &&
           yes_ >= strangers_ + against_;
}

} // namespace khabar::story
