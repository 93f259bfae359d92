#include "parsers/article/body/clutter.hpp"

#include "parsers/article/page/block_trait.hpp"
#include "parsers/text/ascii.hpp"
#include "parsers/text/fold.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_set>

namespace khabar::article {

using html::no_node;
using html::NodeId;

namespace {

// A passage counts as prose from this length and below this share of link text.
constexpr std::uint32_t prose_chars = 80;
constexpr double prose_link_share = 0.3;

// An element named like clutter that holds this much of the page's prose is a wrapper with a misleading name.
constexpr std::uint32_t misnamed_prose_chars = 500;
constexpr double misnamed_share = 0.45;
constexpr std::uint32_t misnamed_menu_chars = 800; // menus have links, not paragraphs
// Comments do outweigh short articles, and <nav> means it: here it takes more.
constexpr std::uint32_t misnamed_certain_chars = 1500;
constexpr double misnamed_certain_share = 0.7;
constexpr double misnamed_comments_share = 0.85;
constexpr std::uint32_t brief_chars = 160; // an article of two sentences
// So is one around an element that calls itself the content.
constexpr std::uint32_t wrapper_chars = 1000;
constexpr double wrapped_share = 0.6;

// Hidden text of this size is folded away for readers (accordions, "read on"), not a form that waits for its
// turn.
constexpr std::uint32_t folded_chars = 600;
// No post of another site, and no notice in its place, is longer; nor is a caption.
constexpr std::uint32_t embed_chars = 900;
constexpr std::uint32_t caption_chars = 900;

// Text in what is named like a rail, but is none.
constexpr std::uint32_t paragraph_chars = 240;
constexpr std::ptrdiff_t least_paragraphs = 2;

std::uint32_t prose(const Passage& passage) {
    const bool is_prose =
        passage.chars >= prose_chars && passage.link_chars < passage.chars * prose_link_share;
    return is_prose ? passage.chars : 0;
}

// JSON that stands on the page as it is, left there by a script: no reader was meant to see it.
bool is_raw_json(std::string_view text) {
    const bool object = text.starts_with('{') && text.ends_with('}');
    const bool array = text.starts_with('[') && text.ends_with(']');
    return (object || array) && text.find("\":") != text.npos;
}

class ClutterMarker {
  public:
    ClutterMarker(PassageList& list, NodeId headline) : list_(list), page_(list.page()), headline_(headline) {
        prose_until_.reserve(list.all().size() + 1);
        prose_until_.push_back(0);
        std::unordered_set<std::string_view> seen; // pages drawn twice hold each paragraph twice
        for (const Passage& passage : list.all()) {
            const std::uint32_t chars = prose(passage);
            const bool counts = chars > 0 && seen.insert(list.text(passage)).second;
            prose_until_.push_back(prose_until_.back() + (counts ? chars : 0));
        }
    }

    std::vector<MarkedElement> run() {
        for (Passage& passage : list_.all())
            if (is_raw_json(list_.text(passage)) &&
                nearest(page_, passage.container, html::Tag::pre) == no_node)
                passage.reason = Reason::hidden;
        std::vector<MarkedElement> marked;
        const auto count = static_cast<NodeId>(page_.nodes().size());
        std::uint32_t marked_until = 0; // where the comments end that a heading met earlier has marked
        for (NodeId id = 0; id < count; ++id) {
            if (page_.node(id).is_text() || list_.begin_of(id) == list_.end_of(id)) continue;
            const ElementRole role = role_of(page_, id);
            if (role.mark != BodyMark::none) marked.push_back({id, role.mark});
            if (role.clutter == Reason::none || role.mark >= BodyMark::content || is_misnamed(id, role))
                continue;
            const bool heads = heads_comments(id, role);
            const NodeId whole = heads ? page_.node(id).parent : id;
            // Headings of comments may stand side by side in any number: none walks what another has marked.
            for (std::uint32_t i = std::max(marked_until, list_.begin_of(id)); i < list_.end_of(whole); ++i)
                if (list_.all()[i].reason == Reason::none && !only_opens(id, list_.all()[i])) {
                    list_.all()[i].reason = role.clutter;
                    list_.all()[i].by = id;
                }
            if (heads) marked_until = std::max(marked_until, list_.end_of(whole));
        }
        return marked;
    }

  private:
    // A link or a label at the beginning of a paragraph that goes on without it.
    bool only_opens(NodeId id, const Passage& passage) const {
        const NodeId end = page_.node(id).end;
        if (passage.first >= end || passage.last < end || prose(passage) == 0) return false;
        std::size_t bytes = 0;
        for (NodeId at = passage.first; at < end && bytes <= passage.size / 2; ++at)
            if (page_.node(at).is_text()) bytes += page_.node(at).text.size();
        return bytes <= passage.size / 2;
    }

    // <h2 id="comments"> below an article: what follows beside it are they.
    bool heads_comments(NodeId id, const ElementRole& role) const {
        return role.clutter == Reason::comments && is_heading(page_.node(id).tag) &&
               has_text_below_headline(id);
    }

