#pragma once
// Which lines of a flattened text are prose: sentences and paragraphs, not headings, chips or labels.

#include "parsers/article/flat_lines.hpp"

#include <cstddef>
#include <span>

namespace khabar::article {

// A line with a sentence mark is a sentence from this many words.
inline constexpr std::size_t min_sentence_words = 4;
// A sentence, and something after it in the same line.
inline constexpr std::size_t min_glued_words = 12;

// Whether this paper's paragraphs end without full stops, of classified lines.
[[nodiscard]] bool sets_no_full_stops(std::span<const FlatLine> lines);

// `unmarked`: sets_no_full_stops(); shorter lines are paragraphs then. Linear in the line.
[[nodiscard]] bool is_sentence(const FlatLine& line, bool unmarked);

} // namespace khabar::article
