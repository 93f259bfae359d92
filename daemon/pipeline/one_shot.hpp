#pragma once
// `khabar fetch`: one source polled once, and every article link of it that is due fetched now. Safe beside a
// running daemon: links are claimed in the database.

#include "daemon/pipeline/commit/revisit.hpp"
#include "daemon/pipeline/crawl/crawl.hpp"
#include "daemon/pipeline/draft/draft.hpp"
#include "daemon/pipeline/source/source_poller.hpp"
#include "daemon/store/links.hpp"

#include <boost/asio/awaitable.hpp>

#include <cstddef>
#include <functional>

namespace khabar::pipeline {

struct OneShotProgress {
    std::size_t total = 0; // links to fetch
    std::size_t done = 0, stored = 0, failed = 0;
};

struct OneShotReport {
    PollReport poll;
    OneShotProgress pages;
};

// `progress` is called on the loop after the poll and after every page. Throws StoreError.
[[nodiscard]] boost::asio::awaitable<OneShotReport>
poll_and_fetch(Crawl& crawl, settings::Source source, std::function<void(const OneShotProgress&)> progress);

// What stands at an address given by hand.
struct FetchedUrl {
    bool is_feed = false; // then there is no draft: poll it
    Draft draft;
    PageValidators validators;
};

// Fetches and extracts, stores nothing. Waits for its host for three minutes at most.
[[nodiscard]] boost::asio::awaitable<Result<FetchedUrl>> fetch_url(Crawl& crawl, settings::Source source,
                                                                   store::Link link);

} // namespace khabar::pipeline
