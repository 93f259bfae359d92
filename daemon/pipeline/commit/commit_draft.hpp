#pragma once
// The last step of an article's way: one transaction's worth of rows. Runs on the writer thread, inside its
// transaction.

#include "daemon/pipeline/commit/revisit.hpp"
#include "daemon/pipeline/draft/draft.hpp"
#include "daemon/store/database.hpp"
#include "daemon/story/story_index.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace khabar::pipeline {

struct Commit {
    Draft draft;
    std::string url;       // that was fetched
    std::string source_id; // empty: by hand
    std::string entry_id;
    std::optional<std::int64_t> link; // the queue's row that this ends
    std::optional<Error> page_error;  // with a draft from the feed: why it is not the page's
    std::chrono::sys_seconds fetched_at{};
    std::chrono::minutes offset{}; // the source's zone, for dates that name none
    settings::DuplicatePolicy duplicates = settings::DuplicatePolicy::link;
    Ages revisit;              // when the page is to be looked at again: needs `link`
    store::Time found_at{};    // the link
    PageValidators validators; // of the page's answer
};

enum class CommitKind : std::uint8_t {
    stored,    // a new article
    updated,   // its text changed since it was stored: a revision
    unchanged, // stored before, as it is
    doubted,   // stored before; what came now is much shorter, and must be seen again to be believed
    dropped,   // a copy of a stored article, and the policy keeps only the first
    removed,   // stored before, and removed while its page was under way: it stays so
};

// "stored", "updated", "unchanged", "doubted", "dropped copy", "removed meanwhile".
[[nodiscard]] std::string_view name(CommitKind kind) noexcept;

struct Committed {
    CommitKind kind = CommitKind::stored;
    std::int64_t article = 0;  // for `dropped`: the one it copies
    std::int64_t revision = 1; // the number of the text that is stored now, of `updated`
    story::Placement placement;
    std::optional<store::Time> next_visit; // when the link comes due again
};

// A later text much shorter than the stored one (under `shortest_update` of its bytes) is more often a page
// that came broken, a consent wall or a pay wall than an edit. It becomes a revision when the same short text
// is seen again at least `shortening_confirmed` later and is not merely the beginning of the stored one.
inline constexpr double shortest_update = 0.6;
inline constexpr std::chrono::seconds shortening_confirmed = std::chrono::minutes(30);

// Article, revisions, search index, story, journal of changes, site memory and the link's mark, all or none.
// The same input again changes nothing but the time of the last look.
[[nodiscard]] Committed commit_draft(store::Database& database, story::StoryIndex& stories,
                                     const Commit& commit);

// The server says that the page of a stored article is as it was (304): the visit is noted, the link ends.
// `commit.draft` is not looked at.
[[nodiscard]] Committed commit_unmodified(store::Database& database, story::StoryIndex& stories,
                                          const Commit& commit, std::int64_t article);

} // namespace khabar::pipeline
