#pragma once
// The article's text as JSON-LD declares it: the last resort where the page itself, drawn by scripts, holds
// next to nothing.

#include "parsers/article/article.hpp"

#include <string_view>
#include <vector>

namespace khabar::article {

// Whether `json_ld_body` is long enough to stand for an article, and what was found on the page
// (`found_bytes`) is not.
[[nodiscard]] bool is_declared_body_better(std::string_view json_ld_body, std::size_t found_bytes);

// Paragraphs of it; HTML within is read as HTML.
[[nodiscard]] std::vector<Block> declared_blocks(std::string_view json_ld_body);

} // namespace khabar::article