    bool is_misnamed(NodeId id, const ElementRole& role) const {
        if (headline_ != no_node && page_.contains(id, headline_) && id != headline_) return true;
        if (role.mark == BodyMark::container && !role.certain && holds(id, html::Tag::h1)) return true;
        const std::uint32_t inside = prose_in(id);
        if (role.clutter == Reason::sidebar && is_plainly_sidebar(id) && has_text_below_headline(id))
            return false;
        if (role.clutter == Reason::hidden && inside >= folded_chars) return true;
        if (role.clutter == Reason::embed && inside >= embed_chars) return true;
        if (role.clutter == Reason::caption && inside >= caption_chars) return true;
        if (role.clutter == Reason::related && !role.certain && holds_paragraphs(id)) return true;
        if (role.clutter == Reason::comments && has_text_below_headline(id)) return false;
        if (role.clutter == Reason::related && !role.certain && !has_links(id)) return true;
        if (role.clutter == Reason::navigation && !role.certain && inside >= misnamed_menu_chars &&
            !is_mostly_links(id))
            return true;
        const bool comments = role.clutter == Reason::comments;
        const bool strict = role.certain || comments;
        const double share = comments ? misnamed_comments_share
                             : strict ? misnamed_certain_share
                                      : misnamed_share;
        if (inside >= (strict ? misnamed_certain_chars : misnamed_prose_chars) &&
            inside > prose_until_.back() * share)
            return true;
        return !strict && role.clutter != Reason::related && wraps_content(id, inside);
    }

    bool holds(NodeId id, html::Tag tag) const {
        for (NodeId at = id; at < page_.node(id).end; ++at)
            if (page_.node(at).tag == tag) return true;
        return false;
    }

    // Longer than what is told of other stories, and without a link; no stories of their own.
    bool holds_paragraphs(NodeId id) const {
        for (NodeId at = id; at < page_.node(id).end; ++at) {
            const auto tag = page_.node(at).tag;
            if (tag == html::Tag::article || tag == html::Tag::time) return false;
        }
        const auto& all = list_.all();
        return std::count_if(all.begin() + list_.begin_of(id), all.begin() + list_.end_of(id),
                             [&](const Passage& p) {
                                 return p.chars >= paragraph_chars && p.ends_sentence && p.link_chars == 0 &&
                                        page_.node(p.container).tag == html::Tag::p;
                             }) >= least_paragraphs;
    }

    // "primary-sidebar", "sidebar2"; not "sidebar-layout", which holds the article as well.
    bool is_plainly_sidebar(NodeId id) const {
        return page_.node(id).tag == html::Tag::aside || names_sidebar(page_.attribute(id, "id")) ||
               names_sidebar(page_.attribute(id, "class"));
    }

    static bool names_sidebar(std::string_view name) {
        if (name.starts_with("sidebar ") || name.ends_with(" sidebar")) return true;
        while (!name.empty() && (text::is_digit(name.back()) || name.back() == '_'))
            name.remove_suffix(1);
        return name.find(' ') == name.npos && name.ends_with("sidebar");
    }

    // A brief beside a rail full of teasers is still the article.
    bool has_text_below_headline(NodeId id) const {
        if (headline_ == no_node || id < headline_) return false;
        const std::uint32_t from = list_.end_of(headline_), to = std::max(from, list_.begin_of(id));
        return prose_until_[to] - prose_until_[from] >= brief_chars;
    }

    bool is_mostly_links(NodeId id) const {
        std::uint32_t chars = 0, links = 0;
        for (std::uint32_t i = list_.begin_of(id); i < list_.end_of(id); ++i) {
            chars += list_.all()[i].chars;
            links += list_.all()[i].link_chars;
        }
        return links > chars * prose_link_share;
    }

    // What leads to other stories has links to them.
    bool has_links(NodeId id) const {
        const auto& all = list_.all();
        return std::any_of(all.begin() + list_.begin_of(id), all.begin() + list_.end_of(id),
                           [](const Passage& p) { return p.link_chars > 0; });
    }

    std::uint32_t prose_in(NodeId id) const {
        return prose_until_[list_.end_of(id)] - prose_until_[list_.begin_of(id)];
    }

    // What calls itself the content, and holds most of this element's prose.
    bool wraps_content(NodeId id, std::uint32_t inside) const {
        if (inside < wrapper_chars) return false;
        for (NodeId at = id + 1; at < page_.node(id).end; ++at)
            if (!page_.node(at).is_text() && prose_in(at) > inside * wrapped_share &&
                role_of(page_, at).mark >= BodyMark::content)
                return true;
        return false;
    }

    PassageList& list_;
    const html::Document& page_;
    NodeId headline_;
    std::vector<std::uint32_t> prose_until_; // prose characters in the passages before this one
};

} // namespace

std::vector<MarkedElement> mark_clutter(PassageList& list, NodeId headline) {
    return ClutterMarker(list, headline).run();
}

namespace {

struct DroppedLine {
    std::string folded;
    bool is_start = false; // written with '*' at its end
};

bool matches(const DroppedLine& line, std::string_view folded) {
    return line.is_start ? folded.starts_with(line.folded) : folded == line.folded;
}

} // namespace

void mark_by_rule(PassageList& list, const SiteRule& rule) {
    for (const auto& selector : rule.drop)
        for (const NodeId id : selector.select(list.page()))
            for (std::uint32_t i = list.begin_of(id); i < list.end_of(id); ++i) {
                list.all()[i].reason = Reason::rule;
                list.all()[i].by = id;
            }
    std::vector<DroppedLine> lines;
    for (std::string_view line : rule.drop_lines) {
        const bool is_start = line.ends_with('*');
        if (is_start) line.remove_suffix(1);
        lines.push_back({text::fold(line), is_start});
    }
    if (lines.empty()) return;
    for (Passage& passage : list.all()) {
        const auto folded = text::fold(list.text(passage));
        if (std::any_of(lines.begin(), lines.end(),
                        [&](const DroppedLine& line) { return matches(line, folded); }))
            passage.reason = Reason::rule;
    }
}

void mark_template(PassageList& list, const SiteMemory& memory) {
    for (Passage& passage : list.all())
        if (passage.reason == Reason::none && is_template(list, passage, memory))
            passage.reason = Reason::template_;
}

} // namespace khabar::article
