#pragma once
// "Did you mean …": the nearest of a few known words.

#include <optional>
#include <span>
#include <string_view>

namespace khabar::settings {

// Optimal string alignment distance in bytes: insertions, deletions, substitutions and swaps of neighbours
// cost 1 each (Damerau 1964, restricted). O(|a|·|b|); callers bound the words.
[[nodiscard]] std::size_t edit_distance(std::string_view a, std::string_view b);

// The candidate nearest to `word`, if at most a third of its letters (at least one) are wrong. Words over 64
// bytes have none.
[[nodiscard]] std::optional<std::string_view> nearest(std::string_view word,
                                                      std::span<const std::string_view> candidates);

} // namespace khabar::settings
