#pragma once
// From what a source's input says to the article links worth fetching. Pure.

#include "daemon/store/links.hpp"
#include "parsers/base/result.hpp"
#include "parsers/feed/feed.hpp"
#include "parsers/links/articles.hpp"
#include "parsers/sitemap/sitemap.hpp"
#include "parsers/url/url.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace khabar::pipeline {

struct Candidate {
    store::NewLink link;                // due at once
    std::optional<store::Time> updated; // when the feed says the entry last changed
};

struct Discovered {
    std::vector<Candidate> candidates; // in the feed's order, one a key
    std::size_t unusable = 0;          // entries without a link that may be fetched
};

// `zone` is the source's, for entries whose dates name none.
[[nodiscard]] Discovered discover(const feed::Feed& feed, const std::string& source_id,
                                  std::chrono::minutes zone);

// The same of the pages in a sitemap, and of the articles that a listing page leads to.
[[nodiscard]] Discovered discover(const sitemap::Sitemap& sitemap, const std::string& source_id,
                                  std::chrono::minutes zone);
[[nodiscard]] Discovered discover(const std::vector<links::ArticleLink>& articles,
                                  const std::string& source_id);

// Takes out those whose address does not match; an empty pattern matches all. Errors: of the pattern.
[[nodiscard]] Result<void> keep_matching(std::vector<Candidate>& candidates, std::string_view pattern);

// Whether an address looks like a page rather than a trap that mints addresses for ever: at most 20 path
// segments, none of them more than twice, at most 10 query parameters (Heritrix' and StormCrawler's
// defaults).
[[nodiscard]] bool is_plausible(const url::Url& url);

} // namespace khabar::pipeline
