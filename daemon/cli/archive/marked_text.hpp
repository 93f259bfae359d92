#pragma once
// Differences between two texts as people and scripts read them.

#include "parsers/diff/text_diff.hpp"

#include <boost/json/array.hpp>

#include <string>

namespace khabar::cli {

// [+added+] and [-removed-]; with `colours` (a terminal) green and red beside the marks' place. A change in
// right-to-left script stands in an isolate (U+2068 … U+2069), so that marks and words keep their order
// whatever stands around them. Everything from outside is cleaned of controls first.
[[nodiscard]] std::string marked(const diff::TextDiff& diff, bool colours);

// [{"op":"equal"|"added"|"removed","text"}, …]; the white space before a piece is part of its text.
[[nodiscard]] boost::json::array pieces_json(const diff::TextDiff& diff);

} // namespace khabar::cli
