#pragma once
// Words that stand for a small number, in a table.

#include <algorithm>
#include <cstdint>
#include <span>
#include <string_view>

namespace khabar::fingerprint {

struct WordValue {
    std::u32string_view word; // as letters.cpp spells it
    std::uint8_t value;
};

[[nodiscard]] constexpr bool is_sorted_by_word(std::span<const WordValue> table) {
    return std::ranges::is_sorted(table, {}, &WordValue::word);
}

// What `word` stands for in a table sorted by words (code point order); `otherwise` where it is not there.
[[nodiscard]] inline std::uint8_t value_of(std::u32string_view word, std::span<const WordValue> table,
                                           std::uint8_t otherwise) noexcept {
    const auto found = std::ranges::lower_bound(table, word, {}, &WordValue::word);
    return found != table.end() && found->word == word ? found->value : otherwise;
}

} // namespace khabar::fingerprint
