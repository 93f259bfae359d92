#include "daemon/store/search_index.hpp"

#include "daemon/store/arabic_stem.hpp"
#include "daemon/store/search.hpp"
#include "daemon/store/search_words.hpp"

#include <array>
#include <unordered_set>

namespace khabar::store {

namespace {

using Words = std::vector<std::string>;

std::string joined(const Words& words) {
    std::string line;
    for (const std::string& word : words)
        line.append(line.empty() ? "" : " ").append(word);
    return line;
}

// The stems of all words, once each, but for those that the text itself has as words: a search asks every
// column.
std::string stems_of(const std::array<Words, 3>& fields) {
    std::unordered_set<std::string_view> known;
    for (const Words& words : fields)
        known.insert(words.begin(), words.end());
    std::string line;
    std::vector<std::string_view> forms;
    for (const Words& words : fields)
        for (const std::string& word : words) {
            forms.clear();
            append_arabic_forms(word, forms);
            for (const std::string_view form : forms)
                if (known.insert(form).second) line.append(line.empty() ? "" : " ").append(form);
        }
    return line;
}

struct IndexRow {
    std::string title, lead, body, authors, stems;
};

IndexRow index_row(const NewArticle& article) {
    const std::array<Words, 3> fields = {index_words(article.title), index_words(article.lead),
                                         index_words(article.text)};
    std::string authors;
    for (const std::string& author : article.authors)
        authors.append(author).push_back('\n');
    return {joined(fields[0]), joined(fields[1]), joined(fields[2]), joined(index_words(authors)),
            stems_of(fields)};
}

} // namespace

void index_article(Database& database, std::int64_t id, const NewArticle& article) {
    const IndexRow row = index_row(article);
    database
        .prepare("INSERT INTO article_index(rowid, title, lead, body, authors, stems) VALUES(?1, ?2, ?3, ?4, "
                 "?5, ?6)")
        .bind_all(id, row.title, row.lead, row.body, row.authors, row.stems)
        .run();
}

void unindex_article(Database& database, std::int64_t id, const NewArticle& article) {
    const IndexRow row = index_row(article);
    database
        .prepare("INSERT INTO article_index(article_index, rowid, title, lead, body, authors, stems) "
                 "VALUES('delete', ?1, ?2, ?3, ?4, ?5, ?6)")
        .bind_all(id, row.title, row.lead, row.body, row.authors, row.stems)
        .run();
}

void rebuild_search_index(Database& database) {
    database.execute("INSERT INTO article_index(article_index) VALUES('delete-all')");
    std::int64_t last = 0;
    for (;;) { // by id, not by a cursor over the table: writing goes on beneath it
        Statement next = database.prepare("SELECT min(id) FROM article WHERE id > ?1");
        next.bind_all(last);
        if (!next.step() || next.is_null(0)) return;
        last = next.integer(0);
        if (const auto article = find_article(database, last)) index_article(database, last, *article);
    }
}

} // namespace khabar::store
