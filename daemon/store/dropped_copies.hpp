#pragma once
// Copies that the policy `store.duplicates: drop` did not keep: that they were there, and when. A copy is
// known by its key and counted once.

#include "daemon/store/articles.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace khabar::store {

struct DroppedCopy {
    std::string url, source_id, title;
    Time at{}; // when it was fetched
    std::optional<Time> published_at;
};

void add_dropped_copy(Database& database, std::int64_t kept, const NewArticle& copy);
// The article that is kept in its place.
[[nodiscard]] std::optional<std::int64_t> find_dropped_copy(const Database& database, std::string_view key);
// In order of publication, as far as it is known; at most `limit`.
[[nodiscard]] std::vector<DroppedCopy> dropped_copies(const Database& database, std::int64_t kept,
                                                      std::int64_t limit = 1000);
[[nodiscard]] std::int64_t count_dropped_copies(const Database& database, std::int64_t kept);

} // namespace khabar::store
