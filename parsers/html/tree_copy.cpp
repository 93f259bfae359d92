#include "parsers/html/tree_copy.hpp"

#include "parsers/text/ascii.hpp"

#include <gumbo.h>

#include <algorithm>
#include <array>
#include <cstring>

namespace khabar::html {

namespace {

const std::array<Tag, GUMBO_TAG_LAST + 1>& tags_of_gumbo() {
    static const auto table = [] {
        std::array<Tag, GUMBO_TAG_LAST + 1> tags{};
        tags.fill(Tag::unknown);
        for (int i = 0; i < GUMBO_TAG_UNKNOWN; ++i)
            tags[static_cast<std::size_t>(i)] =
                tag_from_name(gumbo_normalized_tagname(static_cast<GumboTag>(i)));
        return tags;
    }();
    return table;
}

bool is_element(const GumboNode& node) noexcept {
    return node.type == GUMBO_NODE_ELEMENT || node.type == GUMBO_NODE_TEMPLATE;
}

bool is_text(const GumboNode& node) noexcept {
    return node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_WHITESPACE ||
           node.type == GUMBO_NODE_CDATA;
}

// A template's contents are no part of the page, but for one that declares a shadow root.
bool has_visible_children(const GumboNode& node) noexcept {
    return node.type != GUMBO_NODE_TEMPLATE ||
           gumbo_get_attribute(&node.v.element.attributes, "shadowrootmode") != nullptr;
}

std::string_view tag_name(const GumboElement& element) noexcept {
    if (element.tag != GUMBO_TAG_UNKNOWN) return gumbo_normalized_tagname(element.tag);
    GumboStringPiece piece = element.original_tag;
    gumbo_tag_from_original_text(&piece);
    return piece.data == nullptr ? std::string_view{} : std::string_view(piece.data, piece.length);
}

struct Frame {
    const GumboNode* node;
    NodeId id;
    unsigned next_child;
};

} // namespace

Document TreeCopy::copy(const GumboInternalNode* root, std::uint16_t depth,
                        std::vector<std::string> json_ld) {
    TreeCopy copy(depth);
    copy.document_.json_ld_ = std::move(json_ld);
    copy.walk(root);
    copy.own_characters();
    copy.find_landmarks();
    return std::move(copy.document_);
}

void TreeCopy::walk(const GumboInternalNode* root) {
    auto& nodes = document_.nodes_;
    std::vector<Frame> path{{root, add(*root, no_node, 0), 0}};
    while (!path.empty()) {
        Frame& top = path.back();
        const GumboVector& children = top.node->v.element.children;
        if (top.next_child == children.length) {
            nodes[top.id].end = static_cast<NodeId>(nodes.size());
            path.pop_back();
            continue;
        }
        const auto& child = *static_cast<const GumboNode*>(children.data[top.next_child++]);
        if ((!is_element(child) && !is_text(child)) || path.size() > max_depth_) continue;
        const NodeId id = add(child, top.id, static_cast<std::uint16_t>(path.size()));
        if (is_element(child) && has_visible_children(child)) path.push_back({&child, id, 0});
    }
}

// Views still point into Gumbo's memory; own_characters() moves them.
NodeId TreeCopy::add(const GumboInternalNode& node, NodeId parent, std::uint16_t depth) {
    const auto id = static_cast<NodeId>(document_.nodes_.size());
    Node& copy = document_.nodes_.emplace_back();
    copy.parent = parent;
    copy.depth = depth;
    copy.end = id + 1;
    if (is_text(node)) {
        copy.text = node.v.text.text;
        return id;
    }
    copy.tag = tags_of_gumbo()[node.v.element.tag];
    if (copy.tag == Tag::unknown) copy.text = tag_name(node.v.element);
    add_attributes(node, copy);
    return id;
}

void TreeCopy::add_attributes(const GumboInternalNode& node, Node& copy) {
    const GumboVector& attributes = node.v.element.attributes;
    copy.attribute_begin = static_cast<std::uint32_t>(document_.attributes_.size());
    copy.attribute_count = static_cast<std::uint16_t>(attributes.length);
    for (unsigned i = 0; i < attributes.length; ++i) {
        const auto& attribute = *static_cast<const GumboAttribute*>(attributes.data[i]);
        document_.attributes_.push_back({attribute.name, attribute.value});
    }
}

void TreeCopy::own_characters() {
    std::size_t total = 0;
    for (const Node& node : document_.nodes_)
        total += node.text.size();
    for (const Attribute& attribute : document_.attributes_)
        total += attribute.name.size() + attribute.value.size();
    document_.characters_ = std::make_unique_for_overwrite<char[]>(std::max<std::size_t>(total, 1));
    char* to = document_.characters_.get();
    const auto own = [&to](std::string_view& view) {
        if (!view.empty()) std::memcpy(to, view.data(), view.size());
        view = {to, view.size()};
        to += view.size();
    };
    for (Node& node : document_.nodes_) {
        char* const begin = to;
        own(node.text);
        if (node.tag == Tag::unknown) std::transform(begin, to, begin, text::lower);
    }
    for (Attribute& attribute : document_.attributes_) {
        own(attribute.name);
        own(attribute.value);
    }
}

void TreeCopy::find_landmarks() {
    for (NodeId id = document_.first_child(0); id != no_node; id = document_.next_sibling(id)) {
        if (document_.nodes_[id].tag == Tag::head && document_.head_ == no_node) document_.head_ = id;
        if (document_.nodes_[id].tag == Tag::body && document_.body_ == no_node) document_.body_ = id;
    }
    for (NodeId id = 0; id < document_.nodes_.size() && document_.base_href_.empty(); ++id)
        if (document_.nodes_[id].tag == Tag::base) document_.base_href_ = document_.attribute(id, "href");
}

} // namespace khabar::html
