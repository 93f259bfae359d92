#include "parsers/links/cards.hpp"

#include "parsers/text/ascii.hpp"

#include <algorithm>

namespace khabar::links {

namespace {

using html::NodeId;
using html::Tag;

constexpr std::size_t max_dates = 2'000;     // read on one page; a listing has two a card
constexpr std::size_t max_date_bytes = 64;   // a line with a date and its label
constexpr std::uint32_t excerpt_bytes = 120; // some fifteen words of an alphabet
constexpr int max_levels = 8;                // from a link to its card

} // namespace

CardFacts::CardFacts(const html::Document& page, const date::Context& dates) : page_(page) {
    pictures_.reserve(page.nodes().size() + 1);
    letters_.reserve(page.nodes().size() + 1);
    std::uint32_t pictures = 0;
    std::uint32_t letters = 0;
    NodeId link_end = 0;
    for (NodeId id = 0; id < page.nodes().size(); ++id) {
        pictures_.push_back(pictures);
        letters_.push_back(letters);
        const html::Node& node = page.node(id);
        if (node.tag == Tag::a) link_end = node.end;
        if (node.tag == Tag::img) ++pictures;
        if (node.is_text() && id >= link_end) letters += static_cast<std::uint32_t>(node.text.size());
        if (dates_.size() < max_dates) read_text(id, dates);
    }
    pictures_.push_back(pictures);
    letters_.push_back(letters);
}

void CardFacts::read_text(NodeId id, const date::Context& dates) {
    const html::Node& node = page_.node(id);
    std::string_view text = node.text;
    if (node.tag == Tag::time) text = page_.attribute(id, "datetime");
    if (!node.is_text() && node.tag != Tag::time) return;
    const bool digits = std::ranges::any_of(text, text::is_digit);
    const bool other_digits =
        text.find('\xD9') != text.npos || text.find('\xDB') != text.npos; // Arabic-Indic
    if (text.size() > max_date_bytes || (!digits && !other_digits)) return;
    if (const auto date = date::parse(text, dates)) dates_.emplace_back(id, *date);
}

Card CardFacts::card(NodeId link, NodeId before, NodeId after) const {
    NodeId card = link;
    for (int level = 0; level < max_levels; ++level) {
        const NodeId up = page_.node(card).parent;
        if (up == html::no_node || page_.node(up).tag == Tag::body) break;
        const bool alone = (before == html::no_node || before < up) &&
                           (after == html::no_node || after >= page_.node(up).end);
        if (!alone) break;
        card = up;
    }
    const NodeId end = page_.node(card).end;
    Card facts;
    facts.picture = pictures_[end] > pictures_[card];
    facts.excerpt = letters_[end] - letters_[card] >= excerpt_bytes;
    const auto date = std::ranges::lower_bound(dates_, card, {}, [](const auto& at) { return at.first; });
    if (date != dates_.end() && date->first < end) facts.published = date->second;
    return facts;
}

} // namespace khabar::links
