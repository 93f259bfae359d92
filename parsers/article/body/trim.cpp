#include "parsers/article/body/trim.hpp"

#include "parsers/article/lines/line_call.hpp"
#include "parsers/article/lines/line_class.hpp"
#include "parsers/article/lines/line_vocabulary.hpp"
#include "parsers/article/lines/person_names.hpp"

#include <algorithm>
#include <limits>
#include <span>
#include <utility>

namespace khabar::article {

using html::NodeId;
using html::Tag;

namespace {

// The first and last lines that are surely the article's: head and tail lie outside of them.
constexpr std::uint32_t prose_chars = 90;
constexpr double prose_link_share = 0.4;
// A paragraph of this length that ends as one need not be asked what it is.
constexpr std::uint32_t surely_prose_chars = 200;
// Outside of the core a line shorter than this must at least end a sentence.
constexpr std::uint32_t fragment_chars = 60;
// Authors of a story who are introduced below it, and how much of the story that may take.
constexpr std::size_t most_biographies = 2;
constexpr std::size_t most_bytes_before_name = 24; // "Our correspondent <name> …"
constexpr std::uint32_t most_lines_to_name = 3;    // a title, icons
constexpr double biography_share = 0.45;
constexpr std::size_t most_head_lines = 8; // between a standfirst and the text
constexpr std::uint32_t shortest_sentence_chars = 25;
// A line of the head that tells a day and a time, and who or where.
constexpr std::uint32_t most_dated_chars = 90;
constexpr std::size_t least_date_numbers = 3;
constexpr std::size_t most_date_words = 8;
// "Jane Doe jane@paper.example" below the text.
constexpr std::uint32_t most_contact_chars = 90;
// A headline with a kicker before it is still the headline.
constexpr std::size_t least_title_bytes = 24;
constexpr std::size_t most_kicker_bytes = 60;
constexpr double source_link_share = 0.2;
constexpr std::size_t least_label_bytes = 4;
constexpr std::size_t most_label_bytes = 30;
constexpr std::size_t most_box_lines = 12; // of a call, its form and its notice
constexpr std::size_t max_shortcode_bytes = 200;
constexpr std::string_view shortcode_name = "abcdefghijklmnopqrstuvwxyz_-0123456789";
// What may follow a line that stands only below articles ("Related") before it is taken for an insert within
// one.
constexpr std::uint32_t most_prose_below = 300;
constexpr std::size_t most_levels_alike = 4; // of elements around a paragraph
constexpr double rail_share = 0.25;          // where it is a heading: cards may tell of their stories

// Kinds that interrupt an article where they stand.
bool is_insert(LineKind kind) {
    switch (kind) {
    case LineKind::blank:
    case LineKind::share:
    case LineKind::advertisement:
    case LineKind::rail:
    case LineKind::newsletter:
    case LineKind::reading_time:
    case LineKind::counts:
    case LineKind::back_to_top:
    case LineKind::comments:
    case LineKind::account:
    case LineKind::copyright:
    case LineKind::neighbour:
        return true;
    default:
        return false;
    }
}

// Calls to the reader stand between paragraphs as often as below the last.
bool is_call_kind(LineKind kind) {
    return kind == LineKind::newsletter || kind == LineKind::account;
}

// Kinds that stand between a headline and its text.
bool is_head_line(LineKind kind) {
    switch (kind) {
    case LineKind::byline:
    case LineKind::date:
    case LineKind::reading_time:
    case LineKind::counts:
    case LineKind::share:
    case LineKind::category:
    case LineKind::breadcrumb:
    case LineKind::credit:
        return true;
    default:
        return false;
    }
}

class Trimmer {
  public:
    Trimmer(PassageList& list, NodeId core, const Metadata& metadata, const Hints& hints)
        : list_(list),
          core_(core),
          authors_(metadata.authors) {
        context_.title = metadata.title;
        context_.site = metadata.site;
        context_.dates = {hints.now, hints.offset};
        site_ = line_words(metadata.site, max_call_words);
        std::ranges::copy_if(authors_, std::back_inserter(persons_),
                             [this](const std::string& name) { return is_person(name); });
    }

