#include "parsers/article/article.hpp"

#include "parsers/text/ascii.hpp"

#include <algorithm>
#include <string_view>

namespace khabar::article {

std::string plain_text(const std::vector<Block>& blocks) {
    std::string text;
    for (const Block& block : blocks) {
        if (!text.empty()) text += "\n\n";
        text += block.text;
    }
    return text;
}

namespace {

// Characters that begin or end CommonMark's inline constructs anywhere, and those that matter only where a
// line begins.
std::string escape(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        const bool line_start = i == 0 || text[i - 1] == '\n';
        const bool anywhere =
            c == '\\' || c == '`' || c == '*' || c == '_' || c == '[' || c == ']' || c == '<' || c == '&';
        const bool at_start =
            line_start && (c == '#' || c == '>' || c == '+' || c == '-' || c == '=' || c == '~');
        const bool ordered = (c == '.' || c == ')') && i > 0 && i < 10 &&
                             text.substr(0, i).find_first_not_of("0123456789") == text.npos &&
                             text::is_digit(text[i - 1]);
        if (anywhere || at_start || ordered) out.push_back('\\');
        out.push_back(c);
    }
    return out;
}

// A fence longer than any run of back ticks within.
std::string fenced(std::string_view text) {
    std::size_t longest = 2, run = 0;
    for (const char c : text) {
        run = c == '`' ? run + 1 : 0;
        longest = std::max(longest, run);
    }
    const std::string fence(longest + 1, '`');
    return fence + "\n" + std::string(text) + "\n" + fence;
}

// `depth` of a list item may be less than its own: nothing stands one deeper than what it is not below.
std::string render(const Block& block, std::size_t depth) {
    switch (block.kind) {
    case BlockKind::heading:
        return std::string(std::clamp<std::size_t>(block.level, 2, 6), '#') + " " + escape(block.text);
    case BlockKind::list_item:
        return std::string(depth * 4, ' ') + (block.ordered ? "1. " : "- ") + escape(block.text);
    case BlockKind::quote:
        return "> " + escape(block.text);
    case BlockKind::preformatted:
        return fenced(block.text);
    case BlockKind::paragraph:
        break;
    }
    return escape(block.text);
}

} // namespace

std::string markdown(const Article& article) {
    std::string out;
    if (!article.title.empty()) out += "# " + escape(article.title) + "\n";
    bool in_list = false;
    std::size_t depth = 0; // of the list item before
    for (const Block& block : article.blocks) {
        const bool goes_on = in_list && block.kind == BlockKind::list_item;
        if (!out.empty() && !goes_on) out += "\n";
        depth = goes_on ? std::min<std::size_t>(block.level, depth + 1) : 0;
        out += render(block, depth) + "\n";
        in_list = block.kind == BlockKind::list_item;
    }
    return out;
}

} // namespace khabar::article
