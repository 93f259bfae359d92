#include "daemon/story/placing.hpp"

#include "daemon/story/constants.hpp"
#include "daemon/story/hearing.hpp"
#include "daemon/story/likeness.hpp"

#include <algorithm>
#include <utility>

namespace khabar::story {

namespace {

std::int64_t source_hash(std::string_view source) noexcept {
    // FNV-1a, 32 bits: only asked whether two are equal.
    std::uint32_t hash = 2166136261U;
    for (const char byte : source)
        hash = (hash ^ static_cast<unsigned char>(byte)) * 16777619U;
    return source.empty() ? 0 : hash;
}

Member member_of(const Document& document, const fingerprint::Fingerprint& print) {
    Member member;
    member.article = document.article;
    const Seconds fetched = document.fetched.time_since_epoch().count();
    member.time = fetched;
    if (document.published && document.published->time_since_epoch().count() <= fetched + future_seconds) {
        member.time = document.published->time_since_epoch().count();
        member.reliable = true;
    }
    member.words = print.words;
    member.content = static_cast<std::int64_t>(print.content);
    member.source = source_hash(document.source);
    return member;
}

} // namespace

Placement Placing::place(const Document& document) {
    const PrintCache::Print print = document.print ? document.print
                                                   : std::make_shared<const fingerprint::Fingerprint>(
                                                         fingerprint::make(document.title, document.text));
    Member member = member_of(document, *print);
    const std::optional<Member> known = work_.tables.member(document.article);
    if (known && known->content == member.content) return placement_of(*known);
    work_.prints.put(member.article, print);
    if (known) return revise(*known, member, *print);
    return settle(member, *print);
}

Placement Placing::settle(Member& member, const fingerprint::Fingerprint& print) {
    const std::vector<fingerprint::Hash> sketch = sample(print);
    const Found found = look_around(member, print, sketch);
    std::vector<std::int64_t> merged;
    if (found.matches.empty())
        member.story = work_.tables.add_story({0, member.article, member.time, member.time});
    else
        join(member, found.matches, merged);
    work_.tables.put_member(member);
    work_.tables.add_postings(bucket_of(member.time), sketch, member.story);
    if (member.other && work_.rulings.any_wings())
        work_.rulings.put_wing(member.article, work_.rulings.wing(*member.other));
    if (!found.matches.empty()) {
        membership_.write_edge(member, found.matches.front().best);
        membership_.extend(member);
    }
    for (const Vote& vote : found.beside)
        membership_.write_edge(member, vote);
    Placement placement = placement_of(member);
    placement.merged = std::move(merged);
    return placement;
}

// A revision stays where the article is; its new words are found from now on.
Placement Placing::revise(const Member& known, Member& member, const fingerprint::Fingerprint& print) {
    member.story = known.story;
    member.other = known.other;
    member.similarity = known.similarity;
    member.kind = known.kind;
    work_.tables.put_member(member);
    work_.tables.add_postings(bucket_of(member.time), sample(print), member.story);
    membership_.summarise(member.story);
    return placement_of(member);
}

// A text without words, as a page of pictures has it, has an empty sample: nothing is found.
Placing::Found Placing::look_around(const Member& member, const fingerprint::Fingerprint& print,
                                    const std::vector<fingerprint::Hash>& sketch) {
    Found found;
    Hearing hearing(work_, member, print, sketch);
    for (const Candidate& candidate :
         find_candidates(work_.tables, sketch, member.time, work_.rules.window.count())) {
        const Ballot ballot = hearing.ask(candidate);
        if (ballot.joins())
            found.matches.push_back({candidate.story, *ballot.best()});
        else if (ballot.best() && ballot.best()->verdict.against())
            found.beside.push_back(*ballot.best());
    }
    std::stable_sort(found.matches.begin(), found.matches.end(), [](const Match& a, const Match& b) {
        return a.best.overlap.jaccard > b.best.overlap.jaccard;
    });
    std::stable_sort(found.beside.begin(), found.beside.end(), [](const Vote& a, const Vote& b) {
        return a.overlap.containment > b.overlap.containment;
    });
    if (found.beside.size() > max_side_edges) found.beside.resize(max_side_edges);
    return found;
}

void Placing::join(Member& member, const std::vector<Match>& matches, std::vector<std::int64_t>& merged) {
    const Vote& best = matches.front().best;
    member.other = best.article;
    member.similarity = best.overlap.containment;
    member.kind = kind_of(best.verdict.relation, static_cast<std::uint32_t>(member.words), best.words);
    member.story = unite(matches, merged);
}

// The story that the article joins: the best match, with the others that are the same told with other
// words. One text that matches stories with nothing in common is a round-up: those stay apart.
std::int64_t Placing::unite(const std::vector<Match>& matches, std::vector<std::int64_t>& merged) {
    Story into = matches.front().story;
    for (std::size_t i = 1; i < matches.size(); ++i) {
        Story other = matches[i].story;
        if (!akin(into, other) || work_.rulings.between(into.id, other.id)) continue;
        join_wings(matches.front(), matches[i]);
        if (other.id < into.id) std::swap(into, other); // the older number stays
        membership_.merge(other, into);
        merged.push_back(other.id);
        into = *work_.tables.story(into.id);
    }
    return into.id;
}

// What one text ties together is one wing from now on.
void Placing::join_wings(const Match& one, const Match& two) {
    if (!work_.rulings.any_wings()) return;
    const auto wing = [this](const Match& match) { return work_.rulings.wing(match.best.article); };
    if (wing(one) == no_wing && wing(two) == no_wing) return;
    for (const Match* match : {&one, &two})
        if (const auto member = work_.tables.member(match->best.article))
            work_.rulings.put_wings(member->story);
    work_.rulings.join_wings(wing(two), wing(one));
}

// Of the pairs between the two, most have much in common.
bool Placing::akin(const Story& a, const Story& b) {
    const std::vector<Member> right = work_.tables.members(b.id, max_delegates);
    std::size_t pairs = 0;
    std::size_t close = 0;
    for (const Member& one : work_.tables.members(a.id, max_delegates)) {
        const PrintCache::Print left = work_.prints.get(one.article, one.content);
        for (const Member& two : right) {
            const PrintCache::Print other = work_.prints.get(two.article, two.content);
            if (!left || !other) continue;
            const fingerprint::Overlap overlap = fingerprint::compare(*left, *other);
            ++pairs;
            const fingerprint::Verdict verdict =
                fingerprint::judge(overlap, circumstance(one, two, {}, work_.rules.demand));
            close += overlap.containment >= merge_containment &&
                     (verdict.relation != fingerprint::Relation::series ||
                      verdict.guard == fingerprint::Guard::headline); // the tie outweighs headlines
        }
    }
    return close * 2 > pairs;
}

} // namespace khabar::story
