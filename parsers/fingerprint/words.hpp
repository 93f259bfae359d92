#pragma once
// A text as the sequence of its words, normalised and hashed.

#include <cstdint>
#include <string_view>
#include <vector>

namespace khabar::fingerprint {

inline constexpr std::uint8_t no_weekday = 0xFF;

struct Word {
    std::uint64_t exact = 0; // normalised spelling
    std::uint64_t skeleton =
        0; // without what spellings of one word differ in; equals `exact` for numbers and short words
    bool number = false; // digits; "1,200", "١٢٠٠" and "1200" are one number
    bool figure = false; // a number that two events hardly share: four digits or more, no year, not round
    std::uint8_t numeral = 0;          // the number that a word names ("three"); 0: none
    std::uint8_t weekday = no_weekday; // 0 Sunday … 6 Saturday
};

// Words are runs of letters and runs of digits ("100km" is two); in scripts without spaces every character is
// one. At most `limit` bytes of the text are read.
[[nodiscard]] std::vector<Word> words(std::string_view text, std::size_t limit);

// Word::exact of the number in digits.
[[nodiscard]] std::uint64_t hash_of_number(std::uint32_t value) noexcept;

} // namespace khabar::fingerprint
