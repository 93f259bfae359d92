#pragma once
// What an HTTP status means to khabar.

#include "parsers/base/result.hpp"

#include <optional>

namespace khabar::net {

// None for 2xx and 304. 401, 403, 407, 451: blocked. 404: not_found. 410: gone. 429, 503: throttled. Other
// 4xx: http_client_error; other 5xx: http_server_error; what is no final status at all (1xx, unfollowed 3xx,
// 600): protocol_error.
[[nodiscard]] std::optional<Errc> failure_of_status(int status) noexcept;

[[nodiscard]] bool is_redirect(int status) noexcept;           // 301 302 303 307 308
[[nodiscard]] bool is_permanent_redirect(int status) noexcept; // 301 308

} // namespace khabar::net
