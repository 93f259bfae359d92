#pragma once
// The journal of what became of articles and stories, for those who follow the archive (`khabar changes`).
// Rows are written in the transaction that makes the change, so a change is there if and only if its entry
// is; SQLite has one writer at a time, so entries appear in the order of their numbers and no lower one can
// follow.

#include "daemon/store/database.hpp"
#include "daemon/store/time.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace khabar::store {

enum class ChangeKind : std::uint8_t {
    added,     // "new": an article was stored
    revised,   // its text changed; `revision` is the new one's number
    retracted, // its page is gone (404, 410); the article stays
    restored,  // the page is there again
    merged,    // `other_story` is part of `story` now; `article` proved it (none: by hand)
    split,     // by hand: `article` left `story` for `other_story`
    removed,   // the article is no longer in the archive; `url` tells what it was
};

// "new", "revised", …
[[nodiscard]] std::string_view name(ChangeKind kind) noexcept;

struct Change {
    std::int64_t sequence = 0; // given by the journal: from 1, each once, never again
    Time at{};
    ChangeKind kind = ChangeKind::added;
    std::optional<std::int64_t> article, story, revision, other_story;
    std::string url; // of a removed article; of others empty
};

// Bound: beyond this many entries the oldest go. Who reads them so late is told (changes_after).
inline constexpr std::int64_t max_changes = 1'000'000; // about 50 MB, a month of 30,000 articles a day

// Inside the transaction of the change. `keep`: for tests.
void record_change(Database& database, const Change& change, std::int64_t keep = max_changes);

struct Journal {
    std::int64_t first = 1; // the oldest entry that is still there; last + 1 where there is none
    std::int64_t last = 0;  // the latest that was ever written
};
[[nodiscard]] Journal journal(const Database& database);

// Entries after `cursor` (the number of the last one read; 0: from the beginning), at most `limit`, in order.
// Only where journal().first <= cursor + 1 <= journal().last + 1 is none missing: ask both in one read
// transaction.
[[nodiscard]] std::vector<Change> changes_after(const Database& database, std::int64_t cursor,
                                                std::size_t limit);

} // namespace khabar::store
