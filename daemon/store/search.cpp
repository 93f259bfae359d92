#include "daemon/store/search.hpp"

#include "daemon/store/article_row.hpp"
#include "daemon/store/search_words.hpp"
#include "daemon/store/snippet.hpp"

#include <algorithm>

namespace khabar::store {

namespace {

// Weights of title, lead, body, authors, stems: a word in the title says most of what an article is about; a
// stem is the weakest sign.
constexpr std::string_view ranking = "bm25(article_index, 8.0, 3.0, 1.0, 2.0, 0.25)";

// An article that has every word as it was asked for, and not only a relative of it, counts so much more.
constexpr std::string_view as_asked = "CASE WHEN article_index.rowid IN (SELECT rowid FROM article_index "
                                      "WHERE article_index MATCH ?4) THEN 2.0 ELSE 1.0 END";

std::string search_sql(bool one_source, bool stemmed) {
    std::string sql("SELECT ");
    sql.append(summary_columns)
        .append(", found.score, a.lead, a.text FROM (SELECT article_index.rowid AS id, -");
    sql.append(ranking);
    if (stemmed) sql.append(" * ").append(as_asked);
    sql.append(" AS score FROM article_index");
    if (one_source) sql.append(" JOIN article s ON s.id = article_index.rowid");
    sql.append(" WHERE article_index MATCH ?1");
    if (one_source) sql.append(" AND s.source_id = ?3");
    sql.append(
        " ORDER BY score DESC, article_index.rowid DESC LIMIT ?2) found JOIN article a ON a.id = found.id "
        "ORDER BY found.score DESC, a.id DESC");
    return sql;
}

Snippet snippet_of(std::string_view lead, std::string_view text, const std::vector<SearchTerm>& terms) {
    Snippet of_text = make_snippet(text, terms);
    if (!of_text.marks.empty() || lead.empty()) return of_text;
    return make_snippet(lead, terms);
}

} // namespace

std::vector<SearchHit> search_articles(const Database& database, std::string_view query, std::int64_t limit,
                                       std::string_view source_id) {
    const std::vector<SearchTerm> terms = parse_query(query);
    std::vector<SearchHit> hits;
    if (terms.empty()) return hits;
    const std::string expression = fts_expression(terms), exact = fts_expression(terms, false);
    Statement statement = database.prepare(search_sql(!source_id.empty(), exact != expression));
    statement.bind(1, expression);
    statement.bind(2, std::max<std::int64_t>(limit, 0));
    if (!source_id.empty()) statement.bind(3, source_id);
    if (exact != expression) statement.bind(4, exact);
    while (statement.step()) {
        SearchHit hit;
        hit.article = summary_at(statement);
        hit.score = statement.real(summary_column_count);
        hit.snippet = snippet_of(statement.text(summary_column_count + 1),
                                 statement.text(summary_column_count + 2), terms);
        hits.push_back(std::move(hit));
    }
    return hits;
}

} // namespace khabar::store
