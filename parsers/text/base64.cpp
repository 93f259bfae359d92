#include "parsers/text/base64.hpp"

#include "parsers/text/ascii.hpp"

#include <cstdint>

namespace khabar::text {

namespace {

constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

int sextet(char c) noexcept {
    if (c >= 'A' && c <= 'Z') return c - 'A';
    if (c >= 'a' && c <= 'z') return c - 'a' + 26;
    if (c >= '0' && c <= '9') return c - '0' + 52;
    if (c == '+') return 62;
    return c == '/' ? 63 : -1;
}

} // namespace

std::string to_base64(std::string_view bytes) {
    std::string out;
    out.reserve((bytes.size() + 2) / 3 * 4);
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        const std::string_view group = bytes.substr(i, 3);
        std::uint32_t bits = 0;
        for (std::size_t k = 0; k < 3; ++k)
            bits = bits << 8 | (k < group.size() ? static_cast<unsigned char>(group[k]) : 0u);
        for (std::size_t k = 0; k < 4; ++k)
            out.push_back(k <= group.size() ? alphabet[bits >> (18 - 6 * k) & 63] : '=');
    }
    return out;
}

FromBase64 from_base64(std::string_view text) {
    FromBase64 out;
    out.bytes.reserve(text.size() / 4 * 3);
    std::uint32_t bits = 0;
    unsigned held = 0;
    bool padded = false;
    for (const char c : text) {
        if (is_space(c)) continue;
        padded = padded || c == '=';
        const int value = sextet(c);
        if (padded != (c == '=') || (value < 0 && c != '=')) out.clean = false;
        if (value < 0) continue;
        bits = bits << 6 | static_cast<std::uint32_t>(value);
        held += 6;
        if (held < 8) continue;
        held -= 8;
        out.bytes.push_back(static_cast<char>(bits >> held & 0xFF));
    }
    return out;
}

} // namespace khabar::text