    std::vector<std::uint32_t> run(NodeId root) {
        collect(root);
        classify();
        trim_head();
        trim_below();
        trim_tail();
        drop_inserts();
        drop_emptied_boxes();
        drop_biographies();
        drop_orphan_headings();
        std::vector<std::uint32_t> kept;
        for (const std::uint32_t i : candidates_)
            if (at(i).reason == Reason::none) kept.push_back(i);
        return kept;
    }

  private:
    Passage& at(std::uint32_t i) { return list_.all()[i]; }

    // Not an agency, a house, or the site itself, of which the text may speak.
    [[nodiscard]] bool is_person(const std::string& name) const {
        const auto words = line_words(name);
        const auto of_site = [this](const LineWord& word) {
            return std::ranges::find(site_, word.folded, &LineWord::folded) != site_.end();
        };
        return !is_agency(words) && !names_house(name) && !std::ranges::all_of(words, of_site);
    }

    [[nodiscard]] Tag tag_of(std::uint32_t i) { return list_.page().node(at(i).container).tag; }

    void collect(NodeId root) {
        for (std::uint32_t i = 0; i < list_.all().size(); ++i)
            if (i < list_.begin_of(root) || i >= list_.end_of(root)) {
                if (at(i).reason == Reason::none) at(i).reason = Reason::outside;
            } else if (at(i).reason == Reason::none) {
                candidates_.push_back(i);
            }
    }

    void classify() {
        kinds_.clear();
        for (const std::uint32_t i : candidates_)
            kinds_.push_back(kind_of(at(i)));
        first_ = 0;
        last_ = candidates_.size();
        while (first_ < candidates_.size() && !is_prose(first_))
            ++first_;
        while (last_ > first_ && !is_prose(last_ - 1))
            --last_;
        skip_standfirst();
    }

    [[nodiscard]] LineKind kind_of(const Passage& p) const {
        const bool surely_prose =
            p.chars >= surely_prose_chars && p.ends_sentence && p.link_chars < p.chars * prose_link_share;
        if (!surely_prose && shows_title(p)) return LineKind::title;
        if (!surely_prose) return classify_line(list_.text(p), context_).kind;
        return list_.text(p).size() <= max_line_bytes && is_call(line_words(list_.text(p)), site_)
                   ? LineKind::newsletter
                   : LineKind::prose;
    }

    // A heading that says the title with a few words before it.
    [[nodiscard]] bool shows_title(const Passage& p) const {
        const auto text = list_.text(p), title = context_.title;
        return is_heading(list_.page().node(p.container).tag) && title.size() >= least_title_bytes &&
               text.size() <= title.size() + most_kicker_bytes && text.ends_with(title);
    }

    // A standfirst stands above byline and date: with one of them below it, the head goes on to the next
    // prose.
    void skip_standfirst() {
        bool furniture = false;
        for (std::size_t k = first_ + 1; k < candidates_.size() && k <= first_ + most_head_lines; ++k) {
            if (is_prose(k)) {
                if (furniture) first_ = k;
                return;
            }
            if (kinds_[k] == LineKind::prose && is_dated(k)) kinds_[k] = LineKind::date;
            furniture |= is_head_line(kinds_[k]);
        }
    }

    bool is_prose(std::size_t k) {
        const Passage& p = at(candidates_[k]);
        return kinds_[k] == LineKind::prose && p.chars >= prose_chars &&
               p.link_chars < p.chars * prose_link_share;
    }

    void drop(std::size_t k) {
        Passage& p = at(candidates_[k]);
        if (p.reason != Reason::none) return;
        p.reason = Reason::line;
        p.line = kinds_[k];
    }

