#pragma once
// What a code point is to a reader who compares two texts. Ranges from Unicode 15. Internal to this folder.

#include <cstdint>

namespace khabar::diff {

enum class CharacterClass : std::uint8_t {
    word,       // letters, marks, digits
    ideograph,  // of a script written without spaces: a word by itself
    mark,       // punctuation and symbols
    space,      // between words
    line_break, // between paragraphs
    invisible,  // no reader sees whether it is there: zero-width, bidi controls, soft hyphen, tatweel
};

[[nodiscard]] CharacterClass class_of(char32_t code_point) noexcept;

// Joins two words into one where it stands between them: don't, 3.5, ex-minister, 12:30.
[[nodiscard]] bool joins_words(char32_t code_point) noexcept;

// One form for what typesetting tells apart and readers do not: quotation marks, dashes, spaces.
[[nodiscard]] char32_t plain_form(char32_t code_point) noexcept;

} // namespace khabar::diff
