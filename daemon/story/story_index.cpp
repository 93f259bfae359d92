#include "daemon/story/story_index.hpp"

#include "daemon/story/ballot.hpp"
#include "daemon/story/candidates.hpp"
#include "daemon/story/constants.hpp"
#include "daemon/story/print_cache.hpp"
#include "daemon/story/rarity.hpp"
#include "daemon/story/tables.hpp"

#include <algorithm>

namespace khabar::story {

namespace {

using Print = PrintCache::Print;

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

Kind kind_of(fingerprint::Relation relation, std::uint32_t words, std::uint32_t other_words) noexcept {
    using fingerprint::Relation;
    switch (relation) {
    case Relation::same:
        return Kind::same;
    case Relation::edited:
        return Kind::edited;
    case Relation::abridged:
        return words < other_words ? Kind::abridged_of : Kind::expanded_of;
    case Relation::contained:
        return Kind::contains_item;
    case Relation::series:
        return Kind::series;
    case Relation::none:
        break;
    }
    return Kind::unique;
}

Placement placement_of(const Member& member) {
    return {member.story, member.other, member.similarity, member.kind, {}};
}

// What the index holds of a text: nothing where there are too few words to compare.
std::vector<fingerprint::Hash> sample(const fingerprint::Fingerprint& print) {
    return print.vocabulary.size() < words_needed ? std::vector<fingerprint::Hash>()
                                                  : fingerprint::sketch(print);
}

struct Match {
    Story story;
    Vote best;
};

} // namespace

std::string_view name(Kind kind) noexcept {
    constexpr std::string_view names[] = {"unique",      "same",          "edited", "abridged_of",
                                          "expanded_of", "contains_item", "series"};
    return names[static_cast<std::size_t>(kind)];
}

class StoryIndex::Engine {
  public:
    Engine(store::Database& database, TextOf text_of) : tables_(database), prints_(std::move(text_of)) {}

    Placement place(const Document& document) {
        const Print print = document.print ? document.print
                                           : std::make_shared<const fingerprint::Fingerprint>(
                                                 fingerprint::make(document.title, document.text));
        Member member = member_of(document, *print);
        const std::optional<Member> known = tables_.member(document.article);
        if (known && known->content == member.content) return placement_of(*known);
        prints_.put(member.article, print);
        if (known) return revise(*known, member, *print);
        return settle(member, *print);
    }

    std::optional<Placement> find(std::int64_t article) {
        const std::optional<Member> member = tables_.member(article);
        if (!member) return std::nullopt;
        return placement_of(*member);
    }

    void remove(std::int64_t article) {
        const std::optional<Member> member = tables_.member(article);
        if (!member) return;
        const Print print = prints_.get(article, member->content);
        tables_.remove_member(*member);
        prints_.forget(article);
        if (print) tables_.remove_postings(bucket_of(member->time), sample(*print), member->story);
        const std::vector<Member> rest = tables_.members(member->story, max_members_moved);
        for (const Member& other : rest) // what they share with the one that went
            index(other, member->story);
        if (rest.empty())
            tables_.remove_story(member->story);
        else
            summarise(member->story, rest);
    }

    void expire(Seconds before) { tables_.remove_buckets_before(bucket_of(before)); }

  private:
    // A text without words, as a page of pictures has it: nothing to compare, a story of its own.
    Placement settle(Member& member, const fingerprint::Fingerprint& print) {
        const std::vector<fingerprint::Hash> sketch = sample(print);
        std::vector<Match> matches;
        std::vector<Vote> beside;
        for (const Candidate& candidate : find_candidates(tables_, sketch, member.time)) {
            const Ballot ballot = ask(candidate, member, print, sketch);
            if (ballot.joins())
                matches.push_back({candidate.story, *ballot.best()});
            else if (ballot.best() && ballot.best()->verdict.against())
                beside.push_back(*ballot.best());
        }
        std::stable_sort(matches.begin(), matches.end(), [](const Match& a, const Match& b) {
            return a.best.overlap.jaccard > b.best.overlap.jaccard;
        });

        Placement placement;
        if (matches.empty()) {
            member.story = tables_.add_story({0, member.article, member.time, member.time});
        } else {
            const Vote& best = matches.front().best;
            member.other = best.article;
            member.similarity = best.overlap.containment;
            member.kind = kind_of(best.verdict.relation, print.words, best.words);
            member.story = unite(matches, placement.merged);
        }
        tables_.put_member(member);
        tables_.add_postings(bucket_of(member.time), sketch, member.story);
        if (!matches.empty()) {
            write_edge(member, print, matches.front().best);
            summarise(member.story, tables_.members(member.story, max_members_moved));
        }
        write_side_edges(member, print, beside);
        placement.story = member.story;
        placement.duplicate_of = member.other;
        placement.similarity = member.similarity;
        placement.kind = member.kind;
        return placement;
    }

    // A revision stays where the article is; its new words are found from now on.
    Placement revise(const Member& known, Member& member, const fingerprint::Fingerprint& print) {
        member.story = known.story;
        member.other = known.other;
        member.similarity = known.similarity;
        member.kind = known.kind;
        tables_.put_member(member);
        tables_.add_postings(bucket_of(member.time), sample(print), member.story);
        summarise(member.story, tables_.members(member.story, max_members_moved));
        return placement_of(member);
    }

