#pragma once
// One poll of one source: read what is known of it, ask its inputs, store what is new together with when to
// come again.

#include "daemon/pipeline/crawl/crawl.hpp"
#include "daemon/pipeline/source/poll_record.hpp"

#include <boost/asio/awaitable.hpp>

#include <memory>

namespace khabar::pipeline {

// Always ends with a next due time in `source.stored.next_due`. Throws StoreError where that could not be
// stored.
[[nodiscard]] boost::asio::awaitable<PollReport> poll_source(Crawl& crawl,
                                                             std::shared_ptr<const settings::Source> source);

} // namespace khabar::pipeline
