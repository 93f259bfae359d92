#include "daemon/story/by_hand.hpp"

#include "daemon/store/changes.hpp"
#include "daemon/story/constants.hpp"
#include "daemon/story/likeness.hpp"

#include <algorithm>
#include <iterator>

namespace khabar::story {

namespace {

tl::unexpected<Error> no_story(std::int64_t story) {
    return fail(Errc::not_known, "no story " + std::to_string(story) + "; `khabar stories` lists them");
}

tl::unexpected<Error> too_many(std::int64_t story) {
    return fail(Errc::too_many, "story " + std::to_string(story) + " has more than " +
                                    std::to_string(max_members_ruled) +
                                    " articles, too many for a ruling by hand");
}

tl::unexpected<Error> stands_against(std::int64_t ruling) {
    const std::string id = std::to_string(ruling);
    return fail(Errc::unsupported, "the stories were split by hand (ruling " + id +
                                       "); withdraw that first: `khabar story revoke " + id + "`");
}

} // namespace

Result<Ruling> ByHand::split(std::int64_t story, std::vector<std::int64_t> articles,
                             std::chrono::sys_seconds now) {
    if (!work_.tables.story(story)) return no_story(story);
    std::sort(articles.begin(), articles.end());
    articles.erase(std::unique(articles.begin(), articles.end()), articles.end());
    for (const std::int64_t article : articles) {
        const std::optional<Member> member = work_.tables.member(article);
        if (!member || member->story != story)
            return fail(Errc::not_known, "article " + std::to_string(article) + " is not of story " +
                                             std::to_string(story) + "; `khabar story " +
                                             std::to_string(story) + "` lists them");
    }
    Ruling ruling;
    ruling.kind = RulingKind::split;
    ruling.at = now;
    ruling.story = story;
    const std::vector<std::int64_t> all = articles_of(story);
    if (all.size() > max_members_ruled) return too_many(story);
    std::set_difference(all.begin(), all.end(), articles.begin(), articles.end(),
                        std::back_inserter(ruling.stayed));
    if (articles.empty() || ruling.stayed.empty())
        return fail(Errc::empty, "a split leaves articles on both sides: name some of story " +
                                     std::to_string(story) + "'s, not all");
    ruling.articles = std::move(articles);
    ruling.other = move_out(story, ruling.articles, now);
    ruling.id = work_.rulings.add(ruling);
    return ruling;
}

Result<Ruling> ByHand::merge(std::int64_t story, std::int64_t other, std::chrono::sys_seconds now) {
    for (const std::int64_t id : {story, other})
        if (!work_.tables.story(id)) return no_story(id);
    if (story == other) return fail(Errc::empty, "a story cannot be merged with itself");
    if (const auto standing = work_.rulings.between(story, other)) return stands_against(*standing);
    Ruling ruling;
    ruling.kind = RulingKind::merge;
    ruling.at = now;
    ruling.story = story;
    ruling.other = other;
    ruling.stayed = articles_of(story);
    ruling.articles = articles_of(other);
    if (ruling.stayed.size() > max_members_ruled) return too_many(story);
    if (ruling.articles.size() > max_members_ruled) return too_many(other);
    ruling.id = work_.rulings.add(ruling);
    for (const std::int64_t article : ruling.articles)
        if (work_.rulings.wing(article) == no_wing) work_.rulings.put_wing(article, ruling.id);
    merge_and_tell(other, story, now);
    return ruling;
}

Result<Ruling> ByHand::revoke(std::int64_t id, std::chrono::sys_seconds now) {
    const std::optional<Ruling> ruling = work_.rulings.find(id);
    if (!ruling)
        return fail(Errc::not_known,
                    "no ruling " + std::to_string(id) + "; `khabar story rulings` lists them");
    const std::vector<std::int64_t> wing = work_.rulings.articles_in(id);
    work_.rulings.remove(id);
    if (ruling->kind == RulingKind::merge) {
        part_again(wing, now);
        return *ruling;
    }
    const std::int64_t left = story_of(ruling->stayed), right = story_of(ruling->articles);
    if (left == right || left == 0 || right == 0) return *ruling;
    if (const auto standing = work_.rulings.between(left, right)) return stands_against(*standing);
    merge_and_tell(right, left, now);
    return *ruling;
}

// Ascending; of more than a ruling can name, one more than that.
std::vector<std::int64_t> ByHand::articles_of(std::int64_t story) {
    std::vector<std::int64_t> articles;
    for (const Member& member : work_.tables.members(story, max_members_ruled + 1))
        articles.push_back(member.article);
    return articles;
}

// Of the first of them that is still there; 0 where none is.
std::int64_t ByHand::story_of(const std::vector<std::int64_t>& articles) {
    for (const std::int64_t article : articles)
        if (const std::optional<Member> member = work_.tables.member(article)) return member->story;
    return 0;
}

void ByHand::merge_and_tell(std::int64_t from, std::int64_t into, std::chrono::sys_seconds now) {
    membership_.merge(*work_.tables.story(from), *work_.tables.story(into));
    store::Change change;
    change.at = now;
    change.kind = store::ChangeKind::merged;
    change.story = into;
    change.other_story = from;
    store::record_change(work_.database, change);
}

// Into a new story; its number.
std::int64_t ByHand::move_out(std::int64_t story, const std::vector<std::int64_t>& articles,
                              std::chrono::sys_seconds now) {
    const std::int64_t fresh = work_.tables.add_story({0, articles.front(), 0, 0});
    for (const std::int64_t article : articles) {
        std::optional<Member> member = work_.tables.member(article);
        if (!member || member->story != story) continue;
        if (const PrintCache::Print print = work_.prints.get(article, member->content))
            work_.tables.remove_postings(bucket_of(member->time), sample(*print), story);
        member->story = fresh;
        work_.tables.put_member(*member);
        work_.rulings.put_wing(article, no_wing);
        membership_.index(*member, fresh);
        store::Change change;
        change.at = now;
        change.kind = store::ChangeKind::split;
        change.article = article;
        change.story = story;
        change.other_story = fresh;
        store::record_change(work_.database, change);
    }
    for (const Member& member : work_.tables.members(story, max_members_moved)) // what they shared
        membership_.index(member, story);
    membership_.settle_rest(story);
    membership_.settle_rest(fresh);
    return fresh;
}

// The articles of a wing leave the story that they were merged into, with those that joined them there.
void ByHand::part_again(const std::vector<std::int64_t>& wing, std::chrono::sys_seconds now) {
    const std::int64_t story = story_of(wing);
    std::vector<std::int64_t> leaving;
    for (const std::int64_t article : wing)
        if (const auto member = work_.tables.member(article); member && member->story == story)
            leaving.push_back(article);
    if (leaving.empty() || work_.tables.members(story, leaving.size() + 1).size() == leaving.size()) return;
    move_out(story, leaving, now);
}

} // namespace khabar::story
