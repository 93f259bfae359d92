#include "parsers/article/page_dates.hpp"

#include "parsers/article/line_class.hpp"
#include "parsers/article/trace.hpp"
#include "parsers/text/fold.hpp"
#include "parsers/text/utf8.hpp"

#include <algorithm>
#include <array>
#include <vector>

namespace khabar::article {
namespace {

using namespace std::chrono;
using html::NodeId;
using html::Tag;

// A page written in a zone ahead of the reader's clock is not from the future.
constexpr hours zone_slack{26};
constexpr sys_days oldest = year{1990} / 1 / 1;
// Pieces of text looked at around the headline: the header of an article has a dozen.
constexpr std::size_t pieces_above = 12;
constexpr std::size_t pieces_below = 40;
constexpr std::size_t pieces_anywhere = 2000;
constexpr std::size_t max_mixed_bytes = 120;
constexpr NodeId max_piece_nodes = 40; // elements of one line looked at one by one
constexpr NodeId nodes_above = 150;
constexpr NodeId nodes_below = 600;

constexpr double trust_json_ld = 10;
constexpr double trust_json_ld_page = 5;
// "Nov 05, 2025" in JSON-LD, or a publication later than the last change: site builders put the day of the
// site's own publication there. What the header shows is better.
constexpr double trust_json_ld_doubtful = 3.5;
constexpr double trust_article_meta = 9;
constexpr double trust_other_meta = 6;
constexpr double trust_plain_meta = 3; // "date": often the time of serving
constexpr double trust_itemprop = 7;
constexpr double trust_time_near = 6;
constexpr double trust_time_marked = 4;
constexpr double trust_shown_label = 6;
constexpr double trust_shown = 4;
constexpr double trust_date_mark = 3;
constexpr double trust_mixed = 2; // a date among other words
constexpr double trust_url = 7;
constexpr double trust_time_far = 1.5;
constexpr double trust_update_alone = 3; // least an update needs to stand for the publication

// "a month ago", "last year": beyond this a distance in words names no day.
constexpr days farthest_relative{7};
// How far the newsroom's clock may be from UTC where only the day it shows tells: Pacific time, Sydney.
constexpr hours farthest_west{8}, farthest_east{10};

constexpr std::array<std::string_view, 9> article_metas{
    "article:published_time", "og:article:published_time", "og:published_time",
    "article:published",      "article.published",         "datepublished",
    "rnews:datepublished",    "parsely-pub-date",          "og:article:published"};
constexpr std::array<std::string_view, 29> other_metas{"pubdate",
                                                       "publishdate",
                                                       "publish-date",
                                                       "publish_date",
                                                       "published_date",
                                                       "published-date",
                                                       "publication_date",
                                                       "publication-date",
                                                       "publisheddate",
                                                       "publicationdate",
                                                       "sailthru.date",
                                                       "dc.date.issued",
                                                       "dcterms.issued",
                                                       "dcterms.created",
                                                       "dc.date.created",
                                                       "cxenseparse:recs:publishtime",
                                                       "originalpublicationdate",
                                                       "displaydate",
                                                       "article_date_original",
                                                       "ptime",
                                                       "date_published",
                                                       "publishtime",
                                                       "citation_publication_date",
                                                       "citation_date",
                                                       "shareaholic:article_published_time",
                                                       "datecreated",
                                                       "created",
                                                       "article:post_date",
                                                       "published"};
constexpr std::array<std::string_view, 6> plain_metas{"date",          "dc.date",     "dcterms.date",
                                                      "dc.terms.date", "releasedate", "article:create_date"};
constexpr std::array<std::string_view, 12> updated_metas{
    "article:modified_time", "og:updated_time",  "article:modified", "datemodified",
    "dcterms.modified",      "dc.date.modified", "lastmod",          "last-modified",
    "og:modified_time",      "modified",         "updated_time",     "shareaholic:article_modified_time"};

struct Witness {
    date::DateTime when;
    double trust = 0;
    bool shown = false; // to readers, or in the address: the day on the newsroom's own clock
};

class Hearing {
  public:
    explicit Hearing(const DateWitnesses& witnesses) : w_(witnesses), context_(witnesses.context) {}

    PageDates run() {
        json_ld();
        if (!w_.head_is_foreign) metas();
        times();
        around_headline();
        marked();
        origin_ = "address";
        if (const auto day = date::from_url_path(w_.url_path)) hear(published_, *day, trust_url, true);
        if (published_.empty()) anywhere();
        PageDates dates;
        dates.published = decide(published_);
        believe(Field::published, dates.published);
        if (dates.published) take_local_day(*dates.published);
        dates.updated = decide(updated_);
        believe(Field::updated, dates.updated);
        // An update that is older than the publication, and better told, is the publication.
        const bool contradicts = dates.published && dates.updated &&
                                 dates.updated->instant() + hours(24) < dates.published->instant() &&
                                 updated_.front().trust > published_.front().trust;
        if (dates.updated && (!dates.published || contradicts) &&
            updated_.front().trust >= trust_update_alone)
            dates.published = dates.updated;
        if (dates.updated && dates.published && dates.updated->instant() <= dates.published->instant())
            dates.updated.reset();
        return dates;
    }

