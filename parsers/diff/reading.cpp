#include "parsers/diff/reading.hpp"

#include "parsers/diff/edit_script.hpp"
#include "parsers/diff/tokens.hpp"
#include "parsers/text/punctuation.hpp"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <vector>

namespace khabar::diff {

namespace {

constexpr std::size_t most_furniture_lines = 40; // a side; more than any box has, and pairs are compared

struct Line {
    std::string_view text;
    std::vector<Token> tokens;
    std::size_t words = 0;
};

bool ends_as_sentence(const Line& line) {
    // The last mark, or the one before a closing quotation mark or bracket.
    const std::size_t looked_at = std::min<std::size_t>(line.tokens.size(), 2);
    for (std::size_t i = 0; i < looked_at; ++i) {
        const Token& token = line.tokens[line.tokens.size() - 1 - i];
        if (token.word) return false;
        if (text::ends_as_sentence(token.text)) return true;
    }
    return false;
}

bool is_prose(const Line& line) {
    return line.words >= prose_words || ends_as_sentence(line);
}

std::vector<Line> lines_of(std::string_view text) {
    std::vector<Line> lines;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        Line line;
        line.text = text.substr(0, end);
        line.tokens = tokens(line.text);
        for (const Token& token : line.tokens)
            line.words += token.word;
        if (!line.tokens.empty()) lines.push_back(std::move(line));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

bool is_item(std::string_view line) {
    const std::size_t at = line.find_first_not_of(' ');
    return at != line.npos && (line.substr(at).starts_with("- ") || line.substr(at).starts_with("1. "));
}

// For each line, whether it may change without the article changing.
std::vector<bool> furniture(const std::vector<Line>& lines) {
    std::vector<bool> may(lines.size(), false);
    bool tail = true;
    for (std::size_t i = lines.size(); i-- > 0;) {
        const bool prose = is_prose(lines[i]);
        tail = tail && !prose;
        const bool own = lines[i].text.starts_with("#") || lines[i].text.starts_with("> ");
        may[i] = !prose && !own && (tail || !is_item(lines[i].text));
    }
    return may;
}

std::string key_of(const Line& line) {
    std::string key;
    for (const Token& token : line.tokens)
        key.append(plain_form(token.text)).push_back('\n');
    return key;
}

std::vector<std::uint32_t> numbers_of(const std::vector<Line>& lines,
                                      std::unordered_map<std::string, std::uint32_t>& known) {
    std::vector<std::uint32_t> numbers;
    for (const Line& line : lines)
        numbers.push_back(
            known.try_emplace(key_of(line), static_cast<std::uint32_t>(known.size())).first->second);
    return numbers;
}

// One line may be an edit of the other: half of the words of the shorter stand in both.
bool alike(const Line& a, const Line& b) {
    std::unordered_map<std::string, int> words;
    for (const Token& token : a.tokens)
        if (token.word) ++words[plain_form(token.text)];
    std::size_t common = 0;
    for (const Token& token : b.tokens) {
        const auto found = token.word ? words.find(plain_form(token.text)) : words.end();
        if (found == words.end() || found->second == 0) continue;
        --found->second;
        ++common;
    }
    return common * 2 >= std::min(a.words, b.words) && common > 0;
}

// The changed lines of one side; false where one of them is the article's own.
bool collect(const std::vector<Line>& lines, const std::vector<bool>& changed,
             std::vector<const Line*>& out) {
    const std::vector<bool> may = furniture(lines);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (!changed[i]) continue;
        if (!may[i] || out.size() == most_furniture_lines) return false;
        out.push_back(&lines[i]);
    }
    return true;
}

} // namespace

bool same_reading(std::string_view before, std::string_view after) {
    if (before == after) return true;
    const std::vector<Token> left = tokens(before), right = tokens(after);
    return std::equal(left.begin(), left.end(), right.begin(), right.end(),
                      [](const Token& a, const Token& b) {
                          return a.text == b.text || plain_form(a.text) == plain_form(b.text);
                      });
}

bool only_furniture_differs(std::string_view before, std::string_view after) {
    const std::vector<Line> old_lines = lines_of(before), new_lines = lines_of(after);
    std::unordered_map<std::string, std::uint32_t> known;
    const std::vector<std::uint32_t> left = numbers_of(old_lines, known),
                                     right = numbers_of(new_lines, known);
    const Edits edits = edit_script(left, right);
    std::vector<const Line*> removed, added;
    if (!collect(old_lines, edits.removed, removed) || !collect(new_lines, edits.added, added)) return false;
    if (removed.empty() && added.empty()) return false; // nothing differs at all
    return std::none_of(removed.begin(), removed.end(), [&](const Line* old_line) {
        return std::any_of(added.begin(), added.end(),
                           [&](const Line* new_line) { return alike(*old_line, *new_line); });
    });
}

bool is_beginning(std::string_view shorter, std::string_view longer) {
    std::vector<Token> part = tokens(shorter);
    const std::vector<Token> whole = tokens(longer);
    // What a cut leaves at its end: half a word, or an ellipsis of the page's own.
    while (!part.empty() && !part.back().word)
        part.pop_back();
    if (!part.empty()) part.pop_back();
    if (part.empty() || part.size() > whole.size()) return false;
    return std::equal(part.begin(), part.end(), whole.begin(), [](const Token& a, const Token& b) {
        return a.text == b.text || plain_form(a.text) == plain_form(b.text);
    });
}

} // namespace khabar::diff
