#pragma once
// One request, in its host's turn, and the turn's end told to the pacing: the only way the pipeline reaches
// the network.

#include "daemon/net/request.hpp"
#include "daemon/net/response.hpp"
#include "daemon/pipeline/crawl.hpp"

#include <boost/asio/awaitable.hpp>

#include <string>

namespace khabar::pipeline {

struct Turn {
    std::string flow;    // source id: flows share a host fairly
    double weight = 1;   // polls go before pages
    bool robots = false; // every hop must be allowed by its robots.txt
};

// What the pacing learns from an answer, or from its absence.
[[nodiscard]] poll::Answer answer_of(const Result<net::Response>& response);

// A redirect to another host waits for that host's turn too, giving the first one back before (else two hosts
// that redirect to each other would wait for ever). Errors: net::Fetcher's, and robots_denied.
[[nodiscard]] boost::asio::awaitable<Result<net::Response>> paced_fetch(Crawl& crawl, net::Request request,
                                                                        Turn turn);

} // namespace khabar::pipeline
