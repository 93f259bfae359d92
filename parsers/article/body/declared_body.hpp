#pragma once
// The article's text as JSON-LD or a script's data has it: the last resort where the page itself, drawn by
// scripts, holds next to nothing.

#include "parsers/article/body/block.hpp"

#include <string_view>
#include <vector>

namespace khabar::article {

// Whether `declared` is long enough to stand for an article, and what was found on the page (`found_bytes`)
// is not.
[[nodiscard]] bool is_declared_body_better(std::string_view declared, std::size_t found_bytes);

// A page that shows this much is not one that waits for its script.
inline constexpr std::size_t enough_found_bytes = 300;

// Paragraphs of it; HTML within is read as HTML, without its captions and their kin.
[[nodiscard]] std::vector<Block> declared_blocks(std::string_view declared);

} // namespace khabar::article
