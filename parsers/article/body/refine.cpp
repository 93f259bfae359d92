#include "parsers/article/body/refine.hpp"

#include "parsers/article/body/labelled_link.hpp"
#include "parsers/text/ascii.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace khabar::article {

using html::no_node;
using html::NodeId;
using html::Tag;

namespace {

constexpr double whole_link_share = 0.9;
constexpr double linked_heading_share = 0.4;
constexpr std::uint32_t prose_chars = 80;
constexpr double prose_link_share = 0.35;

// Text this long does not recur in one article; pages drawn twice (for wide and narrow screens) repeat all of
// theirs.
constexpr std::uint32_t unique_chars = 60;
// Quotations set once more for show, and how much text they are looked for in (so many searches at most).
constexpr std::uint32_t least_quote_chars = 30;
constexpr std::uint32_t most_quote_chars = 300;
constexpr std::size_t most_quotes = 40;
constexpr std::size_t most_compared_bytes = std::size_t{64} << 10;
constexpr std::uint32_t label_chars = 40;
constexpr std::uint32_t least_label_chars = 3; // shorter ones number lines of code
constexpr std::uint32_t least_captions = 3;
constexpr std::uint32_t caption_chars = 40; // more than the photographer's name
constexpr int label_times = 3;

// A list with this share of link text, or a set of cards with so little prose for each link, leads elsewhere.
constexpr double list_link_share = 0.4;
// Sentences with many links in them (a live report, notes) are no such list.
constexpr std::uint32_t least_sentence_chars = 60;
constexpr double most_sentence_link_share = 0.8;
constexpr double sentence_share = 0.6;
constexpr std::uint32_t card_chars = 350;
constexpr std::uint32_t card_paragraph_chars = 260; // what a card says of its story, on average
constexpr std::uint32_t single_card_lines = 5;
constexpr std::uint32_t headline_chars = 25; // shorter links are buttons
constexpr double most_of_the_prose = 0.5;

constexpr double heading_parent_share = 0.3;
constexpr double most_nested_share = 0.3; // of the prose, in articles within the article that are teasers

constexpr std::uint32_t folded_chars = 150; // calls and forms that wait to pop up are shorter

constexpr std::uint32_t least_paragraphs_beside = 2;
constexpr int looked_up = 6; // elements around a hidden paragraph whose names are read
constexpr auto accordion_names = std::to_array<std::string_view>(
    {"accordion", "Accordion", "collaps", "Collaps", "expand", "Expand", "toggle", "faq", "FAQ", "answer"});

constexpr double core_share = 0.7;
constexpr std::size_t least_row_lines = 2;         // short ones beside a paragraph
constexpr std::uint32_t least_core_paragraphs = 2; // one alone may be a <div>, and its neighbours the rest
// A branch after the core must hold this much to be a part of the article that was split off.
constexpr std::uint32_t branch_chars = 250;
constexpr double branch_share = 0.12;
constexpr std::uint32_t surely_branch_chars = 1000; // however long the text: no biography and no rail
// Prose above the headline up to this share is a teaser of something else.
constexpr double above_headline_share = 0.2;

bool can_be_dropped(Tag tag) {
    switch (tag) {
    case Tag::div:
    case Tag::section:
    case Tag::ul:
    case Tag::ol:
    case Tag::table:
    case Tag::aside:
    case Tag::header:
    case Tag::footer:
    case Tag::dl:
    case Tag::article:
    case Tag::figure:
    case Tag::blockquote:
    case Tag::details:
    case Tag::unknown:
    case Tag::span:
    case Tag::center:
    case Tag::tr:
    case Tag::td:
        return true;
    default:
        return false;
    }
}

// What holds paragraphs, not what is one.
bool is_container(Tag tag) {
    return html::is_block(tag) && tag != Tag::p && tag != Tag::li && tag != Tag::blockquote &&
           tag != Tag::pre && tag != Tag::dd && tag != Tag::dt && !is_heading(tag);
}

struct Sums {
    std::uint32_t prose = 0, paragraphs = 0, chars = 0, link_chars = 0, links = 0, passages = 0;
    std::uint32_t sentences = 0; // characters of those that are not wholly links
    Sums operator-(const Sums& o) const {
        return {prose - o.prose, paragraphs - o.paragraphs, chars - o.chars,        link_chars - o.link_chars,
                links - o.links, passages - o.passages,     sentences - o.sentences};
    }
};

class Refiner {
  public:
    Refiner(PassageList& list, NodeId root, NodeId headline, std::string_view site)
        : list_(list),
          page_(list.page()),
          root_(root),
          headline_(headline),
          site_(site) {}

