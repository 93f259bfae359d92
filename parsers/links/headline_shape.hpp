#pragma once
// How much a link's text reads like a headline, by its shape alone: in every language a headline is a clause,
// while a menu's entry, a tag, an author and a "read more" are a word or two.

#include <string_view>

namespace khabar::links {

// 0 (a label) … 1 (a headline). Scripts without spaces between words are judged by their letters, of which a
// clause needs fewer.
[[nodiscard]] double headline_shape(std::string_view text);

} // namespace khabar::links
