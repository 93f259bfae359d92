#include "parsers/article/flat_prose.hpp"

#include "parsers/text/punctuation.hpp"

#include <string_view>

namespace khabar::article {
namespace {

// A question or cry may be a headline for longer.
constexpr std::size_t max_headline_words = 22;
// Without any mark, a line this long is a paragraph all the same.
constexpr std::size_t paragraph_words = 26;
// Newspapers that set no full stops: then shorter lines are paragraphs too.
constexpr std::size_t paragraph_words_unmarked = 10;
constexpr double unmarked_share = 0.3;
// A paragraph that ends in its agency's name reads like a caption: it is kept for its length.
constexpr std::size_t min_caption_sentence_words = 14;

// A full stop inside, with a clause before it; ".." and initials are none.
bool has_full_stop(std::string_view text) {
    constexpr std::size_t shortest_clause = 40; // bytes
    for (auto at = text.find(". "); at != std::string_view::npos; at = text.find(". ", at + 1))
        if (at >= shortest_clause && text[at - 1] != '.' && text[at - 1] != ' ' && text[at - 2] != ' ')
            return true;
    return false;
}

} // namespace

bool sets_no_full_stops(std::span<const FlatLine> lines) {
    std::size_t paragraphs = 0, marked = 0;
    for (const FlatLine& line : lines) {
        if (line.words < paragraph_words_unmarked * 2 || line.is.kind != LineKind::prose) continue;
        ++paragraphs;
        marked += text::ends_as_sentence(line.text);
    }
    return paragraphs >= 2 && static_cast<double>(marked) < unmarked_share * static_cast<double>(paragraphs);
}

bool is_sentence(const FlatLine& line, bool unmarked) {
    if (line.is.kind == LineKind::caption && line.words >= min_caption_sentence_words) return true;
    if (line.is.kind != LineKind::prose) return false;
    if (line.words >= (unmarked ? paragraph_words_unmarked : paragraph_words)) return true;
    if (line.words >= min_glued_words && has_full_stop(line.text)) return true;
    if (line.words < min_sentence_words || !text::ends_as_sentence(line.text)) return false;
    const bool question = line.text.ends_with("?") || line.text.ends_with("؟") || line.text.ends_with("!");
    return !question || line.words > max_headline_words || line.text.find(". ") != std::string::npos;
}

} // namespace khabar::article
