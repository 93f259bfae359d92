#pragma once
// Names of weekdays: two bulletins of one template differ in little else. A guard, not a stop list: a
// language that is missing here is only guarded by its numbers.

#include <cstdint>
#include <string_view>

namespace khabar::fingerprint {

// 0 Sunday … 6 Saturday for a normalised word, else no_weekday.
[[nodiscard]] std::uint8_t weekday(std::u32string_view word) noexcept;

} // namespace khabar::fingerprint
