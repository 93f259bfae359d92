#include "daemon/story/story_index.hpp"

#include "daemon/store/articles.hpp"
#include "daemon/store/changes.hpp"
#include "daemon/story/ballot.hpp"
#include "daemon/story/candidates.hpp"
#include "daemon/story/constants.hpp"
#include "daemon/story/print_cache.hpp"
#include "daemon/story/rarity.hpp"
#include "daemon/story/tables.hpp"

#include <algorithm>
#include <map>

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

TextOf stored_texts(store::Database& database) {
    return [&database](std::int64_t id) -> std::optional<StoredText> {
        auto article = store::find_article(database, id);
        if (!article) return std::nullopt;
        return StoredText{std::move(article->title), std::move(article->text)};
    };
}

class StoryIndex::Engine {
  public:
    Engine(store::Database& database, TextOf text_of)
        : database_(database),
          tables_(database),
          rulings_(database),
          prints_(std::move(text_of)) {}

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
        rulings_.forget(article);
        if (print) tables_.remove_postings(bucket_of(member->time), sample(*print), member->story);
        const std::vector<Member> rest = tables_.members(member->story, max_members_moved);
        for (const Member& other : rest) // what they share with the one that went
            index(other, member->story);
        if (rest.empty())
            tables_.remove_story(member->story);
        else
            settle_rest(member->story);
    }

    Result<Ruling> split(std::int64_t story, std::vector<std::int64_t> articles,
                         std::chrono::sys_seconds now) {
        if (!tables_.story(story)) return no_story(story);
        std::sort(articles.begin(), articles.end());
        articles.erase(std::unique(articles.begin(), articles.end()), articles.end());
        for (const std::int64_t article : articles) {
            const std::optional<Member> member = tables_.member(article);
            if (!member || member->story != story)
                return fail(Errc::not_known, "article " + std::to_string(article) + " is not of story " +
                                                 std::to_string(story) + "; `khabar story " +
                                                 std::to_string(story) + "` lists them");
        }
        Ruling ruling;
        ruling.kind = RulingKind::split;
        ruling.at = now;
        ruling.story = story;
        for (const Member& member : tables_.members(story, max_members_moved))
            if (!std::binary_search(articles.begin(), articles.end(), member.article))
                ruling.stayed.push_back(member.article);
        if (articles.empty() || ruling.stayed.empty())
            return fail(Errc::empty, "a split leaves articles on both sides: name some of story " +
                                         std::to_string(story) + "'s, not all");
        ruling.articles = std::move(articles);
        ruling.other = move_out(story, ruling.articles, now);
        ruling.id = rulings_.add(ruling);
        return ruling;
    }

    Result<Ruling> merge_by_hand(std::int64_t story, std::int64_t other, std::chrono::sys_seconds now) {
        for (const std::int64_t id : {story, other})
            if (!tables_.story(id)) return no_story(id);
        if (story == other) return fail(Errc::empty, "a story cannot be merged with itself");
        if (const auto standing = rulings_.between(story, other)) return stands_against(*standing);
        Ruling ruling;
        ruling.kind = RulingKind::merge;
        ruling.at = now;
        ruling.story = story;
        ruling.other = other;
        for (const Member& member : tables_.members(story, max_members_moved))
            ruling.stayed.push_back(member.article);
        for (const Member& member : tables_.members(other, max_members_moved))
            ruling.articles.push_back(member.article);
        ruling.id = rulings_.add(ruling);
        for (const std::int64_t article : ruling.articles)
            if (rulings_.wing(article) == no_wing) rulings_.put_wing(article, ruling.id);
        merge_and_tell(other, story, now);
        return ruling;
    }

    Result<Ruling> revoke(std::int64_t id, std::chrono::sys_seconds now) {
        const std::optional<Ruling> ruling = rulings_.find(id);
        if (!ruling)
            return fail(Errc::not_known,
                        "no ruling " + std::to_string(id) + "; `khabar story rulings` lists them");
        const std::vector<std::int64_t> wing = rulings_.articles_in(id);
        rulings_.remove(id);
        if (ruling->kind == RulingKind::merge) {
            part_again(wing, now);
            return *ruling;
        }
        const std::int64_t left = story_of(ruling->stayed), right = story_of(ruling->articles);
        if (left == right || left == 0 || right == 0) return *ruling;
        if (const auto standing = rulings_.between(left, right)) return stands_against(*standing);
        merge_and_tell(right, left, now);
        return *ruling;
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
        if (member.other && rulings_.any_wings())
            rulings_.put_wing(member.article, rulings_.wing(*member.other));
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

    // Each wing votes by itself: what people put together need not be alike.
    Ballot ask(const Candidate& candidate, const Member& member, const fingerprint::Fingerprint& print,
               std::span<const fingerprint::Hash> sketch) {
        const std::vector<Member> members = tables_.members(candidate.story.id, max_members_moved);
        if (!rulings_.any_wings()) return hold(candidate, members, member, print, sketch);
        std::map<std::int64_t, std::vector<Member>> wings;
        for (const Member& other : members)
            wings[rulings_.wing(other.article)].push_back(other);
        std::optional<Ballot> best;
        for (const auto& [wing, voters] : wings) {
            const Ballot ballot = hold(candidate, voters, member, print, sketch);
            if (!best || speaks_louder(ballot, *best)) best = ballot;
        }
        return best.value_or(Ballot());
    }

    static bool speaks_louder(const Ballot& a, const Ballot& b) {
        if (a.joins() != b.joins()) return a.joins();
        const auto likeness = [](const Ballot& x) { return x.best() ? x.best()->overlap.jaccard : -1.0; };
        return likeness(a) > likeness(b);
    }

    // The story's representative, or the fullest of a wing that is without it.
    static std::int64_t speaker(const Candidate& candidate, const std::vector<Member>& voters) {
        const Member* fullest = nullptr;
        for (const Member& voter : voters) {
            if (voter.article == candidate.story.representative) return voter.article;
            if (fullest == nullptr || voter.words > fullest->words) fullest = &voter;
        }
        return fullest != nullptr ? fullest->article : 0;
    }

    Ballot hold(const Candidate& candidate, std::vector<Member> voters, const Member& member,
                const fingerprint::Fingerprint& print, std::span<const fingerprint::Hash> sketch) {
        const std::int64_t first = speaker(candidate, voters);
        const auto order = [&](const Member& other) {
            return std::pair(other.article != first, std::abs(other.words - member.words));
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
            ballot.add(vote, voter.article == first);
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
            if (!akin(into, other) || rulings_.between(into.id, other.id)) continue;
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

    // — by hand —

    static tl::unexpected<Error> no_story(std::int64_t story) {
        return fail(Errc::not_known, "no story " + std::to_string(story) + "; `khabar stories` lists them");
    }

    static tl::unexpected<Error> stands_against(std::int64_t ruling) {
        const std::string id = std::to_string(ruling);
        return fail(Errc::unsupported, "the stories were split by hand (ruling " + id +
                                           "); withdraw that first: `khabar story revoke " + id + "`");
    }

    // Of the first of them that is still there; 0 where none is.
    std::int64_t story_of(const std::vector<std::int64_t>& articles) {
        for (const std::int64_t article : articles)
            if (const std::optional<Member> member = tables_.member(article)) return member->story;
        return 0;
    }

    void merge_and_tell(std::int64_t from, std::int64_t into, std::chrono::sys_seconds now) {
        merge(*tables_.story(from), *tables_.story(into));
        store::Change change;
        change.at = now;
        change.kind = store::ChangeKind::merged;
        change.story = into;
        change.other_story = from;
        store::record_change(database_, change);
    }

    // Into a new story; its number.
    std::int64_t move_out(std::int64_t story, const std::vector<std::int64_t>& articles,
                          std::chrono::sys_seconds now) {
        const std::int64_t fresh = tables_.add_story({0, articles.front(), 0, 0});
        for (const std::int64_t article : articles) {
            std::optional<Member> member = tables_.member(article);
            if (!member || member->story != story) continue;
            if (const Print print = prints_.get(article, member->content))
                tables_.remove_postings(bucket_of(member->time), sample(*print), story);
            member->story = fresh;
            tables_.put_member(*member);
            rulings_.put_wing(article, no_wing);
            index(*member, fresh);
            store::Change change;
            change.at = now;
            change.kind = store::ChangeKind::split;
            change.article = article;
            change.story = story;
            change.other_story = fresh;
            store::record_change(database_, change);
        }
        for (const Member& member : tables_.members(story, max_members_moved)) // what they shared
            index(member, story);
        settle_rest(story);
        settle_rest(fresh);
        return fresh;
    }

    // The articles of a wing leave the story that they were merged into, with those that joined them there.
    void part_again(const std::vector<std::int64_t>& wing, std::chrono::sys_seconds now) {
        const std::int64_t story = story_of(wing);
        std::vector<std::int64_t> leaving;
        for (const std::int64_t article : wing)
            if (const auto member = tables_.member(article); member && member->story == story)
                leaving.push_back(article);
        if (leaving.empty() || tables_.members(story, leaving.size() + 1).size() == leaving.size()) return;
        move_out(story, leaving, now);
    }

    // After articles went: who was likened to one of them is likened to another, and the story is summed up
    // anew. One article, the first published of those without a likeness, is the story's own beginning.
    void settle_rest(std::int64_t story) {
        std::vector<Member> members = tables_.members(story, max_members_moved);
        const auto here = [&](std::int64_t article) {
            return std::any_of(members.begin(), members.end(),
                               [&](const Member& member) { return member.article == article; });
        };
        Member* beginning = nullptr;
        for (Member& member : members) {
            if (member.other && here(*member.other)) continue;
            member.other.reset();
            const auto rank = [](const Member& m) { return std::pair(m.time, m.article); };
            if (beginning == nullptr || rank(member) < rank(*beginning)) beginning = &member;
        }
        for (Member& member : members) {
            if (member.other) continue;
            member.similarity = 0;
            member.kind = Kind::unique;
            if (&member != beginning && beginning != nullptr) liken(member, *beginning);
            tables_.put_member(member);
        }
        summarise(story, members);
    }

    void liken(Member& member, const Member& other) {
        const Print print = prints_.get(member.article, member.content);
        const Print with = prints_.get(other.article, other.content);
        if (!print || !with) return;
        Vote vote{other.article, with->words, fingerprint::compare(*print, *with), {}};
        vote.verdict = fingerprint::judge(vote.overlap, circumstance(member, other, {}));
        member.other = other.article;
        member.similarity = vote.overlap.containment;
        member.kind = kind_of(vote.verdict.relation, print->words, with->words);
        if (vote.verdict.relation != fingerprint::Relation::none) write_edge(member, *print, vote);
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

    store::Database& database_;
    Tables tables_;
    Rulings rulings_;
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
Result<Ruling> StoryIndex::split(std::int64_t story, std::vector<std::int64_t> articles,
                                 std::chrono::sys_seconds now) {
    return engine_->split(story, std::move(articles), now);
}
Result<Ruling> StoryIndex::merge(std::int64_t story, std::int64_t other, std::chrono::sys_seconds now) {
    return engine_->merge_by_hand(story, other, now);
}
Result<Ruling> StoryIndex::revoke(std::int64_t ruling, std::chrono::sys_seconds now) {
    return engine_->revoke(ruling, now);
}
void StoryIndex::expire(std::chrono::sys_seconds before) {
    engine_->expire(before.time_since_epoch().count());
}

} // namespace khabar::story
