#pragma once
// A printed date in pieces: numbers, words, marks. Digits of every script are digits; letters are folded so
// that spellings readers hold equal are equal (case, Latin accents, Arabic alif, ya and ha forms, vowel
// marks). Not text::fold(): Thai and Indic vowel signs are letters here, and the script of the digits says
// something (Persian ones: a Jalali year).

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace khabar::date {

struct Token {
    enum class Type : std::uint8_t { number, word, mark };

    Type type = Type::mark;
    bool glued = false;      // no space before it
    bool persian = false;    // of Persian digits
    char mark = '\0';        // ASCII twin of the mark: ',' for '،'
    std::uint8_t digits = 0; // how many were written; capped
    std::int64_t value = 0;  // 0 where there are more than 17 digits
    std::string word;        // folded; of marks and numbers empty
    bool capital = false;    // begins with A–Z
    bool ideograph = false;  // one of the characters that make a word each

    [[nodiscard]] bool is_number() const noexcept { return type == Type::number; }
    [[nodiscard]] bool is_word() const noexcept { return type == Type::word; }
    [[nodiscard]] bool is_mark(char c) const noexcept { return type == Type::mark && mark == c; }
};

// `text` must be valid UTF-8.
[[nodiscard]] std::vector<Token> tokenize(std::string_view text);

// Letters as tokenize() folds them; spaces stay. For dictionary keys.
[[nodiscard]] std::string fold_word(std::string_view text);

} // namespace khabar::date
