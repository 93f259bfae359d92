#pragma once
// One walk over a page that notes every place where titles, dates and names are told, for the files that
// choose among them.

#include "parsers/html/document.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace khabar::article {

class SiteMemory;

struct MetaField {
    std::string key; // lower-case name, property or itemprop: "og:title"
    std::string_view content;
};

// Text of a leaf-like element or of a run of inline content: what a reader sees as one short piece.
struct ShownPiece {
    html::NodeId id = html::no_node; // the element that holds it
    std::string text;                // collapsed, at most max_piece_bytes
};

inline constexpr std::size_t max_piece_bytes = 300;

class PageFacts {
  public:
    // With the memory of its site, a <meta> that tells of one page (description, image, hour) but stands on
    // many is not noted.
    explicit PageFacts(const html::Document& page, const SiteMemory* memory = nullptr);

    [[nodiscard]] const html::Document& page() const noexcept { return *page_; }

    // First non-empty content of <meta> with this key (lower-case); empty where none.
    [[nodiscard]] std::string_view meta(std::string_view key) const noexcept;
    [[nodiscard]] std::vector<std::string_view> metas(std::string_view key) const;

    std::string title;                  // <title>, collapsed
    std::string_view canonical;         // <link rel=canonical>
    std::vector<html::NodeId> headings; // h1, and h2 or others that call themselves title or headline
    std::vector<html::NodeId> times;    // <time>, and elements with itemprop=date…, in document order
    std::vector<html::NodeId>
        author_marks; // elements marked as author: rel, itemprop, class, id or where they lead
    std::vector<html::NodeId> aside_author_marks; // the same, aside
    std::vector<html::NodeId> date_marks;         // elements whose class or id speaks of a date
    std::vector<html::NodeId> tag_links;          // links with rel=tag

    // Stands inside a comment list, sidebar, footer, navigation or rail.
    [[nodiscard]] bool is_aside(html::NodeId id) const noexcept { return aside_[id]; }

    // The h1 whose words <title> or og:title repeat; no_node where none does.
    [[nodiscard]] html::NodeId stated_heading() const noexcept { return stated_heading_; }

    // By its microdata: the innermost item around it holds the headline or is the page's one article. True
    // where nothing tells.
    [[nodiscard]] bool is_of_article(html::NodeId id) const;

    // Text of an element, collapsed, at most `limit` bytes. However much the element holds, it costs no
    // more than twice that many steps.
    [[nodiscard]] std::string shown(html::NodeId id, std::size_t limit = max_piece_bytes) const;

    // The same without what `hole`, an element or text inside it, says.
    [[nodiscard]] std::string shown_without(html::NodeId id, html::NodeId hole, std::size_t limit) const;

    // Pieces of text in document order from `from` to `to`, at most `limit` of them, asides left out.
    [[nodiscard]] std::vector<ShownPiece> pieces(html::NodeId from, html::NodeId to, std::size_t limit) const;

  private:
    void note(html::NodeId id);
    void note_meta(html::NodeId id);
    [[nodiscard]] bool tells_of_article(html::NodeId id) const;
    [[nodiscard]] bool is_shared(std::string_view key, std::string_view content) const;
    [[nodiscard]] html::NodeId find_only_article() const;
    [[nodiscard]] html::NodeId find_stated_heading() const;
    [[nodiscard]] bool is_foot_of_article(html::NodeId id) const;
    [[nodiscard]] bool holds_article(html::NodeId id) const;
    [[nodiscard]] bool follows_heading(html::NodeId id) const;
    [[nodiscard]] std::uint8_t marks_in(std::string_view attribute);

    const html::Document* page_;
    const SiteMemory* memory_;
    std::vector<MetaField> metas_;
    std::vector<bool> aside_;
    std::vector<html::NodeId> next_shown_; // by node: the first text, block or <br> there or later
    // What holds one of these is no aside, whatever its class.
    html::NodeId only_article_;
    html::NodeId stated_heading_;                              // the h1 that the head's titles repeat
    std::unordered_map<std::string_view, std::uint8_t> marks_; // by the text of a class or id
};

} // namespace khabar::article
