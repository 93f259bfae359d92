#pragma once
// A parsed HTML page as one flat array in document order (preorder). Gumbo does the parsing; its tree is
// copied here and gone before parse() returns. A node's subtree is the index range [id, node(id).end), so
// walking is a loop, never recursion, and whoever needs facts about nodes keeps a vector indexed by NodeId.
//
//     0 html ─ 1 body ─ 2 p ─ 3 "text"        node(2).end == 4
//                     └ 4 div …               next_sibling(2) == 4

#include "parsers/base/result.hpp"
#include "parsers/html/tag.hpp"

#include <chrono>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace khabar::html {

using NodeId = std::uint32_t;
inline constexpr NodeId no_node = ~NodeId{0};

struct Attribute {
    std::string_view name;  // lower-case
    std::string_view value; // entities decoded
};

struct Node {
    Tag tag = Tag::text; // Tag::text for text nodes
    std::uint16_t depth = 0;
    std::uint16_t attribute_count = 0;
    std::uint32_t attribute_begin = 0;
    NodeId parent = no_node;
    NodeId end = 0; // one past the last node of the subtree
    std::string_view
        text; // text nodes: the characters, entities decoded; elements of Tag::unknown: the tag's name

    [[nodiscard]] bool is_text() const noexcept { return tag == Tag::text; }
};

// Bounds for one parse (design: real pages use a tenth of them). Reaching one of the first three is an error;
// nesting and attributes beyond theirs are dropped and the page goes on.
struct ParseLimits {
    std::size_t input_bytes = 4u << 20;
    std::size_t arena_bytes = 64u << 20;
    std::chrono::milliseconds cpu_time{1000};
    std::uint16_t depth = 512;
    std::uint16_t attributes = 400;
};

// What one parse met: how much of the page was never given to the parser, and which caps were reached.
struct ParseFacts {
    std::size_t source_bytes = 0;
    std::size_t script_bytes = 0, style_bytes = 0, comment_bytes = 0, svg_bytes = 0; // dropped unread
    std::size_t parsed_bytes = 0;       // left for the parser; white space and attributes are fewer too
    std::size_t nesting_dropped = 0;    // start tags beyond the depth
    std::size_t attributes_dropped = 0; // beyond the cap; those nobody reads are not counted
    std::size_t formatting_dropped = 0; // <b> and kin beyond what may stay open
};

class Document {
  public:
    // `utf8` must be valid UTF-8 (text::decode makes it so). Errors: too_large, too_slow, empty.
    // Scripts, styles and comments are not in the tree; JSON-LD blocks are kept in json_ld().
    [[nodiscard]] static Result<Document> parse(std::string_view utf8, const ParseLimits& limits = {});

    Document(Document&&) noexcept;
    Document& operator=(Document&&) noexcept;
    Document(const Document&) = delete;
    Document& operator=(const Document&) = delete;
    ~Document();

    [[nodiscard]] std::span<const Node> nodes() const noexcept { return nodes_; }
    [[nodiscard]] const Node& node(NodeId id) const noexcept { return nodes_[id]; }
    [[nodiscard]] NodeId root() const noexcept { return 0; }     // the <html> element
    [[nodiscard]] NodeId head() const noexcept { return head_; } // no_node where there is none
    [[nodiscard]] NodeId body() const noexcept { return body_; }

    [[nodiscard]] NodeId first_child(NodeId id) const noexcept {
        return id + 1 < nodes_[id].end ? id + 1 : no_node;
    }
    [[nodiscard]] NodeId next_sibling(NodeId id) const noexcept {
        const NodeId up = nodes_[id].parent;
        return up != no_node && nodes_[id].end < nodes_[up].end ? nodes_[id].end : no_node;
    }
    [[nodiscard]] bool contains(NodeId ancestor, NodeId id) const noexcept {
        return ancestor <= id && id < nodes_[ancestor].end;
    }

    [[nodiscard]] std::span<const Attribute> attributes(NodeId id) const noexcept {
        return {attributes_.data() + nodes_[id].attribute_begin, nodes_[id].attribute_count};
    }
    [[nodiscard]] bool has_attribute(NodeId id, std::string_view name) const noexcept;
    [[nodiscard]] std::string_view attribute(NodeId id,
                                             std::string_view name) const noexcept; // empty where absent

    // All characters below a node as they are, white space and all.
    [[nodiscard]] std::string text_content(NodeId id) const;

    // Contents of <script type="application/ld+json">, in order, undecoded.
    [[nodiscard]] std::span<const std::string> json_ld() const noexcept { return json_ld_; }

    // Other scripts that hold several paragraphs of HTML in their data, in order, undecoded, 1 MiB in all:
    // what a page drawn in the browser brings its text in.
    [[nodiscard]] std::span<const std::string> data_scripts() const noexcept { return data_scripts_; }

    [[nodiscard]] const ParseFacts& facts() const noexcept { return facts_; }

    // <base href>, empty where there is none.
    [[nodiscard]] std::string_view base_href() const noexcept { return base_href_; }

  private:
    Document() = default;
    friend class TreeCopy;

    std::vector<Node> nodes_;
    std::vector<Attribute> attributes_;
    std::vector<std::string> json_ld_, data_scripts_;
    std::unique_ptr<char[]> characters_; // what every string_view above points into
    std::string_view base_href_;
    ParseFacts facts_;
    NodeId head_ = no_node;
    NodeId body_ = no_node;
};

} // namespace khabar::html
