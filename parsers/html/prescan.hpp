#pragma once
// One linear pass over a page before Gumbo sees it (over half of a news page's bytes are scripts, styles and
// comments). Dropped: comments, <script>, <style>, <svg> with all it holds, the contents of <iframe> and
// <textarea>, <noscript> of the head, event handlers, srcset, and attribute values beyond any honest length.
// Runs of white space become one character outside <pre>. Nesting and attributes are capped, so that the
// quadratic parts of Gumbo stay small.

#include "parsers/html/document.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace khabar::html {

struct Prescan {
    std::string html; // what is left; a '<' that opens nothing becomes "&lt;"
    std::vector<std::string> json_ld;
    std::vector<std::string> data_scripts; // see Document::data_scripts()
    ParseFacts facts;
};

// `utf8` must be valid UTF-8; NULs are dropped. Time is linear in its length times `limits.depth` at the
// worst.
[[nodiscard]] Prescan prescan(std::string_view utf8, const ParseLimits& limits);

} // namespace khabar::html
