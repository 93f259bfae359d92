#pragma once
// The host parser and serialiser of the WHATWG URL Standard, §3.5–3.6: domains, IPv4 in all its spellings,
// IPv6, opaque hosts.

#include "parsers/base/result.hpp"

#include <string>
#include <string_view>

namespace khabar::url {

// The serialised host: "xn--…", "127.0.0.1", "[::1]". `opaque` for URLs without a special scheme. `input` is
// valid UTF-8.
[[nodiscard]] Result<std::string> parse_host(std::string_view input, bool opaque);

} // namespace khabar::url
