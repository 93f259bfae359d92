#pragma once
// The little a feed has to know of HTML: making plain text of a title and putting inline markup back
// together.

#include "parsers/feed/content_links.hpp"
#include "parsers/xml/reader.hpp"

#include <string>
#include <string_view>

namespace khabar::feed {

// '&', '<', '>' and '"' as references.
void append_escaped(std::string& out, std::string_view text);

// Text as HTML: a <p> for each run of lines between blank ones, unless there is but one; a <br> at other
// newlines.
[[nodiscard]] std::string html_of_text(std::string_view text);

// "<a href="x">"; prefixed attributes left out, namespace declarations too, links resolved against `base`.
void append_start_tag(std::string& out, const xml::Element& element, std::string_view base,
                      ContentLinks& links);

// Character references resolved, once.
[[nodiscard]] std::string unescape(std::string_view text);

// Has something that can only be a tag or its end: "<p>", "</", "<br/>", "<!--".
[[nodiscard]] bool has_tags(std::string_view html) noexcept;

// HTML that went through one escaping too many ("&lt;p&gt;…" and no tag of its own) is brought back.
[[nodiscard]] std::string undo_double_escape(std::string html);

// HTML to one line of text: tags out, references resolved, also those escaped once too often, white space
// collapsed, invisible controls out.
[[nodiscard]] std::string plain_text(std::string_view html);

} // namespace khabar::feed
