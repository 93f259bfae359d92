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
#include "parsers/article/lines/line_words.hpp"
#include "parsers/language/detect.hpp"
#include "parsers/text/fold.hpp"
#include "parsers/text/punctuation.hpp"
#include "parsers/text/utf8.hpp"

#include <algorithm>
#include <array>
#include <unordered_set>

namespace khabar::article {
namespace {

constexpr std::size_t max_bytes = 4u << 20;

// A line with a sentence mark is a sentence from this many words; a question or cry may be a headline for
// longer.
constexpr std::size_t min_sentence_words = 4;
constexpr std::size_t min_glued_words = 12; // a sentence, and something after it
constexpr std::size_t max_headline_words = 22;
// Without any mark, a line this long is a paragraph all the same.
constexpr std::size_t paragraph_words = 26;
// Newspapers that set no full stops: then shorter lines are paragraphs too.
constexpr std::size_t paragraph_words_unmarked = 10;
constexpr double unmarked_share = 0.3;

constexpr int max_gain = 60;  // one endless paragraph is no better than several
constexpr int cost_short = 3; // headings, headlines, chips
constexpr int cost_bullet = 4;
constexpr int cost_explained = 4; // dates, shares, captions
constexpr int cost_below = 9;     // rails, comment forms, footers
// Words of prose above a comment form or the like that make it the article's end.
constexpr std::size_t min_words_above = 25;
constexpr std::size_t max_title_words = 34;
constexpr std::size_t min_title_words = 3;
// A brief under its title, and the biography or advertisement further down that may be longer.
constexpr std::size_t min_brief_words = 12;
constexpr std::size_t max_stray_words = 150;
constexpr double topic_weight = 8;
constexpr double min_topic_share = 0.34; // of the title's words, in a text that is about it
constexpr std::size_t lines_near = 8;    // how far from the text its date and byline stand
constexpr std::size_t max_subheading_words = 16;
constexpr std::size_t min_caption_sentence_words = 14;

std::string key_of(std::string_view text) {
    std::string key;
    for (const auto& word : line_words(text, 80))
        key += word.folded + ' ';
    return key;
}

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
        find_style();
        find_run();
        find_title();
        if (!article_.title.empty()) {
            context_.title = article_.title;
            classify_lines(lines_, context_);
            find_run();
        }
        prefer_below_title();
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

    // Do this paper's paragraphs end with full stops at all?
    void find_style() {
        std::size_t paragraphs = 0, marked = 0;
        for (const auto& line : lines_) {
            if (line.words < paragraph_words_unmarked * 2 || line.is.kind != LineKind::prose) continue;
            ++paragraphs;
            marked += text::ends_as_sentence(line.text);
        }
        unmarked_ =
            paragraphs >= 2 && static_cast<double>(marked) < unmarked_share * static_cast<double>(paragraphs);
    }

    bool is_sentence(const FlatLine& line) const {
        if (line.is.kind == LineKind::caption && is_caption_sentence(line)) return true;
        if (line.is.kind != LineKind::prose) return false;
        if (line.words >= (unmarked_ ? paragraph_words_unmarked : paragraph_words)) return true;
        if (line.words >= min_glued_words && has_full_stop(line.text)) return true;
        if (line.words < min_sentence_words || !text::ends_as_sentence(line.text)) return false;
        const bool question =
            line.text.ends_with("?") || line.text.ends_with("؟") || line.text.ends_with("!");
        return !question || line.words > max_headline_words || line.text.find(". ") != std::string::npos;
    }

    // A full stop inside, with a clause before it; ".." and initials are none.
    static bool has_full_stop(std::string_view text) {
        constexpr std::size_t shortest_clause = 40; // bytes
        for (auto at = text.find(". "); at != std::string_view::npos; at = text.find(". ", at + 1))
            if (at >= shortest_clause && text[at - 1] != '.' && text[at - 1] != ' ' && text[at - 2] != ' ')
                return true;
        return false;
    }

    // A paragraph that ends in its agency's name reads like a caption: inside the text it is kept for its
    // length.
    static bool is_caption_sentence(const FlatLine& line) { return line.words >= min_caption_sentence_words; }

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

