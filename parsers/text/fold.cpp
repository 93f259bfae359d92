#include "parsers/text/fold.hpp"

#include "parsers/text/utf8.hpp"

#include <fold_table.hpp> // written at build time by fold_table_generator.cpp, which holds the rules

namespace khabar::text {

namespace {

constexpr std::size_t block_bits = 7;

std::uint16_t fold_entry(char32_t c) noexcept {
    return tables::fold_stage2[(std::size_t{tables::fold_stage1[c >> block_bits]} << block_bits) + (c & 127)];
}

std::string_view fold_result(std::uint16_t entry) noexcept {
    const auto begin = tables::fold_offset[entry], end = tables::fold_offset[entry + 1];
    return {reinterpret_cast<const char*>(tables::fold_pool) + begin, end - begin};
}

bool in_word(char32_t c) noexcept {
    const auto block = std::size_t{tables::word_stage1[c >> block_bits]} * 2;
    return (tables::word_stage2[block + ((c >> 6) & 1)] >> (c & 63) & 1) != 0;
}

} // namespace

std::string fold(std::string_view utf8) {
    std::string out;
    out.reserve(utf8.size());
    // One space at the most, never first: so a space is only written when something follows a non-space.
    const auto put_space = [&] {
        if (!out.empty() && out.back() != ' ') out.push_back(' ');
    };
    for (std::size_t at = 0; at < utf8.size();) {
        const auto byte = static_cast<unsigned char>(utf8[at]);
        if (byte < 0x80 && byte > 0x20 && byte != 0x7F) { // the common case in markup and Latin text
            const bool upper = byte >= 'A' && byte <= 'Z';
            out.push_back(static_cast<char>(upper ? byte + 32 : byte));
            ++at;
            continue;
        }
        if (byte == ' ') {
            put_space();
            ++at;
            continue;
        }
        const auto begin = at;
        const auto entry = fold_entry(next_code_point(utf8, at));
        if (entry == 0) {
            out.append(utf8, begin, at - begin);
            continue;
        }
        const auto result = fold_result(entry);
        if (result.empty()) continue;
        if (result.front() != ' ') {
            out.append(result);
            continue;
        }
        put_space(); // white space, or a spacing form of a mark (U+00B4 is a space and an acute)
        out.append(result.substr(1));
    }
    if (!out.empty() && out.back() == ' ') out.pop_back();
    return out;
}

std::vector<std::string> folded_words(std::string_view utf8) {
    const auto folded = fold(utf8);
    const std::string_view text = folded;
    constexpr std::size_t usual_word_bytes = 8;
    std::vector<std::string> words;
    words.reserve(text.size() / usual_word_bytes);
    std::size_t begin = 0;
    for (std::size_t at = 0; at < text.size();) {
        const auto here = at;
        if (in_word(next_code_point(text, at))) continue;
        if (here > begin) words.emplace_back(text.substr(begin, here - begin));
        begin = at;
    }
    if (begin < text.size()) words.emplace_back(text.substr(begin));
    return words;
}

} // namespace khabar::text