    Ballot ask(const Candidate& candidate, const Member& member, const fingerprint::Fingerprint& print,
               std::span<const fingerprint::Hash> sketch) {
        std::vector<Member> voters = tables_.members(candidate.story.id, max_members_moved);
        const auto order = [&](const Member& other) {
            return std::pair(other.article != candidate.story.representative,
                             std::abs(other.words - member.words));
        };
        std::stable_sort(voters.begin(), voters.end(),
                         [&](const Member& a, const Member& b) { return order(a) < order(b); });
        if (voters.size() > max_voters) voters.resize(max_voters);
        Ballot ballot;
        for (const Member& voter : voters) {
            const Print other = prints_.get(voter.article, voter.content);
            if (!other) continue; // its text is gone
            Vote vote{voter.article, other->words, fingerprint::compare(print, *other), {}};
            vote.verdict = fingerprint::judge(vote.overlap,
                                              circumstance(member, voter, rarity(sketch, candidate, *other)));
            ballot.add(vote, voter.article == candidate.story.representative);
        }
        return ballot;
    }

    static fingerprint::Circumstance circumstance(const Member& a, const Member& b,
                                                  const fingerprint::Rarity& rarity) {
        fingerprint::Circumstance out;
        if (a.reliable && b.reliable) out.gap = std::chrono::seconds(std::abs(a.time - b.time));
        out.rarity = rarity;
        out.longer_is_later = (a.words > b.words) == (a.time > b.time);
        out.same_source = a.source != 0 && a.source == b.source;
        return out;
    }

    // The story that the article joins: the best match, with the others that are the same told with other
    // words. One text that matches stories with nothing in common is a round-up: those stay apart.
    std::int64_t unite(const std::vector<Match>& matches, std::vector<std::int64_t>& merged) {
        Story into = matches.front().story;
        for (std::size_t i = 1; i < matches.size(); ++i) {
            Story other = matches[i].story;
            if (!akin(into, other)) continue;
            if (other.id < into.id) std::swap(into, other); // the older number stays
            merge(other, into);
            merged.push_back(other.id);
            into = *tables_.story(into.id);
        }
        return into.id;
    }

    // Of the pairs between the two, most have much in common.
    bool akin(const Story& a, const Story& b) {
        const std::vector<Member> right = tables_.members(b.id, max_delegates);
        std::size_t pairs = 0;
        std::size_t close = 0;
        for (const Member& one : tables_.members(a.id, max_delegates)) {
            const Print left = prints_.get(one.article, one.content);
            for (const Member& two : right) {
                const Print other = prints_.get(two.article, two.content);
                if (!left || !other) continue;
                const fingerprint::Overlap overlap = fingerprint::compare(*left, *other);
                ++pairs;
                const fingerprint::Verdict verdict = fingerprint::judge(overlap, circumstance(one, two, {}));
                close += overlap.containment >= merge_containment &&
                         (verdict.relation != fingerprint::Relation::series ||
                          verdict.guard == fingerprint::Guard::headline); // the tie outweighs headlines
            }
        }
        return close * 2 > pairs;
    }

    void merge(const Story& from, const Story& into) {
        const std::vector<Member> moved = tables_.members(from.id, max_members_moved);
        for (const Member& member : moved) {
            const Print print = prints_.get(member.article, member.content);
            if (!print) continue;
            const std::vector<fingerprint::Hash> sketch = sample(*print);
            tables_.remove_postings(bucket_of(member.time), sketch, from.id);
            tables_.add_postings(bucket_of(member.time), sketch, into.id);
        }
        tables_.move_members(from.id, into.id);
        tables_.remove_story(from.id);
        summarise(into.id, tables_.members(into.id, max_members_moved));
    }

    void index(const Member& member, std::int64_t story) {
        if (const Print print = prints_.get(member.article, member.content))
            tables_.add_postings(bucket_of(member.time), sample(*print), story);
    }

    // The fullest text represents; of equals the first published.
    void summarise(std::int64_t id, const std::vector<Member>& members) {
        if (members.empty()) return;
        const Member* fullest = &members.front();
        Story story{id, 0, fullest->time, fullest->time};
        for (const Member& member : members) {
            const auto rank = [](const Member& m) { return std::tuple(-m.words, m.time, m.article); };
            if (rank(member) < rank(*fullest)) fullest = &member;
            story.first = std::min(story.first, member.time);
            story.last = std::max(story.last, member.time);
        }
        story.representative = fullest->article;
        tables_.update_story(story);
    }

    void write_edge(const Member& member, const fingerprint::Fingerprint& print, const Vote& vote) {
        Edge edge{member.article,
                  vote.article,
                  kind_of(vote.verdict.relation, print.words, vote.words),
                  vote.verdict.guard,
                  vote.overlap.containment,
                  vote.overlap.jaccard};
        if (edge.kind == Kind::contains_item && print.words < vote.words) std::swap(edge.from, edge.to);
        tables_.put_edge(edge);
    }

    void write_side_edges(const Member& member, const fingerprint::Fingerprint& print,
                          std::vector<Vote>& beside) {
        std::stable_sort(beside.begin(), beside.end(), [](const Vote& a, const Vote& b) {
            return a.overlap.containment > b.overlap.containment;
        });
        if (beside.size() > max_side_edges) beside.resize(max_side_edges);
        for (const Vote& vote : beside)
            write_edge(member, print, vote);
    }

    Tables tables_;
    PrintCache prints_;
};

StoryIndex::StoryIndex(store::Database& database, TextOf text_of)
    : engine_(std::make_unique<Engine>(database, std::move(text_of))) {}
StoryIndex::~StoryIndex() = default;

Placement StoryIndex::place(const Document& document) {
    return engine_->place(document);
}
std::optional<Placement> StoryIndex::find(std::int64_t article) {
    return engine_->find(article);
}
void StoryIndex::remove(std::int64_t article) {
    engine_->remove(article);
}
void StoryIndex::expire(std::chrono::sys_seconds before) {
    engine_->expire(before.time_since_epoch().count());
}

} // namespace khabar::story
