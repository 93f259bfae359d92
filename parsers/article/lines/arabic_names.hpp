#pragma once
// Given names as Arabic writes them: they tell the "and" written to a name («ومحمد») from a name's own
// first letter («وليد»).

#include <string_view>

namespace khabar::article {

// One of some four hundred given names that many bear. Left out are those that make another name or word
// with و before them, «هبة» (وهبة), «سام» (وسام), «آلان» (والآن), and those that begin an office, «أمين».
[[nodiscard]] bool is_arabic_given_name(std::string_view folded_word) noexcept;

} // namespace khabar::article