    NodeId run() {
        keep_picture_story();
        drop_repeats();
        drop_pull_quotes();
        drop_recurring_labels();
        drop_down_to_headline();
        sum_up();
        mark_links();
        sum_up();
        drop_lists();
        sum_up();
        const NodeId core = find_core();
        drop_branches_after(core);
        unfold(core);
        return core;
    }

  private:
    Passage& at(std::uint32_t i) { return list_.all()[i]; }
    [[nodiscard]] std::uint32_t begin() const { return list_.begin_of(root_); }
    [[nodiscard]] std::uint32_t end() const { return list_.end_of(root_); }

    static bool is_prose(const Passage& p) {
        return p.reason == Reason::none && p.chars >= prose_chars &&
               p.link_chars < p.chars * prose_link_share;
    }

    void mark(NodeId id, Reason reason) {
        for (std::uint32_t i = list_.begin_of(id); i < list_.end_of(id); ++i)
            if (at(i).reason == Reason::none) {
                at(i).reason = reason;
                at(i).by = id;
            }
    }

    // Where at least as many captions as paragraphs stand among each other, the pictures are the story and
    // the captions its text. Not in galleries: their pictures have a box of their own.
    void keep_picture_story() {
        std::uint32_t captions = 0, paragraphs = 0;
        std::unordered_set<NodeId> written_in; // elements that hold paragraphs
        for (std::uint32_t i = begin(); i < end(); ++i)
            if (is_prose(at(i)) && at(i).container != root_) {
                ++paragraphs;
                written_in.insert(page_.node(at(i).container).parent);
            }
        const auto tells = [&](const Passage& p) {
            return p.reason == Reason::caption && p.chars >= caption_chars && p.link_chars == 0 &&
                   page_.node(p.container).tag == Tag::figcaption &&
                   written_in.contains(page_.node(page_.node(p.container).parent).parent);
        };
        for (std::uint32_t i = begin(); i < end(); ++i)
            captions += tells(at(i)) ? 1 : 0;
        if (captions < least_captions || captions < paragraphs) return;
        for (std::uint32_t i = begin(); i < end(); ++i)
            if (tells(at(i))) at(i).reason = Reason::none;
    }

    void drop_repeats() {
        std::unordered_set<std::string_view> seen, captions;
        for (const Passage& p : list_.all())
            if (p.reason == Reason::caption && p.chars >= unique_chars) captions.insert(list_.text(p));
        for (std::uint32_t i = begin(); i < end(); ++i)
            if (at(i).reason == Reason::none && at(i).chars >= unique_chars &&
                (!seen.insert(list_.text(at(i))).second ||
                 (captions.contains(list_.text(at(i))) && !stands_among_prose(i))))
                at(i).reason = Reason::repeated;
    }

    // A sentence of the text may have been taken for the caption.
    bool stands_among_prose(std::uint32_t i) {
        const NodeId parent = page_.node(at(i).container).parent;
        const auto beside = [&](std::uint32_t j) {
            return is_prose(at(j)) && page_.node(at(j).container).parent == parent;
        };
        return at(i).ends_sentence && i > begin() && i + 1 < end() && beside(i - 1) && beside(i + 1);
    }