    void trim_head() {
        for (std::size_t k = 0; k < std::min(first_, candidates_.size()); ++k) {
            if (kinds_[k] == LineKind::prose && is_dated(k)) kinds_[k] = LineKind::date;
            if (kinds_[k] == LineKind::prose && opens_with_author(k)) kinds_[k] = LineKind::byline;
            if (kinds_[k] != LineKind::prose || is_fragment_beside_core(k) || heads_head_lines(k)) drop(k);
        }
        // A headline repeated above its own text, wherever that begins.
        for (std::size_t k = 0; k < candidates_.size(); ++k)
            if (kinds_[k] == LineKind::title && (k < 3 || tag_of(candidates_[k]) == Tag::h1)) drop(k);
    }

    // "Ada Beispiel12 May 20242 min read": labels that only a style sheet parts.
    bool opens_with_author(std::size_t k) {
        const Passage& p = at(candidates_[k]);
        return p.chars <= most_dated_chars && !p.ends_sentence && !is_heading(tag_of(candidates_[k])) &&
               std::ranges::any_of(authors_, [&](const std::string& name) {
                   return !name.empty() && list_.text(p).starts_with(name);
               });
    }

    // A heading with the byline below it is the headline in other words, or its kicker.
    bool heads_head_lines(std::size_t k) {
        const Passage& p = at(candidates_[k]);
        if (!is_heading(tag_of(candidates_[k])) || p.ends_sentence || p.chars >= prose_chars) return false;
        for (std::size_t j = k + 1; j < std::min(first_, k + most_head_lines); ++j)
            if (is_head_line(kinds_[j])) return true;
        return false;
    }

    // "Beirut, October 23, 2024, 3:48", "By our desk 30.04.2024, 18:58": a year, other numbers, few words.
    bool is_dated(std::size_t k) {
        const Passage& p = at(candidates_[k]);
        if (p.chars > most_dated_chars || is_heading(tag_of(candidates_[k]))) return false;
        const auto words = line_words(list_.text(p));
        std::size_t numbers = 0;
        bool year = false;
        for (const LineWord& word : words) {
            if (!is_number(word.folded)) continue;
            ++numbers;
            year |= is_year(word.folded);
        }
        return year && numbers >= least_date_numbers && words.size() - numbers <= most_date_words;
    }

    // Stands as the first paragraph stands: between line breaks in the same element, or in one drawn like it.
    bool is_own_paragraph(std::size_t k) {
        const Passage& p = at(candidates_[k]);
        return kinds_[k] == LineKind::prose && p.ends_sentence && p.chars >= fragment_chars &&
               p.link_chars < p.chars * prose_link_share &&
               is_drawn_like(p.container, at(candidates_[first_]).container);
    }

    // The same elements, of the same classes, around both up to what holds the two.
    [[nodiscard]] bool is_drawn_like(NodeId a, NodeId b) const {
        const auto& page = list_.page();
        for (std::size_t levels = 0; a != b; ++levels, a = page.node(a).parent, b = page.node(b).parent) {
            const bool alike =
                page.node(a).tag == page.node(b).tag &&
                (page.node(a).tag == Tag::p || page.attribute(a, "class") == page.attribute(b, "class"));
            if (!alike || levels == most_levels_alike || page.node(a).parent == html::no_node ||
                page.node(b).parent == html::no_node)
                return false;
        }
        return true;
    }

    // What stands from a line on: characters and paragraphs of prose, and links that were dropped.
    struct Below {
        std::uint32_t prose = 0;
        std::size_t own = 0;
        std::size_t paragraphs = 0, links = 0;
    };

    // Of each candidate, and one past the last.
    std::vector<Below> sum_up_below() {
        std::vector<Below> below(candidates_.size() + 1);
        Below sum;
        for (std::size_t k = candidates_.size(); k > 0; --k) {
            const std::uint32_t next = k < candidates_.size() ? candidates_[k] : candidates_.back() + 1;
            for (std::uint32_t i = candidates_[k - 1]; i < next; ++i)
                sum.links += at(i).reason != Reason::none && at(i).link_chars > 0;
            sum.paragraphs += is_prose(k - 1);
            sum.own += is_own_paragraph(k - 1);
            sum.prose += is_prose(k - 1) ? at(candidates_[k - 1]).chars : 0;
            below[k - 1] = sum;
        }
        return below;
    }

