#pragma once
// What an element's tag, class, id, role and microdata say that it holds. Vocabulary only: the words of
// themes and content management systems, never a host.

#include "parsers/article/page/passages.hpp"
#include "parsers/html/document.hpp"

#include <cstdint>
#include <string_view>

namespace khabar::article {

enum class BodyMark : std::uint8_t {
    none,
    container, // <article>, <main>, "post", "single": holds the body and what stands around it
    content,   // "entry-content" and its kin
    body,      // itemprop=articleBody
};

// Stable lower-case name, for reports; empty for none.
[[nodiscard]] std::string_view name(BodyMark mark) noexcept;

struct ElementRole {
    Reason clutter = Reason::none;
    bool certain = false; // by tag, role or a word that means nothing else: its share of the page's text need
                          // not be weighed
    BodyMark mark = BodyMark::none;
};

[[nodiscard]] ElementRole role_of(const html::Document& page, html::NodeId id);

} // namespace khabar::article
