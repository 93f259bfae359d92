#pragma once
// May this address be fetched? robots.txt by RFC 9309, from memory, from the store, or from the host itself.

#include "daemon/pipeline/crawl.hpp"
#include "parsers/base/result.hpp"
#include "parsers/url/url.hpp"

#include <boost/asio/awaitable.hpp>

namespace khabar::pipeline {

// Errc::robots_denied with the rule's line, or with the reason why robots.txt could not be had. Asks the host
// at most once a day, in its turn. A crawl delay found there holds for the host's pacing from then on.
[[nodiscard]] boost::asio::awaitable<Result<void>> check_robots(Crawl& crawl, url::Url url,
                                                                bool allow_private);

} // namespace khabar::pipeline
