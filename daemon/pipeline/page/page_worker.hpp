#pragma once
// One article link from the queue to its end: fetched, extracted and stored, or put off, or given up with a
// reason.

#include "daemon/pipeline/commit/commit_draft.hpp"
#include "daemon/pipeline/crawl/crawl.hpp"
#include "daemon/pipeline/draft/draft.hpp"
#include "daemon/store/links.hpp"

#include <boost/asio/awaitable.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <unordered_set>
#include <vector>

namespace khabar::pipeline {

// How long a claimed link is no other process's. The daemon takes back what a former run had claimed when it
// starts.
inline constexpr std::chrono::seconds link_lease = std::chrono::minutes(3);

// Takes up to `limit` due links of a source for one worker each: they are due again when the lease ends.
// Those in `in_work` are this process's already: their lease begins anew. Inside the caller's transaction.
[[nodiscard]] std::vector<store::Link> claim_links(store::Database& database, const std::string& source_id,
                                                   store::Time now, std::size_t limit,
                                                   const std::unordered_set<std::int64_t>& in_work = {});

struct PageReport {
    std::optional<Committed> committed;
    std::optional<Error> error;            // why not
    std::optional<store::Time> retry_at;   // with an error: when it is tried again
    std::optional<store::Time> next_visit; // of a stored page: when the link comes due again
};

// The link's end is in the database when this returns. Logs one line, "stored" only after the commit.
// StoreError where that failed: the link then stays due.
[[nodiscard]] boost::asio::awaitable<PageReport> work_link(Crawl& crawl, settings::Source source,
                                                           store::Link link);

// The last step alone: stores a draft as the article of `link`, counts and logs it. `page_error`: of a draft
// from the feed, why it is not the page's.
[[nodiscard]] boost::asio::awaitable<Committed> commit_page(Crawl& crawl, settings::Source source,
                                                            store::Link link, Draft draft,
                                                            std::optional<Error> page_error,
                                                            PageValidators validators);

} // namespace khabar::pipeline
