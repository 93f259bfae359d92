#include "parsers/article/metadata/element_marks.hpp"

#include "parsers/text/ascii.hpp"

#include <algorithm>
#include <array>

namespace khabar::article {
namespace {

template <std::size_t N>
bool has_any(std::string_view text, const std::array<std::string_view, N>& needles) {
    return std::ranges::any_of(needles,
                               [&](std::string_view n) { return text.find(n) != std::string_view::npos; });
}

constexpr std::array<std::string_view, 19> aside_marks{
    "comment",  "related",    "sidebar",   "recommend", "popular",    "trending", "most-read",
    "mostread", "newsletter", "read-more", "readmore",  "breadcrumb", "disqus",   "footer",
    "carousel", "also-like",  "latest-",   "promo",     "teaser"};
constexpr std::array<std::string_view, 12> author_words{"author",   "byline",     "writer",    "contributor",
                                                        "reporter", "by-line",    "auteur",    "autor",
                                                        "yazar",    "journalist", "redakteur", "signature"};
constexpr std::array<std::string_view, 18> date_words{
    "date",       "time",         "submitted",     "created",   "publish",      "posted",
    "updated",    "datum",        "fecha",         "tarih",     "dateline",     "post-meta",
    "entry-meta", "article-meta", "article__meta", "timestamp", "article-info", "meta-info"};
constexpr std::array<std::string_view, 8> title_words{"entry-title",  "post-title",     "article-title",
                                                      "headline",     "article__title", "post__title",
                                                      "single-title", "news-title"};

// "has-comments", "no-sidebar": what the box holds or lacks, not what it is. "[--sidebar-width:18rem]" is a
// measure.
bool tells_of_content(std::string_view token) {
    return token.starts_with("has-") || token.starts_with("no-") || token.starts_with("with-") ||
           token.find('[') != std::string_view::npos;
}

// "entry-footer", "post__footer": the foot of the article, where many themes keep byline and date.
bool is_article_foot(std::string_view token) {
    constexpr std::array<std::string_view, 3> owners{"entry", "post", "article"};
    const auto foot = token.find("footer");
    if (foot == std::string_view::npos) return false;
    const auto owner = token.substr(0, foot);
    return std::ranges::any_of(owners, [&](std::string_view name) {
        return owner.starts_with(name) && owner.size() <= name.size() + 2; // "post-", "post__"
    });
}

// Class tokens that put a box aside: a word among aside_marks anywhere in a token, or a WordPress sidebar
// widget. Page builders call every box a widget ("elementor-widget-heading"), so the bare word must begin its
// token.
bool marks_aside(std::string_view marks) {
    while (!marks.empty()) {
        const auto end = std::min(marks.find(' '), marks.size());
        const auto token = marks.substr(0, end);
        if (!tells_of_content(token) && !is_article_foot(token) && !token.starts_with("commentary") &&
            (has_any(token, aside_marks) || token.starts_with("widget")))
            return true;
        marks.remove_prefix(std::min(end + 1, marks.size()));
    }
    return false;
}

} // namespace

std::uint8_t marks_of(std::string_view attribute) {
    const auto marks = text::lower_case(attribute);
    std::uint8_t meaning = 0;
    if (marks_aside(marks)) meaning |= Mark::aside;
    if (has_any(marks, author_words)) meaning |= Mark::author;
    if (has_any(marks, date_words)) meaning |= Mark::date;
    if (has_any(marks, title_words)) meaning |= Mark::title;
    return meaning;
}

bool has_article_foot(std::string_view marks) {
    while (!marks.empty()) {
        const auto end = std::min(marks.find(' '), marks.size());
        if (is_article_foot(marks.substr(0, end))) return true;
        marks.remove_prefix(std::min(end + 1, marks.size()));
    }
    return false;
}

bool leads_to_author(std::string_view href) {
    constexpr std::array<std::string_view, 9> places{"/author", "/auteur",   "/autor",
                                                     "/writer", "/reporter", "/columnist",
                                                     "author=", "/byline",   "/contributor"};
    return has_any(href, places);
}

} // namespace khabar::article
