#pragma once
// Between rows of the article table and values. Internal to this folder.

#include "daemon/store/articles.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace khabar::store {

// Lists of strings are kept as JSON arrays; anything else in the column reads as an empty list.
[[nodiscard]] std::string to_json(const std::vector<std::string>& list);
[[nodiscard]] std::vector<std::string> strings_from_json(std::string_view json);

[[nodiscard]] std::optional<Time> time_at(const Statement& row, int column);
[[nodiscard]] inline std::int64_t seconds(Time time) {
    return time.time_since_epoch().count();
}
[[nodiscard]] inline std::optional<std::int64_t> seconds(const std::optional<Time>& time) {
    return time ? std::optional(seconds(*time)) : std::nullopt;
}

// Every column of the article table but its id and the hash, with the member it is kept in: the one list that
// statements, rows and revisions are made from. First those that never change (identity), then the content.
// `visit(std::string_view column, member&)`.
template <typename Article, typename Visit>
void each_identity_field(Article& article, Visit&& visit) {
    visit("key", article.key);
    visit("url", article.url);
    visit("source_id", article.source_id);
    visit("entry_id", article.entry_id);
}
template <typename Article, typename Visit>
void each_content_field(Article& article, Visit&& visit) {
    visit("fetched_at", article.fetched_at);
    visit("published_at", article.published_at);
    visit("updated_at", article.updated_at);
    visit("published", article.published);
    visit("updated", article.updated);
    visit("language", article.language);
    visit("via", article.via);
    visit("title", article.title);
    visit("authors", article.authors);
    visit("site", article.site);
    visit("image", article.image);
    visit("credit", article.credit);
    visit("tags", article.tags);
    visit("lead", article.lead);
    visit("text", article.text);
    visit("markdown", article.markdown);
}

[[nodiscard]] inline Via via_from(std::string_view name) noexcept {
    return name == "feed" ? Via::feed : Via::page;
}

// The columns of an ArticleSummary, of a table named `a`; summary_at reads them from column `first` on.
inline constexpr std::string_view summary_columns =
    "a.id, a.url, a.title, a.published, a.language, a.site, a.source_id, a.authors, a.published_at, "
    "a.fetched_at, a.via";
inline constexpr int summary_column_count = 11;
[[nodiscard]] ArticleSummary summary_at(const Statement& row, int first = 0);

} // namespace khabar::store
