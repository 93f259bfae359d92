#include "daemon/story/by_hand.hpp"

#include "daemon/store/changes.hpp"
#include "daemon/story/constants.hpp"
#include "daemon/story/likeness.hpp"

#include <algorithm>
#include <iterator>
#include <limits>
#include <set>

namespace khabar::story {

namespace {

// SQLite's integers are signed.
constexpr std::size_t all_members = std::numeric_limits<std::int32_t>::max();

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
    work_.rulings.put_wings(story);
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
    for (const std::int64_t id : {story, other})
        work_.rulings.put_wings(id);
    merge_and_tell(other, story, now);
    return ruling;
}

Result<Ruling> ByHand::revoke(std::int64_t id, std::chrono::sys_seconds now) {
    const std::optional<Ruling> ruling = work_.rulings.find(id);
    if (!ruling)
        return fail(Errc::not_known,
                    "no ruling " + std::to_string(id) + "; `khabar story rulings` lists them");
    const std::map<std::int64_t, Standing> articles = concerned(*ruling);
    work_.rulings.remove(id);
    const std::vector<Ruling> standing = rulings_on(articles);
    regroup(articles, replay(articles, standing), now);
    if (standing.empty())
        for (const auto& [article, place] : articles)
            work_.rulings.put_wing(article, no_wing);
    work_.rulings.drop_idle_wings();
    return *ruling;
}

// Ascending; of more than a ruling can name, one more than that.
std::vector<std::int64_t> ByHand::articles_of(std::int64_t story) {
    std::vector<std::int64_t> articles;
    for (const Member& member : work_.tables.members(story, max_members_ruled + 1))
        articles.push_back(member.article);
    return articles;
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

// All that the ruling may have moved, and what that hangs together with: in a story, by a wing, by a ruling.
std::map<std::int64_t, Standing> ByHand::concerned(const Ruling& ruling) {
    std::vector<std::int64_t> open = ruling.stayed;
    open.insert(open.end(), ruling.articles.begin(), ruling.articles.end());
    std::map<std::int64_t, Standing> found;
    std::set<std::int64_t> stories, wings, rulings;
    const auto add = [&open](const std::vector<std::int64_t>& articles) {
        open.insert(open.end(), articles.begin(), articles.end());
    };
    while (!open.empty()) {
        const std::int64_t article = open.back();
        open.pop_back();
        const std::optional<Member> member = work_.tables.member(article);
        if (!member || found.contains(article)) continue;
        const std::int64_t wing = work_.rulings.wing(article);
        found[article] = {wing, member->story};
        if (stories.insert(member->story).second)
            for (const Member& other : work_.tables.members(member->story, all_members))
                open.push_back(other.article);
        if (wing != no_wing && wings.insert(wing).second) add(work_.rulings.articles_in(wing));
        for (const std::int64_t id : work_.rulings.naming(article)) {
            if (!rulings.insert(id).second) continue;
            const std::optional<Ruling> other = work_.rulings.find(id);
            add(other->stayed);
            add(other->articles);
        }
    }
    return found;
}

// Earliest first.
std::vector<Ruling> ByHand::rulings_on(const std::map<std::int64_t, Standing>& articles) {
    std::set<std::int64_t> ids;
    for (const auto& [article, standing] : articles)
        for (const std::int64_t id : work_.rulings.naming(article))
            ids.insert(id);
    std::vector<Ruling> rulings;
    for (const std::int64_t id : ids)
        rulings.push_back(*work_.rulings.find(id));
    return rulings;
}

// Parts every story that holds several groups, then puts together what is of one. A story's number stays with
// the group that is called so, else with that of its first article.
void ByHand::regroup(const std::map<std::int64_t, Standing>& articles,
                     const std::map<std::int64_t, std::int64_t>& groups, std::chrono::sys_seconds now) {
    std::map<std::int64_t, std::map<std::int64_t, std::vector<std::int64_t>>> parts; // by story, by group
    std::map<std::int64_t, std::int64_t> first;                                      // group, by story
    for (const auto& [article, standing] : articles) {
        parts[standing.story][groups.at(article)].push_back(article);
        first.try_emplace(standing.story, groups.at(article));
    }
    std::map<std::int64_t, std::set<std::int64_t>> stories; // by group
    for (const auto& [story, of_story] : parts) {
        const std::int64_t keeper = of_story.contains(story) ? story : first.at(story);
        for (const auto& [group, leaving] : of_story)
            stories[group].insert(group == keeper ? story : move_out(story, leaving, now));
    }
    for (const auto& [group, of_group] : stories) {
        const std::int64_t into = of_group.contains(group) ? group : *of_group.begin();
        for (const std::int64_t from : of_group)
            if (from != into) merge_and_tell(from, into, now);
        if (of_group.size() > 1) membership_.settle_rest(into);
    }
}

} // namespace khabar::story
