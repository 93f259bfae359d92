#pragma once
// The one error vocabulary of khabar. What the world does wrong is a value (Result); bugs and a broken
// start-up throw.

#include <tl/expected.hpp>

#include <cstdint>
#include <string>
#include <string_view>

namespace khabar {

// Shared by logs, `--json` output, metrics and the database (stored as text by name(), so order may change).
enum class Errc : std::uint8_t {
    // input that could not be understood
    bad_url,
    bad_encoding,
    bad_feed,
    bad_html,
    bad_selector,
    bad_json,
    bad_config,
    not_an_article, // parsed well, but holds nothing that reads like an article
    empty,
    unsupported,
    // a bound of ours that was reached
    too_large,
    too_deep,
    too_slow,
    too_many,
    // the network
    dns_failed,
    connect_failed,
    tls_failed,
    timed_out,
    reset,
    truncated,
    protocol_error,
    too_many_redirects,
    refused_address, // SSRF gate: private, loopback or otherwise not a public address
    // what a server answered
    http_client_error,
    http_server_error,
    not_found,
    gone,
    blocked,   // 401, 403, challenge page
    throttled, // 429, 503 with Retry-After
    robots_denied,
    wrong_content, // HTML where a feed was expected, an image where a page was
    // ours
    storage_failed,
    storage_busy,
    cancelled,
    not_known, // no such source, article, story
};

// Stable lower-case identifier: "bad_url".
[[nodiscard]] std::string_view name(Errc code) noexcept;

struct Error {
    Errc code;
    // For a person: what was wrong and where, one line, no trailing full stop. May quote untrusted input
    // unescaped.
    std::string detail;
};

// "bad_url: no scheme in 'foo'".
[[nodiscard]] std::string to_string(const Error& error);

template <typename T>
using Result = tl::expected<T, Error>;

[[nodiscard]] inline tl::unexpected<Error> fail(Errc code, std::string detail) {
    return tl::unexpected<Error>(Error{code, std::move(detail)});
}

} // namespace khabar