  private:
    void hear(std::vector<Witness>& list, const date::DateTime& when, double trust, bool shown = false) {
        const auto refused = why_refused(when);
        if (w_.trace != nullptr)
            w_.trace->hear(field_of(list), origin_, date::to_iso8601(when), trust, refused);
        if (refused.empty()) list.push_back({when, trust, shown});
    }

    [[nodiscard]] Field field_of(const std::vector<Witness>& list) const {
        return &list == &updated_ ? Field::updated : Field::published;
    }

    void believe(Field field, const std::optional<date::DateTime>& when) const {
        if (w_.trace != nullptr && when) w_.trace->believe(field, date::to_iso8601(*when));
    }

    [[nodiscard]] std::string_view why_refused(const date::DateTime& when) const {
        if (when.precision < date::Precision::day) return "names no day";
        const auto instant = when.instant();
        if (instant < oldest) return "before 1990";
        if (w_.context.now && instant > *w_.context.now + zone_slack) return "in the future";
        return {};
    }

    void hear(std::vector<Witness>& list, std::string_view text, double trust) {
        if (text.empty()) return;
        text = text::prefix(text, 256);
        const auto when = date::parse(text, context_);
        if (!when) {
            if (w_.trace != nullptr)
                w_.trace->hear(field_of(list), origin_, text, trust,
                               date::parse(text) ? "in the future" : "reads as no date");
            return;
        }
        hear(list, *when, trust);
        // "11/01/2023" may be either; where another witness says the second, they agree.
        if (const auto other = read_otherwise(text)) hear(list, *other, trust * 0.3);
    }

    // The other reading of a day and month in numbers, where both can be either.
    [[nodiscard]] std::optional<date::DateTime> read_otherwise(std::string_view text) const {
        const auto two_digits = [&](std::size_t at) {
            return at + 2 < text.size() && text[at] >= '0' && text[at] <= '1' && text[at + 1] >= '0' &&
                   text[at + 1] <= '9' && (text[at + 2] == '/' || text[at + 2] == '-');
        };
        if (text.size() < 10 || !two_digits(0) || !two_digits(3)) return std::nullopt;
        std::string turned(text.substr(0, 32));
        std::swap_ranges(turned.begin(), turned.begin() + 2, turned.begin() + 3);
        return date::parse(turned, context_);
    }

    // What a reader sees. Distances in words count only while they name a day.
    [[nodiscard]] std::optional<date::DateTime> believable(std::optional<date::DateTime> when,
                                                           std::string_view text) const {
        const bool far = when && context_.now && when->instant() + farthest_relative < *context_.now;
        return far && date::is_relative(text) ? std::nullopt : when;
    }

    void json_ld() {
        origin_ = "JSON-LD";
        if (w_.linked != nullptr) {
            const double trust =
                w_.linked->kind == LinkedArticle::Kind::article ? trust_json_ld : trust_json_ld_page;
            hear(published_, w_.linked->published, is_doubtful(*w_.linked) ? trust_json_ld_doubtful : trust);
            hear(updated_, w_.linked->modified, trust);
        }
        origin_ = "JSON-LD of the page";
        if (w_.linked_page != nullptr && w_.linked_page != w_.linked && !w_.head_is_foreign) {
            hear(published_, w_.linked_page->published, trust_json_ld_page);
            hear(updated_, w_.linked_page->modified, trust_json_ld_page);
        }
    }

    [[nodiscard]] bool is_doubtful(const LinkedArticle& item) const {
        if (item.published.empty()) return false;
        if (item.published.front() < '0' || item.published.front() > '9') return true;
        const auto first = date::parse(text::prefix(item.published, 64), context_);
        const auto last = date::parse(text::prefix(item.modified, 64), context_);
        return first && last && first->precision > date::Precision::day &&
               last->precision > date::Precision::day && last->instant() < first->instant() &&
               first->instant() - last->instant() < minutes(1);
    }

    void metas() {
        for (const auto key : article_metas)
            hear_meta(published_, key, trust_article_meta);
        for (const auto key : other_metas)
            hear_meta(published_, key, trust_other_meta);
        for (const auto key : plain_metas) { // one field of the CMS under several names: one voice
            const auto before = published_.size();
            hear_meta(published_, key, trust_plain_meta);
            if (published_.size() != before) break;
        }
        for (const auto key : updated_metas)
            hear_meta(updated_, key, trust_article_meta);
    }

