#pragma once
// The piece of a text that shows best why it was found. Internal to this folder.

#include "daemon/store/search.hpp"
#include "daemon/store/search_words.hpp"

namespace khabar::store {

inline constexpr std::size_t snippet_words = 32;
inline constexpr std::size_t max_snippet_source = 256u << 10; // bytes of the text that are looked at

// Of `original`, the window with most of the terms in it, the earliest of equals; its beginning where none
// occurs.
[[nodiscard]] Snippet make_snippet(std::string_view original, const std::vector<SearchTerm>& terms);

} // namespace khabar::store
