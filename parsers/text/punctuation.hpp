#pragma once
// What the marks between words do, in every living script.

#include <string_view>

namespace khabar::text {

// The marks that end a sentence: . ! ? … and what stands for them elsewhere (؟ ۔ 。 । ። ։ …): Unicode 15's
// Sentence_Terminal for living scripts, and the ellipsis.
[[nodiscard]] bool ends_sentence(char32_t c) noexcept;

// Commas and semicolons: , ; ، ؛ 、 ， and their kin.
[[nodiscard]] bool divides_clauses(char32_t c) noexcept;

// What may stand between a sentence's last mark and the end of its line: quotation marks, closing brackets,
// spaces, marks of direction.
[[nodiscard]] bool closes(char32_t c) noexcept;

// White space, punctuation and symbols; no letter, combining mark or digit. ZWNJ, ZWJ and marks of direction
// stay inside words.
[[nodiscard]] bool separates_words(char32_t c) noexcept;

// Thai and Lao set no mark at a sentence's end.
[[nodiscard]] bool writes_without_stops(char32_t c) noexcept;

// Ends with the mark of a sentence, what closes behind it aside. `utf8` must be valid.
[[nodiscard]] bool ends_as_sentence(std::string_view utf8) noexcept;

} // namespace khabar::text
