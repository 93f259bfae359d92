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
    representative_ = representative_ || (representative && yes);
    if (vote.verdict.relation != fingerprint::Relation::none && (!best_ || rank(vote) > rank(*best_)))
        best_ = vote;
}

bool Ballot::joins() const noexcept {
    return yes_ != 0 && (representative_ || yes_ * yes_share >= asked_) && yes_ >= against_;
}

} // namespace khabar::story
