#pragma once
// What is known of an article's page since it was stored: when it was last looked at, whether it is still
// there, and a much shorter text that waits to be seen again. One row an article that was visited.

#include "daemon/store/database.hpp"
#include "daemon/store/time.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace khabar::store {

struct Visit {
    std::int64_t article = 0;
    Time checked_at{};                   // of the last answer
    std::int64_t visits = 0;             // answers after the first
    std::optional<std::int64_t> shorter; // hash of a shortened text that was seen
    std::optional<Time> shorter_at;      // for the first time
    std::optional<Time> missing_at;      // since when the server says that there is no such page
    std::optional<Time> retracted_at;    // since when we believe it
    // Validators of the last good answer (opaque), and the address that gave them.
    std::string etag, last_modified, validators_from;
};

[[nodiscard]] std::optional<Visit> find_visit(const Database& database, std::int64_t article);
void save_visit(Database& database, const Visit& visit);

} // namespace khabar::store
