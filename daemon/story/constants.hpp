#pragma once
// The engine's constants; those of comparing two texts are in parsers/fingerprint/constants.hpp.

#include "daemon/story/tables.hpp"

#include <cstddef>

namespace khabar::story {

// — candidates —
inline constexpr std::size_t max_posting =
    64; // a shingle of more stories in one week is a formula, and reading it all would cost most
inline constexpr std::size_t hits_needed = 2;     // one shared shingle of a sample is chance
inline constexpr std::size_t max_candidates = 24; // by hits; the true story was always among the best 24

// — rarity: what other stories say too proves little —
inline constexpr std::size_t rarity_sample = 4; // fewer shared shingles are no sample

// — votes —
inline constexpr std::size_t max_voters = 8; // the representative, and members in order of likeness in length
inline constexpr std::size_t yes_share = 3;  // a third of those asked, where the representative says no
inline constexpr std::size_t max_members_heard =
    256; // the latest are read to find the voters: copies come while a story is young
inline constexpr std::size_t max_members_moved =
    256; // whose samples move with a merge, and who are likened anew when their likeness goes
inline constexpr std::size_t max_members_ruled =
    10'000; // a ruling names every article of both its sides; larger stories are not to be corrected by hand
inline constexpr double decisive_jaccard = 0.70;     // a copy of a member is a copy, whatever the others say
inline constexpr double stranger_containment = 0.30; // copies of one story share more, whatever was cut;
                                                     // titles of office alone make a quarter of a brief
inline constexpr double report_jaccard = 0.25;       // of a report told amid more, and not a mention
inline constexpr std::size_t max_delegates = 4;      // of each of two stories that one article ties together,
inline constexpr double merge_containment = 0.50;    // and what two of them must share to count for a merge
inline constexpr std::size_t words_needed = 6;       // fewer (a caption, "photos") are no story to compare
inline constexpr std::size_t max_side_edges = 3;     // contains_item and series, the most alike

// — time —
inline constexpr Seconds future_seconds = 24 * 3600; // a publication further after the fetch is a wrong clock

} // namespace khabar::story
