#include "parsers/article/flat_lines.hpp"

#include "parsers/article/lines/line_words.hpp"
#include "parsers/text/fold.hpp"
#include "parsers/text/punctuation.hpp"
#include "parsers/text/utf8.hpp"

#include <algorithm>
#include <array>

namespace khabar::article {
namespace {

// Columns at which mail programs, terminals and text browsers wrap.
constexpr std::size_t shortest_wrap = 50;
constexpr std::size_t longest_wrap = 110;
constexpr std::size_t min_wrapped_lines = 6;
// A Markdown link: its text, its address.
constexpr std::size_t longest_label = 400;
constexpr std::size_t longest_address = 2048;
constexpr double wrapped_share = 0.8;

struct RawLine {
    std::string_view text;
    bool gap = false;
};

std::vector<RawLine> split(std::string_view utf8) {
    constexpr std::array<std::string_view, 3> ends{"\n", "\u2028", "\u2029"};
    std::vector<RawLine> lines;
    bool gap = false;
    std::size_t begin = 0;
    while (begin < utf8.size() && lines.size() < max_flat_lines) {
        std::size_t end = utf8.size(), length = 0;
        for (const auto mark : ends)
            if (const auto at = utf8.substr(begin, end - begin).find(mark); at != std::string_view::npos)
                end = begin + at, length = mark.size();
        const auto text = utf8.substr(begin, end - begin);
        begin = end + length;
        if (length == 0) begin = utf8.size();
        if (text.find_first_not_of(" \t\r\v\f") == std::string_view::npos) {
            gap = true;
            continue;
        }
        lines.push_back({text, gap});
        gap = false;
    }
    return lines;
}

// Most lines that another follows without a gap end near one column and in mid-sentence.
bool is_wrapped(const std::vector<RawLine>& lines) {
    std::size_t followed = 0, wrapped = 0, gaps = 0;
    for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
        gaps += lines[i].gap;
        if (lines[i + 1].gap) continue;
        ++followed;
        const auto length = text::length(lines[i].text);
        if (length > longest_wrap) return false;
        wrapped += length >= shortest_wrap && !text::ends_as_sentence(text::collapse_space(lines[i].text));
    }
    return gaps >= 1 && followed >= min_wrapped_lines &&
           static_cast<double>(wrapped) >= wrapped_share * static_cast<double>(followed);
}

// Links and images as Markdown writes them: [text](address) leaves its text, ![text](address) nothing.
std::string without_links(const std::string& text) {
    if (text.find("](") == std::string::npos) return text;
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const bool image = text.compare(at, 2, "![") == 0;
        const auto open = at + (image ? 1 : 0);
        // Both are looked for in a window, or a flood of brackets would cost its square.
        const bool begins = open < text.size() && text[open] == '[';
        const auto middle = begins ? text.substr(open, longest_label).find("](") + open : std::string::npos;
        const bool label = begins && middle >= open && middle < open + longest_label;
        const auto close =
            label ? text.substr(middle, longest_address).find(')') + middle : std::string::npos;
        if (!label || close < middle || close >= middle + longest_address) {
            out += text[at++];
            continue;
        }
        if (!image) out += text.substr(open + 1, middle - open - 1);
        at = close + 1;
    }
    return text::collapse_space(out);
}

// Marks of Markdown headings, quotations and stress around the whole line.
void take_marks(std::string& text) {
    const auto heading = text.find_first_not_of('#');
    if (heading != std::string::npos && heading > 0 && heading <= 6 && text[heading] == ' ')
        text.erase(0, heading + 1);
    if (text.starts_with("> ")) text.erase(0, 2);
    if (text.size() > 4 && text.starts_with("**") && text.ends_with("**"))
        text = text.substr(2, text.size() - 4);
}

bool take_bullet(std::string& text) {
    constexpr std::array<std::string_view, 13> bullets{"• ", "* ", "- ", "– ", "▪ ", "● ", "◦ ",
                                                       "■ ", "· ", "‣ ", "○ ", "» ", "▸ "};
    const auto mark = std::ranges::find_if(bullets, [&](std::string_view b) { return text.starts_with(b); });
    if (mark == bullets.end()) return false;
    text.erase(0, mark->size());
    return true;
}

} // namespace

std::vector<FlatLine> flat_lines(std::string_view utf8) {
    const auto raw = split(utf8);
    const bool wrapped = is_wrapped(raw);
    std::vector<FlatLine> lines;
    for (const auto& one : raw) {
        auto text = text::collapse_space(one.text);
        text = without_links(text);
        take_marks(text);
        if (text.empty()) continue;
        if (wrapped && !one.gap && !lines.empty() && text::length(lines.back().text) >= shortest_wrap) {
            lines.back().text += ' ' + text;
            continue;
        }
        FlatLine line;
        line.gap = one.gap;
        line.bullet = take_bullet(text);
        line.text = std::move(text);
        lines.push_back(std::move(line));
    }
    for (auto& line : lines)
        line.words = line_words(line.text, 400).size();
    return lines;
}

void classify_lines(std::vector<FlatLine>& lines, const LineContext& context) {
    for (auto& line : lines)
        line.is = classify_line(line.text, context);
}

} // namespace khabar::article
