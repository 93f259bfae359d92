#pragma once
// One page from its address to its draft: robots.txt, the host's turn, the transfer, the CPU job. Nothing is
// stored here.

#include "daemon/pipeline/crawl/crawl.hpp"
#include "daemon/pipeline/draft/draft.hpp"
#include "daemon/pipeline/host/paced_fetch.hpp"
#include "daemon/store/links.hpp"
#include "daemon/store/visits.hpp"

#include <boost/asio/awaitable.hpp>

#include <chrono>
#include <memory>
#include <optional>
#include <string>

namespace khabar::pipeline {

// An answer with a good status. `link` gives the address. With a `seen` that has validators it may be "not
// modified", without a body.
[[nodiscard]] boost::asio::awaitable<FetchResult<Fetched>>
fetch_page(Crawl& crawl, settings::Source source, store::Link link,
           std::optional<store::Visit> seen = std::nullopt);

// Decodes, parses and extracts it, with what the feed said (`link`) and what is known of the site.
[[nodiscard]] boost::asio::awaitable<Result<Draft>> extract_page(Crawl& crawl, settings::Source source,
                                                                 store::Link link, net::Response response);

// The draft that the feed alone gives, for a page that will not come.
[[nodiscard]] boost::asio::awaitable<Result<Draft>> extract_entry(Crawl& crawl, settings::Source source,
                                                                  store::Link link);

// Under which name a page's site memory is kept: the registrable domain of its address.
[[nodiscard]] std::string site_of(const std::string& url);

// The words of a fragment of HTML on one line, as a feed's summary is given to extraction.
[[nodiscard]] std::string text_of_html(const std::string& html);

} // namespace khabar::pipeline
