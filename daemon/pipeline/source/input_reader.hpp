#pragma once
// One input of a source asked and read, by its kind.

#include "daemon/pipeline/crawl/crawl.hpp"
#include "daemon/pipeline/source/reading.hpp"

#include <boost/asio/awaitable.hpp>

#include <string>
#include <unordered_set>
#include <vector>

namespace khabar::pipeline {

struct InputRequest {
    settings::Source source;      // user agent, zone, flow
    settings::SourceInput input;  // which of its inputs
    std::string url;              // its address, or where confirmed redirects led
    store::Validators validators; // known of that address
    bool whole = false;           // validators are not sent, nor is what an index says of its files believed
    std::vector<store::Document> documents; // read for the source before
    std::unordered_set<std::uint64_t> passed_over;
};

struct InputAnswer {
    Reading reading;
    std::optional<Error> error;
    std::optional<std::chrono::seconds> retry_after;
    int status = 0;          // HTTP; 0 where no answer came
    HostGate::Ticket ticket; // until what was read is stored
};

[[nodiscard]] boost::asio::awaitable<InputAnswer> read_input(Crawl& crawl, InputRequest wanted);

// The part of it that needs no network, for feeds, listings and WordPress: bytes to candidates.
[[nodiscard]] Result<Reading> read_bytes(const InputRequest& wanted, const net::Response& response,
                                         std::chrono::minutes zone, store::Time now);

} // namespace khabar::pipeline
