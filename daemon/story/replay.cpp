#include "daemon/story/replay.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <utility>
#include <vector>

namespace khabar::story {

namespace {

using Groups = std::map<std::int64_t, std::int64_t>; // by article

// Of the first of them that is still there.
std::optional<std::int64_t> group_of(const Groups& groups, const std::vector<std::int64_t>& articles) {
    for (const std::int64_t article : articles)
        if (const auto found = groups.find(article); found != groups.end()) return found->second;
    return std::nullopt;
}

void merge(Groups& groups, const Ruling& ruling) {
    const auto into = group_of(groups, ruling.stayed);
    const auto from = group_of(groups, ruling.articles);
    if (!into || !from) return;
    for (auto& [article, group] : groups)
        if (group == *from) group = *into;
}

std::set<std::int64_t> groups_of(const Groups& groups, const std::vector<std::int64_t>& articles) {
    std::set<std::int64_t> found;
    for (const std::int64_t article : articles)
        if (const auto at = groups.find(article); at != groups.end()) found.insert(at->second);
    return found;
}

// `last` counts down the numbers of groups that are no wing.
void split(Groups& groups, const std::map<std::int64_t, Standing>& articles, const Ruling& ruling,
           std::int64_t& last) {
    const std::set<std::int64_t> staying = groups_of(groups, ruling.stayed);
    const std::set<std::int64_t> named(ruling.articles.begin(), ruling.articles.end());
    const std::set<std::int64_t> stayed(ruling.stayed.begin(), ruling.stayed.end());
    std::set<std::int64_t> stories; // of those that went
    for (const std::int64_t article : named)
        if (const auto found = articles.find(article); found != articles.end())
            stories.insert(found->second.story);
    std::map<std::int64_t, std::int64_t> fresh; // by the group that is parted
    for (const std::int64_t group : groups_of(groups, ruling.articles))
        if (staying.contains(group)) fresh[group] = --last;
    for (auto& [article, group] : groups) {
        const auto parted = fresh.find(group);
        if (parted == fresh.end() || stayed.contains(article)) continue;
        if (named.contains(article) || stories.contains(articles.at(article).story)) group = parted->second;
    }
}

} // namespace

std::map<std::int64_t, std::int64_t> replay(const std::map<std::int64_t, Standing>& articles,
                                            std::span<const Ruling> rulings) {
    Groups groups;
    std::int64_t last = 0;
    for (const auto& [article, standing] : articles) {
        groups[article] = standing.wing != no_wing ? standing.wing : standing.story;
        last = std::min(last, groups[article]);
    }
    for (const Ruling& ruling : rulings) {
        if (ruling.kind == RulingKind::merge)
            merge(groups, ruling);
        else
            split(groups, articles, ruling, last);
    }
    return groups;
}

} // namespace khabar::story
