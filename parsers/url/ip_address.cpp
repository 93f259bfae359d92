#include "parsers/url/ip_address.hpp"

#include "parsers/text/ascii.hpp"

#include <algorithm>

namespace khabar::url {

namespace {

constexpr std::uint64_t beyond_ipv4 = std::uint64_t{1} << 32; // stands for every larger number

// "IPv4 number parser".
std::optional<std::uint64_t> ipv4_number(std::string_view text) noexcept {
    if (text.empty()) return std::nullopt;
    std::uint64_t radix = 10;
    if (text.size() >= 2 && text[0] == '0') {
        const bool hex = text[1] == 'x' || text[1] == 'X';
        radix = hex ? 16 : 8;
        text.remove_prefix(hex ? 2 : 1);
    }
    std::uint64_t value = 0;
    for (const char c : text) {
        const int digit = text::hex_value(c);
        if (digit < 0 || static_cast<std::uint64_t>(digit) >= radix) return std::nullopt;
        value = std::min(value * radix + static_cast<std::uint64_t>(digit), beyond_ipv4);
    }
    return value;
}

void append_hex(std::string& out, std::uint16_t value) {
    constexpr std::string_view digits = "0123456789abcdef";
    bool started = false;
    for (int shift = 12; shift >= 0; shift -= 4) {
        const auto digit = value >> shift & 15;
        started = started || digit != 0 || shift == 0;
        if (started) out.push_back(digits[static_cast<std::size_t>(digit)]);
    }
}

// The dotted end of an IPv6 address: two pieces. Unlike elsewhere exactly four decimal numbers without
// leading zeros.
bool dotted_pieces(std::string_view text, std::uint16_t& first, std::uint16_t& second) noexcept {
    std::array<std::uint16_t, 4> numbers{};
    std::size_t at = 0;
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        if (i > 0 && (at >= text.size() || text[at++] != '.')) return false;
        const auto begin = at;
        unsigned value = 0;
        while (at < text.size() && text::is_digit(text[at])) {
            if (at > begin && value == 0) return false;
            value = value * 10 + static_cast<unsigned>(text[at++] - '0');
            if (value > 255) return false;
        }
        if (at == begin) return false;
        numbers[i] = static_cast<std::uint16_t>(value);
    }
    first = static_cast<std::uint16_t>(numbers[0] << 8 | numbers[1]);
    second = static_cast<std::uint16_t>(numbers[2] << 8 | numbers[3]);
    return at == text.size();
}

// "Finding the IPv6 address compressed piece index": the first longest run of two zeros and more; 8 where
// there is none.
std::size_t longest_zero_run(const Ipv6Pieces& address) noexcept {
    std::size_t best = address.size(), best_size = 1;
    for (std::size_t at = 0; at < address.size();) {
        auto end = at;
        while (end < address.size() && address[end] == 0)
            ++end;
        if (end - at > best_size) {
            best = at;
            best_size = end - at;
        }
        at = end + 1;
    }
    return best;
}

} // namespace

bool ends_in_number(std::string_view domain) noexcept {
    if (domain.ends_with('.')) domain.remove_suffix(1);
    const auto last = domain.substr(domain.rfind('.') + 1); // npos + 1 is 0: the whole
    if (last.empty()) return false;
    return std::ranges::all_of(last, text::is_digit) || ipv4_number(last).has_value();
}

std::optional<std::uint32_t> parse_ipv4(std::string_view text) noexcept {
    if (text.ends_with('.')) text.remove_suffix(1);
    std::array<std::uint64_t, 4> numbers{};
    std::size_t count = 0;
    for (std::size_t begin = 0; begin <= text.size();) {
        const auto end = std::min(text.find('.', begin), text.size());
        const auto number = ipv4_number(text.substr(begin, end - begin));
        if (!number || count == numbers.size()) return std::nullopt;
        numbers[count++] = *number;
        begin = end + 1;
    }
    const auto last = numbers[count - 1];
    if (last >= std::uint64_t{1} << (8 * (5 - count))) return std::nullopt;
    std::uint64_t address = last;
    for (std::size_t i = 0; i + 1 < count; ++i) {
        if (numbers[i] > 255) return std::nullopt;
        address += numbers[i] << (8 * (3 - i));
    }
    return static_cast<std::uint32_t>(address);
}

std::string ipv4_to_string(std::uint32_t address) {
    std::string out;
    for (int shift = 24; shift >= 0; shift -= 8) {
        out += std::to_string(address >> shift & 255);
        if (shift > 0) out.push_back('.');
    }
    return out;
}

std::optional<Ipv6Pieces> parse_ipv6(std::string_view text) noexcept {
    Ipv6Pieces address{};
    std::size_t piece = 0, compress = address.size() + 1, at = 0;
    if (text.starts_with(':')) {
        if (!text.starts_with("::")) return std::nullopt;
        at = 2;
        compress = ++piece;
    }
    while (at < text.size()) {
        if (piece == address.size()) return std::nullopt;
        if (text[at] == ':') {
            if (compress <= address.size()) return std::nullopt;
            ++at;
            compress = ++piece;
            continue;
        }
        const auto begin = at;
        unsigned value = 0;
        while (at < text.size() && at - begin < 4 && text::hex_value(text[at]) >= 0)
            value = value * 16 + static_cast<unsigned>(text::hex_value(text[at++]));
        if (at < text.size() && text[at] == '.') {
            if (piece > 6 || !dotted_pieces(text.substr(begin), address[piece], address[piece + 1]))
                return std::nullopt;
            piece += 2;
            break;
        }
        if (at < text.size()) {
            if (text[at] != ':') return std::nullopt;
            if (++at == text.size()) return std::nullopt;
        }
        address[piece++] = static_cast<std::uint16_t>(value);
    }
    if (compress > address.size()) return piece == address.size() ? std::optional(address) : std::nullopt;
    // The pieces after "::" move to the end.
    std::rotate(address.begin() + static_cast<std::ptrdiff_t>(compress),
                address.begin() + static_cast<std::ptrdiff_t>(piece), address.end());
    return address;
}

std::string to_string(const Ipv6Pieces& address) {
    std::string out;
    const auto compress = longest_zero_run(address);
    for (std::size_t piece = 0; piece < address.size();) {
        if (piece == compress) {
            out += piece == 0 ? "::" : ":";
            while (piece < address.size() && address[piece] == 0)
                ++piece;
            continue;
        }
        append_hex(out, address[piece]);
        if (++piece < address.size()) out.push_back(':');
    }
    return out;
}

} // namespace khabar::url
