#pragma once
// One GET, and the bounds it runs under.

#include "daemon/net/headers.hpp"
#include "parsers/base/result.hpp"
#include "parsers/url/url.hpp"

#include <boost/asio/awaitable.hpp>

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace khabar::net {

// Asked before each redirect is followed (never for the first address): robots.txt, pacing, scope. An error
// ends the fetch with that error. The target is an http(s) URL; its resolved address is still to pass the
// SSRF gate.
using HopGate = std::function<boost::asio::awaitable<Result<void>>(url::Url target)>;

// Zero or unset: the Fetcher's settings.
struct Bounds {
    std::size_t max_bytes = 0;                    // of the decoded body, and of every coding's layer below it
    std::optional<std::uint32_t> redirects;       // followed at most
    std::chrono::milliseconds connect_timeout{0}; // name look-up, TCP and TLS
    std::chrono::milliseconds transfer_timeout{0};  // one hop, from its start to its last byte
    std::uint32_t low_speed_bytes_per_second = 256; // slower than this for low_speed_time ends the transfer
    std::chrono::seconds low_speed_time{10};        // at least 1 s
};

// Fields that belong to one origin, such as a password: sent there and nowhere else, whatever the request's
// own address is and wherever redirects lead. Another port, another host and http after https are elsewhere.
struct Credentials {
    url::Url owner;
    std::vector<HeaderField> fields;
};

struct Request {
    url::Url url;           // http or https; anything else is Errc::bad_url
    std::string user_agent; // empty: settings
    std::string accept;     // empty: "*/*"
    // Sent as they are, and only to the origin of `url` (or to https on the same host): no header follows a
    // redirect elsewhere. User name and password in `url` are sent under the same rule.
    std::vector<HeaderField> headers;
    std::optional<Credentials> credentials;
    // Validators from the last answer, as it gave them; empty: unconditional. Sent to the host of
    // `validators_from` (Response::url of that answer; empty: the host of `url`) and to no other.
    std::string etag;
    std::string last_modified;
    std::string validators_from;
    Bounds bounds;
    bool cut_at_max =
        false; // keep the first max_bytes of a longer body instead of Errc::too_large (robots.txt)
    bool allow_private = false; // this one may go to private addresses
    HopGate hop_gate;           // empty: every redirect that passes the URL rules and the SSRF gate
};

} // namespace khabar::net
