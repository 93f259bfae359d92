#pragma once
// From passages to the blocks of an article: paragraphs, headings, list items, quotations, preformatted text.

#include "parsers/article/body/block.hpp"
#include "parsers/article/page/passages.hpp"

#include <vector>

namespace khabar::article {

[[nodiscard]] std::vector<Block> compose_blocks(const PassageList& list,
                                                const std::vector<std::uint32_t>& picked, html::NodeId root);

} // namespace khabar::article
