#include "parsers/article/weight.hpp"

#include <algorithm>
#include <string>

namespace khabar::article {

using html::no_node;
using html::NodeId;
using html::Tag;

namespace {

// Shares and costs, measured over pages of many publishers; none is sharp.
constexpr double link_row_share = 0.6; // from here a passage is a link, not prose with links
constexpr float link_row_cost = 0.7f;  // a character of it
constexpr float most_link_cost = 100;
constexpr std::uint32_t long_chars = 80; // a line of its own worth of prose
constexpr std::uint32_t short_chars = 40;
constexpr float fragment_cost = 8;      // a short line that ends no sentence: label, date, counter
constexpr float clutter_cost = 4;       // inside the container it will be cut out, at little loss
constexpr float before_headline = 0.5f; // what stands above the headline is seldom the article

bool is_heading(Tag tag) {
    return tag >= Tag::h1 && tag <= Tag::h6;
}

bool is_list_item(const html::Document& page, NodeId id) {
    for (int up = 0; up < 3 && id != no_node; ++up, id = page.node(id).parent)
        if (page.node(id).tag == Tag::li) return true;
    return false;
}

float weigh_words(const html::Document& page, const Passage& p) {
    const auto chars = static_cast<float>(p.chars);
    const double links = p.chars == 0 ? 0 : static_cast<double>(p.link_chars) / p.chars;
    if (links >= link_row_share) return -std::min(chars * link_row_cost, most_link_cost);
    if (is_heading(page.node(p.container).tag)) return p.link_chars > 0 ? -chars / 2 : 0;
    const auto plain = static_cast<float>(chars * (1 - 1.5 * links));
    const bool sentence = p.ends_sentence || p.commas >= 2;
    float weight = 0;
    if (p.chars >= long_chars)
        weight = sentence ? plain : plain / 2;
    else if (p.chars >= short_chars)
        weight = sentence ? plain * 0.6f : plain * 0.1f;
    else
        weight = p.ends_sentence ? plain * 0.3f : -fragment_cost;
    if (weight > 0 && is_list_item(page, p.container)) weight *= 0.5f;
    return weight;
}

} // namespace

std::vector<float> weigh(const PassageList& list, const Evidence& evidence) {
    std::vector<float> weights;
    weights.reserve(list.all().size());
    for (const Passage& passage : list.all()) {
        if (passage.reason != Reason::none) {
            weights.push_back(-clutter_cost);
            continue;
        }
        float weight = weigh_words(list.page(), passage);
        if (weight > 0 && evidence.headline != no_node && passage.first < evidence.headline)
            weight *= before_headline;
        weights.push_back(weight);
    }
    return weights;
}

} // namespace khabar::article
