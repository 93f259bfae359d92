#include "parsers/text/punctuation.hpp"

#include "parsers/text/utf8.hpp"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>

namespace khabar::text {
namespace {

constexpr std::array<char32_t, 37> sentence_ends{
    U'!',   U'.',   U'?',   0x0589, 0x061D, 0x061E, U'؟',   U'۔',   0x0700, 0x0701, 0x0702, 0x07F9, U'।',
    U'॥',   0x104A, 0x104B, 0x1362, 0x1367, 0x1368, 0x17D4, 0x17D5, 0x1803, 0x1809, U'…',   0x203C, 0x203D,
    0x2047, 0x2048, 0x2049, U'。',  0xA4FF, 0xAAF1, 0xFE52, U'！',  U'．',  U'？',  U'｡'};
static_assert(std::ranges::is_sorted(sentence_ends));

constexpr std::array<char32_t, 14> clause_marks{U',',   U';',   0x055D, U'،',   U'؛',  0x0703, 0x1363,
                                                0x1364, 0x1365, U'、',  0xA4FE, U'，', U'；',  U'､'};
static_assert(std::ranges::is_sorted(clause_marks));

bool in(char32_t c, char32_t first, char32_t last) {
    return first <= c && c <= last;
}

// Letters and digits of Arabic, asked for most.
bool is_arabic_letter(char32_t c) {
    return in(c, 0x620, 0x669) || in(c, 0x66E, 0x6D3);
}

bool is_joiner_or_direction(char32_t c) {
    return in(c, 0x200C, 0x200F);
}

} // namespace

bool ends_sentence(char32_t c) noexcept {
    return !is_arabic_letter(c) && std::ranges::binary_search(sentence_ends, c);
}

bool divides_clauses(char32_t c) noexcept {
    return !is_arabic_letter(c) && std::ranges::binary_search(clause_marks, c);
}

bool closes(char32_t c) noexcept {
    if (c < 0x80) return c == '"' || c == '\'' || c == ')' || c == ']' || c == '}' || c == ' ' || c == '*';
    if (is_arabic_letter(c)) return false;
    if (c == 0xA0 || is_joiner_or_direction(c)) return true;
    const auto kind = u_charType(static_cast<UChar32>(c));
    return kind == U_END_PUNCTUATION || kind == U_INITIAL_PUNCTUATION || kind == U_FINAL_PUNCTUATION;
}

bool separates_words(char32_t c) noexcept {
    if (c < 0x80) return !(in(c, '0', '9') || in(c, 'a', 'z') || in(c, 'A', 'Z'));
    if (is_arabic_letter(c) || is_joiner_or_direction(c)) return false;
    constexpr auto inside = U_GC_L_MASK | U_GC_M_MASK | U_GC_N_MASK;
    return (U_MASK(u_charType(static_cast<UChar32>(c))) & inside) == 0;
}

bool writes_without_stops(char32_t c) noexcept {
    return in(c, 0x0E00, 0x0EFF);
}

bool ends_as_sentence(std::string_view utf8) noexcept {
    while (!utf8.empty()) {
        std::size_t at = utf8.size() - 1;
        while (at > 0 && (static_cast<unsigned char>(utf8[at]) & 0xC0) == 0x80)
            --at;
        const std::string_view rest = utf8.substr(0, at);
        const char32_t c = next_code_point(utf8, at);
        if (ends_sentence(c)) return true;
        if (!closes(c)) return false;
        utf8 = rest;
    }
    return false;
}

} // namespace khabar::text
