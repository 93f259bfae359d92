#include "parsers/article/metadata/page_facts.hpp"

#include "parsers/article/metadata/element_marks.hpp"
#include "parsers/article/metadata/title_parts.hpp"
#include "parsers/article/page/site_memory.hpp"
#include "parsers/text/ascii.hpp"
#include "parsers/text/fold.hpp"
#include "parsers/text/utf8.hpp"

#include <algorithm>
#include <array>

namespace khabar::article {
namespace {

using html::NodeId;
using html::Tag;

constexpr std::size_t max_metas = 400;
constexpr NodeId max_aside_nodes = 40;
constexpr NodeId nodes_of_header = 60; // under the headline
constexpr std::size_t max_byline_bytes = 160;
constexpr std::size_t max_stated_bytes = 600; // of a title
constexpr std::size_t max_stated = 4;         // titles of one page
constexpr std::size_t min_repeated_letters = 20;
constexpr std::size_t min_stated_letters = 8; // bytes; shorter ones may be a section's name
constexpr std::size_t max_marks = 200;        // of each list
constexpr std::size_t max_h1 = 64; // beyond those: the h1 stands behind any number of cards in a menu

// Keys of <meta> whose value is one page's, and those that tell an hour.
constexpr std::array<std::string_view, 2> page_words{"description", "image"};
constexpr std::array<std::string_view, 4> hour_words{"publish", "date", "time", "modified"};
// Shared: on four pages and a tenth of those remembered. A picture may serve two stories.
constexpr std::uint32_t min_memory_pages = 4;
constexpr std::uint32_t shared_part = 10;

void add(std::vector<NodeId>& list, NodeId id) {
    if (list.size() < max_marks) list.push_back(id);
}

std::vector<NodeId> find_shown(const html::Document& page) {
    std::vector<NodeId> next(page.nodes().size());
    auto shown = static_cast<NodeId>(next.size());
    for (NodeId id = shown; id-- > 0;) {
        const Tag tag = page.node(id).tag;
        if (tag == Tag::text || tag == Tag::br || html::is_block(tag)) shown = id;
        next[id] = shown;
    }
    return next;
}

} // namespace

PageFacts::PageFacts(const html::Document& page, const SiteMemory* memory)
    : page_(&page),
      memory_(memory),
      aside_(page.nodes().size(), false),
      next_shown_(find_shown(page)),
      only_article_(find_only_article()),
      stated_heading_(find_stated_heading()) {
    for (NodeId id = 0; id < page.nodes().size(); ++id)
        note(id);
}

// Pages repeat their classes: each is read once.
std::uint8_t PageFacts::marks_in(std::string_view attribute) {
    if (attribute.empty()) return 0;
    const auto [at, fresh] = marks_.try_emplace(attribute, std::uint8_t{0});
    if (fresh) at->second = marks_of(attribute);
    return at->second;
}

void PageFacts::note_meta(NodeId id) {
    if (metas_.size() >= max_metas) return;
    const auto content = page_->attribute(id, "content");
    if (content.empty()) return;
    for (const std::string_view name : {"property", "name", "itemprop", "http-equiv"}) {
        const auto key = page_->attribute(id, name);
        if (key.empty()) continue;
        // Cards and publishers have dates and names of their own.
        const bool told_by_cards = key.starts_with("date") || key == "name" || key == "headline";
        if (name == "itemprop" && told_by_cards && !is_of_article(id)) continue;
        if (is_shared(key, content)) continue;
        metas_.push_back({text::lower_case(key), content});
    }
}

// The site's own description, its default image, the hour it was built. Titles are head_owner.hpp's.
bool PageFacts::is_shared(std::string_view key, std::string_view content) const {
    if (memory_ == nullptr || memory_->pages() < min_memory_pages) return false;
    const auto name = text::lower_case(key);
    const auto holds = [&](std::string_view word) { return name.find(word) != name.npos; };
    const bool hour = content.find(':') != std::string_view::npos && std::ranges::any_of(hour_words, holds);
    if (!hour && std::ranges::none_of(page_words, holds)) return false;
    const auto many = std::max(min_memory_pages, memory_->pages() / shared_part);
    return memory_->pages_with(field_trait(key, content)) >= many;
}

bool PageFacts::is_of_article(NodeId id) const {
    if (stated_heading_ == html::no_node) return true;
    NodeId item = page_->node(id).parent;
    while (item != html::no_node && !page_->has_attribute(item, "itemscope"))
        item = page_->node(item).parent;
    return item == html::no_node || item == only_article_ || page_->contains(item, stated_heading_);
}

// An <aside> of a line or two that holds a <time>: the article's own date and byline.
bool PageFacts::tells_of_article(NodeId id) const {
    const NodeId end = page_->node(id).end;
    if (end - id > max_aside_nodes) return false;
    for (NodeId at = id; at < end; ++at)
        if (page_->node(at).tag == Tag::time) return shown(id).size() <= max_byline_bytes;
    return false;
}

// The box that wraps the one article of a page by its microdata; no_node where there are none or several.
NodeId PageFacts::find_only_article() const {
    NodeId found = html::no_node;
    for (NodeId id = 0; id < page_->nodes().size(); ++id) {
        if (page_->node(id).is_text()) continue;
        const auto type = page_->attribute(id, "itemtype");
        if (!type.ends_with("Article") && !type.ends_with("BlogPosting")) continue;
        if (found != html::no_node) return html::no_node;
        found = id;
    }
    return found;
}

// The h1 whose words <title> or og:title repeat, or that repeats theirs beside a kicker or a date; no_node
// where none does.
NodeId PageFacts::find_stated_heading() const {
    std::vector<std::string> stated;
    std::size_t looked_at = 0; // headings may stand in headings: each walks its own nodes
    for (NodeId id = 0; id < page_->nodes().size() && looked_at < max_marks; ++id) {
        const auto& node = page_->node(id);
        if (stated.size() < max_stated) {
            if (node.tag == Tag::title)
                stated.push_back(title_letters(shown(id, max_stated_bytes)));
            else if (node.tag == Tag::meta && page_->attribute(id, "property") == "og:title")
                stated.push_back(
                    title_letters(text::prefix(page_->attribute(id, "content"), max_stated_bytes)));
        }
        if (node.tag != Tag::h1 || stated.empty()) continue;
        ++looked_at;
        const auto letters = title_letters(shown(id, max_stated_bytes));
        if (letters.size() < min_stated_letters) continue;
        if (std::ranges::any_of(stated, [&](const std::string& title) {
                return title.find(letters) != std::string::npos ||
                       (title.size() >= min_repeated_letters && letters.find(title) != std::string::npos);
            }))
            return id;
    }
    return html::no_node;
}

// By its class, or because it stands within the <article> that holds the headline.
bool PageFacts::is_foot_of_article(NodeId id) const {
    if (has_article_foot(page_->attribute(id, "class"))) return true;
    if (stated_heading_ == html::no_node) return false;
    NodeId up = page_->node(id).parent;
    while (up != html::no_node && page_->node(up).tag != Tag::article)
        up = page_->node(up).parent;
    return up != html::no_node && page_->contains(up, stated_heading_);
}

bool PageFacts::holds_article(NodeId id) const {
    return (only_article_ != html::no_node && page_->contains(id, only_article_)) ||
           (stated_heading_ != html::no_node && page_->contains(id, stated_heading_));
}

// A line or two under the headline that hold a year: its date, whatever the box is called.
bool PageFacts::follows_heading(NodeId id) const {
    if (stated_heading_ == html::no_node || id < stated_heading_ || id > stated_heading_ + nodes_of_header)
        return false;
    if (page_->node(id).end - id > max_aside_nodes) return false;
    const auto text = shown(id, max_byline_bytes + 1);
    return text.size() <= max_byline_bytes &&
           (text.find("19") != std::string::npos || text.find("20") != std::string::npos);
}

void PageFacts::note(NodeId id) {
    const auto& node = page_->node(id);
    if (node.parent != html::no_node && aside_[node.parent]) aside_[id] = true;
    if (node.is_text()) return;
    if (node.tag == Tag::meta) return note_meta(id);
    if (node.tag == Tag::title && title.empty()) title = shown(id, 1024);
    const auto rel = text::lower_case(page_->attribute(id, "rel"));
    if (node.tag == Tag::link) {
        if (rel == "canonical" && canonical.empty()) canonical = page_->attribute(id, "href");
        return;
    }
    if (node.tag == Tag::html || node.tag == Tag::body || node.tag == Tag::head) return;
    const auto marks = static_cast<std::uint8_t>(marks_in(page_->attribute(id, "class")) |
                                                 marks_in(page_->attribute(id, "id")));
    const auto itemprop = text::lower_case(page_->attribute(id, "itemprop"));
    // Bodies carry classes like "has-sidebar": only what is no page-wide box can be an aside by its marks.
    // Some servers wrap the whole page in one form.
    const bool wide = node.end - id > page_->nodes().size() / 2 || holds_article(id);
    if (node.tag == Tag::nav || (node.tag == Tag::form && !wide) ||
        (node.tag == Tag::footer && !is_foot_of_article(id)) ||
        (node.tag == Tag::aside && !wide && !tells_of_article(id)) ||
        (!wide && (marks & Mark::aside) != 0 && node.tag != Tag::h1 && !follows_heading(id)))
        aside_[id] = true;
    if (node.tag == Tag::h1 && headings.size() < max_marks + max_h1)
        headings.push_back(id);
    else if (itemprop.find("headline") != std::string::npos || (marks & Mark::title) != 0)
        add(headings, id);
    if (node.tag == Tag::time || itemprop.starts_with("date")) add(times, id);
    if ((" " + rel + " ").find(" tag ") != std::string::npos) add(tag_links, id);
    const bool author_rel = (" " + rel + " ").find(" author ") != std::string::npos;
    const bool leads = node.tag == Tag::a && leads_to_author(page_->attribute(id, "href"));
    if (author_rel || itemprop.find("author") != std::string::npos || (marks & Mark::author) != 0 || leads) {
        const auto name = page_->attribute(id, "class");
        const bool sure = leads || (name.find("author") != std::string_view::npos &&
                                    name.find("comment") == std::string_view::npos);
        if (!aside_[id]) add(author_marks, id);
        if (aside_[id] && sure) add(aside_author_marks, id);
    }
    if (aside_[id]) return;
    if ((marks & Mark::date) != 0) add(date_marks, id);
}

std::string_view PageFacts::meta(std::string_view key) const noexcept {
    const auto found = std::ranges::find(metas_, key, &MetaField::key);
    return found == metas_.end() ? std::string_view() : found->content;
}

std::vector<std::string_view> PageFacts::metas(std::string_view key) const {
    std::vector<std::string_view> all;
    for (const auto& field : metas_)
        if (field.key == key) all.push_back(field.content);
    return all;
}

std::string PageFacts::shown(NodeId id, std::size_t limit) const {
    return shown_without(id, html::no_node, limit);
}

std::string PageFacts::shown_without(NodeId id, NodeId hole, std::size_t limit) const {
    std::string out;
    const NodeId end = page_->node(id).end;
    for (NodeId at = id; at < end && out.size() < limit * 2; ++at) {
        const NodeId from = at;
        at = next_shown_[from]; // any number of elements that show nothing may stand between
        if (from <= hole && hole <= at) {
            out += ' ';
            at = page_->node(hole).end - 1;
            continue;
        }
        if (at >= end) break;
        if (page_->node(at).is_text())
            out += text::prefix(page_->node(at).text, limit * 2);
        else
            out += ' ';
    }
    return std::string(text::prefix(text::collapse_space(out), limit));
}

std::vector<ShownPiece> PageFacts::pieces(NodeId from, NodeId to, std::size_t limit) const {
    std::vector<ShownPiece> found;
    std::string line;
    NodeId holder = html::no_node;
    const auto flush = [&] {
        auto text = text::collapse_space(line);
        line.clear();
        if (!text.empty()) found.push_back({holder, std::string(text::prefix(text, max_piece_bytes))});
        holder = html::no_node;
    };
    to = std::min(to, static_cast<NodeId>(page_->nodes().size()));
    NodeId speaker = html::no_node; // the element whose text came last
    NodeId block_end = 0;           // of the innermost block begun last: leaving it ends the line
    for (NodeId at = from; at < to && found.size() < limit; ++at) {
        const auto& node = page_->node(at);
        if (at >= block_end && block_end != 0) {
            flush();
            block_end = 0;
        }
        if (aside_[at]) continue;
        if (node.is_text()) {
            // Two elements side by side are two things to say: "2025" and "5 min".
            if (!line.empty() && speaker != html::no_node && !page_->contains(speaker, at) &&
                !page_->contains(node.parent, speaker))
                line += ' ';
            speaker = node.parent;
            if (line.size() < max_piece_bytes * 2) line += text::prefix(node.text, max_piece_bytes);
            if (holder == html::no_node) holder = node.parent;
        } else if (html::is_block(node.tag) || node.tag == Tag::br) {
            flush();
            block_end = node.end;
        }
    }
    flush();
    return found;
}

} // namespace khabar::article
