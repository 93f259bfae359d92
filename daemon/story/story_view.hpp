#pragma once
// Stories as readers see them. Reads only; opens no transaction.

#include "daemon/store/database.hpp"
#include "daemon/story/story_index.hpp"
#include "parsers/fingerprint/verdict.hpp"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace khabar::story {

// False: no daemon has made the tables of stories yet.
[[nodiscard]] bool has_stories(const store::Database& database);

// How many stories a source's articles tell; 0 where the archive has none yet.
[[nodiscard]] std::int64_t count_stories(const store::Database& database, std::string_view source_id);

struct StoryFilter {
    std::optional<std::chrono::sys_seconds> since; // with an article published (or fetched) at or after
    std::string source_id;                         // with an article of this source
    std::int64_t min_copies = 0;
    std::optional<std::int64_t> before; // ids below this one: the next page of a listing
    std::int64_t limit = 50;
};

struct StorySummary {
    std::int64_t id = 0;
    std::int64_t representative = 0;          // the fullest article
    std::chrono::sys_seconds first{}, last{}; // publications of its articles, or fetches where unknown
    std::int64_t articles = 0;                // stored ones
    std::int64_t dropped = 0;                 // copies that the policy did not keep
    std::vector<std::string> sources;         // each once, in order of publication; dropped copies last
    [[nodiscard]] std::int64_t copies() const noexcept { return articles + dropped - 1; }
};

// Newest first. Bound: of a story the first max_listed_members articles are looked at for its sources.
inline constexpr std::int64_t max_listed_members = 1000;
[[nodiscard]] std::vector<StorySummary> list_stories(const store::Database& database,
                                                     const StoryFilter& filter);
[[nodiscard]] std::optional<StorySummary> find_story(const store::Database& database, std::int64_t id);

// How one article stands to another, and what spoke for it.
struct Evidence {
    std::int64_t other = 0; // article
    Kind kind = Kind::unique;
    double containment = 0, jaccard = 0; // 0…1
    fingerprint::Guard guard = fingerprint::Guard::none;
};

struct StoryMember {
    std::int64_t article = 0;
    std::chrono::sys_seconds time{};
    bool reliable = false; // the time is the publication as the page states it, not the fetch
    // Towards the member published before it that it is most like; none for the first. Kinds read from this
    // article's side: it is `abridged_of` the other.
    std::optional<Evidence> copy_of;
};

// In order of publication, the first publisher first; at most max_listed_members.
[[nodiscard]] std::vector<StoryMember> story_members(const store::Database& database, std::int64_t story);

// Articles of other stories that were found near and kept apart: round-ups that contain this one, other
// numbers of a series, and what people split off.
struct Neighbour {
    std::int64_t member = 0; // article of this story
    Evidence evidence;       // of `member` towards `other`
    std::int64_t story = 0;  // of `other`
};
[[nodiscard]] std::vector<Neighbour> story_neighbours(const store::Database& database, std::int64_t story);

// The same relation from the other end.
[[nodiscard]] Kind reversed(Kind kind) noexcept;

} // namespace khabar::story
