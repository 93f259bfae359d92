#include "parsers/links/headline_shape.hpp"

#include "parsers/text/utf8.hpp"
#include "parsers/text/white_space.hpp"

#include <algorithm>

namespace khabar::links {

namespace {

// Han, kana and Hangul: one character says about what two and a half of an alphabet do.
constexpr double dense_letter = 2.5;

constexpr bool is_dense(char32_t c) noexcept {
    return (c >= 0x3040 && c <= 0x30FF) || (c >= 0x3400 && c <= 0x9FFF) || (c >= 0xAC00 && c <= 0xD7A3);
}

// Without these a line is a number, a date, an arrow.
constexpr bool is_letter(char32_t c) noexcept {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c >= 0xC0;
}

} // namespace

double headline_shape(std::string_view text) {
    double letters = 0;
    int words = 0;
    bool in_word = false;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = text::next_code_point(text, at);
        const bool letter = is_letter(c) && !text::is_white_space(c);
        if (letter) letters += is_dense(c) ? dense_letter : 1;
        if (letter && (!in_word || is_dense(c))) ++words;
        in_word = !text::is_white_space(c) && (letter || in_word);
    }
    // Two words or a dozen letters are a label, six words and 35 letters a headline.
    const double by_words = std::clamp((words - 2) / 4.0, 0.0, 1.0);
    const double by_letters = std::clamp((letters - 12) / 23.0, 0.0, 1.0);
    return (by_words + by_letters) / 2;
}

} // namespace khabar::links