    // A sentence of the text set once more as a quotation, for show.
    void drop_pull_quotes() {
        std::vector<std::uint32_t> quotes;
        std::string text; // of the paragraphs, letters alone
        for (std::uint32_t i = begin(); i < end(); ++i) {
            const Passage& p = at(i);
            if (p.reason != Reason::none) continue;
            if (p.chars >= least_quote_chars && p.chars <= most_quote_chars && is_quote(p.container))
                quotes.push_back(i);
            else if (p.chars >= prose_chars && text.size() < most_compared_bytes)
                append_letters(list_.text(p), text);
        }
        if (quotes.size() > most_quotes) return;
        std::string quote;
        for (const std::uint32_t i : quotes) {
            quote.clear();
            append_letters(list_.text(at(i)), quote);
            if (!quote.empty() && text.find(quote) != text.npos) at(i).reason = Reason::repeated;
        }
    }

    [[nodiscard]] bool is_quote(NodeId id) const {
        for (int up = 0; up < looked_up && id != no_node && id != root_; ++up, id = page_.node(id).parent) {
            const Tag tag = page_.node(id).tag;
            if (tag == Tag::blockquote || tag == Tag::figure || tag == Tag::aside) return true;
            const auto names = page_.attribute(id, "class");
            if (names.find("uote") != names.npos) return true;
        }
        return false;
    }

    // White space and punctuation, ASCII and typographic (U+2000–203F, Latin-1), differ between the two.
    static void append_letters(std::string_view text, std::string& out) {
        for (std::size_t i = 0; i < text.size(); ++i) {
            const auto byte = static_cast<unsigned char>(text[i]);
            if (byte == 0xC2)
                i += 1;
            else if (byte == 0xE2 && i + 1 < text.size() && static_cast<unsigned char>(text[i + 1]) == 0x80)
                i += 2;
            else if (text::is_letter_or_digit(text[i]) || byte >= 0x80)
                out.push_back(text::lower(text[i]));
        }
    }

    // "Advertisement", "Article content", a photographer: a label that comes back again and again between
    // paragraphs. Labels of specifications and of pros and cons stand among their own kind.
    void drop_recurring_labels() {
        std::unordered_map<std::string_view, int> times;
        const auto is_label = [&](const Passage& p) {
            const Tag tag = page_.node(p.container).tag;
            return p.reason == Reason::none && p.chars < label_chars && p.chars >= least_label_chars &&
                   !p.ends_sentence && !is_heading(tag) && tag != Tag::td && tag != Tag::th && tag != Tag::li;
        };
        for (std::uint32_t i = begin() + 1; i + 1 < end(); ++i)
            if (is_label(at(i)) && has_prose_near(i)) ++times[list_.text(at(i))];
        std::vector<std::uint32_t> recurring;
        for (std::uint32_t i = begin(); i < end() && !times.empty(); ++i)
            if (const auto found = times.find(list_.text(at(i)));
                found != times.end() && found->second >= label_times && is_label(at(i)))
                recurring.push_back(i);
        if (are_speakers(recurring)) return;
        for (const std::uint32_t i : recurring)
            at(i).reason = Reason::repeated;
    }

    // Of an interview: they take turns, and each says something.
    [[nodiscard]] bool are_speakers(const std::vector<std::uint32_t>& labels) {
        for (std::size_t k = 0; k < labels.size(); ++k) {
            const bool same = k > 0 && list_.text(at(labels[k])) == list_.text(at(labels[k - 1]));
            if (same || labels[k] + 1 >= end() || !is_prose(at(labels[k] + 1))) return false;
        }
        return true;
    }

    // On both sides of a line, at most one other between.
    [[nodiscard]] bool has_prose_near(std::uint32_t i) {
        const bool above = is_prose(at(i - 1)) || (i >= begin() + 2 && is_prose(at(i - 2)));
        return above && (is_prose(at(i + 1)) || (i + 2 < end() && is_prose(at(i + 2))));
    }

