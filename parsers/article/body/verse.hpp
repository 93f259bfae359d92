#pragma once
// Poems: line below line without a full stop, which prose is known by.

#include "parsers/article/page/passages.hpp"

#include <vector>

namespace khabar::article {

// Of each passage, whether it is a line of verse: one of at least eight in a row that are short, lead nowhere
// and stand alike, in one element between breaks or each in a paragraph of its own. Linear.
[[nodiscard]] std::vector<bool> verse_lines(const PassageList& list);

} // namespace khabar::article
