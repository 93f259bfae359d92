#include "daemon/settings/yaml_text.hpp"

#include "parsers/text/ascii.hpp"
#include "parsers/text/utf8.hpp"
#include "parsers/text/white_space.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace khabar::settings {

namespace {

// Words that YAML 1.1 or 1.2 reads as something else than text.
bool is_reserved(std::string_view word) {
    constexpr std::array<std::string_view, 9> words{"true", "false", "yes", "no", "on",
                                                    "off",  "null",  "y",   "n"};
    const std::string lower = text::lower_case(word);
    return std::find(words.begin(), words.end(), lower) != words.end();
}

bool is_plain(std::string_view text) {
    const auto allowed = [](char c) {
        return text::is_letter_or_digit(c) || c == '_' || c == '-' || c == '.' || c == '/' || c == '+';
    };
    if (text.empty() || !(text::is_letter(text.front()) || text.front() == '/')) return false;
    return std::all_of(text.begin(), text.end(), allowed) && !is_reserved(text);
}

// Characters that must not stand as they are: controls, line separators, and what turns the direction of
// text.
bool needs_escape(char32_t c) {
    return text::is_control(c) || text::is_bidi_embedding(c) || c == 0x2028 || c == 0x2029 || c == 0xFEFF;
}

} // namespace

std::string yaml_text(std::string_view text) {
    if (is_plain(text)) return std::string(text);
    std::string out = "\"";
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = at;
        const char32_t c = text::next_code_point(text, at);
        if (needs_escape(c))
            out.append(fmt::format("\\u{:04X}", static_cast<unsigned>(c)));
        else
            out.append(c == '"' || c == '\\' ? "\\" : "").append(text.substr(begin, at - begin));
    }
    return out + "\"";
}

std::string yaml_list(const std::vector<std::string>& items) {
    std::string out = "[";
    for (const std::string& item : items)
        out.append(out.size() > 1 ? ", " : "").append(yaml_text(item));
    return out + "]";
}

} // namespace khabar::settings
