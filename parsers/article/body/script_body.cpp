#include "parsers/article/body/script_body.hpp"

#include "parsers/text/ascii.hpp"
#include "parsers/text/utf8.hpp"

#include <string_view>
#include <utility>

namespace khabar::article {

namespace {

constexpr std::size_t least_body_bytes = 400;
constexpr std::size_t least_paragraphs = 2;

// One past the closing quote of the string that begins after `at`; npos where it is never closed.
std::size_t end_of_string(std::string_view script, std::size_t at, char quote) {
    for (; at < script.size() && script[at] != quote; ++at)
        if (script[at] == '\\') ++at;
    return at < script.size() ? at + 1 : script.npos;
}

// Of four hexadecimal digits; -1 where they are none.
int code_unit(std::string_view digits) {
    if (digits.size() < 4) return -1;
    int value = 0;
    for (const char c : digits.substr(0, 4)) {
        const int digit = text::hex_value(c);
        if (digit < 0) return -1;
        value = value * 16 + digit;
    }
    return value;
}

constexpr int first_high = 0xD800, first_low = 0xDC00, past_low = 0xE000;

// Reads "\u" and its four digits, or two of them that are one character, at `at`; returns what follows.
std::size_t append_escaped(std::string_view text, std::size_t at, std::string& out) {
    const int first = code_unit(text.substr(at + 2));
    if (first < 0) return at + 2;
    at += 6;
    if (first < first_high || first >= past_low) {
        text::append_utf8(out, static_cast<char32_t>(first));
        return at;
    }
    const int second = text.substr(at).starts_with("\\u") ? code_unit(text.substr(at + 2)) : -1;
    if (first >= first_low || second < first_low || second >= past_low) { // half a character
        text::append_utf8(out, text::replacement_character);
        return at;
    }
    text::append_utf8(out,
                      static_cast<char32_t>(0x10000 + ((first - first_high) << 10) + (second - first_low)));
    return at + 6;
}

// Not by a parser of JSON: strings of JavaScript know more escapes (\'), and may hold half a character.
std::string unescaped(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        if (text[at] != '\\' || at + 1 == text.size()) {
            out.push_back(text[at++]);
            continue;
        }
        const char c = text[at + 1];
        if (c == 'u') {
            at = append_escaped(text, at, out);
            continue;
        }
        out.push_back(c == 'n' || c == 't' || c == 'r' ? ' ' : c);
        at += 2;
    }
    return out;
}

// Bytes in <p> elements; 0 where there are too few of them, or the string begins amid a tag or some code.
std::size_t paragraph_bytes(std::string_view html) {
    std::size_t bytes = 0, count = 0;
    if (const auto begin = html.find_first_not_of(" \n\t"); begin == html.npos || html[begin] != '<')
        return 0;
    for (std::size_t at = html.find("<p"); at != html.npos; at = html.find("<p", at + 2)) {
        if (at + 2 < html.size() && html[at + 2] != '>' && html[at + 2] != ' ') continue;
        const auto end = html.find("</p", at);
        if (end == html.npos) break;
        bytes += end - at;
        ++count;
        at = end - 2;
    }
    return count >= least_paragraphs ? bytes : 0;
}

// Whether a string of this length may hold what is looked for, before it is decoded.
bool mentions_paragraphs(std::string_view raw) {
    return raw.size() >= least_body_bytes && raw.find("/p") != raw.npos;
}

struct Best {
    std::string html;
    std::size_t bytes = least_body_bytes - 1;
};

bool is_json(std::string_view text) {
    return text.find("\":\"") != text.npos;
}

// Strings of one script; those that hold JSON themselves are added to `inner`.
void look_at(std::string_view script, Best& best, std::string* inner) {
    for (std::size_t at = 0; at < script.size();) {
        const std::size_t open = script.find('"', at);
        if (open == script.npos) return;
        const std::size_t end = end_of_string(script, open + 1, '"');
        if (end == script.npos) return;
        const auto raw = script.substr(open + 1, end - open - 2);
        at = end;
        if (!mentions_paragraphs(raw)) continue;
        std::string text = unescaped(raw);
        if (inner != nullptr && is_json(text)) {
            *inner += text;
            continue;
        }
        if (const auto bytes = paragraph_bytes(text); bytes > best.bytes) best = {std::move(text), bytes};
    }
}

} // namespace

std::string find_script_body(std::span<const std::string> scripts) {
    Best best;
    for (const std::string& script : scripts) {
        std::string inner;
        look_at(script, best, &inner);
        look_at(inner, best, nullptr);
    }
    return std::move(best.html);
}

} // namespace khabar::article
