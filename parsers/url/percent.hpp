#pragma once
// Percent-encoding by the WHATWG URL Standard, §1.3.

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace khabar::url {

// The percent-encode sets that parsing needs; bytes above 0x7E are in each of them.
enum class EncodeSet : std::uint8_t { c0_control, fragment, query, special_query, path, userinfo };

void append_encoded(std::string& out, std::string_view bytes, EncodeSet set);
void append_percent(std::string& out, unsigned char byte); // "%C3"

// "Percent-decode": a '%' without two hex digits stays.
[[nodiscard]] std::string percent_decode(std::string_view bytes);

// The value of a hex digit, -1 where it is none.
[[nodiscard]] constexpr int hex_value(char c) noexcept {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

// The byte that the three characters at `at` stand for; -1 where they are not '%' and two hex digits.
[[nodiscard]] constexpr int encoded_byte(std::string_view text, std::size_t at) noexcept {
    if (text.size() - at < 3 || text[at] != '%') return -1;
    const int high = hex_value(text[at + 1]), low = hex_value(text[at + 2]);
    return high < 0 || low < 0 ? -1 : high * 16 + low;
}

[[nodiscard]] constexpr bool is_alpha(char c) noexcept {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
[[nodiscard]] constexpr bool is_digit(char c) noexcept {
    return c >= '0' && c <= '9';
}
[[nodiscard]] constexpr char lower(char c) noexcept {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

} // namespace khabar::url
