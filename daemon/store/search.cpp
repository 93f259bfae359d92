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

// Every hit with its score.
std::string hits_sql(const SearchOptions& options, bool stemmed) {
    std::string sql("SELECT article_index.rowid AS id, -");
    sql.append(ranking);
    if (stemmed) sql.append(" * ").append(as_asked);
    sql.append(" AS score FROM article_index");
    if (!options.source_id.empty()) sql.append(" JOIN article s ON s.id = article_index.rowid");
    sql.append(" WHERE article_index MATCH ?1");
    if (!options.source_id.empty()) sql.append(" AND s.source_id = ?3");
    return sql;
}

// Of each story the best one; what has no story stands for itself.
std::string best_of_stories(const std::string& hits) {
    return "SELECT id, score FROM (SELECT h.id AS id, h.score AS score, row_number() OVER "
           "(PARTITION BY coalesce(m.story, -h.id) ORDER BY h.score DESC, h.id) AS place FROM (" +
           hits + ") h LEFT JOIN story_member m ON m.article = h.id) WHERE place = 1";
}

std::string search_sql(const SearchOptions& options, bool stemmed) {
    const std::string hits = hits_sql(options, stemmed);
    std::string sql("SELECT ");
    sql.append(summary_columns)
        .append(", found.score, a.lead, a.text FROM (")
        .append(options.one_per_story ? best_of_stories(hits) : hits)
        .append(" ORDER BY score DESC, id DESC LIMIT ?2) found JOIN article a ON a.id = found.id "
                "ORDER BY found.score DESC, a.id DESC");
    return sql;
}

Snippet snippet_of(std::string_view lead, std::string_view text, const std::vector<SearchTerm>& terms) {
    Snippet of_text = make_snippet(text, terms);
    if (!of_text.marks.empty() || lead.empty()) return of_text;
    return make_snippet(lead, terms);
}

} // namespace

std::vector<SearchHit> search_articles(const Database& database, std::string_view query,
                                       const SearchOptions& options) {
    const std::vector<SearchTerm> terms = parse_query(query);
    std::vector<SearchHit> hits;
    if (terms.empty()) return hits;
    const std::string expression = fts_expression(terms), exact = fts_expression(terms, false);
    Statement statement = database.prepare(search_sql(options, exact != expression));
    statement.bind(1, expression);
    statement.bind(2, std::max<std::int64_t>(options.limit, 0));
    if (!options.source_id.empty()) statement.bind(3, options.source_id);
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
