#include "parsers/xml/declared_entities.hpp"

#include "parsers/text/ascii.hpp"
#include "parsers/text/utf8.hpp"
#include "parsers/xml/html_entities.hpp"

#include <algorithm>

namespace khabar::xml {
namespace {

constexpr auto npos = std::string_view::npos;

bool begins_name(char c) noexcept {
    return text::is_letter(c) || c == '_' || static_cast<unsigned char>(c) >= 0x80;
}
bool in_name(char c) noexcept {
    return begins_name(c) || text::is_digit(c) || c == '-' || c == '.' || c == ':';
}
bool is_control(char c) noexcept {
    return static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n' && c != '\r';
}

} // namespace

void DeclaredEntities::read(std::string_view subset) {
    constexpr std::string_view keyword = "<!ENTITY";
    for (std::size_t at = subset.find("<!"); at != npos && entities_.size() < max_entities;
         at = subset.find("<!", at)) {
        const std::string_view declaration = subset.substr(at);
        if (declaration.starts_with("<!--")) {
            at = subset.find("-->", at + 4);
            if (at == npos) return;
            continue;
        }
        at += 2;
        if (!declaration.starts_with(keyword)) continue;
        at += keyword.size() - 2;
        const std::size_t name = subset.find_first_not_of(" \t\r\n", at);
        if (name == npos || !begins_name(subset[name])) continue;
        std::size_t name_end = name;
        while (name_end < subset.size() && in_name(subset[name_end]))
            ++name_end;
        const std::size_t quote = subset.find_first_not_of(" \t\r\n", name_end);
        if (quote == npos || (subset[quote] != '"' && subset[quote] != '\'')) continue;
        const std::string_view within =
            subset.substr(0, std::min(subset.size(), quote + 2 + max_entity_bytes));
        const std::size_t value_end = within.find(subset[quote], quote + 1);
        if (value_end == npos) continue;
        add(subset.substr(name, name_end - name), subset.substr(quote + 1, value_end - quote - 1));
        at = value_end;
    }
}

void DeclaredEntities::add(std::string_view name, std::string_view value) {
    if (value.find_first_of("<%\"") != npos || std::any_of(value.begin(), value.end(), is_control)) return;
    if (value.find('&') == npos) {
        entities_.emplace_back(name, value);
        return;
    }
    // How a character is declared: <!ENTITY nbsp "&#160;">.
    if (!value.starts_with("&#") || value.find(';') != value.size() - 1) return;
    const char32_t code_point = numeric_reference(value.substr(2, value.size() - 3));
    if (code_point == 0 || code_point == '<' || code_point == '&' || code_point == '"') return;
    std::string character;
    text::append_utf8(character, code_point);
    entities_.emplace_back(name, std::move(character));
}

std::string_view DeclaredEntities::find(std::string_view name) const noexcept {
    const auto found = std::find_if(entities_.begin(), entities_.end(),
                                    [&](const auto& entity) { return entity.first == name; });
    return found == entities_.end() ? std::string_view{} : std::string_view(found->second);
}

} // namespace khabar::xml
