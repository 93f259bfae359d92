#pragma once
// A line as folded words that remember where in the line they stand.

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace khabar::article {

struct LineWord {
    std::string folded;    // text::fold of the word
    std::size_t begin = 0; // bytes in the line
    std::size_t end = 0;
};

// Words end at white space, punctuation and symbols; these are dropped. At most `limit` words.
[[nodiscard]] std::vector<LineWord> line_words(std::string_view line, std::size_t limit = 120);

// What stands in the line between word `count` - 1 and word `count`.
[[nodiscard]] std::string_view gap_after(std::string_view line, std::span<const LineWord> words,
                                         std::size_t count);

// A number as pages write counts and days: "12", "1k", "2025".
[[nodiscard]] bool is_number(std::string_view folded_word) noexcept;

// Of this century, the last, or the two of the solar and lunar Hijri calendars that newspapers date by.
[[nodiscard]] bool is_year(std::string_view folded_word) noexcept;

} // namespace khabar::article
