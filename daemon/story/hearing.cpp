#include "daemon/story/hearing.hpp"

#include "daemon/story/constants.hpp"
#include "daemon/story/likeness.hpp"
#include "daemon/story/rarity.hpp"
#include "parsers/fingerprint/constants.hpp"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <optional>
#include <tuple>
#include <utility>

namespace khabar::story {

namespace {

bool speaks_louder(const Ballot& a, const Ballot& b) {
    if (a.joins() != b.joins()) return a.joins();
    const auto likeness = [](const Ballot& x) { return x.best() ? x.best()->overlap.jaccard : -1.0; };
    return likeness(a) > likeness(b);
}

// The story's representative, or the fullest of a wing that is without it.
std::int64_t speaker(const Candidate& candidate, const std::vector<Member>& voters) {
    const Member* fullest = nullptr;
    for (const Member& voter : voters) {
        if (voter.article == candidate.story.representative) return voter.article;
        if (fullest == nullptr || voter.words > fullest->words) fullest = &voter;
    }
    return fullest != nullptr ? fullest->article : 0;
}

} // namespace

Ballot Hearing::ask(const Candidate& candidate) {
    std::vector<Member> members = members_of(candidate.story);
    if (!work_.rulings.any_wings()) return hold(candidate, std::move(members));
    std::map<std::int64_t, std::vector<Member>> wings;
    for (const Member& other : members)
        wings[work_.rulings.wing(other.article)].push_back(other);
    std::optional<Ballot> best;
    for (auto& [wing, voters] : wings) {
        const Ballot ballot = hold(candidate, std::move(voters));
        if (!best || speaks_louder(ballot, *best)) best = ballot;
    }
    return best.value_or(Ballot());
}

std::vector<Member> Hearing::members_of(const Story& story) {
    std::vector<Member> members = work_.tables.latest_members(story.id, max_members_heard);
    const auto represents = [&](const Member& member) { return member.article == story.representative; };
    if (members.size() == max_members_heard && std::none_of(members.begin(), members.end(), represents))
        if (const std::optional<Member> speaker = work_.tables.member(story.representative))
            members.push_back(*speaker);
    return members;
}

Ballot Hearing::hold(const Candidate& candidate, std::vector<Member> voters) {
    const std::int64_t first = speaker(candidate, voters);
    const auto order = [&](const Member& other) {
        return std::tuple(other.article != first, std::abs(other.words - member_.words), other.article);
    };
    std::sort(voters.begin(), voters.end(),
              [&](const Member& a, const Member& b) { return order(a) < order(b); });
    if (voters.size() > max_voters) voters.resize(max_voters);
    Ballot ballot;
    for (const Member& voter : voters) {
        const PrintCache::Print other = work_.prints.get(voter.article, voter.content);
        if (!other) continue; // its text is gone
        Vote vote{voter.article, other->words, fingerprint::compare(print_, *other), {}};
        const fingerprint::Circumstance between =
            circumstance(member_, voter, rarity(sketch_, candidate, *other), work_.rules.demand);
        vote.verdict = fingerprint::judge(vote.overlap, between);
        vote.same_edition = between.gap && *between.gap <= fingerprint::same_edition;
        ballot.add(vote, voter.article == first);
    }
    return ballot;
}

} // namespace khabar::story
