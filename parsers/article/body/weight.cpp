#include "parsers/article/body/weight.hpp"

#include "parsers/article/body/labelled_link.hpp"
#include "parsers/article/body/verse.hpp"
#include "parsers/text/ascii.hpp"

#include <algorithm>
#include <cstdint>
#include <string>

namespace khabar::article {

using html::no_node;
using html::NodeId;
using html::Tag;

namespace {

// Shares and costs, measured over pages of many publishers; none is sharp.
constexpr double link_row_share = 0.6; // from here a passage is a link, not prose with links
constexpr float link_row_cost = 0.6f;  // a character of it
constexpr float most_link_cost = 50;
constexpr std::uint32_t long_name_chars =
    25;                                  // of another site's page; shorter ones are buttons and blogrolls
constexpr float link_rows_halved = 12;   // so many rows in a run weigh half each
constexpr std::uint32_t long_chars = 80; // a line of its own worth of prose
constexpr std::uint32_t short_chars = 40;
constexpr float fragment_cost = 8;            // a short line that ends no sentence: label, date, counter
constexpr float verse_share = 0.5f;           // of its characters count
constexpr float clutter_cost = 4;             // inside the container it will be cut out, at little loss
constexpr std::size_t most_comment_rows = 12; // beyond them a brief is not less an article
constexpr std::uint32_t teaser_chars = 350;   // a paragraph under a linked headline, up to this length
constexpr float teaser_discount = 0.1f;
constexpr float before_headline = 0.5f; // what stands above the headline is seldom the article

// Agreement with the head: a passage of JSON-LD's body counts half more, the one that the description quotes
// a fixed sum.
constexpr float body_agreement = 0.5f;
constexpr float description_agreement = 150;
// A note of one line must win against the rail beside it.
constexpr float below_headline_bonus = 100;
constexpr std::uint32_t most_lines_below_headline = 8;
constexpr std::size_t most_evidence_bytes = std::size_t{64} << 10;
constexpr std::size_t most_compared_bytes = 400;
constexpr std::size_t most_description_bytes = 1024;
constexpr std::size_t most_asked = 1000; // passages that are held against the description
constexpr std::size_t compared_start_bytes = 60;
constexpr std::size_t least_start_bytes = 24;

bool is_list_item(const html::Document& page, NodeId id) {
    for (int up = 0; up < 3 && id != no_node; ++up, id = page.node(id).parent)
        if (page.node(id).tag == Tag::li) return true;
    return false;
}

// Tables and listings of an article are made of fragments.
bool is_cell_or_code(const html::Document& page, NodeId id) {
    const Tag tag = page.node(id).tag;
    const NodeId up = page.node(id).parent;
    const Tag around = up == no_node ? tag : page.node(up).tag;
    return tag == Tag::td || tag == Tag::th || tag == Tag::pre || around == Tag::td || around == Tag::th ||
           html::no_node != nearest(page, id, Tag::pre);
}

float weigh_words(const html::Document& page, const Passage& p, std::string_view site) {
    const auto chars = static_cast<float>(p.chars);
    const double links = p.chars == 0 ? 0 : static_cast<double>(p.link_chars) / p.chars;
    if (links >= link_row_share)
        return p.chars >= long_name_chars && leads_offsite(page, p, site)
                   ? 0
                   : -std::min(chars * link_row_cost, most_link_cost);
    if (is_heading(page.node(p.container).tag)) return p.link_chars > 0 ? -chars / 2 : 0;
    const auto plain = static_cast<float>(chars * (1 - 1.5 * links));
    const bool sentence = p.ends_sentence || p.commas >= 2;
    float weight = 0;
    if (p.chars >= long_chars)
        weight = sentence ? plain : plain / 2;
    else if (p.chars >= short_chars)
        weight = sentence ? plain * 0.6f : plain * 0.1f;
    else if (p.ends_sentence)
        weight = plain * 0.3f;
    else
        weight = is_cell_or_code(page, p.container) ? 0 : -fragment_cost;
    if (weight > 0 && is_list_item(page, p.container)) weight *= 0.5f;
    return weight;
}

// A question with its answer below. A link to its own page that asks nothing may be a comment's date.
bool unfolds(const html::Document& page, const Passage& p) {
    return p.ends_sentence && leads_to_own_page(page, p);
}

// Letters and digits alone, in lower case: what survives every copy of a text.
std::string letters(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (const char c : text) {
        if (static_cast<unsigned char>(c) >= 0x80 || text::is_letter_or_digit(c))
            out.push_back(text::lower(c));
    }
    return out;
}

// Hashes of every window of a text, to ask whether a passage's beginning occurs in it: a plain search for
// each of many passages would be quadratic on a page made for it.
class Windows {
  public:
    explicit Windows(std::string_view text) {
        std::uint64_t hash = 0, leaving = 1; // the factor of the byte that leaves the window
        for (std::size_t i = 0; i + 1 < window_bytes; ++i)
            leaving *= factor;
        for (std::size_t i = 0; i < text.size(); ++i) {
            if (i >= window_bytes) hash -= leaving * byte(text[i - window_bytes]);
            hash = hash * factor + byte(text[i]);
            if (i + 1 >= window_bytes) hashes_.push_back(hash);
        }
        std::sort(hashes_.begin(), hashes_.end());
    }

