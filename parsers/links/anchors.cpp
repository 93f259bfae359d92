#include "parsers/links/anchors.hpp"

#include "parsers/links/page_base.hpp"
#include "parsers/text/ascii.hpp"
#include "parsers/text/fold.hpp"
#include "parsers/text/utf8.hpp"
#include "parsers/url/canonical.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>

namespace khabar::links {

namespace {

using html::Document;
using html::NodeId;
using html::Tag;

constexpr std::size_t max_text_bytes = 1024; // no headline is longer; a card that is all link may be

// The page's own frame, and not the <header> of an <article> or <section> in it.
bool is_frame(const Document& page, NodeId id) {
    const Tag tag = page.node(id).tag;
    if (tag == Tag::nav || tag == Tag::menu) return true;
    if (tag == Tag::header || tag == Tag::footer) {
        for (NodeId up = page.node(id).parent; up != html::no_node; up = page.node(up).parent)
            if (page.node(up).tag == Tag::article || page.node(up).tag == Tag::section ||
                page.node(up).tag == Tag::main)
                return false;
        return true;
    }
    const std::string_view role = page.attribute(id, "role");
    return text::equals_ignoring_case(role, "navigation") || text::equals_ignoring_case(role, "banner") ||
           text::equals_ignoring_case(role, "contentinfo") || text::equals_ignoring_case(role, "menu") ||
           text::equals_ignoring_case(role, "menubar");
}

// A picture, a document or a sound rather than a page, by the address's extension.
bool is_file(std::string_view path) {
    constexpr std::array<std::string_view, 17> extensions = {"jpg", "jpeg", "png", "gif",  "webp", "avif",
                                                             "svg", "pdf",  "mp3", "mp4",  "m4a",  "webm",
                                                             "zip", "doc",  "xls", "docx", "xml"};
    const std::size_t dot = path.rfind('.');
    if (dot == std::string_view::npos || path.size() - dot > 5) return false;
    return std::ranges::any_of(extensions, [&](std::string_view extension) {
        return text::equals_ignoring_case(path.substr(dot + 1), extension);
    });
}

// Characters with a space wherever a block or a line ends: "<h3>a</h3><p>b</p>" are two words.
std::string spaced_text(const Document& page, NodeId id) {
    std::string text;
    for (NodeId at = id; at < page.node(id).end && text.size() < max_text_bytes; ++at) {
        const html::Node& node = page.node(at);
        if (node.is_text())
            text += node.text;
        else if (node.tag == Tag::br || html::is_block(node.tag))
            text += ' ';
    }
    return text::clean_field(text::prefix(text, max_text_bytes));
}

// The first heading below, whose text is a card's headline where the whole card is one link.
NodeId heading_below(const Document& page, NodeId id) {
    for (NodeId at = id; at < page.node(id).end; ++at)
        if (is_heading(page.node(at).tag)) return at;
    return html::no_node;
}

void read_contents(const Document& page, Anchor& anchor) {
    const NodeId id = anchor.node;
    const NodeId heading = heading_below(page, id);
    if (heading != html::no_node) anchor.in_heading = true;
    anchor.text = spaced_text(page, heading != html::no_node ? heading : id);
    std::string_view alternative;
    for (NodeId at = id; at < page.node(id).end; ++at) {
        const Tag tag = page.node(at).tag;
        if (tag != Tag::img && tag != Tag::picture && tag != Tag::video) continue;
        anchor.has_picture = true;
        if (alternative.empty()) alternative = page.attribute(at, "alt");
    }
    if (anchor.text.empty()) anchor.text = text::clean_field(page.attribute(id, "title"));
    if (anchor.text.empty()) anchor.text = text::clean_field(alternative);
    if (anchor.text.empty()) anchor.text = text::clean_field(page.attribute(id, "aria-label"));
}

// Which nodes stand inside a frame or a heading, each in one pass: a subtree is an index range.
struct Inside {
    std::vector<bool> frame, header, heading;

    explicit Inside(const Document& page)
        : frame(page.nodes().size()),
          header(page.nodes().size()),
          heading(page.nodes().size()) {
        NodeId frame_end = 0;
        NodeId header_end = 0;
        NodeId heading_end = 0;
        for (NodeId id = 0; id < page.nodes().size(); ++id) {
            if (id >= frame_end && is_frame(page, id)) frame_end = page.node(id).end;
            if (id >= header_end && page.node(id).tag == Tag::header) header_end = page.node(id).end;
            if (id >= heading_end && is_heading(page.node(id).tag)) heading_end = page.node(id).end;
            frame[id] = id < frame_end;
            header[id] = frame[id] && id < header_end;
            heading[id] = id < heading_end;
        }
    }
};

} // namespace

Anchors collect_anchors(const Document& page, std::string_view page_url) {
    Anchors found;
    const auto base = page_base(page, page_url);
    const auto address = url::Url::parse(page_url);
    const auto& own = address ? *address : base;
    if (!own.has_value()) return found;
    const std::string site = url::registrable_domain(own->host());
    const std::string own_key = url::canonical_key(*own);
    const Inside inside(page);
    std::unordered_map<std::string, std::uint32_t> target_of;
    for (NodeId id = 0; id < page.nodes().size() && found.list.size() < max_anchors; ++id) {
        if (page.node(id).tag != Tag::a || !page.has_attribute(id, "href")) continue;
        const auto url = resolve(page.attribute(id, "href"), base);
        if (!url || url->path().size() + url->query().value_or("").size() <= 1) continue;
        if (is_file(url->path()) || url::registrable_domain(url->host()) != site) continue;
        const std::string key = url::canonical_key(*url);
        if (key == own_key) continue;
        const auto next = static_cast<std::uint32_t>(found.targets.size());
        const auto [at, is_new] = target_of.emplace(key, next);
        if (is_new) found.targets.push_back({url::fetch_form(*url).href(), key});
        Anchor& anchor = found.list.emplace_back();
        anchor.node = id;
        anchor.target = at->second;
        anchor.in_frame = inside.frame[id];
        anchor.in_header = inside.header[id];
        anchor.in_heading = inside.heading[id];
        read_contents(page, anchor);
    }
    return found;
}

} // namespace khabar::links
