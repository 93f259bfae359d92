#include "parsers/feed/links.hpp"

#include "parsers/text/ascii.hpp"
#include "parsers/url/url.hpp"

namespace khabar::feed {

bool is_absolute(std::string_view link) noexcept {
    if (link.empty() || !text::is_letter(link[0])) return false;
    for (const char c : link) {
        if (c == ':') return true;
        if (!text::is_letter_or_digit(c) && c != '+' && c != '-' && c != '.') return false;
    }
    return false;
}

std::string resolve(std::string_view link, std::string_view base) {
    link = text::trim(link);
    if (link.empty() || is_absolute(link) || base.empty()) return std::string(link);
    const auto from = url::Url::parse(base);
    if (!from) return std::string(link);
    const auto resolved = url::Url::parse(link, &*from);
    return resolved ? resolved->href() : std::string(link);
}

std::string_view xml_base(const xml::Element& element) noexcept {
    for (const xml::Attribute& attribute : element.attributes) {
        if (attribute.name == "base" && attribute.prefix == "xml") return attribute.value;
    }
    return {};
}

std::string relation(std::string_view rel) {
    constexpr std::string_view registry = "http://www.iana.org/assignments/relation/";
    if (rel.starts_with(registry)) rel.remove_prefix(registry.size());
    return text::lower_case(rel);
}

} // namespace khabar::feed