    [[nodiscard]] bool hold_start_of(std::string_view text) const {
        if (text.size() < window_bytes || hashes_.empty()) return false;
        std::uint64_t hash = 0;
        for (const char c : text.substr(0, window_bytes))
            hash = hash * factor + byte(c);
        return std::binary_search(hashes_.begin(), hashes_.end(), hash);
    }

  private:
    static constexpr std::size_t window_bytes = 32;
    static constexpr std::uint64_t factor = 1099511628211u;
    static std::uint64_t byte(char c) { return static_cast<unsigned char>(c) + 1u; }

    std::vector<std::uint64_t> hashes_;
};

// What the head says of the article, ready to be compared.
class Agreement {
  public:
    explicit Agreement(const Evidence& evidence)
        : description_(letters(evidence.description.substr(0, most_description_bytes))),
          body_(letters(evidence.json_ld_body.substr(0, most_evidence_bytes))),
          nothing_(evidence.description.empty() && evidence.json_ld_body.empty()) {}

    float bonus(std::string_view text, std::uint32_t chars) {
        if (nothing_ || chars < short_chars) return 0;
        const std::string passage = letters(text.substr(0, most_compared_bytes));
        const float bonus = body_.hold_start_of(passage) ? static_cast<float>(chars) * body_agreement : 0;
        return is_described(passage) ? bonus + description_agreement : bonus;
    }

  private:
    bool is_described(std::string_view passage) {
        if (asked_ >= most_asked) return false;
        ++asked_;
        const auto start = std::string_view(description_).substr(0, compared_start_bytes);
        return start.size() >= least_start_bytes &&
               (passage.find(start) != passage.npos || description_.find(passage) != description_.npos);
    }

    std::string description_;
    Windows body_;
    bool nothing_;
    std::size_t asked_ = 0;
};

// The first line of text close below the headline; one past the last where there is none.
std::uint32_t first_below_headline(const PassageList& list, NodeId headline) {
    const auto none = static_cast<std::uint32_t>(list.all().size());
    if (headline == no_node) return none;
    const std::uint32_t from = list.end_of(headline);
    for (std::uint32_t i = from; i < std::min(none, from + most_lines_below_headline); ++i) {
        const Passage& p = list.all()[i];
        if (p.reason == Reason::none && p.chars >= short_chars && p.link_chars * 2 < p.chars &&
            !is_heading(list.page().node(p.container).tag))
            return i;
    }
    return none;
}

} // namespace

std::vector<float> weigh(const PassageList& list, const Evidence& evidence) {
    std::vector<float> weights;
    weights.reserve(list.all().size());
    const std::vector<bool> verse = verse_lines(list);
    Agreement agreement(evidence);
    bool after_link = false;
    float link_rows = 0; // since the last paragraph
    std::size_t comments = 0;
    const std::uint32_t begins = first_below_headline(list, evidence.headline);
    for (const Passage& passage : list.all()) {
        const bool teaser = after_link && passage.chars < teaser_chars;
        after_link = passage.link_chars >= passage.chars * 0.9 && !unfolds(list.page(), passage);
        if (passage.reason != Reason::none) {
            const bool further = passage.reason == Reason::comments && ++comments > most_comment_rows;
            weights.push_back(further ? 0 : -clutter_cost);
            continue;
        }
        float weight = verse[weights.size()] ? static_cast<float>(passage.chars) * verse_share
                                             : weigh_words(list.page(), passage, evidence.site);
        // A menu of a hundred entries is one menu, a list of sources one list.
        if (weight < -fragment_cost) weight /= 1 + link_rows++ / link_rows_halved;
        if (weight >= static_cast<float>(long_chars)) link_rows = 0, comments = 0;
        if (weight > 0 && teaser) weight *= teaser_discount;
        if (weight > 0 && evidence.headline != no_node && passage.first < evidence.headline)
            weight *= before_headline;
        if (weight > 0) weight += agreement.bonus(list.text(passage), passage.chars);
        if (weights.size() == begins) weight += below_headline_bonus;
        weights.push_back(weight);
    }
    return weights;
}

} // namespace khabar::article
