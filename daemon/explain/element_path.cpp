#include "daemon/explain/element_path.hpp"

#include "parsers/html/tag.hpp"
#include "parsers/text/fold.hpp"
#include "parsers/text/utf8.hpp"

#include <algorithm>

namespace khabar::explain {

namespace {

constexpr std::size_t most_classes = 3;
constexpr std::size_t most_name_bytes = 60;
constexpr std::string_view spaces = " \t\r\n\f";

std::string plain(std::string_view name) {
    return text::clean_field(text::prefix(name, most_name_bytes));
}

} // namespace

std::string element_name(const html::Document& page, html::NodeId id) {
    const html::Node& node = page.node(id);
    std::string out(html::name(node.tag));
    if (node.tag == html::Tag::unknown) out = plain(node.text);
    if (const auto name = page.attribute(id, "id"); !name.empty()) out.append("#").append(plain(name));
    std::string_view classes = page.attribute(id, "class");
    for (std::size_t count = 0; count < most_classes; ++count) {
        classes.remove_prefix(std::min(classes.find_first_not_of(spaces), classes.size()));
        if (classes.empty()) break;
        const std::size_t end = std::min(classes.find_first_of(spaces), classes.size());
        out.append(".").append(plain(classes.substr(0, end)));
        classes.remove_prefix(end);
    }
    return out;
}

std::string element_path(const html::Document& page, html::NodeId id, std::size_t steps) {
    std::string path;
    for (; id != html::no_node && steps > 0; id = page.node(id).parent, --steps) {
        if (page.node(id).tag == html::Tag::html && !path.empty()) break;
        path.insert(0, element_name(page, id) + (path.empty() ? "" : " > "));
    }
    return path;
}

} // namespace khabar::explain
