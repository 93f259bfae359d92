#include "parsers/article/lines/sentence_date.hpp"

#include "parsers/article/lines/line_words.hpp"

#include <algorithm>
#include <array>

namespace khabar::article {
namespace {

constexpr std::size_t max_words = 60;
constexpr std::size_t longest_date = 6; // words: "3 May 2025 10 30 PM"
constexpr std::size_t shortest_date = 3;

// Folded.
constexpr std::array<std::string_view, 27> publication_words{
    "posted",     "published",    "veroffentlicht", "gepostet",       "erschienen",
    "publie",     "publiee",      "publicado",      "publicada",      "pubblicato",
    "geplaatst",  "gepubliceerd", "yayinlandi",     "yayinlanmistir", "نشر",
    "نشرت",       "منشور",        "منتشر",          "publicerad",     "publisert",
    "udgivet",    "opublikowano", "опубликовано",   "opublikowany",   "julkaistu",
    "отправлено", "diterbitkan"};

bool has_year(std::span<const LineWord> words) {
    return std::ranges::any_of(words, [](const LineWord& w) { return is_year(w.folded); });
}

} // namespace

std::optional<date::DateTime> date_of_publication(std::string_view sentence, const date::Context& context) {
    const auto words = line_words(sentence, max_words);
    const std::span all(words);
    const bool tells = std::ranges::any_of(words, [](const LineWord& w) {
        return std::ranges::find(publication_words, w.folded) != publication_words.end();
    });
    if (!tells || !has_year(all)) return std::nullopt;
    for (std::size_t i = 0; i + shortest_date <= words.size(); ++i)
        for (std::size_t n = std::min(longest_date, words.size() - i); n >= shortest_date; --n) {
            if (!has_year(all.subspan(i, n))) continue;
            const auto part = sentence.substr(words[i].begin, words[i + n - 1].end - words[i].begin);
            const auto when = date::parse(part, context);
            if (when && when->precision >= date::Precision::day) return when;
        }
    return std::nullopt;
}

} // namespace khabar::article
