#pragma once
// ASCII alone, whatever the locale: every other byte, those of UTF-8's longer characters among them, is no
// letter, no digit and no space, and stays as it is.

#include <algorithm>
#include <string>
#include <string_view>

namespace khabar::text {

[[nodiscard]] constexpr bool is_digit(char c) noexcept {
    return c >= '0' && c <= '9';
}
[[nodiscard]] constexpr bool is_upper(char c) noexcept {
    return c >= 'A' && c <= 'Z';
}
[[nodiscard]] constexpr char lower(char c) noexcept {
    return is_upper(c) ? static_cast<char>(c + ('a' - 'A')) : c;
}
[[nodiscard]] constexpr bool is_letter(char c) noexcept {
    return lower(c) >= 'a' && lower(c) <= 'z';
}
[[nodiscard]] constexpr bool is_letter_or_digit(char c) noexcept {
    return is_letter(c) || is_digit(c);
}
// As HTML, CSS and the Encoding Standard count it: no vertical tab, unlike C.
[[nodiscard]] constexpr bool is_space(char c) noexcept {
    return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
}

// The value of a hexadecimal digit; -1 where it is none.
[[nodiscard]] constexpr int hex_value(char c) noexcept {
    if (is_digit(c)) return c - '0';
    return lower(c) >= 'a' && lower(c) <= 'f' ? lower(c) - 'a' + 10 : -1;
}

// Without the characters of `set` at either end; without one, all that C's isspace knows.
[[nodiscard]] constexpr std::string_view trim(std::string_view text,
                                              std::string_view set = " \t\n\v\f\r") noexcept {
    const std::size_t begin = std::min(text.find_first_not_of(set), text.size());
    return text.substr(begin, text.find_last_not_of(set) + 1 - begin);
}

[[nodiscard]] constexpr bool equals_ignoring_case(std::string_view a, std::string_view b) noexcept {
    return std::ranges::equal(a, b, {}, lower, lower);
}
[[nodiscard]] constexpr bool starts_ignoring_case(std::string_view text, std::string_view start) noexcept {
    return text.size() >= start.size() && equals_ignoring_case(text.substr(0, start.size()), start);
}

[[nodiscard]] inline std::string lower_case(std::string_view text) {
    std::string out(text);
    std::ranges::transform(out, out.begin(), lower);
    return out;
}

} // namespace khabar::text
