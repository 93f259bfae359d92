#pragma once
// What came back for one request, after redirects. Whether the status is good news is the caller's question
// (status.hpp).

#include "daemon/net/headers.hpp"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace khabar::net {

struct Hop {
    int status = 0;   // 301 302 303 307 308
    std::string from; // href() of the address asked
    std::string to;   // href() of where it pointed
};

// Of the last hop; zero where that step did not happen (a reused connection has no name look-up).
struct Timings {
    std::chrono::microseconds name_lookup{0};
    std::chrono::microseconds connect{0};
    std::chrono::microseconds tls{0};
    std::chrono::microseconds first_byte{
        0}; // from the start to the first byte of the answer: what pacing smooths
    std::chrono::microseconds total{0};
};

struct Response {
    int status = 0;
    std::string url;       // href() of the address that answered, an http(s) Url
    std::vector<Hop> hops; // redirects that were followed, first to last
    Headers headers;       // of the last hop
    std::string body;      // decoded from its content codings; bytes, in no known charset
    bool cut = false;      // body ends at Request::max_bytes (only with Request::cut_at_max)

    std::string content_type;  // as sent, with parameters
    std::string etag;          // opaque: quotes and W/ as sent; to be stored and sent back as they are
    std::string last_modified; // opaque
    std::optional<std::chrono::seconds> retry_after; // unclamped
    std::optional<std::chrono::seconds> fresh_for;   // Cache-Control max-age, else Expires − Date

    std::string remote_address; // "192.0.2.1" or "2001:db8::1"; the proxy's where one is used
    bool http2 = false;
    bool reused_connection = false;
    std::uint64_t bytes_received = 0; // of the body of the last hop, as transferred
    Timings timings;

    [[nodiscard]] bool not_modified() const noexcept { return status == 304; }
    // There were redirects and every one of them was permanent (301, 308): `url` is the resource's new
    // address.
    [[nodiscard]] bool moved_permanently() const noexcept;
};

} // namespace khabar::net
