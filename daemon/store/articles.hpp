#pragma once
// Stored articles. Every function is called on the database's one thread; those that change something, inside
// a Transaction of the caller. Texts are valid UTF-8 and kept as they are, right-to-left ones too.

#include "daemon/store/database.hpp"
#include "daemon/store/time.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace khabar::store {

enum class Via : std::uint8_t {
    page, // the article's own page was fetched and extracted
    feed, // the page could not be had, or was not asked for: this is what the feed said
};

// "page", "feed".
[[nodiscard]] std::string_view name(Via via) noexcept;

struct NewArticle {
    std::string url; // to fetch and to show
    std::string key; // url::canonical_key: one article a key
    std::string title;
    std::vector<std::string> authors;
    std::string
        published; // ISO 8601 as stated, with no more precision or offset than that; empty where unknown
    std::optional<Time>
        published_at; // the same as an instant, under the source's zone where the page names none
    std::string updated;
    std::optional<Time> updated_at;
    std::string language;
    std::string site;
    std::string lead;
    std::string text; // paragraphs separated by one blank line
    std::string markdown;
    std::string image;
    std::vector<std::string> tags;
    std::string credit;
    std::string source_id; // empty: stored by hand (`khabar fetch --store`)
    std::string entry_id;  // as the feed gave it
    Time fetched_at{};
    Via via = Via::page;
};

struct StoredArticle : NewArticle {
    std::int64_t id = 0;
    std::string via_reason; // of Via::feed: what was wrong with the page ("too_slow: …"); empty where it was
                            // not asked for
    std::uint64_t content_hash = 0; // tells change, not authenticity
};

// Of title and text: the same on every machine and in every version, so that it may be stored.
[[nodiscard]] std::uint64_t content_hash(const NewArticle& article) noexcept;

struct InsertedArticle {
    std::int64_t id = 0;   // of the new row, or of the one that was there
    bool inserted = false; // false: the key was known; nothing was changed
};

// Stores and indexes for search.
InsertedArticle insert_article(Database& database, const NewArticle& article);

// Puts new content in place of the old, in table and index; url, key, source_id and entry_id stay. False
// where there is no such article. The old text is lost: revise_article() (revisions.hpp) keeps it.
bool update_article(Database& database, std::int64_t id, const NewArticle& article);

// Takes it out of table and index, with its revisions; its address stays known as a link, so that it is not
// fetched again. False where there is no such article.
bool remove_article(Database& database, std::int64_t id);

[[nodiscard]] std::optional<StoredArticle> find_article(const Database& database, std::int64_t id);
[[nodiscard]] std::optional<std::int64_t> find_article_id(const Database& database, std::string_view key);

// What tells how old the stored text is, without reading it.
struct ArticleTimes {
    std::int64_t id = 0;
    Time fetched_at{};
    std::optional<Time> updated_at;
};
[[nodiscard]] std::optional<ArticleTimes> find_article_times(const Database& database, std::string_view key);

// Ids of those fetched before then, oldest first: of one source; or of all but these. For retention.
[[nodiscard]] std::vector<std::int64_t>
articles_of_before(const Database& database, std::string_view source_id, Time before, std::size_t limit);
[[nodiscard]] std::vector<std::int64_t> articles_before(const Database& database, Time before,
                                                        const std::vector<std::string>& sources_left_out,
                                                        std::size_t limit);

struct ArticleFilter {
    std::string source_id;               // empty: every source
    std::vector<std::string> source_ids; // any of these, where there are some
    std::optional<Time> since;           // fetched at or after
    std::optional<std::int64_t> before;  // ids below this one: the next page of a listing
    // Of the articles of one story that pass the rest: the representative, else the first stored. Needs
    // daemon/story's tables.
    bool one_per_story = false;
    std::int64_t limit = 50;
};

// A line of a listing: no text.
struct ArticleSummary {
    std::int64_t id = 0;
    std::string url, title, published, language, site, source_id;
    std::vector<std::string> authors;
    std::optional<Time> published_at;
    Time fetched_at{};
    Via via = Via::page;
};

// Newest (highest id) first.
[[nodiscard]] std::vector<ArticleSummary> list_articles(const Database& database,
                                                        const ArticleFilter& filter);
[[nodiscard]] std::optional<ArticleSummary> find_summary(const Database& database, std::int64_t id);

// The ids of all that a filter lets through, oldest first, one at a time; `before` and `limit` do not count.
class ArticleIds {
  public:
    ArticleIds(const Database& database, const ArticleFilter& filter);
    [[nodiscard]] std::optional<std::int64_t> next();

  private:
    Statement statement_;
};

[[nodiscard]] std::int64_t count_articles(const Database& database, std::string_view source_id = {});

} // namespace khabar::store
