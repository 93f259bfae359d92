#include "parsers/article/body/standfirst.hpp"

#include "parsers/article/lines/line_class.hpp"
#include "parsers/text/ascii.hpp"
#include "parsers/text/fold.hpp"
#include "parsers/text/utf8.hpp"

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
constexpr std::size_t longest_strict_name = 4; // shorter ones begin too many other words
constexpr std::size_t least_name_bytes = 3;
constexpr std::size_t most_dateline_bytes = 32;
constexpr std::size_t read_bytes = 400; // before folding, which takes vowel marks away

constexpr auto names = std::to_array<std::string_view>(
    {"standfirst", "subtitle", "sub-title", "sub_title", "subhead",     "dek",   "deck",
     "excerpt",    "summary",  "lede",      "lead",      "chapo",       "intro", "abstract",
     "entradilla", "bajada",   "vorspann",  "ingress",   "teaser-text", "sapo",  "epigraph",
     "copete",     "sumario",  "sommario",  "occhiello", "strapline"});

bool is_letter(char c) {
    return c >= 'a' && c <= 'z';
}

// "article-lead" and "articlelead", not "leading-6" or "leaderboard".
bool holds_name(std::string_view names_here, std::string_view name) {
    for (auto at = names_here.find(name); at != names_here.npos; at = names_here.find(name, at + 1)) {
        const auto end = at + name.size();
        if (name.size() > longest_strict_name || end == names_here.size() || !is_letter(names_here[end]))
            return true;
    }
    return false;
}

bool is_named(const html::Document& page, NodeId id) {
    for (int up = 0; up < looked_up && id != no_node && id != page.body(); ++up, id = page.node(id).parent) {
        const std::string names_here = text::lower_case(page.attribute(id, "class"));
        if (std::ranges::any_of(names, [&](std::string_view name) { return holds_name(names_here, name); }))
            return true;
    }
    return false;
}

// A place may stand before it: "Beirut. The ministers …".
bool agrees(std::string_view passage, std::string_view description) {
    const auto a = text::fold(text::prefix(passage, read_bytes)),
               b = text::fold(text::prefix(description, read_bytes));
    const std::size_t compared = std::min({a.size(), b.size(), compared_bytes});
    if (compared < shortest) return false;
    const auto start = std::string_view(b).substr(0, compared);
    return std::string_view(a).substr(0, compared + most_dateline_bytes).find(start) != a.npos;
}

// What an element's name may say of a standfirst by mistake: "headline-and-share", <ul class=footer>.
bool is_mistakable(Reason reason) {
    return reason == Reason::footer || reason == Reason::share || reason == Reason::byline ||
           reason == Reason::sidebar;
}

// Neither link nor furniture, of a standfirst's length.
bool may_be_standfirst(const PassageList& list, const Passage& p, std::string_view description) {
    const bool open = p.reason == Reason::none || p.reason == Reason::outside ||
                      (is_mistakable(p.reason) && agrees(list.text(p), description));
    return open && list.page().node(p.container).tag != html::Tag::h1 && p.chars >= shortest &&
           p.chars <= longest && p.link_chars <= p.chars * most_link_share &&
           classify_line(list.text(p)).kind == LineKind::prose;
}

// "Ada is a reporter …", "Ada Beispiel writes …" below the byline. A first name alone may be another's.
bool introduces_author(std::string_view text, std::span<const std::string> authors) {
    return std::ranges::any_of(authors, [&](std::string_view name) {
        const auto first_end = name.find(' ');
        if (first_end == name.npos || first_end < least_name_bytes) return false;
        return text.starts_with(name) ||
               (text.starts_with(name.substr(0, first_end)) && text.substr(first_end).starts_with(" is "));
    });
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
           p.ends_sentence && p.chars <= longest_unnamed && tag != html::Tag::li && tag != html::Tag::td &&
           !is_heading(tag);
}

} // namespace

std::vector<std::uint32_t> find_standfirst(const PassageList& list, NodeId root, NodeId headline,
                                           const HeadWords& head) {
    std::vector<std::uint32_t> found;
    const auto& page = list.page();
    if (headline == no_node || root <= headline || page.contains(root, headline)) return found;
    const std::uint32_t first = list.end_of(headline);
    for (std::uint32_t i = first; i < list.begin_of(root); ++i) {
        const Passage& p = list.all()[i];
        if (!may_be_standfirst(list, p, head.description) || introduces_author(list.text(p), head.authors))
            continue;
        if (!found.empty()) {
            const auto before = page.node(list.all()[found.back()].container).parent;
            if (page.node(p.container).parent != before) break;
        } else if (!is_named(page, p.container) && !agrees(list.text(p), head.description) &&
                   !stands_in_place(list, p, i - first, headline, root)) {
            continue;
        }
        found.push_back(i);
    }
    return found;
}

} // namespace khabar::article