    void drop_down_to_headline() {
        if (headline_ == no_node || !page_.contains(root_, headline_)) return;
        std::uint32_t above = 0, all = 0;
        for (std::uint32_t i = begin(); i < end(); ++i) {
            const std::uint32_t chars = is_prose(at(i)) ? at(i).chars : 0;
            all += chars;
            if (at(i).first < headline_) above += chars;
        }
        if (above > all * above_headline_share) return;
        for (std::uint32_t i = begin(); i < end() && at(i).first < headline_; ++i)
            if (at(i).reason == Reason::none) at(i).reason = Reason::outside;
        if (is_heading(page_.node(headline_).tag)) mark(headline_, Reason::outside);
    }

    void mark_links() {
        for (std::uint32_t i = begin(); i < end(); ++i) {
            if (at(i).reason != Reason::none) continue;
            if (!heads_prose(at(i)) && at(i).link_chars >= at(i).chars * link_share_of(at(i))) {
                if (!is_reference(at(i)) && !opens_answer(i)) at(i).reason = Reason::link;
            } else if (is_labelled_link(page_, at(i), site_))
                at(i).reason = Reason::related;
        }
    }

    // A linked heading among much prose is one of the article's own (products, chapters).
    [[nodiscard]] bool heads_prose(const Passage& p) const {
        if (!is_heading(page_.node(p.container).tag) || p.container <= root_) return false;
        return sums(page_.node(p.container).parent).prose > sums(root_).prose * heading_parent_share;
    }

    // A list entry, or a whole sentence, that leads to another site.
    [[nodiscard]] bool is_reference(const Passage& p) const {
        const bool sentence = p.ends_sentence && p.chars >= least_sentence_chars;
        return (sentence || nearest(page_, p.container, Tag::li, root_) != no_node) &&
               leads_offsite(page_, p, site_);
    }

    // A question in one box with its answer.
    [[nodiscard]] bool opens_answer(std::uint32_t i) {
        return i + 1 < end() && is_prose(at(i + 1)) && leads_to_own_page(page_, at(i)) &&
               at(i).container != root_ && page_.contains(at(i).container, at(i + 1).first);
    }

    // Cards print their headline once more for screen readers.
    [[nodiscard]] double link_share_of(const Passage& p) const {
        return is_heading(page_.node(p.container).tag) ? linked_heading_share : whole_link_share;
    }

    void sum_up() {
        sums_.assign(1, {});
        Sums sum;
        for (std::uint32_t i = begin(); i < end(); ++i) {
            const Passage& p = at(i);
            if (p.reason == Reason::none || p.reason == Reason::link) {
                sum.prose += is_prose(p) ? p.chars : 0;
                sum.paragraphs += is_prose(p) ? 1 : 0;
                sum.chars += p.chars;
                sum.link_chars += p.reason == Reason::none && is_reference(p) ? 0 : p.link_chars;
                sum.links +=
                    p.reason == Reason::link && p.chars >= headline_chars && !leads_to_own_page(page_, p) ? 1
                                                                                                          : 0;
                ++sum.passages;
                if (p.ends_sentence && p.chars >= least_sentence_chars &&
                    p.link_chars < p.chars * most_sentence_link_share)
                    sum.sentences += p.chars;
            }
            sums_.push_back(sum);
        }
    }

    // Of what an element holds of the root's text: a line's container may stand around an inline root.
    [[nodiscard]] Sums sums(NodeId id) const {
        const auto before = [this](std::uint32_t i) -> const Sums& {
            return sums_[std::clamp(i, begin(), end()) - begin()];
        };
        return before(list_.end_of(id)) - before(list_.begin_of(id));
    }

