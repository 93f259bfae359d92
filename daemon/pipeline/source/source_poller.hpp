#pragma once
// One poll of one source: read what is known of it, ask its inputs, store what is new together with when to
// come again.

#include "daemon/pipeline/crawl/crawl.hpp"
#include "daemon/pipeline/source/known_source.hpp"

#include <boost/asio/awaitable.hpp>

#include <cstddef>
#include <memory>
#include <string>

namespace khabar::pipeline {

struct PollReport {
    KnownSource source;    // as it is now, and as it was stored
    std::string outcome;   // "ok", "not_modified", or name(Errc)
    std::string error;     // detail, empty where all went well
    std::size_t added = 0; // links that were not known
    std::size_t known = 0;
    std::size_t changed = 0; // known entries that the feed says were updated since: fetched again
};

// Always ends with a next due time in `source.stored.next_due`. Throws StoreError where that could not be
// stored.
[[nodiscard]] boost::asio::awaitable<PollReport> poll_source(Crawl& crawl,
                                                             std::shared_ptr<const settings::Source> source);

} // namespace khabar::pipeline
