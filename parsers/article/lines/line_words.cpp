#include "parsers/article/lines/line_words.hpp"

#include "parsers/text/fold.hpp"
#include "parsers/text/punctuation.hpp"
#include "parsers/text/utf8.hpp"

#include <algorithm>

namespace khabar::article {
namespace {

bool in(char32_t c, char32_t first, char32_t last) {
    return first <= c && c <= last;
}

// "Worldأخبار": category chips run together where their elements did; the scripts tell them apart.
enum class Script { none, latin, arabic };
Script script_of(char32_t c) {
    if (in(c, 'a', 'z') || in(c, 'A', 'Z') || in(c, 0xC0, 0x24F)) return Script::latin;
    return in(c, 0x620, 0x64A) || in(c, 0x671, 0x6D3) ? Script::arabic : Script::none;
}

} // namespace

std::vector<LineWord> line_words(std::string_view line, std::size_t limit) {
    std::vector<LineWord> words;
    std::size_t at = 0, begin = 0;
    bool inside = false;
    Script script = Script::none; // of the word so far
    const auto close = [&](std::size_t end) {
        if (!inside) return;
        inside = false;
        auto folded = text::fold(line.substr(begin, end - begin));
        if (!folded.empty()) words.push_back({std::move(folded), begin, end});
    };
    while (at < line.size() && words.size() < limit) {
        const std::size_t here = at;
        const char32_t c = text::next_code_point(line, at);
        if (text::separates_words(c)) {
            close(here);
            continue;
        }
        const Script now = script_of(c);
        if (inside && now != Script::none && script != Script::none && now != script) close(here);
        if (!inside) {
            inside = true;
            begin = here;
            script = Script::none;
        }
        if (now != Script::none) script = now;
    }
    if (words.size() < limit) close(line.size());
    return words;
}

std::string_view gap_after(std::string_view line, std::span<const LineWord> words, std::size_t count) {
    const std::size_t from = count == 0 ? 0 : words[count - 1].end;
    const std::size_t to = count < words.size() ? words[count].begin : line.size();
    return line.substr(from, to - from);
}

bool is_number(std::string_view folded_word) noexcept {
    constexpr std::string_view digits = "0123456789";
    if (folded_word.empty() || folded_word.size() > 9) return false;
    const auto begin = folded_word.find_first_not_of(digits);
    if (begin == std::string_view::npos) return true;
    if (begin == 0) return false;
    const auto rest = folded_word.substr(begin);
    // "1k", "2m"; "10h30".
    if (rest.size() == 1) return std::string_view("kmbh").find(rest[0]) != std::string_view::npos;
    return rest[0] == 'h' && rest.find_first_not_of(digits, 1) == std::string_view::npos;
}

bool is_year(std::string_view folded_word) noexcept {
    if (folded_word.size() != 4 || folded_word.find_first_not_of("0123456789") != std::string_view::npos)
        return false;
    const auto century = folded_word.substr(0, 2);
    return century == "13" || century == "14" || century == "19" || century == "20";
}

} // namespace khabar::article
