#pragma once
// From the passages of the chosen container to those of the article: what lines are (line_class.hpp) decides
// at head and tail, wholly linked paragraphs and repeated titles go wherever they stand.

#include "parsers/article/metadata/metadata.hpp"
#include "parsers/article/page/passages.hpp"

#include <vector>

namespace khabar::article {

// Indices into list.all(), in order. Passages left out get their Reason.
[[nodiscard]] std::vector<std::uint32_t> pick_passages(PassageList& list, html::NodeId root,
                                                       html::NodeId core, const Metadata& metadata,
                                                       const Hints& hints);

} // namespace khabar::article
