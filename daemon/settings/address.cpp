#include "daemon/settings/address.hpp"

#include "daemon/settings/problem_list.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace khabar::settings {

namespace {

// What libcurl speaks to a proxy; socks5h lets the proxy resolve names.
constexpr std::array<std::string_view, 4> proxy_schemes{"http", "https", "socks5", "socks5h"};

// Anything of these means that more than a host was written.
constexpr std::string_view not_in_a_host = "/:@?#\\ ";

} // namespace

Result<std::string> http_address(std::string_view text) {
    if (text.starts_with("https://") || text.starts_with("http://")) return std::string(text);
    return fail(Errc::bad_url, fmt::format("must begin with https:// or http://, not {}", in_quotes(text)));
}

Result<std::string> proxy_address(std::string_view text) {
    const std::string_view scheme = text.substr(0, std::min(text.find("://"), text.size()));
    if (std::find(proxy_schemes.begin(), proxy_schemes.end(), scheme) != proxy_schemes.end())
        return std::string(text);
    return fail(Errc::bad_url, "must be http://, https://, socks5:// or socks5h://HOST:PORT");
}

Result<std::string> host_name(std::string_view text) {
    if (!text.empty() && text.find_first_of(not_in_a_host) == std::string_view::npos)
        return std::string(text);
    return fail(
        Errc::bad_url,
        fmt::format("{} is no host; write it without scheme and path, such as example.org", in_quotes(text)));
}

} // namespace khabar::settings