    void trim_below() {
        if (first_ == candidates_.size()) return;
        const std::vector<Below> below = sum_up_below();
        const std::uint32_t all = below.front().prose;
        for (std::size_t k = first_; k < candidates_.size(); ++k) {
            if (!stands_below(kinds_[k])) continue;
            // At least one link that was dropped for each paragraph below.
            const bool leads_to_cards = below[k].links > 0 && below[k].links >= below[k].paragraphs;
            const bool heads_rail =
                kinds_[k] == LineKind::rail && is_heading(tag_of(candidates_[k])) && leads_to_cards;
            const bool heads_comments = kinds_[k] == LineKind::comments && is_heading(tag_of(candidates_[k]));
            const std::uint32_t most =
                is_call_kind(kinds_[k]) ? 0
                : heads_comments        ? std::numeric_limits<std::uint32_t>::max()
                : heads_rail ? std::max(most_prose_below, static_cast<std::uint32_t>(all * rail_share))
                             : most_prose_below;
            if (below[k].prose > most || below[k].own > 0) continue;
            for (std::size_t j = k; j < candidates_.size(); ++j)
                drop(j);
            last_ = std::min(last_, k);
            return;
        }
    }

    void trim_tail() {
        for (std::size_t k = last_; k < candidates_.size(); ++k)
            if (is_boilerplate(kinds_[k]) || is_fragment_beside_core(k) || is_source_link(k) ||
                is_contact(k) || is_bare_label(k))
                drop(k);
    }

    // "Details: <a>The Paper</a>" below the last paragraph.
    bool is_source_link(std::size_t k) {
        const Passage& p = at(candidates_[k]);
        return p.chars < fragment_chars && !p.ends_sentence && p.link_chars > p.chars * source_link_share;
    }

    // A name with an address to write to.
    bool is_contact(std::size_t k) {
        const Passage& p = at(candidates_[k]);
        const auto text = list_.text(p);
        const auto sign = text.find('@');
        return p.chars <= most_contact_chars && sign != text.npos && sign > 0 && text[sign - 1] != ' ' &&
               text.find('.', sign) != text.npos;
    }

    // "ALSO", "RELATED": what it headed is gone.
    bool is_bare_label(std::size_t k) {
        const auto text = list_.text(at(candidates_[k]));
        return text.size() >= least_label_bytes && text.size() <= most_label_bytes &&
               text.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ :&") == text.npos;
    }

    // "[gallery ids=1]", "[appbox store com.example.app]": a shortcode of an extension that is gone. A note
    // has words alone: "[translated from the Arabic]".
    bool is_shortcode(std::size_t k) {
        const auto text = list_.text(at(candidates_[k]));
        if (text.size() >= max_shortcode_bytes || !text.starts_with('[') || !text.ends_with(']'))
            return false;
        const auto space = text.find(' ');
        return space != text.npos &&
               text.substr(1, space - 1).find_first_not_of(shortcode_name) == text.npos &&
               text.find_first_of("=_/.", space) != text.npos;
    }

    // Names, dates, sections: what stands between the headline and the text, or after it, and is no sentence.
    bool is_fragment_beside_core(std::size_t k) {
        const Passage& p = at(candidates_[k]);
        if (list_.page().contains(core_, p.first)) return false;
        return p.chars < fragment_chars && !(p.ends_sentence && p.chars >= shortest_sentence_chars);
    }

    void drop_inserts() {
        for (std::size_t k = 0; k < candidates_.size(); ++k)
            if (is_insert(kinds_[k]) || is_shortcode(k)) drop(k);
    }

