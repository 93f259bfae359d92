#include "parsers/text/utf8.hpp"

#include <algorithm>
#include <cstring>

namespace khabar::text {

namespace {

// What may follow a lead byte (Unicode 15, table 3-7): length and the range of the second byte; length 0 is
// no lead byte.
struct Lead {
    std::uint8_t bytes = 0;
    std::uint8_t second_from = 0x80;
    std::uint8_t second_to = 0xBF;
};

constexpr Lead lead(std::uint8_t byte) noexcept {
    if (byte < 0x80) return {1};
    if (byte < 0xC2) return {0};
    if (byte < 0xE0) return {2};
    if (byte == 0xE0) return {3, 0xA0, 0xBF};
    if (byte == 0xED) return {3, 0x80, 0x9F};
    if (byte < 0xF0) return {3};
    if (byte == 0xF0) return {4, 0x90, 0xBF};
    if (byte < 0xF4) return {4};
    if (byte == 0xF4) return {4, 0x80, 0x8F};
    return {0};
}

constexpr std::uint8_t payload_mask[] = {0, 0x7F, 0x1F, 0x0F, 0x07};

// Length of the run of ASCII without NUL at `at`, eight bytes a step.
std::size_t ascii_run(std::string_view bytes, std::size_t at) noexcept {
    const auto begin = at;
    constexpr std::uint64_t high = 0x8080808080808080, low = 0x0101010101010101;
    while (bytes.size() - at >= 8) {
        std::uint64_t word = 0;
        std::memcpy(&word, bytes.data() + at, sizeof word);
        if ((word & high) != 0 || ((word - low) & ~word & high) != 0) break;
        at += 8;
    }
    while (at < bytes.size() && bytes[at] > 0)
        ++at;
    return at - begin;
}

constexpr bool is_continuation(char byte) noexcept {
    return (byte & 0xC0) == 0x80;
}

// Length of the run of well-formed text without NUL at `at`. The short ways are for what pages are made of:
// ASCII, two-byte letters and the three-byte sequences whose lead byte puts no condition on the second.
std::size_t valid_run(std::string_view bytes, std::size_t at) noexcept {
    const auto begin = at;
    while (at < bytes.size()) {
        const auto first = static_cast<std::uint8_t>(bytes[at]);
        const auto left = bytes.size() - at;
        if (first < 0x80) {
            const auto run = ascii_run(bytes, at);
            if (run == 0) break; // NUL
            at += run;
        } else if (first >= 0xC2 && first < 0xE0 && left >= 2 && is_continuation(bytes[at + 1])) {
            at += 2;
        } else if (first > 0xE0 && first < 0xED && left >= 3 && is_continuation(bytes[at + 1]) &&
                   is_continuation(bytes[at + 2])) {
            at += 3;
        } else {
            const auto step = utf8_step(bytes, at);
            if (!step.valid) break;
            at += step.bytes;
        }
    }
    return at - begin;
}

} // namespace

Utf8Step utf8_step(std::string_view bytes, std::size_t at) noexcept {
    const auto first = static_cast<std::uint8_t>(bytes[at]);
    const auto rule = lead(first);
    if (rule.bytes == 0) return {};
    char32_t code_point = first & payload_mask[rule.bytes];
    for (std::uint8_t i = 1; i < rule.bytes; ++i) {
        if (at + i >= bytes.size()) return {replacement_character, i, false};
        const auto byte = static_cast<std::uint8_t>(bytes[at + i]);
        const bool second = i == 1;
        if (byte < (second ? rule.second_from : 0x80) || byte > (second ? rule.second_to : 0xBF))
            return {replacement_character, i, false};
        code_point = (code_point << 6) | (byte & 0x3F);
    }
    return {code_point, rule.bytes, true};
}

bool is_valid_utf8(std::string_view bytes) noexcept {
    std::size_t at = 0;
    while (at < bytes.size()) {
        at += valid_run(bytes, at);
        if (at == bytes.size()) break;
        if (bytes[at] != 0) return false;
        ++at;
    }
    return true;
}

std::size_t append_valid_utf8(std::string& out, std::string_view bytes) {
    std::size_t replaced = 0;
    out.reserve(out.size() + bytes.size());
    std::size_t at = 0;
    while (at < bytes.size()) {
        const auto run = valid_run(bytes, at);
        out.append(bytes, at, run);
        at += run;
        if (at == bytes.size()) break;
        append_utf8(out, replacement_character);
        ++replaced;
        at += utf8_step(bytes, at).bytes;
    }
    return replaced;
}

std::string to_valid_utf8(std::string_view bytes) {
    std::string out;
    append_valid_utf8(out, bytes);
    return out;
}

char32_t next_code_point(std::string_view utf8, std::size_t& at) noexcept {
    const auto first = static_cast<std::uint8_t>(utf8[at]);
    if (first < 0x80) {
        ++at;
        return first;
    }
    const auto step = utf8_step(utf8, at);
    at += step.bytes;
    return step.code_point;
}

void append_utf8(std::string& out, char32_t code_point) {
    if (code_point > 0x10FFFF || (code_point >= 0xD800 && code_point < 0xE000))
        code_point = replacement_character;
    const auto tail = [&](unsigned shift) {
        out.push_back(static_cast<char>(0x80 | ((code_point >> shift) & 0x3F)));
    };
    if (code_point < 0x80) {
        out.push_back(static_cast<char>(code_point));
    } else if (code_point < 0x800) {
        out.push_back(static_cast<char>(0xC0 | (code_point >> 6)));
        tail(0);
    } else if (code_point < 0x10000) {
        out.push_back(static_cast<char>(0xE0 | (code_point >> 12)));
        tail(6);
        tail(0);
    } else {
        out.push_back(static_cast<char>(0xF0 | (code_point >> 18)));
        tail(12);
        tail(6);
        tail(0);
    }
}

std::size_t length(std::string_view utf8) noexcept {
    return static_cast<std::size_t>(
        std::count_if(utf8.begin(), utf8.end(), [](char byte) { return (byte & 0xC0) != 0x80; }));
}

std::string_view prefix(std::string_view utf8, std::size_t bytes) noexcept {
    if (utf8.size() <= bytes) return utf8;
    while (bytes > 0 && (utf8[bytes] & 0xC0) == 0x80)
        --bytes;
    return utf8.substr(0, bytes);
}

} // namespace khabar::text
