#pragma once
// Which stories may tell what a document tells: a look-up of its sample in the index.

#include "daemon/story/tables.hpp"
#include "parsers/fingerprint/fingerprint.hpp"

#include <span>
#include <vector>

namespace khabar::story {

struct Candidate {
    Story story;
    std::size_t hits = 0; // shared shingles of the sample
    // Of each shingle of the sample, how many other stories have it too: at most max_posting.
    std::vector<std::uint32_t> elsewhere;
};

// Best first, at most max_candidates; only stories within the window around `time`.
[[nodiscard]] std::vector<Candidate>
find_candidates(Tables& tables, std::span<const fingerprint::Hash> sketch, Seconds time, Seconds window);

} // namespace khabar::story
