#pragma once
// HTTP by libcurl on Boost.Asio: one multi handle watched by the io_context, one coroutine a fetch, no
// thread.
//
// What a fetch promises:
//  - redirects are followed here, each hop through the URL rules, the caller's hop gate and the SSRF gate;
//  http(s) only
//  - bodies are decoded (gzip, deflate, brotli, zstd) under a bound in decoded bytes; an unfinished body is
//  an error
//  - no cookies kept, no header or credential sent to another origin, no proxy from the environment
//  - a 304 (Response::not_modified) answers a condition of ours; to anything else it is a protocol_error
//  - connections are reused, HTTP/2 over TLS where the server has it
//
// It does not queue: a transfer starts when fetch() is awaited, so the caller bounds how many run
// (poll::HostPacing).
//
// Errors: bad_url, unsupported (a content coding we cannot read), too_large (body, headers), too_slow,
// too_many_redirects, dns_failed, connect_failed, tls_failed, timed_out, reset, truncated, protocol_error,
// refused_address, cancelled, and what the hop gate says. A status of 400 and above is a Response, not an
// error: see status.hpp.

#include "daemon/net/request.hpp"
#include "daemon/net/response.hpp"
#include "daemon/settings/settings.hpp"
#include "parsers/base/result.hpp"

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>

#include <cstddef>
#include <filesystem>
#include <memory>

namespace khabar::net {

// Everything on the one thread (or strand) that runs `executor`.
class Fetcher {
  public:
    Fetcher(boost::asio::any_io_executor executor, const settings::Fetch& settings);
    ~Fetcher(); // what still runs ends with Errc::cancelled
    Fetcher(const Fetcher&) = delete;
    Fetcher& operator=(const Fetcher&) = delete;

    // Cancelling the awaiting coroutine ends the transfer at once. May outlive the Fetcher (then
    // Errc::cancelled).
    [[nodiscard]] boost::asio::awaitable<Result<Response>> fetch(Request request);

    // For transfers that start from now on; connections stay.
    void reconfigure(const settings::Fetch& settings);
    // Believe certificates of the CAs in this PEM file and of no others (an intranet's CA, a test's); for
    // transfers from now on.
    void trust_only(const std::filesystem::path& ca_file);
    // Ends everything that runs with Errc::cancelled and refuses new ones the same way.
    void close();
    [[nodiscard]] std::size_t running() const noexcept;

  private:
    struct State;
    std::shared_ptr<State> state_;
};

} // namespace khabar::net
