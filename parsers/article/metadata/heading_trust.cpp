#include "parsers/article/metadata/heading_trust.hpp"

#include "parsers/article/lines/line_words.hpp"
#include "parsers/article/metadata/entities.hpp"

#include <algorithm>

namespace khabar::article {
namespace {

using html::NodeId;
using html::Tag;

// Shown headings are what readers call the title.
constexpr double trust_h1 = 5.0;
// An h1 whose words the head's titles share is the headline, however the head rewrites it: more than all of
// them together.
constexpr double trust_h1_confirmed = 20.0;
constexpr double confirmed_share = 0.3;
constexpr std::size_t min_telling_bytes = 4; // of a word: "the", "in" tell nothing
constexpr double trust_heading_marked = 3.0; // class or itemprop says headline
// A heading that leads to the front page shows the site's name.
constexpr double trust_in_logo = 0.1;
constexpr std::size_t max_words = 60; // of a title
constexpr NodeId logo_levels = 3;     // how far up the link may stand

// "/", "https://example.org", "https://example.org/".
bool leads_home(std::string_view href) {
    if (const auto scheme = href.find("//"); scheme != std::string_view::npos && scheme < 8) {
        const auto path = href.find('/', scheme + 2);
        href = path == std::string_view::npos ? std::string_view("/") : href.substr(path);
    }
    return href == "/" || href == "/index.html" || href == "/index.php" || href == "./";
}

} // namespace

HeadingTrust::HeadingTrust(const HeadlineWitnesses& witnesses)
    : facts_(witnesses.facts),
      page_(witnesses.facts.page()) {
    const auto note = [&](std::string_view text) {
        for (auto& word : line_words(text, max_words))
            said_.push_back(std::move(word.folded));
    };
    if (!witnesses.head_is_foreign)
        for (const std::string_view text :
             {std::string_view(facts_.title), facts_.meta("og:title"), facts_.meta("headline")})
            note(plain_value(text));
    if (witnesses.linked != nullptr) note(witnesses.linked->headline);
    note(witnesses.feed_title);
    for (const NodeId id : facts_.headings)
        h1_ += page_.node(id).tag == Tag::h1 && !facts_.is_aside(id);
}

double HeadingTrust::of(NodeId heading, std::string_view text) const {
    const auto tag = page_.node(heading).tag;
    const bool first_level = tag == Tag::h1;
    double trust = first_level ? trust_h1 : trust_heading_marked;
    if (first_level)
        trust += (trust_h1_confirmed - trust_h1) * std::min(1.0, share_in_head(text) / confirmed_share);
    if (facts_.is_aside(heading)) trust *= 0.3;
    if (first_level && h1_ > 2) trust *= 0.7; // a page that heads every card with h1
    // A heading that is one link leads elsewhere: a card, or the logo.
    if (const NodeId link = link_of(heading); link != html::no_node) {
        if (leads_home(page_.attribute(link, "href")))
            trust *= trust_in_logo;
        else if (!first_level)
            trust *= 0.4;
    }
    if (!first_level && tag != Tag::h2 && tag != Tag::h3) trust *= 0.6;
    return trust;
}

bool HeadingTrust::is_logo(NodeId heading) const {
    const NodeId link = link_of(heading);
    return link != html::no_node && leads_home(page_.attribute(link, "href"));
}

bool HeadingTrust::is_hidden(NodeId heading) const {
    const auto style = page_.attribute(heading, "style");
    return style.find("display:none") != style.npos || style.find("display: none") != style.npos;
}

// The link that holds the whole heading, inside it or around it.
NodeId HeadingTrust::link_of(NodeId heading) const {
    NodeId inner = heading + 1;
    while (inner < page_.node(heading).end && page_.node(inner).is_text() &&
           page_.node(inner).text.find_first_not_of(" \t\r\n") == std::string_view::npos)
        ++inner;
    if (inner < page_.node(heading).end && page_.node(inner).tag == Tag::a &&
        facts_.shown(inner) == facts_.shown(heading))
        return inner;
    NodeId up = page_.node(heading).parent;
    for (NodeId level = 0; level < logo_levels && up != html::no_node; ++level, up = page_.node(up).parent)
        if (page_.node(up).tag == Tag::a) return up;
    return html::no_node;
}

// The share of its words that the head's titles hold.
double HeadingTrust::share_in_head(std::string_view text) const {
    const auto words = line_words(text, max_words);
    if (words.empty()) return 0;
    std::size_t known = 0, telling = 0;
    for (const LineWord& word : words) {
        if (std::ranges::find(said_, word.folded) == said_.end()) continue;
        ++known;
        telling += word.folded.size() >= min_telling_bytes;
    }
    // Among several h1 one word in common is chance, unless it is all that the heading says.
    if (h1_ > 1 && telling < 2 && known < words.size()) return 0;
    return static_cast<double>(known) / static_cast<double>(words.size());
}

} // namespace khabar::article
