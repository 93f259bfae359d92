#pragma once
// Elements as an editor of site rules writes them.

#include "parsers/html/document.hpp"

#include <string>

namespace khabar::explain {

// "div#story.entry-content": tag, id and at most three classes, safe to print. A selector where the names
// are plain ones.
[[nodiscard]] std::string element_name(const html::Document& page, html::NodeId id);

// The same with the elements around it, nearest last, at most `steps` of them:
// "main > article.post > div.entry-content". Empty for no_node.
[[nodiscard]] std::string element_path(const html::Document& page, html::NodeId id, std::size_t steps = 3);

} // namespace khabar::explain