    void hear_meta(std::vector<Witness>& list, std::string_view key, double trust) {
        origin_ = key;
        hear(list, w_.facts.meta(key), trust);
    }

    bool near_headline(NodeId id) const {
        if (w_.headline == html::no_node) return false;
        return id + nodes_above > w_.headline && id < w_.headline + nodes_below;
    }

    void times() {
        origin_ = "<time>";
        const auto& page = w_.facts.page();
        for (const NodeId id : w_.facts.times) {
            const bool aside = w_.facts.is_aside(id);
            if (aside && !near_headline(id)) continue;
            const auto itemprop = page.attribute(id, "itemprop");
            const auto marks = std::string(page.attribute(id, "class")) + " " + std::string(itemprop);
            const bool update =
                marks.find("odified") != std::string::npos || marks.find("pdated") != std::string::npos;
            double trust = aside ? trust_time_far : near_headline(id) ? trust_time_near : trust_time_far;
            if (itemprop == "datePublished" || itemprop == "dateModified")
                trust = std::max(trust, trust_itemprop);
            if (page.has_attribute(id, "pubdate")) trust = std::max(trust, trust_time_marked);
            auto value = page.attribute(id, "datetime");
            if (value.empty()) value = page.attribute(id, "content");
            if (value.empty()) value = page.attribute(id, "title"); // <abbr class=published title="…">
            const auto shown = w_.facts.shown(id, 256);
            const auto label = classify_line(shown, {{}, {}, context_});
            auto& list = update || label.updated ? updated_ : published_;
            const auto before = list.size();
            hear(list, value, trust);
            if (list.size() == before && believable(date::parse(shown, context_), shown))
                hear(list, shown, trust * 0.7);
        }
    }

    void shown_line(const std::string& text, double factor) {
        LineContext context;
        context.dates = context_;
        auto line = classify_line(text, context);
        line.date = believable(line.date, text);
        if (line.date && (is_boilerplate(line.kind) || line.kind == LineKind::prose)) {
            const bool label = line.kind == LineKind::date && text.size() > 12;
            hear(line.updated ? updated_ : published_, *line.date,
                 (label ? trust_shown_label : trust_shown) * factor, !line.updated);
        } else if (line.kind == LineKind::prose && text.size() <= max_mixed_bytes &&
                   !ends_as_sentence(text)) {
            // "Press release of 20.01.2022", "Georg Example, 21 Jan. 2015".
            if (const auto when = believable(date::parse(text, context_), text))
                hear(published_, *when, trust_mixed * factor, true);
        }
    }

    // "Published on 21 Oct" and "Updated on 3 Nov" are one line to a reader and two elements.
    void shown_element(NodeId id, std::string_view piece, double factor) {
        const auto& page = w_.facts.page();
        const NodeId only = page.first_child(id);
        if (only == html::no_node || !page.node(only).is_text() || page.node(only).end != page.node(id).end)
            return;
        const auto text = w_.facts.shown(id, max_mixed_bytes + 1);
        if (text.size() < 6 || text.size() > max_mixed_bytes || text.size() >= piece.size()) return;
        LineContext context;
        context.dates = context_;
        const auto line = classify_line(text, context);
        if (line.kind == LineKind::date && believable(line.date, text))
            hear(line.updated ? updated_ : published_, *line.date, trust_shown * factor, !line.updated);
    }

    // A run of inline content: as one line, else element by element.
    void shown_piece(const ShownPiece& piece, double factor) {
        const auto before = published_.size() + updated_.size();
        shown_line(piece.text, factor);
        if (published_.size() + updated_.size() != before || piece.text.size() > max_mixed_bytes) return;
        const auto& page = w_.facts.page();
        const NodeId end = std::min(page.node(piece.id).end, piece.id + max_piece_nodes);
        for (NodeId id = piece.id; id < end; ++id)
            if (!page.node(id).is_text()) shown_element(id, piece.text, factor);
    }

    // Nothing near the headline, in the head or in the address: lines that say "published", wherever they
    // stand, then the title's own words.
    void anywhere() {
        origin_ = "a line far from the headline";
        const auto& page = w_.facts.page();
        LineContext context;
        context.dates = context_;
        for (const auto& piece :
             w_.facts.pieces(0, static_cast<NodeId>(page.nodes().size()), pieces_anywhere)) {
            if (piece.text.size() > max_mixed_bytes) continue;
            const auto line = classify_line(piece.text, context);
            if (line.kind != LineKind::date || !believable(line.date, piece.text) || line.updated) continue;
            hear(published_, *line.date, published_.empty() ? trust_time_far : trust_time_far * 0.5, true);
        }
        if (!published_.empty() || w_.head_is_foreign) return;
        origin_ = "the title's words";
        for (const std::string_view title : {std::string_view(w_.facts.title), w_.facts.meta("og:title")})
            for (const std::string_view mark : {" | ", " - ", " – "})
                for (const auto part : {title.substr(0, title.find(mark)),
                                        title.substr(title.rfind(mark) == std::string_view::npos
                                                         ? title.size()
                                                         : title.rfind(mark) + mark.size())})
                    if (const auto line = classify_line(part, context); line.date)
                        hear(published_, *line.date, trust_time_far, true);
    }