    // "Get our best stories" above a call and its form: of a box in the text its heading alone is left.
    void drop_emptied_boxes() {
        for (std::size_t k = 0; k < candidates_.size(); ++k) {
            const Passage& p = at(candidates_[k]);
            if (p.reason != Reason::none || !is_heading(tag_of(candidates_[k]))) continue;
            const NodeId box = list_.page().node(p.container).parent;
            if (box == core_ || !list_.page().contains(core_, box)) continue;
            const std::size_t lines = list_.end_of(box) - list_.begin_of(box);
            const auto is_kept = [](const Passage& line) { return line.reason == Reason::none; };
            if (lines > 1 && lines <= most_box_lines &&
                std::ranges::count_if(std::span(list_.all()).subspan(list_.begin_of(box), lines), is_kept) ==
                    1)
                drop(k);
        }
    }

    // "<Author> is the founder of …" as the last paragraph: about who wrote, not about what is told.
    void drop_biographies() {
        std::uint32_t prose = 0;
        for (std::size_t k = 0; k < candidates_.size(); ++k)
            prose += at(candidates_[k]).reason == Reason::none && is_prose(k) ? at(candidates_[k]).chars : 0;
        std::size_t seen = 0;
        bool is_last = true;
        for (std::size_t k = candidates_.size(); k > 0 && seen < most_biographies; --k) {
            Passage& p = at(candidates_[k - 1]);
            if (p.reason != Reason::none) continue;
            const bool last = std::exchange(is_last, false);
            if (!is_prose(k - 1)) {
                if (last && tells_of_author(p)) p.reason = Reason::author_box;
                continue;
            }
            ++seen;
            const std::uint32_t name = name_above(candidates_[k - 1]);
            if ((!begins_with_author(list_.text(p)) && name == candidates_[k - 1]) ||
                p.chars >= prose * biography_share)
                continue;
            p.reason = Reason::author_box;
            if (at(name).reason == Reason::none) at(name).reason = Reason::author_box;
        }
    }

    // The line above it that is an author's name alone, and below the text: not the byline. `i` where there
    // is none.
    std::uint32_t name_above(std::uint32_t i) {
        for (std::uint32_t above = i; above > candidates_[first_] + 1 && i - above < most_lines_to_name;
             --above)
            if (std::ranges::find(persons_, list_.text(at(above - 1))) != persons_.end()) return above - 1;
        return i;
    }

    // "Ada Beispiel contributed to this report."
    [[nodiscard]] bool tells_of_author(const Passage& p) const {
        return p.ends_sentence && std::ranges::any_of(persons_, [&](const std::string& name) {
                   return name.find(' ') != name.npos && list_.text(p).starts_with(name + " ");
               });
    }

    [[nodiscard]] bool begins_with_author(std::string_view text) const {
        return std::ranges::any_of(persons_, [&](const std::string& name) {
            return name.find(' ') != name.npos &&
                   text.substr(0, most_bytes_before_name + name.size()).find(name) != text.npos;
        });
    }

    // A heading with nothing left below it headed something that was cut.
    void drop_orphan_headings() {
        for (std::size_t k = candidates_.size(); k > 0; --k) {
            if (at(candidates_[k - 1]).reason != Reason::none) continue;
            if (!is_heading(tag_of(candidates_[k - 1]))) return;
            drop(k - 1);
        }
    }

    PassageList& list_;
    NodeId core_;
    const std::vector<std::string>& authors_;
    std::vector<std::string> persons_; // of these, who may have a biography
    LineContext context_;
    std::vector<LineWord> site_;
    std::vector<std::uint32_t> candidates_;
    std::vector<LineKind> kinds_;
    std::size_t first_ = 0; // the first and one past the last line of prose among the candidates
    std::size_t last_ = 0;
};

} // namespace

std::vector<std::uint32_t> pick_passages(PassageList& list, NodeId root, NodeId core,
                                         const Metadata& metadata, const Hints& hints) {
    return Trimmer(list, core, metadata, hints).run(root);
}

} // namespace khabar::article
