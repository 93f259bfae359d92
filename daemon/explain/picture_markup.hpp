#pragma once
// Markup that may be written into a file that a browser opens: what a page of unknown intent keeps of itself
// in its picture. Nothing here can run, load a frame, send a form or style itself.

#include "parsers/html/document.hpp"
#include "parsers/url/url.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace khabar::explain {

// For text and for attribute values in double quotes: & < > " ' as references; control characters and bidi
// controls out.
[[nodiscard]] std::string escape_html(std::string_view utf8);

// Under which name an element of the page is written: its own where that is harmless, div or span where it is
// not known to be; empty where the element goes with all it holds (scripts, frames, players, form fields).
[[nodiscard]] std::string_view written_name(html::Tag tag) noexcept;
[[nodiscard]] bool is_void(html::Tag tag) noexcept;

// The attributes that stay, each with a space before it: http(s) addresses of links and images, lang, dir,
// alt, the shape of tables; class and id as data-class and data-id, so that they cannot pass for ours.
[[nodiscard]] std::string written_attributes(const html::Document& page, html::NodeId id,
                                             const std::optional<url::Url>& base);

} // namespace khabar::explain
