// Text that another program flattened: where does the article begin and end?
//
//     site name, navigation      short lines, explained lines      −
//     title (often twice), date  …                                 −
//     paragraph                  sentences                         + + +
//     a subheading                                                 −
//     paragraph                                                    + +
//     previous/next, comments    explained lines                   − − −
//     latest news, headlines     short lines                       − −
//     about us                   sentences                         +
//     footer                                                       −
//
// Every line weighs by what it is: sentences count their words, lines that are no prose count against. The
// article is the run with the largest sum (the maximum subarray), cut short at what only ever stands below an
// article. Inside the run, lines that are explained as boilerplate go, everything else stays: a sentence is
// never lost.

#include "parsers/article/extract.hpp"
#include "parsers/article/flat_lines.hpp"
#include "parsers/article/flat_prefix.hpp"
#include "parsers/article/flat_prose.hpp"
#include "parsers/article/flat_title.hpp"
#include "parsers/article/lines/line_words.hpp"
#include "parsers/language/detect.hpp"
#include "parsers/text/fold.hpp"
#include "parsers/text/punctuation.hpp"
#include "parsers/text/utf8.hpp"

#include <algorithm>
#include <array>

namespace khabar::article {
namespace {

constexpr std::size_t max_bytes = 4u << 20;

constexpr int max_gain = 60;  // one endless paragraph is no better than several
constexpr int cost_short = 3; // headings, headlines, chips
constexpr int cost_bullet = 4;
constexpr int cost_explained = 4; // dates, shares, captions
constexpr int cost_below = 9;     // rails, comment forms, footers
// Words of prose above a comment form or the like that make it the article's end.
constexpr std::size_t min_words_above = 25;
// A brief under its title, and the biography or advertisement further down that may be longer.
constexpr std::size_t min_brief_words = 12;
constexpr std::size_t max_stray_words = 150;
constexpr double min_topic_share = 0.34; // of the title's words, in a text that is about it
constexpr std::size_t lines_near = 8;    // how far from the text its date and byline stand
constexpr std::size_t max_subheading_words = 16;

class FlatText {
  public:
    FlatText(std::string_view utf8, const Hints& hints) : hints_(hints) {
        context_.dates = {hints.now, hints.offset};
        lines_ = flat_lines(text::prefix(utf8, max_bytes));
    }

    Result<Article> run() {
        take_prefix();
        for (auto& line : lines_)
            cut_glued_tail(line);
        classify_lines(lines_, context_);
        unmarked_ = sets_no_full_stops(lines_);
        find_run();
        FlatTitle title = find_flat_title(lines_, found(), topic(), hints_.feed_title);
        article_.title = std::move(title.text);
        if (!article_.title.empty()) {
            context_.title = article_.title;
            classify_lines(lines_, context_);
            find_run();
        }
        if (title.sure) prefer_below_title();
        if (begin_ == end_) return fail(Errc::not_an_article, "no run of sentences in the text");
        begin_after_title();
        read_head();
        compose();
        read_tail();
        if (article_.blocks.empty()) return fail(Errc::not_an_article, "no run of sentences in the text");
        article_.url = std::string(hints_.url);
        article_.language = language::detect(plain_text(article_.blocks));
        return std::move(article_);
    }

  private:
    // "date 2025-12-24 - …" in front of the first line, or of the first after navigation.
    void take_prefix() {
        for (std::size_t i = 0; i < std::min<std::size_t>(lines_.size(), 3); ++i) {
            auto& line = lines_[i];
            auto prefix = split_prefix((line.bullet ? "- " : "") + line.text, context_.dates);
            if (!prefix.date && prefix.points.empty()) continue;
            article_.published = prefix.date;
            for (const auto& point : prefix.points)
                article_.lead += (article_.lead.empty() ? "" : "\n") + point;
            line.text = std::move(prefix.rest);
            line.words = line_words(line.text, 400).size();
            line.bullet = false;
            if (line.text.empty()) lines_.erase(lines_.begin() + static_cast<std::ptrdiff_t>(i));
            return;
        }
    }

    // "… said the minister. Share: Facebook Twitter" in one line: behind the last full stop stands no prose.
    void cut_glued_tail(FlatLine& line) const {
        if (line.words < min_glued_words) return;
        constexpr std::array<std::string_view, 4> ends{". ", "؟ ", "! ", "? "};
        std::size_t cut = 0;
        for (const auto mark : ends)
            if (const auto at = line.text.rfind(mark); at != std::string::npos)
                cut = std::max(cut, at + mark.size());
        if (cut == 0) return;
        const auto tail = classify_line(std::string_view(line.text).substr(cut), context_);
        if (!is_boilerplate(tail.kind) || tail.kind == LineKind::caption || tail.kind == LineKind::blank)
            return;
        line.text = text::collapse_space(line.text.substr(0, cut));
        line.words = line_words(line.text, 400).size();
    }

