#pragma once
// Full-text search over folded words (text::fold), so that vowel marks, hamza forms, case and accents do not
// matter, with light Arabic stems beside them, so that «سوريا» finds «وسوريا», «سورية» and «السوريين».
// Readers only; articles.hpp keeps the index.

#include "daemon/store/articles.hpp"
#include "daemon/store/database.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace khabar::store {

// Where in a text something stands, in bytes.
struct TextSpan {
    std::size_t begin = 0, end = 0;
};

struct Snippet {
    std::string text;            // a piece of the original, one line, "…" where it was cut
    std::vector<TextSpan> marks; // the matched words in it, in order, not overlapping
};

struct SearchHit {
    ArticleSummary article;
    double score = 0; // bm25; higher is better; title weighs most
    Snippet snippet;
};

struct SearchOptions {
    std::int64_t limit = 20;
    std::string source_id;      // empty: every source
    bool one_per_story = false; // of each story only the best hit; needs daemon/story's tables
};

// Words must all occur; "…" or «…» is a phrase; word* a prefix. Anything else in the query separates. No
// query is an error; one without words finds nothing. Bounds: the first 1,024 bytes and 16 terms of the query
// are read. Best first.
[[nodiscard]] std::vector<SearchHit> search_articles(const Database& database, std::string_view query,
                                                     const SearchOptions& options);
[[nodiscard]] inline std::vector<SearchHit> search_articles(const Database& database,
                                                            std::string_view query) {
    return search_articles(database, query, SearchOptions{});
}

// Which rules the index is written by. Counts up when words or stems are made in another way; migrate() then
// makes the index anew.
inline constexpr int search_index_rules = 1;

// Makes the index anew from the articles, for a file whose index was written by other folding rules. Inside
// the caller's Transaction.
void rebuild_search_index(Database& database);

} // namespace khabar::store
