#pragma once
// The texts that an article had. The present one stands in the article table; each earlier one is kept
// packed, against the first. Changes inside the caller's Transaction.

#include "daemon/store/articles.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace khabar::store {

// Bounds of one article (a live blog changes with every visit). Beyond them the earlier text whose neighbours
// are nearest in time is forgotten; the first and the present one never are, and numbers are not given again.
inline constexpr std::size_t max_revisions = 64;
inline constexpr std::size_t max_revision_bytes = 2u << 20; // packed

struct Revision {
    std::int64_t number = 1; // from 1, in order of time
    Time seen_at{};          // when this text was first fetched
    Via via = Via::page;
    std::int64_t bytes = 0;           // of the text
    std::vector<std::string> changed; // against the one before: "title", "lead", "text", "authors", "credit",
                                      // "published"; empty for the first
    std::int64_t added = 0, removed = 0; // words of title, lead and text
};

// Oldest first, the present one last. One entry for an article that never changed; none where there is no
// such article.
[[nodiscard]] std::vector<Revision> list_revisions(const Database& database, std::int64_t article);

// The article as it was then; none where there is no such revision. Throws StoreError where it is damaged.
[[nodiscard]] std::optional<StoredArticle> find_revision(const Database& database, std::int64_t article,
                                                         std::int64_t number);

// What a reader of `next` would find changed, by the names above; empty: it is no revision. Letter case and
// spelling count; white space, invisible characters, the dress of quotation marks, and lines exchanged in a
// box of related headlines do not (parsers/diff/reading.hpp). Fields that one of the two does not have, or
// that no reader sees (image, tags, `updated`), make no revision.
[[nodiscard]] std::vector<std::string> reading_changes(const NewArticle& before, const NewArticle& next);

// Puts `next` in place of the present content, which becomes an earlier revision. Returns the new revision's
// number; 0 where there is no such article. `most`: for tests.
std::int64_t revise_article(Database& database, std::int64_t article, const NewArticle& next,
                            std::size_t most = max_revisions);

} // namespace khabar::store
