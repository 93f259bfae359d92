#pragma once
// Where a change is said to begin. "a. b." became "a. b. c.": the shortest script may as well add ". b" in
// the middle or "c." at the end, and only one of them is what a reader sees. Internal to this folder.

#include "parsers/diff/tokens.hpp"

#include <cstdint>
#include <vector>

namespace khabar::diff {

// Moves each run of `changed` tokens of `list` that stands alone (nothing of the other side changed there) to
// the place, among those with the same meaning, where paragraphs, else sentences, else words begin and end.
// `numbers` are the tokens'; `other` the changes of the other side. Linear.
void slide(const std::vector<Token>& list, const std::vector<std::uint32_t>& numbers,
           std::vector<bool>& changed, const std::vector<bool>& other);

} // namespace khabar::diff
