#include "parsers/html/document.hpp"

#include "parsers/html/gumbo_tree.hpp"
#include "parsers/html/prescan.hpp"
#include "parsers/html/tree_copy.hpp"
#include "parsers/text/ascii.hpp"

#include <algorithm>

namespace khabar::html {

Document::Document(Document&&) noexcept = default;
Document& Document::operator=(Document&&) noexcept = default;
Document::~Document() = default;

Result<Document> Document::parse(std::string_view utf8, const ParseLimits& limits) {
    if (utf8.size() > limits.input_bytes)
        return fail(Errc::too_large, "page has " + std::to_string(utf8.size()) + " bytes, more than " +
                                         std::to_string(limits.input_bytes));
    if (std::all_of(utf8.begin(), utf8.end(), [](char c) { return text::is_space(c) || c == '\0'; }))
        return fail(Errc::empty, "page holds no characters");
    // Room for the elements that the parser adds by itself (html, body, tbody, …).
    constexpr std::uint16_t implied_depth = 8;
    ParseLimits source_limits = limits;
    source_limits.depth = static_cast<std::uint16_t>(std::max<int>(limits.depth - implied_depth, 1));
    Prescan reduced = prescan(utf8, source_limits);
    const auto tree = GumboTree::parse(reduced.html, limits);
    if (!tree) return tl::unexpected(tree.error());
    Document document = TreeCopy::copy(tree->root(), limits.depth, std::move(reduced.json_ld));
    document.data_scripts_ = std::move(reduced.data_scripts);
    document.facts_ = reduced.facts;
    return document;
}

bool Document::has_attribute(NodeId id, std::string_view name) const noexcept {
    return std::ranges::any_of(attributes(id), [name](const Attribute& a) { return a.name == name; });
}

std::string_view Document::attribute(NodeId id, std::string_view name) const noexcept {
    for (const Attribute& attribute : attributes(id))
        if (attribute.name == name) return attribute.value;
    return {};
}

std::string Document::text_content(NodeId id) const {
    std::string text;
    for (NodeId at = id; at < nodes_[id].end; ++at)
        if (nodes_[at].is_text()) text += nodes_[at].text;
    return text;
}

} // namespace khabar::html
