#pragma once
// One document of a source (a feed, a sitemap, a listing page) in its host's turn, conditionally.

#include "daemon/net/response.hpp"
#include "daemon/pipeline/host/hosts.hpp"
#include "daemon/store/inputs.hpp"

#include <boost/asio/awaitable.hpp>

#include <memory>
#include <optional>
#include <string>

namespace khabar::pipeline {

struct DocumentRequest {
    settings::Source source; // user agent, private addresses, flow
    std::string url;
    store::Validators validators; // none, or distrusted: the whole is asked for
    std::string accept;
    std::size_t max_bytes = 0;
    bool robots = true; // ask robots.txt; not for feeds, which exist to be polled
};

// What came, or why nothing did.
struct DocumentAnswer {
    std::shared_ptr<net::Response> response; // with a good status, 304 included; null where there is an error
    HostGate::Ticket ticket;                 // to be kept until what came is stored, or let go
    std::optional<Error> error;
    std::optional<std::chrono::seconds> retry_after;
    int status = 0;
};

[[nodiscard]] boost::asio::awaitable<DocumentAnswer> fetch_document(Hosts& hosts, DocumentRequest wanted);

} // namespace khabar::pipeline