    // Votes for the line that is the title.
    void find_title() {
        const std::string feed = key_of(hints_.feed_title);
        std::vector<std::string> keys(lines_.size());
        for (std::size_t i = 0; i < lines_.size(); ++i)
            if (may_be_title(lines_[i])) keys[i] = key_of(lines_[i].text);
        const auto announced = announced_titles();
        const auto stems = stems_of_text();
        double most = 0;
        for (std::size_t i = 0; i < lines_.size() && i < std::max(end_, begin_ + 1); ++i) {
            if (keys[i].empty()) continue;
            double votes = i < begin_ ? 0 : -6; // inside the text only where it stands out
            const auto copies = std::ranges::count(keys, keys[i]);
            // A table of contents repeats the text's subheadings; a title stands above the text both times.
            const auto inside = begin_ + 1 < end_
                                    ? std::count(keys.begin() + static_cast<std::ptrdiff_t>(begin_ + 1),
                                                 keys.begin() + static_cast<std::ptrdiff_t>(end_), keys[i])
                                    : 0;
            if (inside > 0 && i < begin_)
                votes -= 3;
            else if (copies >= 2)
                votes += lines_[i].words >= 5 ? 5 : 2;
            if (keys[i] == feed) votes += 6;
            if (std::ranges::find(announced, keys[i]) != announced.end()) votes += 5;
            if (i == 0) votes += 2;
            if (i < begin_ && begin_ < end_) votes += nearness(i);
            if (lines_[i].bullet) votes -= 3;
            if (lines_[i].text.ends_with('.') && !lines_[i].text.ends_with("..")) votes -= 4;
            if (lines_[i].words >= 5) votes += 1;
            if (lines_[i].text.find(" / ") != std::string::npos ||
                lines_[i].text.find('|') != std::string::npos)
                votes -= 4;
            votes += topic_weight * share_in_text(lines_[i].text, stems);
            if (votes > most) {
                most = votes;
                article_.title = lines_[i].text;
                sure_title_ = keys[i] == feed || (copies >= 2 && lines_[i].words >= 4) ||
                              std::ranges::find(announced, keys[i]) != announced.end();
            }
        }
        if (most < min_title_votes) article_.title.clear();
        if (article_.title.empty() && !hints_.feed_title.empty())
            article_.title = text::clean_field(hints_.feed_title);
        article_.title = text::clean_field(article_.title);
    }

    static bool may_be_title(const FlatLine& line) {
        if (line.is.kind != LineKind::prose || line.words < min_title_words || line.words > max_title_words)
            return false;
        return true;
    }

    // 3 right above the text, less with each line of prose between.
    double nearness(std::size_t index) const {
        double votes = 3;
        for (std::size_t i = index + 1; i < begin_; ++i)
            votes -= lines_[i].is.kind == LineKind::prose ? 0.4 : 0.1;
        return std::max(votes, -3.0);
    }

    // The first letters of a word: what inflection leaves alone.
    static std::string stem(const std::string& word) {
        return std::string(text::prefix(word, static_cast<unsigned char>(word[0]) >= 0x80 ? 8 : 5));
    }

    std::unordered_set<std::string> stems_of_text() const {
        std::unordered_set<std::string> stems;
        for (std::size_t i = begin_; i < end_ && stems.size() < 4000; ++i)
            if (is_sentence(lines_[i]))
                for (const auto& word : line_words(lines_[i].text, 300))
                    stems.insert(stem(word.folded));
        return stems;
    }

    // Headlines speak of what the text speaks of; other stories' headlines and chips do less.
    static double share_in_text(std::string_view line, const std::unordered_set<std::string>& stems) {
        std::size_t known = 0, all = 0;
        for (const auto& word : line_words(line, max_title_words)) {
            if (text::length(word.folded) < 4) continue;
            ++all;
            known += stems.contains(stem(word.folded));
        }
        return all < 2 ? 0 : static_cast<double>(known) / static_cast<double>(all);
    }

    // "Reading: …" and the last part of a breadcrumb say the title.
    std::vector<std::string> announced_titles() const {
        std::vector<std::string> keys;
        for (const auto& line : lines_) {
            if (line.words > max_title_words + 8) continue;
            const std::string_view text = line.text;
            if (line.is.kind == LineKind::rail)
                if (const auto at = text.find(": "); at != std::string_view::npos)
                    keys.push_back(key_of(text.substr(at + 2)));
            for (const std::string_view mark : {"> ", "» ", "› ", "/ ", "/"}) {
                const auto first = text.find(mark), last = text.rfind(mark);
                if (last == std::string_view::npos) continue;
                if (line.is.kind == LineKind::breadcrumb || first != last)
                    keys.push_back(key_of(text.substr(last + mark.size())));
            }
        }
        std::erase_if(keys, [](const std::string& key) { return key.empty(); });
        return keys;
    }

    // A brief of a line or two weighs less than the site's own paragraph below it: where the title is sure
    // and something that stands below articles lies between it and the run, the article is what lies right
    // under the title.
    void prefer_below_title() {
        if (!sure_title_) return;
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
        if (!empty && !small && form < 2 && share_in_text(article_.title, stems_of_text()) >= min_topic_share)
            return;
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

    static constexpr double min_title_votes = 2.0;

    const Hints& hints_;
    LineContext context_;
    std::vector<FlatLine> lines_;
    std::size_t begin_ = 0, end_ = 0; // the run of prose
    bool unmarked_ = false;           // this paper sets no full stops
    bool sure_title_ = false;         // repeated or announced
    Article article_;
};

} // namespace

Result<Article> extract_text(std::string_view utf8, const Hints& hints) {
    return FlatText(utf8, hints).run();
}

} // namespace khabar::article
