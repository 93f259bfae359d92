#include "daemon/settings/address.hpp"

#include "daemon/settings/problem_list.hpp"
#include "parsers/url/url.hpp"

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
    const auto parsed = url::Url::parse(text);
    if (parsed && parsed->is_http()) return parsed->href();
    if (parsed || text.find("://") == std::string_view::npos)
        return fail(Errc::bad_url,
                    fmt::format("must begin with https:// or http://, not {}", in_quotes(text)));
    return fail(Errc::bad_url, fmt::format("{} is no address: {}", in_quotes(text), parsed.error().detail));
}

Result<std::string> proxy_address(std::string_view text) {
    const auto parsed = url::Url::parse(text);
    const bool known = parsed && std::find(proxy_schemes.begin(), proxy_schemes.end(), parsed->scheme()) !=
                                     proxy_schemes.end();
    if (known && !parsed->host().empty()) return std::string(text);
    return fail(Errc::bad_url, "must be http://, https://, socks5:// or socks5h://HOST:PORT");
}

Result<std::string> host_name(std::string_view text) {
    const auto wrong = [&] {
        return fail(Errc::bad_url,
                    fmt::format("{} is no host; write it without scheme and path, such as example.org",
                                in_quotes(text)));
    };
    if (text.empty() || text.find_first_of(not_in_a_host) != std::string_view::npos) return wrong();
    const auto parsed = url::Url::parse("http://" + std::string(text) + "/");
    if (!parsed || parsed->host().empty()) return wrong();
    return std::string(parsed->host());
}

} // namespace khabar::settings
