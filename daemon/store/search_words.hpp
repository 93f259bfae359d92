#pragma once
// The words that the search index is made of, and how the words of a query become an FTS5 expression.
// Internal to this folder.

#include <string>
#include <string_view>
#include <vector>

namespace khabar::store {

// Folded words of a text, in order. Scripts that are written without spaces (Han, Kana, Thai, Lao, Khmer,
// Burmese) come as single letters, so that any part of a sentence can be found as a phrase. No word is longer
// than max_word_bytes.
inline constexpr std::size_t max_word_bytes = 96;
[[nodiscard]] std::vector<std::string> index_words(std::string_view utf8);

// One thing that must occur: a word, a phrase, or either with a prefix at its end.
struct SearchTerm {
    std::vector<std::string> words; // folded, at least one
    bool prefix = false;            // the last word is only a beginning
};

inline constexpr std::size_t max_query_bytes = 1024;
inline constexpr std::size_t max_query_terms = 16;
// "…", “…”, „…“ and «…» hold phrases; a * right after a word makes it a prefix (of two letters at least, else
// it is a word).
[[nodiscard]] std::vector<SearchTerm> parse_query(std::string_view query);

// Every term must match. Only quoted folded words and our own operators: it can always be parsed. Empty
// without terms.
// `stems`: words may occur as their stems.
[[nodiscard]] std::string fts_expression(const std::vector<SearchTerm>& terms, bool stems = true);

// Does a text's word match a term of one word, by the index's own rules?
[[nodiscard]] bool word_matches(std::string_view folded_word, const SearchTerm& term);

} // namespace khabar::store
