#pragma once
// The rules of one redirect, without I/O.

#include "daemon/net/headers.hpp"
#include "parsers/base/result.hpp"
#include "parsers/url/url.hpp"

namespace khabar::net {

// Where `location` leads from `from`, without user name, password and fragment. bad_url: not an http(s) URL.
[[nodiscard]] Result<url::Url> redirect_target(const url::Url& from, std::string_view location);

// Headers and credentials meant for `owner` may go to `target`: same origin, or https on the same host and
// default ports.
[[nodiscard]] bool may_carry_headers(const url::Url& owner, const url::Url& target);

} // namespace khabar::net
