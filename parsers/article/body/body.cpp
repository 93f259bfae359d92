#include "parsers/article/body/body.hpp"

#include "parsers/article/page/trace.hpp"

#include <algorithm>
#include <span>

namespace khabar::article {

using html::NodeId;
using html::Tag;

namespace {

// How much better an unmarked element must be before it beats a marked one.
float prior(BodyMark mark) noexcept {
    switch (mark) {
    case BodyMark::body:
        return 1.15f;
    case BodyMark::content:
        return 1.10f;
    case BodyMark::container:
        return 1.02f;
    case BodyMark::none:
        break;
    }
    return 1;
}

// What a marked element is worth by its mark alone: a brief of two lines must win against a biography beside
// it.
float bonus(BodyMark mark) noexcept {
    switch (mark) {
    case BodyMark::body:
        return 300;
    case BodyMark::content:
        return 200;
    default:
        return 0;
    }
}
constexpr double least_sum_for_bonus = -20;

// A wrapper that wins by so little over what calls itself the content within it has won by what stands around
// the article: summaries, rules for comments, answers to questions.
constexpr float named_share = 0.85f;

// A mark is worth nothing around two labels.
constexpr std::uint32_t least_said_chars = 20;

constexpr float part_weight = 80; // of a paragraph in another part of a body that was cut in parts

constexpr std::size_t most_furniture_lines = 12;
constexpr std::uint32_t most_furniture_chars = 80;
constexpr double most_linked_around = 0.2; // of the characters beside a paragraph that is taken for the body

// How many elements around a part of the text are looked at: "item > text > field".
constexpr int most_around_part = 3;

bool has_paragraph(const PassageList& list, const std::vector<float>& weights, NodeId id) {
    return std::any_of(weights.begin() + list.begin_of(id), weights.begin() + list.end_of(id),
                       [](float weight) { return weight >= part_weight; });
}

// Tells who wrote it or when, or has a headline that leads to it: a story of its own.
bool is_story(const PassageList& list, NodeId id) {
    const auto& page = list.page();
    for (NodeId at = id; at < page.node(id).end; ++at) {
        const Tag tag = page.node(at).tag;
        if (tag == Tag::article || tag == Tag::time || tag == Tag::h1) return true;
        if (tag == Tag::a && is_heading(page.node(page.node(at).parent).tag)) return true;
        if (is_heading(tag) && page.node(page.node(at).parent).tag == Tag::a) return true;
    }
    const auto& all = list.all();
    return std::any_of(all.begin() + list.begin_of(id), all.begin() + list.end_of(id),
                       [](const Passage& p) { return p.reason == Reason::byline; });
}

// A text that was laid out in parts, for what stands between them: a sibling of the same names that holds
// paragraphs.
bool has_other_part(const PassageList& list, const std::vector<float>& weights, NodeId id, bool is_itself) {
    const auto& page = list.page();
    const auto names = page.attribute(id, "class");
    const NodeId parent = page.node(id).parent;
    if (names.empty() || parent == html::no_node || (!is_itself && is_story(list, id))) return false;
    for (NodeId other = page.first_child(parent); other != html::no_node; other = page.next_sibling(other))
        if (other != id && page.node(other).tag == page.node(id).tag &&
            page.attribute(other, "class") == names && has_paragraph(list, weights, other) &&
            (is_itself || !is_story(list, other)))
            return true;
    return false;
}

// The element around all parts of the text that the body is one of.
Body around_parts(const PassageList& list, const std::vector<float>& weights, Body body) {
    if (body.root == html::no_node) return body;
    const auto& page = list.page();
    NodeId part = body.root;
    for (int up = 0; up < most_around_part && part != page.body() && part != html::no_node; ++up) {
        if (has_other_part(list, weights, part, up == 0)) {
            body.root = page.node(part).parent;
            break;
        }
        part = page.node(part).parent;
    }
    return body;
}

bool is_part_of_text(Tag tag) {
    switch (tag) {
    case Tag::p:
    case Tag::ul:
    case Tag::ol:
    case Tag::table:
    case Tag::blockquote:
    case Tag::pre:
    case Tag::figure:
    case Tag::br:
    case Tag::hr:
    case Tag::img:
        return true;
    default:
        return is_heading(tag);
    }
}

// A byline, a share row: no text of its own beside the paragraphs.
bool is_furniture(const PassageList& list, NodeId id) {
    const std::span lines =
        std::span(list.all()).subspan(list.begin_of(id), list.end_of(id) - list.begin_of(id));
    return lines.size() <= most_furniture_lines && std::ranges::none_of(lines, [](const Passage& p) {
               return p.reason == Reason::none && p.chars > most_furniture_chars;
           });
}

// One line of text, in an element of its own.
bool is_line(const PassageList& list, NodeId id) {
    const std::uint32_t begin = list.begin_of(id);
    return list.end_of(id) == begin + 1 && list.all()[begin].container == id;
}

// Stands beside a paragraph as one more part of the same text.
bool is_part_beside(const PassageList& list, NodeId paragraph, NodeId id) {
    const auto& page = list.page();
    if (page.node(id).is_text() || is_part_of_text(page.node(id).tag)) return true;
    return page.node(id).tag == page.node(paragraph).tag && is_line(list, id) &&
           page.attribute(id, "class") == page.attribute(paragraph, "class");
}

// A paragraph is no body. It outweighs the element it stands in where all else there is short: a list of
// ingredients, results, a letter.
Body around_paragraph(const PassageList& list, Body body) {
    const auto& page = list.page();
    if (body.root == html::no_node) return body;
    const bool is_paragraph = page.node(body.root).tag == Tag::p ||
                              (page.node(body.root).tag == Tag::div && is_line(list, body.root));
    const NodeId around = page.node(body.root).parent;
    if (!is_paragraph || around == html::no_node || around == page.body()) return body;
    std::uint32_t chars = 0, linked = 0;
    for (NodeId part = page.first_child(around); part != html::no_node; part = page.next_sibling(part)) {
        if (!is_part_beside(list, body.root, part)) {
            if (!is_furniture(list, part)) return body;
            continue;
        }
        for (std::uint32_t i = list.begin_of(part); i < list.end_of(part); ++i) {
            chars += list.all()[i].chars;
            linked += list.all()[i].link_chars;
        }
    }
    if (linked <= chars * most_linked_around) body.root = around;
    return body;
}

} // namespace

Body find_body(const PassageList& list, const std::vector<float>& weights,
               const std::vector<MarkedElement>& marked, std::vector<BodyCandidate>* candidates) {
    const auto& page = list.page();
    std::vector<double> until{0}; // sum of the weights before a passage
    until.reserve(weights.size() + 1);
    for (const float weight : weights)
        until.push_back(until.back() + static_cast<double>(weight));
    std::vector<std::uint32_t> said{0}; // how many of them say something
    said.reserve(weights.size() + 1);
    for (const Passage& p : list.all())
        said.push_back(said.back() + (p.reason == Reason::none && p.chars >= least_said_chars ? 1 : 0));
    Body best;
    std::vector<Body> named; // those that call themselves the content
    auto mark = marked.begin();
    for (NodeId id = 0; id < page.nodes().size(); ++id) {
        if (page.node(id).is_text()) continue;
        while (mark != marked.end() && mark->id < id)
            ++mark;
        const BodyMark own = mark != marked.end() && mark->id == id ? mark->mark : BodyMark::none;
        const double sum = until[list.end_of(id)] - until[list.begin_of(id)];
        const bool empty = said[list.end_of(id)] == said[list.begin_of(id)];
        float score = static_cast<float>(sum) * (sum > 0 ? prior(own) : 1);
        if (!empty && sum > least_sum_for_bonus) score += bonus(own);
        if (candidates != nullptr && score > 0) candidates->push_back({id, score, name(own)});
        // On a tie the deeper element: it is met later.
        if (score > 0 && score >= best.score) best = {id, score};
        if (own >= BodyMark::content && score > 0) named.push_back({id, score});
    }
    Body body = best;
    for (const Body& inner : named)
        if (inner.score >= best.score * named_share && page.contains(body.root, inner.root)) body = inner;
    return around_parts(list, weights, around_paragraph(list, body));
}

} // namespace khabar::article
