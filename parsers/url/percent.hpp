#pragma once
// Percent-encoding by the WHATWG URL Standard, §1.3.

#include "parsers/text/ascii.hpp"

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

// The byte that the three characters at `at` stand for; -1 where they are not '%' and two hex digits.
[[nodiscard]] constexpr int encoded_byte(std::string_view text, std::size_t at) noexcept {
    if (text.size() - at < 3 || text[at] != '%') return -1;
    const int high = text::hex_value(text[at + 1]), low = text::hex_value(text[at + 2]);
    return high < 0 || low < 0 ? -1 : high * 16 + low;
}

} // namespace khabar::url
