#pragma once
// May this address be fetched? robots.txt by RFC 9309, from memory, from the store, or from the host itself.

#include "daemon/pipeline/host/fetch_error.hpp"
#include "daemon/pipeline/host/hosts.hpp"
#include "parsers/url/url.hpp"

#include <boost/asio/awaitable.hpp>

namespace khabar::pipeline {

// Errc::robots_denied with the rule's line; http_server_error where robots.txt cannot be had, which forbids
// as well but passes; what became of asking for it where that says nothing of the host: it was ours
// (cancelled), or the source may not ask there (refused_address), which forbids it to no other source.
// Asks the host at most once a day, in its turn. A crawl delay found there holds for the host's pacing from
// then on. To be called without a ticket: it takes one of its own.
[[nodiscard]] boost::asio::awaitable<FetchResult<void>> check_robots(Hosts& hosts, url::Url url,
                                                                     bool allow_private);

} // namespace khabar::pipeline
