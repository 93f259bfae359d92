#include "parsers/article/body/comment_section.hpp"

#include "parsers/article/lines/line_class.hpp"
#include "parsers/article/lines/line_words.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_set>

namespace khabar::article {

using html::no_node;
using html::NodeId;

namespace {

// "{ 53 comments… read them below or add one }", "12 responses to “A headline of the usual length”".
constexpr std::uint32_t most_label_chars = 140;
constexpr std::size_t most_words_before_noun = 3;
constexpr std::size_t most_bare_label_words = 4; // without a number: "Kommentare zu diesem Text"
// "Posted by Ada Beispiel on May 3, 2024 at 11:06 am | Permalink".
constexpr std::uint32_t most_signature_chars = 90;
constexpr std::size_t most_signature_words = 9; // beside the numbers
constexpr std::size_t least_date_numbers = 4;   // of a day and a time without a year's four digits
constexpr std::uint32_t most_lines_to_signature = 10;
constexpr std::size_t least_signatures = 2;
constexpr std::uint32_t least_text_chars = 60; // of the article, above the announcement
constexpr std::uint32_t line_chars = 40;       // that count as text

// clang-format off
// What readers write, as it is counted or announced.
constexpr std::string_view nouns =
    "comment comments commented replies reply trackbacks "
    "تعليق تعليقات التعليقات تعليقا تعليقان نظرات دیدگاه دیدگاهها تبصرے "
    "commentaire commentaires kommentar kommentare lesermeinungen leserkommentare "
    "yorum yorumlar comentario comentarios comentário comentários commento commenti "
    "reacties reactie kommentarer kommentit komentarze komentarzy komentarz komentáře komentar hozzászólás "
    "комментарии комментариев комментария коментарі コメント 댓글 评论 評論 留言";
// The same where a number counts them; without one they head a chapter: "Iran's response", «ردود فعل دولية».
constexpr std::string_view counted_nouns = "response responses thoughts réaction réactions respuestas الردود ردود نظر";
// Below each of them, alone on its line.
constexpr std::string_view answers =
    "reply رد الرد پاسخ répondre antworten responder rispondi yanıtla reageren svara svar odpowiedz ответить 回复 返信 답글";
// clang-format on

// "Discussion about this post"; alone it is a chapter.
constexpr auto discussion = std::to_array<std::string_view>({"discussion", "about"});

using WordSet = std::unordered_set<std::string>;

WordSet folded(std::string_view list) {
    WordSet words;
    for (auto& word : line_words(list))
        words.insert(std::move(word.folded));
    return words;
}

const WordSet& folded_nouns() {
    static const WordSet built = folded(nouns);
    return built;
}

const WordSet& folded_counted_nouns() {
    static const WordSet built = folded(counted_nouns);
    return built;
}

const WordSet& folded_answers() {
    static const WordSet built = folded(answers);
    return built;
}

bool is_count(const LineWord& word) {
    return is_number(word.folded) && !is_year(word.folded);
}

// Not a link down to them, as stands under headlines.
bool announces_comments(const PassageList& list, const Passage& p) {
    if (p.reason != Reason::none || p.chars > most_label_chars || p.link_chars * 2 > p.chars) return false;
    const auto text = list.text(p);
    const auto words = line_words(text, most_label_chars / 4);
    if (words.size() > discussion.size() &&
        std::ranges::equal(std::span(words).first(discussion.size()), discussion, {}, &LineWord::folded))
        return true;
    const auto leading = [&words](std::size_t count) {
        return std::span(words).first(std::min(count, words.size()));
    };
    const bool counted = std::ranges::any_of(leading(most_words_before_noun + 2), is_count);
    const auto is_noun = [counted](const LineWord& word) {
        return folded_nouns().contains(word.folded) ||
               (counted && folded_counted_nouns().contains(word.folded));
    };
    if (std::ranges::none_of(leading(most_words_before_noun + 1), is_noun)) return false;
    const bool alone = words.size() <= most_bare_label_words && is_noun(words.front());
    return counted || alone || classify_line(text).kind == LineKind::comments;
}

// "8d", "3 h": how long ago.
bool is_age(const std::vector<LineWord>& words) {
    constexpr std::string_view digits = "0123456789", units = "smhdwy";
    if (words.empty() || words.size() > 2) return false;
    const std::string text = words.front().folded + (words.size() > 1 ? words.back().folded : "");
    const auto unit = text.find_first_not_of(digits);
    return unit != text.npos && unit > 0 && unit + 1 == text.size() && units.find(text[unit]) != units.npos;
}

// "9:12".
bool shows_clock(std::string_view text) {
    const auto digit = [text](std::size_t i) { return i < text.size() && text[i] >= '0' && text[i] <= '9'; };
    for (auto colon = text.find(':', 1); colon != text.npos; colon = text.find(':', colon + 1))
        if (digit(colon - 1) && digit(colon + 1) && digit(colon + 2) && !digit(colon + 3)) return true;
    return false;
}

bool tells_day(std::string_view text) {
    const auto date = date::parse(text);
    return date && date->precision >= date::Precision::day;
}

// "Ada Beispiel says: May 3, 2024 at 9:12", "4 years ago"; or the button below what was said.
bool signs_comment(const PassageList& list, const Passage& p) {
    if (p.chars > most_signature_chars) return false;
    const auto text = list.text(p);
    const auto words = line_words(text);
    if (words.size() == 1 && folded_answers().contains(words.front().folded)) return true;
    if (text.find_first_of("0123456789") == text.npos) return false;
    if (is_age(words)) return true;
    std::size_t numbers = 0;
    bool year = false;
    for (const LineWord& word : words) {
        if (word.folded.find_first_of("0123456789") == word.folded.npos) continue;
        ++numbers;
        year |= is_year(word.folded);
    }
    if (words.size() - numbers > most_signature_words) return false;
    if (numbers >= least_date_numbers && shows_clock(text)) return true;
    if (year && numbers >= 2 && (shows_clock(text) || tells_day(text))) return true;
    const auto kind = classify_line(text).kind;
    return kind == LineKind::date || kind == LineKind::byline;
}

class Finder {
  public:
    Finder(PassageList& list, NodeId headline) : list_(list), page_(list.page()), headline_(headline) {}