    void drop_lists() {
        const std::uint32_t all = sums(root_).prose;
        teasers_are_rare_ = nested_articles_are_rare();
        for (NodeId id = root_ + 1; id < page_.node(root_).end; ++id) {
            if (!can_be_dropped(page_.node(id).tag) || holds_headline(id)) continue;
            const Sums s = sums(id);
            if (s.passages == 0 || s.prose > all * most_of_the_prose) continue;
            const bool link_list = s.prose == 0 && s.link_chars > s.chars * list_link_share &&
                                   s.sentences < s.chars * sentence_share;
            const bool cards = s.links >= 2 && s.prose < s.links * card_chars &&
                               s.paragraphs <= s.links + 1 &&
                               s.prose < s.paragraphs * card_paragraph_chars + 1;
            if (link_list || cards || is_single_card(id, s) || is_teaser(id, s)) mark(id, Reason::related);
        }
    }

    [[nodiscard]] bool holds_headline(NodeId id) const {
        return headline_ != no_node && page_.contains(id, headline_);
    }

    // An <article> within the article, with a headline, a link and a few words: a teaser of another one. The
    // entries of a live report are <article>s too, and hold most of its text.
    [[nodiscard]] bool is_teaser(NodeId id, const Sums& s) const {
        if (page_.node(id).tag != Tag::article || !teasers_are_rare_) return false;
        if (s.paragraphs > 1 || s.prose > card_chars) return false;
        bool heading = false, link = false;
        for (NodeId at = id + 1; at < page_.node(id).end; ++at) {
            heading |= is_heading(page_.node(at).tag);
            link |= page_.node(at).tag == Tag::a && page_.has_attribute(at, "href");
        }
        return heading && link;
    }

    [[nodiscard]] bool nested_articles_are_rare() const {
        std::uint32_t nested = 0;
        for (NodeId id = root_ + 1; id < page_.node(root_).end; ++id) {
            if (page_.node(id).tag != Tag::article) continue;
            nested += sums(id).prose;
            id = page_.node(id).end - 1;
        }
        return nested < sums(root_).prose * most_nested_share;
    }

    // A box of one linked headline with a line or two below it.
    [[nodiscard]] bool is_single_card(NodeId id, const Sums& s) const {
        if (s.links != 1 || s.paragraphs > 1 || s.passages > single_card_lines || s.prose > card_chars)
            return false;
        for (std::uint32_t i = list_.begin_of(id); i < list_.end_of(id); ++i) {
            const Passage& p = list_.all()[i];
            if (p.reason == Reason::link && p.chars >= headline_chars) return true;
            if (is_prose(p)) return false;
        }
        return false;
    }

    NodeId find_core() {
        const std::uint32_t all = sums(root_).prose;
        NodeId core = root_;
        if (all == 0) return core;
        for (NodeId id = root_ + 1; id < page_.node(core).end; ++id)
            if (!page_.node(id).is_text() && sums(id).prose >= all * core_share &&
                (sums(id).paragraphs >= least_core_paragraphs ||
                 sums(root_).paragraphs < least_core_paragraphs))
                core = id;
        if (sums(core).paragraphs < least_core_paragraphs) core = around_its_row(core);
        while (core > root_ && !is_container(page_.node(core).tag))
            core = page_.node(core).parent;
        return std::max(core, root_);
    }

    // Of a brief one paragraph may be long, and those beside it short, each in a box of its own.
    [[nodiscard]] NodeId around_its_row(NodeId core) const {
        for (NodeId id = core; id > root_; id = page_.node(id).parent) {
            const NodeId row = page_.node(id).parent;
            std::size_t lines = 0;
            for (NodeId next = page_.first_child(row); next != no_node; next = page_.next_sibling(next))
                if (next != id && is_line_beside(next, id))
                    lines += sums(next).sentences > 0 ? least_row_lines : 1;
            if (lines >= least_row_lines) return row;
        }
        return core;
    }

