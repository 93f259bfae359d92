#include "parsers/article/metadata/shown_dates.hpp"

#include "parsers/article/lines/line_class.hpp"
#include "parsers/article/lines/line_vocabulary.hpp"
#include "parsers/article/lines/line_words.hpp"
#include "parsers/article/lines/sentence_date.hpp"
#include "parsers/text/punctuation.hpp"

#include <algorithm>
#include <string>

namespace khabar::article {
namespace {

using html::NodeId;
using html::Tag;

// Pieces of text looked at around the headline: the header of an article has a dozen.
constexpr std::size_t pieces_above = 12;
constexpr std::size_t pieces_below = 40;
constexpr std::size_t pieces_anywhere = 2000;
constexpr std::size_t min_date_bytes = 6;
constexpr std::size_t max_mixed_bytes = 120;
constexpr std::size_t max_mark_bytes = 120;
constexpr NodeId max_piece_nodes = 40; // elements of one line looked at one by one
constexpr NodeId nodes_above = 150;
constexpr NodeId nodes_below = 600;
constexpr std::size_t words_of_label = 12;
constexpr std::size_t max_sentence_bytes = 300;
constexpr std::size_t max_sentences = 200;     // looked at for a date inside
constexpr std::ptrdiff_t max_own_declared = 2; // a page says itemprop=datePublished above its text and below

constexpr double trust_itemprop = 7;
constexpr double trust_time_near = 6;
constexpr double trust_time_marked = 4;
constexpr double trust_shown_label = 6;
constexpr double trust_shown = 4;
constexpr double trust_date_mark = 3;
constexpr double trust_title = 2.5; // "… | The Example | 28.04.2023"
constexpr double trust_mixed = 2;   // a date among other words
constexpr double trust_time_far = 1.5;
constexpr double of_shown_time = 0.7;  // where the attribute gives nothing
constexpr double above_headline = 0.6; // the site's own clock stands there too

Field field_of(const LineClass& line) {
    return line.updated ? Field::updated : Field::published;
}

bool has_digit(std::span<const LineWord> words) {
    return std::ranges::any_of(
        words, [](const LineWord& w) { return w.folded.find_first_of("0123456789") != std::string::npos; });
}

// "Published 3 May 2025 Updated 4 May 2025": where the second label begins; 0 where there is none.
std::size_t second_label(std::string_view line) {
    const auto words = line_words(line, 2 * words_of_label);
    const std::span all(words);
    bool updated_first = false;
    for (std::size_t i = 0; i < words.size(); ++i)
        for (std::size_t n = std::min(longest_phrase(words[i].folded), words.size() - i); n > 0; --n) {
            const auto phrase = phrase_of(all.subspan(i, n), n);
            if (phrase.words != n || phrase.kind != LineKind::date || phrase.role != Role::whole) continue;
            if (i == 0) updated_first = phrase.updated;
            const bool other = i > 0 && phrase.updated != updated_first;
            if (other && has_digit(all.first(i)) && has_digit(all.subspan(i + n))) return words[i].begin;
            break;
        }
    return 0;
}

class Shown {
  public:
    Shown(const DateWitnesses& witnesses, DateClaims& claims)
        : w_(witnesses),
          page_(witnesses.facts.page()),
          claims_(claims) {
        context_.dates = claims.context();
    }

    void times() {
        claims_.from("<time>");
        const auto declared = std::ranges::count_if(
            w_.facts.times, [&](NodeId id) { return page_.attribute(id, "itemprop") == "datePublished"; });
        cards_ = declared > max_own_declared;
        for (const NodeId id : w_.facts.times)
            if (!w_.facts.is_aside(id) || is_near(id)) time(id);
    }

    void around_headline() {
        claims_.from("a line near the headline");
        if (w_.headline == html::no_node) return;
        const NodeId end = page_.node(w_.headline).end;
        const NodeId begin = w_.headline > nodes_above ? w_.headline - nodes_above : 0;
        auto above = w_.facts.pieces(begin, w_.headline, 400);
        if (above.size() > pieces_above) above.erase(above.begin(), above.end() - pieces_above);
        for (const auto& one : above)
            piece(one, above_headline);
        std::size_t prose = 0;
        for (const auto& one : w_.facts.pieces(end, end + nodes_below, pieces_below)) {
            if (one.text.size() > 250 && ++prose == 3) break; // well inside the text
            piece(one, prose == 0 ? 1.0 : 0.5);
        }
    }

    // Elements whose class speaks of a date: their own short text, wherever they stand.
    void marked() {
        claims_.from("class or id");
        for (const NodeId id : w_.facts.date_marks) {
            const auto text = w_.facts.shown(id, max_mark_bytes + 1);
            if (text.size() < min_date_bytes || text.size() > max_mark_bytes) continue;
            const bool near = is_near(id);
            const double trust = near ? trust_date_mark : trust_time_far * 0.5;
            const auto hear = [&](std::string_view part) {
                auto line = classify(part);
                if (!line.date && near) line.date = claims_.read(part);
                if (line.date) claims_.hear(field_of(line), *line.date, trust);
            };
            const auto second = second_label(text);
            hear(std::string_view(text).substr(0, second == 0 ? text.size() : second));
            if (second > 0) hear(std::string_view(text).substr(second));
        }
    }

    // A part of the title that is nothing but a date.
    void title() {
        claims_.from("the title's words");
        for (const std::string_view title : {std::string_view(w_.facts.title), w_.facts.meta("og:title")})
            for (const std::string_view mark : {" | ", " - ", " – "}) {
                const auto last = title.rfind(mark);
                if (last == std::string_view::npos) continue;
                for (const auto part : {title.substr(0, title.find(mark)), title.substr(last + mark.size())})
                    if (const auto line = classify(part); line.date)
                        claims_.hear(Field::published, *line.date, trust_title, true);
            }
    }