    FlatRun found() const { return {begin_, end_}; }
    FlatTopic topic() const { return {lines_, found(), unmarked_}; }
    bool is_sentence(const FlatLine& line) const { return article::is_sentence(line, unmarked_); }

    int weight(const FlatLine& line) const {
        if (is_sentence(line) && line.is.kind == LineKind::prose)
            return std::min<int>(static_cast<int>(line.words), max_gain);
        if (stands_below(line.is.kind)) return -cost_below;
        if (line.is.kind == LineKind::prose) return line.bullet ? -cost_bullet : -cost_short;
        return -cost_explained;
    }

    // Ends every article once there is one: comment forms, previous/next, copyright.
    static bool ends_article(LineKind kind) {
        return kind == LineKind::comments || kind == LineKind::neighbour || kind == LineKind::copyright ||
               kind == LineKind::back_to_top;
    }

    void find_run() {
        begin_ = end_ = 0;
        long best = 0, sum = 0;
        std::size_t start = 0, words = 0;
        for (std::size_t i = 0; i < lines_.size(); ++i) {
            if (sum <= 0) sum = 0, start = i, words = 0;
            if (ends_article(lines_[i].is.kind) && words >= min_words_above) {
                // A longer article may still follow (a digest above the story): begin anew, the better run
                // wins.
                sum = 0, start = i + 1, words = 0;
                continue;
            }
            const int gain = weight(lines_[i]);
            sum += gain;
            if (gain > 0) words += lines_[i].words;
            if (sum > best) best = sum, begin_ = start, end_ = i + 1;
        }
        if (begin_ < end_) return;
        // No sentence anywhere: whatever there is stands above the first thing that ends articles.
        while (end_ < lines_.size() && !ends_article(lines_[end_].is.kind))
            ++end_;
        begin_ = end_;
    }

    // A brief of a line or two weighs less than the site's own paragraph below it: where the title is sure
    // and something that stands below articles lies between it and the run, the article is what lies right
    // under the title.
    void prefer_below_title() {
        std::size_t last = 0;
        for (std::size_t i = 0; i < lines_.size(); ++i)
            if (lines_[i].is.kind == LineKind::title && (i < begin_ || last == 0)) last = i + 1;
        if (last == 0 || last > begin_) return;
        std::size_t end = last;
        while (end < lines_.size() && !stands_below(lines_[end].is.kind) &&
               lines_[end].is.kind != LineKind::title)
            ++end;
        const bool empty = begin_ == end_;
        if (end >= begin_ && !empty) return;
        end = std::min(end, begin_);
        // A link to the comments may stand in the header; their form does not.
        const auto form = std::count_if(lines_.begin() + static_cast<std::ptrdiff_t>(end),
                                        lines_.begin() + static_cast<std::ptrdiff_t>(begin_),
                                        [](const FlatLine& line) { return ends_article(line.is.kind); });
        std::size_t brief = 0, run = 0;
        for (std::size_t i = last; i < end_; ++i)
            (i < end ? brief : run) +=
                is_sentence(lines_[i]) && (i < end || i >= begin_) ? lines_[i].words : 0;
        const bool small = brief >= min_brief_words && run < std::max(max_stray_words, 4 * brief);
        if (!empty && !small && form < 2 && topic().share(article_.title) >= min_topic_share) return;
        std::size_t from = end, to = end;
        for (std::size_t i = last; i < end; ++i) {
            if (lines_[i].is.kind != LineKind::prose || lines_[i].words < min_sentence_words ||
                lines_[i].bullet)
                continue;
            from = std::min(from, i);
            to = i + 1;
        }
        std::size_t words = 0;
        for (std::size_t i = from; i < to; ++i)
            words += lines_[i].words;
        if (from < to && (words >= min_brief_words || !empty)) begin_ = from, end_ = to;
    }

