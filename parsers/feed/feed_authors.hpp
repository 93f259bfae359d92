#pragma once
// Authors that a feed names once for all its entries.

#include "parsers/feed/feed.hpp"

#include <string>
#include <vector>

namespace khabar::feed {

// So many, and none longer than that, are handed down: they are copied into every entry.
inline constexpr std::size_t max_feed_authors = 16;
inline constexpr std::size_t max_feed_author_bytes = 256;

// To the entries that name none, as Atom (RFC 4287 §4.2.1) and JSON Feed (1.1, "authors") have it. RSS does
// not: its managing editor wrote no item.
void hand_down(const std::vector<std::string>& feed_authors, std::vector<Entry>& entries);

} // namespace khabar::feed