    void lines_anywhere() {
        claims_.from("a line far from the headline");
        const auto all = w_.facts.pieces(0, static_cast<NodeId>(page_.nodes().size()), pieces_anywhere);
        for (const auto& one : all) {
            if (one.text.size() > max_mixed_bytes) continue;
            const auto line = classify(one.text);
            const bool tells = line.kind == LineKind::date || line.kind == LineKind::byline;
            if (!tells || !line.date || line.updated) continue;
            const bool first = claims_.of(Field::published).empty();
            claims_.hear(Field::published, *line.date, first ? trust_time_far : trust_time_far * 0.5, true);
        }
        if (claims_.size() > 0) return;
        claims_.from("a sentence that tells of the publication");
        std::size_t looked_at = 0;
        for (const auto& one : all) {
            if (one.text.size() > max_sentence_bytes || ++looked_at > max_sentences) continue;
            if (const auto when = date_of_publication(one.text, claims_.context()))
                return claims_.hear(Field::published, *when, trust_time_far, true);
        }
    }

  private:
    [[nodiscard]] bool is_near(NodeId id) const {
        if (w_.headline == html::no_node) return false;
        return id + nodes_above > w_.headline && id < w_.headline + nodes_below;
    }

    [[nodiscard]] LineClass classify(std::string_view text) const {
        auto line = classify_line(text, context_);
        line.date = claims_.believable(line.date, text);
        return line;
    }

    void time(NodeId id) {
        const auto itemprop = page_.attribute(id, "itemprop");
        const auto marks = std::string(page_.attribute(id, "class")) + " " + std::string(itemprop);
        const bool update =
            marks.find("odified") != std::string::npos || marks.find("pdated") != std::string::npos;
        // The date of a card's own item is not this article's, however near it stands.
        const bool own = itemprop.empty() || (!cards_ && w_.facts.is_of_article(id));
        double trust = own && is_near(id) && !w_.facts.is_aside(id) ? trust_time_near : trust_time_far;
        if (own && (itemprop == "datePublished" || itemprop == "dateModified"))
            trust = std::max(trust, trust_itemprop);
        if (page_.has_attribute(id, "pubdate")) trust = std::max(trust, trust_time_marked);
        auto value = page_.attribute(id, "datetime");
        if (value.empty()) value = page_.attribute(id, "content");
        if (value.empty()) value = page_.attribute(id, "title"); // <abbr class=published title="…">
        const auto shown = w_.facts.shown(id, max_piece_bytes);
        const auto field = update || classify(shown).updated ? Field::updated : Field::published;
        const auto before = claims_.size();
        claims_.hear(field, value, trust);
        if (claims_.size() == before && claims_.read(shown))
            claims_.hear(field, shown, trust * of_shown_time);
    }

    void line(std::string_view text, double factor) {
        const auto found = classify(text);
        if (found.date && (is_boilerplate(found.kind) || found.kind == LineKind::prose)) {
            const bool label = found.kind == LineKind::date && text.size() > 12;
            claims_.hear(field_of(found), *found.date, (label ? trust_shown_label : trust_shown) * factor,
                         !found.updated);
        } else if (found.kind == LineKind::prose && text.size() <= max_mixed_bytes &&
                   !text::ends_as_sentence(text)) {
            // "Press release of 20.01.2022", "Georg Example, 21 Jan. 2015".
            if (const auto when = claims_.read(text))
                claims_.hear(Field::published, *when, trust_mixed * factor, true);
        }
    }

    // "Published on 21 Oct" and "Updated on 3 Nov" are one line to a reader and two elements.
    void element(NodeId id, std::string_view whole, double factor) {
        const NodeId only = page_.first_child(id);
        if (only == html::no_node || !page_.node(only).is_text() ||
            page_.node(only).end != page_.node(id).end)
            return;
        const auto text = w_.facts.shown(id, max_mixed_bytes + 1);
        if (text.size() < min_date_bytes || text.size() > max_mixed_bytes || text.size() >= whole.size())
            return;
        const auto found = classify(text);
        if (found.kind == LineKind::date && found.date)
            claims_.hear(field_of(found), *found.date, trust_shown * factor, !found.updated);
    }

    // A run of inline content: as one line, or two where a second label stands inside; else element by
    // element.
    void piece(const ShownPiece& piece, double factor) {
        if (cards_ && page_.attribute(piece.id, "itemprop") == "datePublished") return;
        const auto before = claims_.size();
        const std::string_view text = piece.text;
        if (const auto second = text.size() <= max_mixed_bytes ? second_label(text) : 0; second > 0) {
            line(text.substr(0, second), factor);
            line(text.substr(second), factor);
        } else {
            line(text, factor);
        }
        if (claims_.size() != before || text.size() > max_mixed_bytes) return;
        const NodeId end = std::min(page_.node(piece.id).end, piece.id + max_piece_nodes);
        for (NodeId id = piece.id; id < end; ++id)
            if (!page_.node(id).is_text()) element(id, text, factor);
    }

    const DateWitnesses& w_;
    const html::Document& page_;
    DateClaims& claims_;
    LineContext context_;
    bool cards_ = false; // so many declared dates that most are other articles'
};

} // namespace

void hear_shown_dates(const DateWitnesses& witnesses, DateClaims& claims) {
    Shown shown(witnesses, claims);
    shown.times();
    shown.around_headline();
    shown.marked();
    if (!witnesses.head_is_foreign) shown.title();
}

void hear_dates_anywhere(const DateWitnesses& witnesses, DateClaims& claims) {
    Shown(witnesses, claims).lines_anywhere();
}

} // namespace khabar::article