    // Prose above the last copy of the title that is no bigger than what follows is the site's, not the
    // article's.
    void begin_after_title() {
        if (article_.title.empty()) return;
        std::size_t above = 0, below = 0, last = begin_;
        for (std::size_t i = begin_; i < end_; ++i)
            if (lines_[i].is.kind == LineKind::title) last = i + 1;
        for (std::size_t i = begin_; i < end_; ++i)
            (i < last ? above : below) += is_sentence(lines_[i]) ? lines_[i].words : 0;
        if (above * 3 <= below) begin_ = last;
    }

    // Dates, bylines and the site's name above the text; short lines there are chips and captions.
    void read_head() {
        const std::size_t from = begin_ > 4 * lines_near ? begin_ - 4 * lines_near : 0;
        for (std::size_t i = begin_; i-- > from;)
            take_fields(lines_[i], true);
        for (std::size_t i = 0; i < begin_ && article_.site.empty(); ++i)
            article_.site = doubled(lines_[i].text);
    }

    // "ExampleExample": a logo and its alternative text.
    static std::string doubled(const std::string& text) {
        const auto half = text.size() / 2;
        if (text.size() < 6 || text.size() > 120) return {};
        if (text.size() % 2 == 0 && text.compare(0, half, text, half) == 0)
            return text::clean_field(text.substr(0, half));
        return {};
    }

    void take_fields(const FlatLine& line, bool head) {
        const auto& is = line.is;
        if (is.date && (head || !article_.published)) {
            auto& field = is.updated ? article_.updated : article_.published;
            if (!field) field = is.date;
        }
        if (article_.authors.empty()) article_.authors = is.names;
        if (article_.credit.empty() && (is.kind == LineKind::credit || is.kind == LineKind::byline ||
                                        (!head && is.kind == LineKind::caption && line.words <= 6)))
            article_.credit = is.credit;
    }

    void compose() {
        bool rail = false; // below a rail's heading, until prose goes on
        for (std::size_t i = begin_; i < end_; ++i) {
            const auto& line = lines_[i];
            const bool sentence = is_sentence(line);
            if (sentence) rail = false;
            if (!sentence && (is_boilerplate(line.is.kind) || line.is.kind == LineKind::title)) {
                rail = rail || (line.is.kind == LineKind::rail && line.words <= 5);
                take_fields(line, article_.blocks.empty());
                continue;
            }
            if (rail) continue;
            Block block;
            block.text = line.text;
            if (line.bullet)
                block.kind = BlockKind::list_item;
            else if (!sentence && line.words <= max_subheading_words && !text::ends_as_sentence(line.text) &&
                     !line.text.ends_with(':'))
                block.kind = BlockKind::heading, block.level = 2;
            article_.blocks.push_back(std::move(block));
        }
        // A heading heads something: without a sentence in the text there are none.
        const bool prose = std::any_of(lines_.begin() + static_cast<std::ptrdiff_t>(begin_),
                                       lines_.begin() + static_cast<std::ptrdiff_t>(end_),
                                       [&](const FlatLine& line) { return is_sentence(line); });
        for (auto& block : article_.blocks)
            if (!prose && block.kind == BlockKind::heading)
                block.kind = BlockKind::paragraph, block.level = 0;
        leading_points();
    }

    // Bulleted points above the first paragraph are a summary, not the text.
    void leading_points() {
        std::size_t points = 0;
        while (points < article_.blocks.size() && article_.blocks[points].kind == BlockKind::list_item)
            ++points;
        if (points < 2 || article_.blocks.size() < points + 2) return;
        for (std::size_t i = 0; i < points; ++i)
            article_.lead += (article_.lead.empty() ? "" : "\n") + article_.blocks[i].text;
        article_.blocks.erase(article_.blocks.begin(),
                              article_.blocks.begin() + static_cast<std::ptrdiff_t>(points));
    }

    void read_tail() {
        for (std::size_t i = end_; i < std::min(lines_.size(), end_ + lines_near); ++i) {
            if (stands_below(lines_[i].is.kind)) break;
            if (lines_[i].is.kind == LineKind::date && article_.published) continue;
            take_fields(lines_[i], false);
        }
        if (!article_.published) article_.published = article_.updated; // the only day it tells
        if (article_.updated && article_.published &&
            article_.updated->instant() <= article_.published->instant())
            article_.updated.reset();
    }

    const Hints& hints_;
    LineContext context_;
    std::vector<FlatLine> lines_;
    std::size_t begin_ = 0, end_ = 0; // the run of prose
    bool unmarked_ = false;           // this paper sets no full stops
    Article article_;
};

} // namespace

Result<Article> extract_text(std::string_view utf8, const Hints& hints) {
    return FlatText(utf8, hints).run();
}

} // namespace khabar::article
