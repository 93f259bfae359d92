#pragma once
// The frozen normalisation table: what one code point means for comparing texts. Frozen, because shingle
// hashes are stored: a newer Unicode or ICU must not make yesterday's copy of a story unrecognisable.
// (text::fold is for searching and may change with the library.)

#include <cstdint>

namespace khabar::fingerprint {

enum class Role : std::uint8_t {
    letter,    // part of a word
    digit,     // value in `code`: 0…9
    alone,     // a word by itself: Han, kana, Thai, Khmer … are written without spaces
    invisible, // as if not there: vowel marks, tatweel, hamza, joiners, bidi controls, apostrophes
    separator,
};

struct Letter {
    Role role;
    char32_t code;       // the letter all its spellings share
    char32_t second = 0; // of a ligature (لا)
};

[[nodiscard]] Letter letter(char32_t code_point) noexcept;

// ا و ي: long vowels that transliterations of one name write or leave out.
[[nodiscard]] constexpr bool is_weak(char32_t code) noexcept {
    return code == U'ا' || code == U'و' || code == U'ي';
}

[[nodiscard]] constexpr bool is_arabic(char32_t code) noexcept {
    return code >= 0x0620 && code <= 0x06FF;
}

} // namespace khabar::fingerprint
