#pragma once
// A page as the lines a reader sees: runs of characters between two block boundaries (or <br>), in document
// order. What the body finder works on: every later step marks, weighs and picks passages, and an element is
// the range of those it holds.
//
//     <div>By A. <b>B.</b><p>One <a>two</a>.</p></div>   →   [By A. B.] [One two.]

#include "parsers/html/document.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace khabar::article {

// Why a passage is no part of the article.
enum class Reason : std::uint8_t {
    none,
    navigation,
    comments,
    form,
    share,
    related,
    newsletter,
    advertisement,
    author_box,
    tags,
    byline,
    caption,
    hidden,
    footer,
    sidebar,
    notice,    // cookies, consent, log-in, paywall calls
    rule,      // a site rule says so
    template_, // stands on several pages of the site
    line,      // its own words say what it is
    outside,   // not within the container chosen
    link,      // wholly a link
    repeated,  // said before, word for word
    embed,     // a post or a player of another site, or what stands in for it
};

// Stable lower-case name, for reports.
[[nodiscard]] std::string_view name(Reason reason) noexcept;

enum class LineKind : std::uint8_t; // line_class.hpp

struct Passage {
    html::NodeId first = 0;     // its first text node
    html::NodeId last = 0;      // its last
    html::NodeId container = 0; // the block element it stands in
    std::uint32_t begin = 0;    // where its text is in PassageList::text
    std::uint32_t size = 0;     // in bytes, white space collapsed
    std::uint32_t chars = 0;    // code points; Han counts three, Kana and Hangul two
    std::uint32_t link_chars = 0;
    std::uint32_t bold_chars = 0;
    std::uint16_t commas = 0; // , ; ، ؛ 、 and their kin
    bool ends_sentence = false;
    bool after_break = false; // follows a <br> in the same block
    Reason reason = Reason::none;
    LineKind line{};                 // what its words are, where the reason is `line`
    html::NodeId by = html::no_node; // the element that earned it the reason; no_node: its own words
};

class PassageList {
  public:
    explicit PassageList(const html::Document& page);

    [[nodiscard]] std::vector<Passage>& all() noexcept { return passages_; }
    [[nodiscard]] const std::vector<Passage>& all() const noexcept { return passages_; }
    [[nodiscard]] std::string_view text(const Passage& passage) const noexcept {
        return std::string_view(text_).substr(passage.begin, passage.size);
    }

    // Passages of an element's subtree: indices [begin_of(id), end_of(id)).
    [[nodiscard]] std::uint32_t begin_of(html::NodeId id) const noexcept { return first_at_[id]; }
    [[nodiscard]] std::uint32_t end_of(html::NodeId id) const noexcept {
        return first_at_[page_->node(id).end];
    }

    [[nodiscard]] const html::Document& page() const noexcept { return *page_; }

  private:
    friend class PassageBuilder;

    const html::Document* page_;
    std::vector<Passage> passages_;
    std::string text_;
    std::vector<std::uint32_t> first_at_; // by NodeId: the first passage that begins there or later
};

// The nearest element of this kind around a node, itself included, up to `stop`; no_node where there is none.
[[nodiscard]] html::NodeId nearest(const html::Document& page, html::NodeId id, html::Tag tag,
                                   html::NodeId stop = html::no_node) noexcept;

} // namespace khabar::article
