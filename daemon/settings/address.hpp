#pragma once
// Addresses that an operator writes, checked and put into the one form that the rest of khabar compares.

#include "parsers/base/result.hpp"

#include <string>
#include <string_view>

namespace khabar::settings {

// An absolute http or https address as the URL standard serialises it. The error says what to write instead.
[[nodiscard]] Result<std::string> http_address(std::string_view text);

// http, https, socks5 or socks5h with a host, as given.
[[nodiscard]] Result<std::string> proxy_address(std::string_view text);

// A bare host as URLs carry it: lower-case, IDN in punycode, no scheme, port or path.
[[nodiscard]] Result<std::string> host_name(std::string_view text);

} // namespace khabar::settings
