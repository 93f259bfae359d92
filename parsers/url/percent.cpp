#include "parsers/url/percent.hpp"

namespace khabar::url {

namespace {

// What each set adds to the C0 controls and the bytes above '~'.
constexpr std::string_view added[] = {
    "",                      // c0_control
    " \"<>`",                // fragment
    " \"#<>",                // query
    " \"#<>'",               // special_query
    " \"#<>?^`{}",           // path
    " \"#<>?^`{}/:;=@[\\]|", // userinfo
};

// One bit a set for each byte.
constexpr auto membership = [] {
    std::array<std::uint8_t, 256> bits{};
    for (std::size_t byte = 0; byte < 256; ++byte)
        for (std::size_t set = 0; set < std::size(added); ++set)
            if (byte < 0x20 || byte > 0x7E ||
                added[set].find(static_cast<char>(byte)) != std::string_view::npos)
                bits[byte] = static_cast<std::uint8_t>(bits[byte] | 1u << set);
    return bits;
}();

} // namespace

void append_percent(std::string& out, unsigned char byte) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    out.push_back('%');
    out.push_back(digits[byte >> 4]);
    out.push_back(digits[byte & 15]);
}

void append_encoded(std::string& out, std::string_view bytes, EncodeSet set) {
    const auto bit = 1u << static_cast<unsigned>(set);
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        if ((membership[byte] & bit) != 0)
            append_percent(out, byte);
        else
            out.push_back(c);
    }
}

std::string percent_decode(std::string_view bytes) {
    std::string out;
    out.reserve(bytes.size());
    for (std::size_t at = 0; at < bytes.size();) {
        const int byte = encoded_byte(bytes, at);
        out.push_back(byte < 0 ? bytes[at] : static_cast<char>(byte));
        at += byte < 0 ? 1 : 3;
    }
    return out;
}

} // namespace khabar::url
