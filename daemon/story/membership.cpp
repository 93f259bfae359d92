#include "daemon/story/membership.hpp"

#include "daemon/story/constants.hpp"
#include "daemon/story/likeness.hpp"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <tuple>
#include <utility>

namespace khabar::story {

namespace {

auto representing_rank(const Member& member) noexcept {
    return std::tuple(-member.words, member.time, member.article);
}

} // namespace

void Membership::extend(const Member& member) {
    std::optional<Story> story = work_.tables.story(member.story);
    if (!story) return;
    const std::optional<Member> fullest = work_.tables.member(story->representative);
    if (!fullest || representing_rank(member) < representing_rank(*fullest))
        story->representative = member.article;
    story->first = std::min(story->first, member.time);
    story->last = std::max(story->last, member.time);
    work_.tables.update_story(*story);
}

void Membership::summarise(std::int64_t story) {
    if (const std::optional<Story> summary = work_.tables.sum_up(story)) work_.tables.update_story(*summary);
}

void Membership::index(const Member& member, std::int64_t story) {
    if (const PrintCache::Print print = work_.prints.get(member.article, member.content))
        work_.tables.add_postings(bucket_of(member.time), sample(*print), story);
}

void Membership::merge(const Story& from, const Story& into) {
    for (const Member& member : work_.tables.members(from.id, max_members_moved)) {
        const PrintCache::Print print = work_.prints.get(member.article, member.content);
        if (!print) continue;
        const std::vector<fingerprint::Hash> sketch = sample(*print);
        work_.tables.remove_postings(bucket_of(member.time), sketch, from.id);
        work_.tables.add_postings(bucket_of(member.time), sketch, into.id);
    }
    work_.tables.move_members(from.id, into.id);
    work_.tables.remove_story(from.id);
    summarise(into.id);
}

void Membership::remove(std::int64_t article) {
    const std::optional<Member> member = work_.tables.member(article);
    if (!member) return;
    const PrintCache::Print print = work_.prints.get(article, member->content);
    work_.tables.remove_member(*member);
    work_.prints.forget(article);
    work_.rulings.forget(article, member->story);
    if (print) work_.tables.remove_postings(bucket_of(member->time), sample(*print), member->story);
    const std::vector<Member> rest = work_.tables.members(member->story, max_members_moved);
    for (const Member& other : rest) // what they share with the one that went
        index(other, member->story);
    if (rest.empty())
        work_.tables.remove_story(member->story);
    else
        settle_rest(member->story);
}

void Membership::settle_rest(std::int64_t story) {
    std::vector<Member> loose = work_.tables.loose_members(story, max_members_moved);
    std::map<std::int64_t, Member> beginnings; // by wing
    for (Member& member : loose) {
        member.other.reset();
        member.similarity = 0;
        member.kind = Kind::unique;
        const auto [first, begins] = beginnings.try_emplace(work_.rulings.wing(member.article), member);
        if (!begins) liken(member, first->second);
        work_.tables.put_member(member);
    }
    if (loose.size() == max_members_moved) work_.tables.cut_loose(story);
    summarise(story);
}

// To the most alike of those before it; where nothing tells who that is, to the first.
void Membership::liken(Member& member, const Member& first) {
    const PrintCache::Print print = work_.prints.get(member.article, member.content);
    if (!print) return;
    Ballot ballot;
    std::optional<Vote> likeness; // to the first
    for (const Member& other : earlier_kin(member, first)) {
        const PrintCache::Print with = work_.prints.get(other.article, other.content);
        if (!with) continue;
        Vote vote{other.article, with->words, fingerprint::compare(*print, *with), {}};
        vote.verdict = fingerprint::judge(vote.overlap, circumstance(member, other, {}, work_.rules.demand));
        ballot.add(vote, false);
        if (!likeness) likeness = vote;
    }
    if (ballot.best()) likeness = ballot.best();
    if (!likeness) return;
    member.other = likeness->article;
    member.similarity = likeness->overlap.containment;
    member.kind = kind_of(likeness->verdict.relation, print->words, likeness->words);
    if (likeness->verdict.relation != fingerprint::Relation::none) write_edge(member, *likeness);
}

// The first of the story, and of the others published before `member`, in its wing, those nearest in length.
std::vector<Member> Membership::earlier_kin(const Member& member, const Member& first) {
    std::vector<Member> kin = work_.tables.members(member.story, max_members_moved);
    const std::int64_t wing = work_.rulings.wing(member.article);
    std::erase_if(kin, [&](const Member& other) {
        return std::tuple(other.time, other.article) >= std::tuple(member.time, member.article) ||
               other.article == first.article || work_.rulings.wing(other.article) != wing;
    });
    std::sort(kin.begin(), kin.end(), [&](const Member& a, const Member& b) {
        return std::tuple(std::abs(a.words - member.words), a.time, a.article) <
               std::tuple(std::abs(b.words - member.words), b.time, b.article);
    });
    kin.insert(kin.begin(), first);
    if (kin.size() > max_voters) kin.resize(max_voters);
    return kin;
}

void Membership::write_edge(const Member& member, const Vote& vote) {
    const auto words = static_cast<std::uint32_t>(member.words);
    Edge edge{member.article,
              vote.article,
              kind_of(vote.verdict.relation, words, vote.words),
              vote.verdict.guard,
              vote.overlap.containment,
              vote.overlap.jaccard};
    if (edge.kind == Kind::contains_item && words < vote.words) std::swap(edge.from, edge.to);
    work_.tables.put_edge(edge);
}

} // namespace khabar::story
