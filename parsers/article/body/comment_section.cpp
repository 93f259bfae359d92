#include "parsers/article/body/comment_section.hpp"

#include "parsers/article/lines/line_class.hpp"
#include "parsers/article/lines/line_words.hpp"

#include <algorithm>
#include <string>
#include <unordered_set>

namespace khabar::article {

using html::no_node;
using html::NodeId;

namespace {

// "{ 53 comments… read them below or add one }", "12 responses to “A headline of the usual length”".
constexpr std::uint32_t most_label_chars = 140;
constexpr std::size_t most_words_before_noun = 3;
constexpr std::size_t most_bare_label_words = 4; // without a number
// "Posted by Ada Beispiel on May 3, 2024 at 11:06 am | Permalink".
constexpr std::uint32_t most_signature_chars = 90;
constexpr std::size_t most_signature_words = 9; // beside the numbers
constexpr std::size_t least_date_numbers = 4;   // of a day and a time without a year's four digits
constexpr std::uint32_t most_lines_to_signature = 10;
constexpr std::size_t least_signatures = 2;
constexpr std::uint32_t least_text_chars = 60; // of the article, above the announcement
constexpr std::uint32_t line_chars = 40;       // that count as text

// What readers write, as it is counted or announced.
constexpr std::string_view nouns =
    "comment comments commented response responses replies reply trackbacks تعليق تعليقات التعليقات "
    "تعليقا الردود ردود تعليقان نظر نظرات دیدگاه دیدگاهها commentaire "
    "commentaires "
    "réaction "
    "réactions "
    "kommentar kommentare lesermeinungen leserkommentare yorum yorumlar comentario comentarios comentário "
    "comentários respuestas commenti commento reacties reactie kommentarer kommentit komentarze komentarzy "
    "komentarz комментарии комментариев комментария коментарі komentar komentáře hozzászólás تبصرے "
    "コメント 댓글 评论 評論 留言";

// "3 thoughts on …"; without a number they are the author's.
constexpr std::string_view counted_noun = "thoughts";

const std::unordered_set<std::string>& folded_nouns() {
    static const auto built = [] {
        std::unordered_set<std::string> words;
        for (auto& word : line_words(nouns))
            words.insert(std::move(word.folded));
        return words;
    }();
    return built;
}

// Not a link down to them, as stands under headlines.
bool announces_comments(const PassageList& list, const Passage& p) {
    if (p.reason != Reason::none || p.chars > most_label_chars || p.link_chars * 2 > p.chars) return false;
    const auto words = line_words(list.text(p), most_label_chars / 4);
    bool number = false;
    for (std::size_t i = 0; i < words.size() && i <= most_words_before_noun + 1; ++i)
        number |= is_number(words[i].folded);
    if (!number && words.size() > most_bare_label_words) return false;
    for (std::size_t i = 0; i < words.size() && i <= most_words_before_noun; ++i)
        if (folded_nouns().contains(words[i].folded) || (number && words[i].folded == counted_noun))
            return true;
    return false;
}

// "Ada Beispiel says: May 3, 2024 at 9:12", "4 years ago".
bool signs_comment(const PassageList& list, const Passage& p) {
    if (p.chars > most_signature_chars) return false;
    const auto text = list.text(p);
    if (text.find_first_of("0123456789") == text.npos) return false;
    const auto words = line_words(text);
    std::size_t numbers = 0;
    bool year = false;
    for (const LineWord& word : words) {
        if (word.folded.find_first_of("0123456789") == word.folded.npos) continue;
        ++numbers;
        year |= word.folded.size() == 4 && is_number(word.folded) &&
                (word.folded.starts_with("19") || word.folded.starts_with("20"));
    }
    if (words.size() - numbers > most_signature_words) return false;
    if (numbers >= least_date_numbers) return true;
    if (year && numbers >= 2) return true;
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
