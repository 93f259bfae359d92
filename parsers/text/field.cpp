// The one-line forms of fold.hpp: collapse_space, clean_field, escape_for_log.
#include "parsers/text/fold.hpp"
#include "parsers/text/utf8.hpp"
#include "parsers/text/white_space.hpp"

#include <array>

namespace khabar::text {

namespace {

template <typename Drop>
std::string collapse(std::string_view utf8, Drop drop) {
    std::string out;
    out.reserve(utf8.size());
    bool space = false;
    for (std::size_t at = 0; at < utf8.size();) {
        const auto begin = at;
        const auto c = next_code_point(utf8, at);
        if (is_white_space(c)) {
            space = true;
            continue;
        }
        if (drop(c)) continue;
        if (space && !out.empty()) out.push_back(' ');
        space = false;
        out.append(utf8, begin, at - begin);
    }
    return out;
}

void append_escape(std::string& out, char32_t c) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::array<char, 8> hex{};
    std::size_t used = 0;
    do {
        hex[used++] = digits[c & 15];
        c >>= 4;
    } while (c != 0);
    out += "\\u{";
    while (used > 0)
        out.push_back(hex[--used]);
    out.push_back('}');
}

bool unsafe_in_log(char32_t c) {
    return is_control(c) || is_bidi_embedding(c) || is_bidi_mark(c) || c == 0x2028 || c == 0x2029 ||
           c == 0x200B || c == 0xFEFF;
}

} // namespace

std::string collapse_space(std::string_view utf8) {
    return collapse(utf8, [](char32_t) { return false; });
}

std::string clean_field(std::string_view utf8) {
    return collapse(
        utf8, [](char32_t c) { return is_control(c) || is_bidi_embedding(c) || c == 0x200B || c == 0xFEFF; });
}

std::string escape_for_log(std::string_view untrusted, std::size_t limit) {
    std::string out;
    std::size_t at = 0;
    for (std::size_t count = 0; at < untrusted.size(); ++count) {
        if (count == limit) return out += "…";
        const auto step = utf8_step(untrusted, at);
        at += step.bytes;
        if (unsafe_in_log(step.code_point))
            append_escape(out, step.code_point);
        else
            append_utf8(out, step.code_point);
    }
    return out;
}

} // namespace khabar::text