    void run() {
        std::uint32_t text = 0;
        const auto& all = list_.all();
        const std::uint32_t from = headline_ == no_node ? 0 : list_.end_of(headline_);
        for (std::uint32_t i = from; i < all.size(); ++i) {
            const Passage& p = all[i];
            if (text >= least_text_chars && announces_comments(list_, p) && mark_from(i)) return;
            if (p.reason == Reason::none && p.chars >= line_chars && p.link_chars * 2 < p.chars)
                text += p.chars;
        }
    }

  private:
    // Looks no further than is needed, so that a page of announcements stays linear.
    bool mark_from(std::uint32_t label) {
        std::size_t found = 0;
        std::uint32_t last = label;
        const auto& all = list_.all();
        for (std::uint32_t i = label + 1; i < all.size() && i - last <= most_lines_to_signature; ++i) {
            if (!signs_comment(list_, all[i])) continue;
            last = i;
            if (++found == least_signatures) break;
        }
        if (found < least_signatures) return false;
        NodeId around = all[label].container;
        while (around != no_node && list_.end_of(around) <= last)
            around = page_.node(around).parent;
        if (around == no_node) return false;
        for (std::uint32_t i = label; i < list_.end_of(around); ++i)
            if (Passage& p = list_.all()[i]; p.reason == Reason::none) {
                p.reason = Reason::comments;
                p.by = around;
            }
        return true;
    }

    PassageList& list_;
    const html::Document& page_;
    NodeId headline_;
};

} // namespace

void mark_comment_section(PassageList& list, NodeId headline) {
    Finder(list, headline).run();
}

} // namespace khabar::article
