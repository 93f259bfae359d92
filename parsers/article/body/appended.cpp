#include "parsers/article/body/appended.hpp"

#include <algorithm>
#include <string_view>

namespace khabar::article {

using html::Document;
using html::no_node;
using html::NodeId;
using html::Tag;

namespace {

constexpr std::uint32_t prose_chars = 80;
constexpr double prose_link_share = 0.35;
// A teaser has a headline too, but less text than this.
constexpr std::uint32_t least_story_chars = 250;
constexpr int most_headings = 64; // that are looked at

bool can_hold_story(Tag tag) {
    return tag == Tag::article || tag == Tag::div || tag == Tag::section || tag == Tag::li ||
           tag == Tag::main || tag == Tag::unknown;
}

bool has_name(std::string_view names, std::string_view wanted) {
    for (std::size_t at = names.find(wanted); at != names.npos; at = names.find(wanted, at + 1)) {
        const std::size_t end = at + wanted.size();
        if ((at == 0 || names[at - 1] == ' ') && (end == names.size() || names[end] == ' ')) return true;
    }
    return false;
}

// Every class of `a` is one of `b`'s, but for those with a number
// ("post-1034"); there is at least one.
bool has_names_of(std::string_view b, std::string_view a) {
    bool any = false;
    for (std::size_t begin = 0; begin < a.size();) {
        const std::size_t end = std::min(a.find(' ', begin), a.size());
        const auto name = a.substr(begin, end - begin);
        begin = end + 1;
        if (name.empty() || name.find_first_of("0123456789") != name.npos) continue;
        if (!has_name(b, name)) return false;
        any = true;
    }
    return any;
}

std::uint32_t prose_in(const PassageList& list, NodeId id) {
    std::uint32_t chars = 0;
    for (std::uint32_t i = list.begin_of(id); i < list.end_of(id); ++i) {
        const Passage& p = list.all()[i];
        if (p.reason == Reason::none && p.chars >= prose_chars && p.link_chars < p.chars * prose_link_share)
            chars += p.chars;
    }
    return chars;
}

// Tells who wrote it or when, or calls itself an article.
bool is_signed(const PassageList& list, NodeId id) {
    const Document& page = list.page();
    for (NodeId at = id; at < page.node(id).end; ++at)
        if (page.node(at).tag == Tag::article || page.node(at).tag == Tag::time) return true;
    const auto& all = list.all();
    return std::any_of(all.begin() + list.begin_of(id), all.begin() + list.end_of(id),
                       [](const Passage& p) { return p.reason == Reason::byline; });
}

// The element around `id` that stands beside the one around `headline`; no_node
// where they are not alike.
NodeId twin_of(const Document& page, NodeId headline, NodeId id) {
    NodeId other = id;
    while (page.node(other).parent != no_node && !page.contains(page.node(other).parent, headline))
        other = page.node(other).parent;
    const NodeId shared = page.node(other).parent;
    if (shared == no_node || other == id || nearest(page, shared, Tag::article) != no_node) return no_node;
    NodeId own = headline;
    while (page.node(own).parent != shared)
        own = page.node(own).parent;
    const Tag tag = page.node(own).tag;
    if (page.node(other).tag != tag || !can_hold_story(tag)) return no_node;
    const auto one = page.attribute(own, "class"), two = page.attribute(other, "class");
    return tag == Tag::article || (has_names_of(one, two) && has_names_of(two, one)) ? other : no_node;
}

NodeId find_appended(const PassageList& list, NodeId headline) {
    const Document& page = list.page();
    const Tag rank = page.node(headline).tag;
    int seen = 0;
    for (NodeId id = page.node(headline).end; id < page.nodes().size() && seen < most_headings; ++id) {
        if (page.node(id).tag != rank) continue;
        ++seen;
        const NodeId story = twin_of(page, headline, id);
        if (story == no_node || prose_in(list, story) < least_story_chars || !is_signed(list, story))
            continue;
        NodeId own = headline;
        while (page.node(own).parent != page.node(story).parent)
            own = page.node(own).parent;
        if (prose_in(list, own) >= least_story_chars) return story;
    }
    return no_node;
}

} // namespace

void mark_appended(PassageList& list, NodeId headline) {
    if (headline == no_node || !is_heading(list.page().node(headline).tag)) return;
    const NodeId story = find_appended(list, headline);
    if (story == no_node) return;
    for (std::uint32_t i = list.begin_of(story); i < list.all().size(); ++i)
        if (Passage& p = list.all()[i]; p.reason == Reason::none) {
            p.reason = Reason::outside;
            p.by = story;
        }
}

} // namespace khabar::article
