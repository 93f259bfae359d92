#include "parsers/article/standfirst.hpp"

#include "parsers/article/line_class.hpp"
#include "parsers/text/fold.hpp"

#include <algorithm>
#include <array>

namespace khabar::article {

using html::no_node;
using html::NodeId;

namespace {

constexpr std::uint32_t shortest = 50;
constexpr std::uint32_t longest = 700;
constexpr double most_link_share = 0.3;
constexpr int looked_up = 3; // elements around the passage whose names are read
constexpr std::size_t compared_bytes = 60;

constexpr auto names = std::to_array<std::string_view>(
    {"standfirst", "subtitle", "sub-title", "sub_title", "subhead",     "dek",   "deck",
     "excerpt",    "summary",  "lede",      "lead",      "chapo",       "intro", "abstract",
     "entradilla", "bajada",   "vorspann",  "ingress",   "teaser-text", "sapo"});

bool is_named(const html::Document& page, NodeId id) {
    for (int up = 0; up < looked_up && id != no_node && id != page.body(); ++up, id = page.node(id).parent) {
        std::string names_here(page.attribute(id, "class"));
        std::transform(names_here.begin(), names_here.end(), names_here.begin(),
                       [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
        if (std::any_of(names.begin(), names.end(),
                        [&](std::string_view name) { return names_here.find(name) != names_here.npos; }))
            return true;
    }
    return false;
}

bool agrees(std::string_view passage, std::string_view description) {
    const auto a = text::fold(passage), b = text::fold(description);
    const std::size_t compared = std::min({a.size(), b.size(), compared_bytes});
    return compared >= shortest &&
           std::string_view(a).substr(0, compared) == std::string_view(b).substr(0, compared);
}

} // namespace

std::optional<std::uint32_t> find_standfirst(const PassageList& list, NodeId root, NodeId headline,
                                             std::string_view description) {
    if (headline == no_node || root <= headline || list.page().contains(root, headline)) return std::nullopt;
    for (std::uint32_t i = list.end_of(headline); i < list.begin_of(root); ++i) {
        const Passage& p = list.all()[i];
        if ((p.reason != Reason::none && p.reason != Reason::outside) || p.chars < shortest ||
            p.chars > longest || p.link_chars > p.chars * most_link_share)
            continue;
        if (classify_line(list.text(p)).kind != LineKind::prose) continue;
        if (is_named(list.page(), p.container) || agrees(list.text(p), description)) return i;
    }
    return std::nullopt;
}

} // namespace khabar::article
