#pragma once
// Base64 with the standard alphabet (RFC 4648 §4).

#include <string>
#include <string_view>

namespace khabar::text {

// Padded, on one line.
[[nodiscard]] std::string to_base64(std::string_view bytes);

struct FromBase64 {
    std::string bytes;
    bool clean = true; // nothing was passed over but white space, and padding stood at the end only
};

// Reads what can be read: characters outside the alphabet are passed over (RFC 2045 §6.8), and padding may be
// missing. Linear; three bytes at the most for four characters.
[[nodiscard]] FromBase64 from_base64(std::string_view text);

} // namespace khabar::text
