#pragma once
// Small numbers written as words: a toll of three and a toll of five fill one mould, and "three" in one paper
// is 3 in the other. A guard like the weekdays', not a stop list: a language that is missing here is only
// guarded by its digits. One and two are not here: their words say too much else ("one of", "a second time").

#include <cstdint>
#include <string_view>

namespace khabar::fingerprint {

// 3 … 12, 20, 30 … 100 for a normalised word, cardinal or ordinal; 0 for any other.
[[nodiscard]] std::uint8_t numeral(std::u32string_view word) noexcept;

} // namespace khabar::fingerprint
