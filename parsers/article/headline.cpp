#include "parsers/article/headline.hpp"

#include "parsers/article/entities.hpp"
#include "parsers/article/line_class.hpp"
#include "parsers/article/line_words.hpp"
#include "parsers/article/trace.hpp"
#include "parsers/text/fold.hpp"
#include "parsers/text/utf8.hpp"

#include <algorithm>
#include <array>
#include <cctype>

namespace khabar::article {
namespace {

using html::NodeId;
using html::Tag;

constexpr std::size_t min_title_letters = 3;
constexpr std::size_t max_title_bytes = 600;

// Trust of each witness. Shown headings are what readers call the title; the head often carries a rewritten
// one for search engines, and JSON-LD either.
constexpr double trust_h1 = 5.0;
// An h1 whose words the head's titles share is the headline, however the head rewrites it: more than all of
// them together.
constexpr double trust_h1_confirmed = 20.0;
constexpr double confirmed_share = 0.3;
constexpr double trust_heading_marked = 3.0; // class or itemprop says headline
constexpr double trust_json_ld = 4.5;
constexpr double trust_og = 4.5;
constexpr double trust_title = 3.5;
constexpr double trust_twitter = 2.5;
constexpr double trust_other_meta = 2.0;
constexpr double trust_feed = 3.0;
// Where one wording begins or ends another, they half agree.
constexpr double partial_agreement = 0.5;

struct Candidate {
    std::string text;
    std::string key; // folded words
    double trust = 0;
    NodeId node = html::no_node;
    std::string_view origin;
};

std::string key_of(std::string_view text) {
    std::string key;
    for (const auto& word : line_words(text, 200))
        key += (key.empty() ? "" : " ") + word.folded;
    return key;
}

std::string letters_of(std::string_view text) {
    std::string out;
    for (const char c : text::fold(text))
        if (static_cast<unsigned char>(c) >= 0x80 || std::isalnum(static_cast<unsigned char>(c))) out += c;
    return out;
}

constexpr std::array<std::string_view, 13> separators{" | ", " - ", " – ", " — ", " :: ", " » ", " « ",
                                                      " · ", " • ", " ‹ ", " › ", "|",    " / "};

// Does this end part of a title name the site?
bool is_site_part(std::string_view part, std::string_view site, std::string_view host) {
    const auto letters = letters_of(part);
    if (letters.empty()) return true;
    if (!site.empty()) {
        const auto name = letters_of(site);
        if (letters == name ||
            (name.size() >= 4 && letters.size() < name.size() * 3 && letters.find(name) != std::string::npos))
            return true;
        if (letters.size() >= 4 && name.find(letters) != std::string::npos) return true;
    }
    if (host.starts_with("www.")) host.remove_prefix(4);
    const auto name = letters_of(host.substr(0, host.rfind('.')));
    const auto whole = letters_of(host);
    if (letters.size() >= 3 && (whole == letters || name == letters)) return true;
    return letters.size() >= 4 && name.size() >= 4 && letters.size() < 30 &&
           (name.find(letters) != std::string::npos || letters.find(name) != std::string::npos);
}

void add(std::vector<Candidate>& list, std::string_view raw, double trust, std::string_view origin,
         NodeId node = html::no_node) {
    auto text = plain_value(raw);
    if (text.size() > max_title_bytes || letters_of(text).size() < min_title_letters) return;
    auto key = key_of(text);
    list.push_back({std::move(text), std::move(key), trust, node, origin});
}

// Share of a heading's words that the head's titles hold.
double share_in_head(std::string_view heading, const HeadlineWitnesses& witnesses) {
    std::vector<std::string> said;
    const auto note = [&](std::string_view text) {
        for (auto& word : line_words(text, 60))
            said.push_back(std::move(word.folded));
    };
    if (!witnesses.head_is_foreign)
        for (const std::string_view text :
             {std::string_view(witnesses.facts.title), witnesses.facts.meta("og:title")})
            note(plain_value(text));
    if (witnesses.linked != nullptr) note(witnesses.linked->headline);
    note(witnesses.feed_title);
    const auto words = line_words(heading, 60);
    if (words.empty()) return 0;
    const auto known = std::ranges::count_if(
        words, [&](const LineWord& w) { return std::ranges::find(said, w.folded) != said.end(); });
    return static_cast<double>(known) / static_cast<double>(words.size());
}

bool is_shown_heading(const PageFacts& facts, NodeId id) {
    const auto& page = facts.page();
    const auto style = page.attribute(id, "style");
    return style.find("display:none") == std::string_view::npos &&
           style.find("display: none") == std::string_view::npos;
}

// "/", "https://example.org", "https://example.org/".
bool leads_home(std::string_view href) {
    if (const auto scheme = href.find("//"); scheme != std::string_view::npos && scheme < 8) {
        const auto path = href.find('/', scheme + 2);
        href = path == std::string_view::npos ? std::string_view("/") : href.substr(path);
    }
    return href == "/" || href == "/index.html" || href == "/index.php" || href == "./";
}

void add_headings(std::vector<Candidate>& list, const HeadlineWitnesses& witnesses) {
    const auto& page = witnesses.facts.page();
    std::size_t h1 = 0;
    for (const NodeId id : witnesses.facts.headings)
        h1 += page.node(id).tag == Tag::h1 && !witnesses.facts.is_aside(id);
    for (const NodeId id : witnesses.facts.headings) {
        if (!is_shown_heading(witnesses.facts, id)) continue;
        const auto& node = page.node(id);
        if (node.tag == Tag::meta || node.tag == Tag::body || node.tag == Tag::article) continue;
        const bool first_level = node.tag == Tag::h1;
        double trust = first_level ? trust_h1 : trust_heading_marked;
        const auto text = witnesses.facts.shown(id, max_title_bytes + 1);
        if (first_level)
            trust += (trust_h1_confirmed - trust_h1) *
                     std::min(1.0, share_in_head(text, witnesses) / confirmed_share);
        if (witnesses.facts.is_aside(id)) trust *= 0.3;
        if (first_level && h1 > 2) trust *= 0.7; // a page that heads every card with h1
        // A heading that is one link leads elsewhere: a card, or the logo.
        const NodeId inner = page.first_child(id);
        if (inner != html::no_node && page.node(inner).tag == Tag::a && page.node(inner).end == node.end) {
            if (leads_home(page.attribute(inner, "href")))
                trust *= 0.1; // the site's own name
            else if (!first_level)
                trust *= 0.4;
        }
        if (!first_level && node.tag != Tag::h2 && node.tag != Tag::h3) trust *= 0.6;
        add(list, text, trust, first_level ? "<h1>" : "marked heading", id);
    }
}

void add_head(std::vector<Candidate>& list, const HeadlineWitnesses& witnesses) {
    const auto& facts = witnesses.facts;
    if (const auto* linked = witnesses.linked) {
        add(list, linked->headline.empty() ? linked->name : linked->headline,
            linked->kind == LinkedArticle::Kind::article ? trust_json_ld : trust_other_meta, "JSON-LD");
    }
    add(list, witnesses.feed_title, trust_feed, "feed");
    if (witnesses.head_is_foreign) return;
    add(list, facts.meta("og:title"), trust_og, "og:title");
    add(list, facts.title, trust_title, "<title>");
    add(list, facts.meta("twitter:title"), trust_twitter, "twitter:title");
    for (const auto key : {"title", "dc.title", "dcterms.title", "headline", "parsely-title",
                           "sailthru.title", "citation_title", "name"})
        add(list, facts.meta(key), trust_other_meta, key);
}

bool ends_with_words(std::string_view longer, std::string_view part) {
    return longer.size() > part.size() &&
           (longer.starts_with(std::string(part) + " ") || longer.ends_with(" " + std::string(part)));
}

} // namespace

std::string without_site_name(std::string_view title, std::string_view site, std::string_view host,
                              const std::vector<std::string>& others) {
    std::string_view best = title;
    for (int round = 0; round < 3; ++round) {
        std::string_view shorter;
        for (const auto mark : separators) {
            const auto last = best.rfind(mark), first = best.find(mark);
            if (last == std::string_view::npos) continue;
            const auto head = best.substr(0, last), tail = best.substr(last + mark.size());
            const auto lead = best.substr(0, first), rest = best.substr(first + mark.size());
            const auto known = [&](std::string_view part) {
                const auto key = key_of(part);
                return std::ranges::any_of(others,
                                           [&](const std::string& other) { return key_of(other) == key; });
            };
            if (letters_of(head).size() >= min_title_letters &&
                (is_site_part(tail, site, host) || known(head)))
                shorter = head;
            else if (letters_of(rest).size() >= min_title_letters &&
                     (is_site_part(lead, site, host) || known(rest)))
                shorter = rest;
            if (!shorter.empty()) break;
        }
        if (shorter.empty()) break;
        best = shorter;
    }
    return text::collapse_space(best);
}

Headline choose_headline(const HeadlineWitnesses& witnesses) {
    std::vector<Candidate> list;
    add_headings(list, witnesses);
    add_head(list, witnesses);
    std::vector<std::string> shown;
    for (const auto& one : list)
        if (one.node != html::no_node || one.trust == trust_json_ld) shown.push_back(one.text);
    const auto site_key = key_of(witnesses.site);
    for (auto& one : list) {
        if (one.node == html::no_node) {
            one.text = without_site_name(one.text, witnesses.site, witnesses.host, shown);
            one.key = key_of(one.text);
        }
        if (one.key.empty() || (!site_key.empty() && one.key == site_key)) one.trust = 0;
        // "Home", "News", «الرئيسية» name a place in the site.
        else if (const auto kind = classify_line(one.text).kind;
                 is_boilerplate(kind) && kind != LineKind::date)
            one.trust *= 0.2;
    }
    if (witnesses.trace != nullptr)
        for (const auto& one : list)
            witnesses.trace->hear(Field::title, one.origin, one.text, one.trust,
                                  one.trust > 0 ? "" : "names the site");
    std::vector<std::pair<double, std::size_t>> order;
    for (std::size_t i = 0; i < list.size(); ++i) {
        double votes = list[i].trust;
        if (votes <= 0) continue;
        for (std::size_t j = 0; j < list.size(); ++j) {
            if (i == j || list[j].trust <= 0) continue;
            if (list[i].key == list[j].key)
                votes += list[j].trust;
            else if (ends_with_words(list[i].key, list[j].key) || ends_with_words(list[j].key, list[i].key))
                votes += std::min(list[j].trust, trust_json_ld) * partial_agreement;
        }
        order.emplace_back(votes, i);
    }
    std::stable_sort(order.begin(), order.end(),
                     [](const auto& a, const auto& b) { return a.first > b.first; });
    Headline result;
    std::vector<std::string> keys;
    for (const auto& [votes, i] : order) {
        if (result.node == html::no_node && list[i].node != html::no_node &&
            (keys.empty() || list[i].key == keys.front()))
            result.node = list[i].node;
        if (std::ranges::find(keys, list[i].key) != keys.end()) continue;
        keys.push_back(list[i].key);
        result.candidates.push_back(list[i].text);
    }
    if (!result.candidates.empty()) result.title = result.candidates.front();
    if (result.node == html::no_node)
        for (const auto& [votes, i] : order)
            if (list[i].node != html::no_node && result.node == html::no_node) result.node = list[i].node;
    return result;
}

} // namespace khabar::article
