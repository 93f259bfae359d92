#pragma once
// One request, in its host's turn, and what it showed told to the pacing: the only way the pipeline reaches
// the network.

#include "daemon/net/request.hpp"
#include "daemon/net/response.hpp"
#include "daemon/pipeline/host/fetch_error.hpp"
#include "daemon/pipeline/host/hosts.hpp"

#include <boost/asio/awaitable.hpp>

#include <string>

namespace khabar::pipeline {

struct Turn {
    std::string flow;    // source id: flows share a host fairly
    double weight = 1;   // polls go before pages
    bool robots = false; // every hop must be allowed by its robots.txt
};

struct Fetched {
    net::Response response;
    HostGate::Ticket ticket; // to be kept until what came is stored: it bounds what the house holds
};

// What the pacing learns from an answer, or from its absence.
[[nodiscard]] poll::Answer answer_of(const Result<net::Response>& response);

// Every hop waits for its host's turn, those within one host too: a redirect is a request like any other. It
// holds no ticket while it waits (else hosts that redirect to each other would wait for ever). Errors:
// net::Fetcher's, robots_denied, and cancelled with a time where the host is closed for longer than a wait is
// worth; in the middle of a fetch that is `throttled`, an attempt like any other, or it would begin anew for
// ever.
[[nodiscard]] boost::asio::awaitable<FetchResult<Fetched>> paced_fetch(Hosts& hosts, net::Request request,
                                                                       Turn turn);

} // namespace khabar::pipeline