    // Lines in a box like another's, or a chapter or list below it. Above it, or without a class, a line must
    // be a sentence: bylines stand so.
    [[nodiscard]] bool is_line_beside(NodeId id, NodeId other) const {
        const Tag tag = page_.node(id).tag;
        if (page_.node(id).is_text() || sums(id).passages == 0 || sums(id).link_chars > 0) return false;
        if (id > other && (is_heading(tag) || tag == Tag::ul || tag == Tag::ol || tag == Tag::table))
            return true;
        const auto names = page_.attribute(id, "class");
        if (tag != page_.node(other).tag || names != page_.attribute(other, "class")) return false;
        if (id > other && !names.empty()) return true;
        return sums(id).passages == 1 && list_.all()[list_.begin_of(id)].ends_sentence;
    }

    // Paragraphs of the core that wait for a click (questions and answers, tabs).
    void unfold(NodeId core) {
        if (!holds_folded(core)) return;
        std::unordered_set<std::string_view> seen;
        for (std::uint32_t i = begin(); i < end(); ++i)
            if (at(i).reason == Reason::none) seen.insert(list_.text(at(i)));
        for (std::uint32_t i = list_.begin_of(core); i < list_.end_of(core); ++i) {
            Passage& p = at(i);
            if (p.reason == Reason::hidden && p.chars >= folded_chars && p.ends_sentence &&
                p.link_chars < p.chars * prose_link_share && waits_for_click(p.container) &&
                seen.insert(list_.text(p)).second)
                p.reason = Reason::none;
        }
    }

    [[nodiscard]] bool holds_folded(NodeId core) const {
        const auto& all = list_.all();
        return std::any_of(all.begin() + list_.begin_of(core), all.begin() + list_.end_of(core),
                           [](const Passage& p) { return p.reason == Reason::hidden; });
    }

    // Stands among visible paragraphs, or in what calls itself an accordion. Panels, sign-in boxes and
    // teasers for other widths of the screen do neither.
    [[nodiscard]] bool waits_for_click(NodeId id) const {
        if (id != root_ && sums(page_.node(id).parent).paragraphs >= least_paragraphs_beside) return true;
        for (int up = 0; up < looked_up && id != no_node && id != root_; ++up, id = page_.node(id).parent)
            if (page_.node(id).tag == Tag::details || is_accordion(page_.attribute(id, "class"))) return true;
        return false;
    }

    static bool is_accordion(std::string_view names) {
        return std::ranges::any_of(accordion_names,
                                   [&](std::string_view name) { return names.find(name) != names.npos; });
    }

    // The next part of a text that is laid out in parts alike.
    [[nodiscard]] bool is_twin(NodeId id, NodeId other) const {
        const auto names = page_.attribute(id, "class");
        return !names.empty() && page_.node(id).tag == page_.node(other).tag &&
               page_.attribute(other, "class") == names && sums(other).paragraphs > 0 &&
               sums(other).links == 0;
    }

    // Below the text a headline that leads away for each paragraph: cards, whatever they tell of their
    // stories.
    static bool is_rail(const Sums& s) { return s.links >= 1 && s.paragraphs <= s.links; }

    void drop_branches_after(NodeId core) {
        const std::uint32_t share = static_cast<std::uint32_t>(sums(core).prose * branch_share);
        const std::uint32_t least = std::clamp(share, branch_chars, surely_branch_chars);
        for (NodeId id = core; id != root_; id = page_.node(id).parent)
            for (NodeId branch = page_.next_sibling(id); branch != no_node;
                 branch = page_.next_sibling(branch)) {
                if (page_.node(branch).is_text() || is_twin(id, branch)) continue;
                const Sums s = sums(branch);
                if (s.prose < least || is_rail(s)) mark(branch, Reason::outside);
            }
    }

    PassageList& list_;
    const html::Document& page_;
    NodeId root_;
    NodeId headline_;
    std::string_view site_;
    bool teasers_are_rare_ = false;
    std::vector<Sums> sums_; // over the passages of root_, before each
};

} // namespace

NodeId refine(PassageList& list, NodeId root, NodeId headline, std::string_view site) {
    return Refiner(list, root, headline, site).run();
}

} // namespace khabar::article