    // "2023-11-01T23:01Z" on a page that shows 2 November: the newsroom's clock is ahead of UTC. The instant
    // stays, its offset becomes the one shown to the quarter of an hour, or else the least whole hour that
    // gives the day shown.
    void take_local_day(date::DateTime& when) const {
        if (!when.offset || *when.offset != minutes{0} || when.precision < date::Precision::minute) return;
        const auto instant = when.instant();
        const auto day = floor<days>(instant);
        // One place that shows the day as UTC has it settles it.
        for (const auto& one : published_)
            if (one.shown && !one.when.offset && floor<days>(one.when.instant()) == day) return;
        for (const auto& one : published_) {
            if (!one.shown || one.when.offset || abs(one.when.instant() - instant) > hours(38)) continue;
            const auto shown = floor<days>(one.when.instant());
            if (abs(shown - day) != days(1)) continue;
            auto offset = shown > day ? duration_cast<minutes>(shown - instant)
                                      : duration_cast<minutes>(day - instant) - minutes(1);
            offset = shown > day ? ceil<hours>(offset) : floor<hours>(offset);
            if (one.when.precision >= date::Precision::minute)
                offset = round<minutes>(one.when.instant() - instant) / 15 * 15;
            if (offset > farthest_east || offset < -farthest_west) continue;
            when.local = decltype(when.local)((instant + offset).time_since_epoch());
            when.offset = offset;
            return;
        }
    }

    void around_headline() {
        origin_ = "a line near the headline";
        if (w_.headline == html::no_node) return;
        const auto& page = w_.facts.page();
        const NodeId end = page.node(w_.headline).end;
        const NodeId begin = w_.headline > nodes_above ? w_.headline - nodes_above : 0;
        auto above = w_.facts.pieces(begin, w_.headline, 400);
        if (above.size() > pieces_above) above.erase(above.begin(), above.end() - pieces_above);
        for (const auto& piece : above)
            shown_piece(piece, 0.6); // the site's own clock stands there too
        std::size_t prose = 0;
        for (const auto& piece : w_.facts.pieces(end, end + nodes_below, pieces_below)) {
            if (piece.text.size() > 250 && ++prose == 3) break; // well inside the text
            shown_piece(piece, prose == 0 ? 1.0 : 0.5);
        }
    }

    // Elements whose class speaks of a date: their own short text, wherever they stand.
    void marked() {
        origin_ = "class or id";
        for (const NodeId id : w_.facts.date_marks) {
            const auto text = w_.facts.shown(id, 160);
            if (text.size() < 6 || text.size() > 120) continue;
            const bool near = near_headline(id);
            LineContext context;
            context.dates = context_;
            auto line = classify_line(text, context);
            if (!line.date && near) line.date = date::parse(text, context_);
            line.date = believable(line.date, text);
            if (line.date)
                hear(line.updated ? updated_ : published_, *line.date,
                     near ? trust_date_mark : trust_time_far * 0.5);
        }
    }

    static std::optional<date::DateTime> decide(std::vector<Witness>& list) {
        if (list.empty()) return std::nullopt;
        std::stable_sort(list.begin(), list.end(),
                         [](const Witness& a, const Witness& b) { return a.trust > b.trust; });
        const auto agree = [](const Witness& a, const Witness& b) {
            return abs(a.when.instant() - b.when.instant()) <= hours(24);
        };
        const Witness* best = nullptr;
        double most = 0;
        for (const auto& one : list) {
            // Five shy witnesses do not outvote a good one: what agrees counts less the more of it there is.
            double sum = one.trust, weight = 0.5;
            for (const auto& other : list) {
                if (&one == &other || !agree(one, other)) continue;
                sum += other.trust * weight;
                weight *= 0.5;
            }
            if (sum > most) most = sum, best = &one;
        }
        // Among those that agree, one that tells the hour and zone says more, if it is nearly as trusted.
        for (const auto& one : list)
            if (agree(one, *best) && one.when.precision > best->when.precision &&
                one.trust >= best->trust * 0.6)
                best = &one;
        return best->when;
    }

    const DateWitnesses& w_;
    date::Context context_;
    std::vector<Witness> published_, updated_;
    std::string_view origin_; // of what is being heard
};

} // namespace

PageDates choose_dates(const DateWitnesses& witnesses) {
    return Hearing(witnesses).run();
}

} // namespace khabar::article
