#pragma once
// Which entries of a sitemap are news. Pure.
//
// A sitemap may list everything that a site ever published; asking for all of it on the first day would take
// weeks and help nobody. So an entry is taken when its date (that of the news extension, else <lastmod>, else
// that in its address) is recent. An entry without any date is passed over when its file is read for the
// first time, and taken when it appears later. `backfill` takes everything, the newest first, within the
// bounds of a poll and of a day.

#include "daemon/pipeline/source/discover.hpp"
#include "parsers/sitemap/sitemap.hpp"

#include <cstdint>
#include <string>
#include <unordered_set>
#include <vector>

namespace khabar::pipeline {

inline constexpr std::chrono::hours default_age = std::chrono::hours(24 * 7);
inline constexpr std::size_t max_passed_over =
    200'000; // remembered of one source; more are passed over again

struct SitemapRule {
    std::string source_id;
    std::optional<store::Time> since; // none: whatever its age
    std::chrono::minutes zone{0};
    bool first_reading = true;    // this file was not read before
    bool undated_are_new = false; // a news sitemap lists the last days only
};

struct SitemapNews {
    std::vector<Candidate> candidates;
    std::vector<std::uint64_t> passed_over; // to be remembered
    std::size_t old = 0;
};

[[nodiscard]] SitemapNews news_of(const sitemap::Sitemap& sitemap, const SitemapRule& rule,
                                  const std::unordered_set<std::uint64_t>& passed_over);

// The newest first; what has no date last.
void sort_newest_first(std::vector<Candidate>& candidates);

} // namespace khabar::pipeline
