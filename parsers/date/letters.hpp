#pragma once
// What one character is in a printed date, in every script that dates are printed in. Tables; no allocation.

#include <optional>

namespace khabar::date {

// Dropped wherever it stands: bidi controls, joiners, Arabic vowel marks and tatweel, Indic nuktas, combining
// accents, BOM.
[[nodiscard]] bool is_ignored(char32_t c) noexcept;

[[nodiscard]] bool is_space(char32_t c) noexcept;

struct Digit {
    int value = 0;        // 0…9
    bool persian = false; // of the set that Persian and Urdu use (U+06F0…)
};
// Of the decimal digits of 17 scripts.
[[nodiscard]] std::optional<Digit> digit_of(char32_t c) noexcept;

// The ASCII mark that stands for it; '|' for those that only separate; 0 for letters.
[[nodiscard]] char mark_of(char32_t c) noexcept;

// Lower-case, without accent or nukta, in the one form that readers hold it equal to: Latin, Greek, Cyrillic,
// Arabic, Devanagari and Bengali; other letters as they are.
[[nodiscard]] char32_t fold_letter(char32_t c) noexcept;

// A character that makes a word by itself.
[[nodiscard]] bool is_ideograph(char32_t c) noexcept;

// A vowel or mark of Thai and Lao, which a letter carries.
[[nodiscard]] bool is_carried(char32_t c) noexcept;

} // namespace khabar::date
