#include "parsers/article/body/standfirst.hpp"

#include "parsers/article/lines/line_class.hpp"
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
// Without a name: a sentence or two, close to the headline.
constexpr std::uint32_t longest_unnamed = 320;
constexpr std::uint32_t most_lines_between = 5;
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

// Neither link nor furniture, of a standfirst's length.
bool may_be_standfirst(const PassageList& list, const Passage& p) {
    return (p.reason == Reason::none || p.reason == Reason::outside) && p.chars >= shortest &&
           p.chars <= longest && p.link_chars <= p.chars * most_link_share &&
           classify_line(list.text(p)).kind == LineKind::prose;
}

// Without that, the headline may be the site's name and the sentence its motto.
bool share_article(const html::Document& page, NodeId headline, NodeId root) {
    for (NodeId id = headline; id != no_node; id = page.node(id).parent) {
        const auto tag = page.node(id).tag;
        if ((tag == html::Tag::article || tag == html::Tag::main) && page.contains(id, root)) return true;
    }
    return false;
}

// A sentence right below the headline, before anything else that reads like one.
bool stands_in_place(const PassageList& list, const Passage& p, std::uint32_t below_headline, NodeId headline,
                     NodeId root) {
    const auto tag = list.page().node(p.container).tag;
    return share_article(list.page(), headline, root) && below_headline <= most_lines_between &&
           p.ends_sentence && p.chars <= longest_unnamed && tag != html::Tag::li && tag != html::Tag::td;
}

} // namespace

std::vector<std::uint32_t> find_standfirst(const PassageList& list, NodeId root, NodeId headline,
                                           std::string_view description) {
    std::vector<std::uint32_t> found;
    const auto& page = list.page();
    if (headline == no_node || root <= headline || page.contains(root, headline)) return found;
    const std::uint32_t first = list.end_of(headline);
    for (std::uint32_t i = first; i < list.begin_of(root); ++i) {
        const Passage& p = list.all()[i];
        if (!may_be_standfirst(list, p)) continue;
        if (!found.empty()) {
            const auto before = page.node(list.all()[found.back()].container).parent;
            if (page.node(p.container).parent != before) break;
        } else if (!is_named(page, p.container) && !agrees(list.text(p), description) &&
                   !stands_in_place(list, p, i - first, headline, root)) {
            continue;
        }
        found.push_back(i);
    }
    return found;
}

} // namespace khabar::article
