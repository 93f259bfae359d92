#include "parsers/url/host.hpp"

#include "parsers/text/ascii.hpp"
#include "parsers/text/utf8.hpp"
#include "parsers/url/idna.hpp"
#include "parsers/url/ip_address.hpp"
#include "parsers/url/percent.hpp"

#include <algorithm>

namespace khabar::url {

namespace {

using namespace std::literals;

constexpr auto forbidden_in_host = "\0\t\n\r #/:<>?@[\\]^|"sv; // §3.2 "forbidden host code point"

constexpr bool forbidden_in_domain(char c) noexcept {
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x20 || byte == 0x7F || c == '%' || forbidden_in_host.find(c) != std::string_view::npos;
}

bool is_ascii(std::string_view text) noexcept {
    return std::ranges::all_of(text, [](char c) { return c >= 0; });
}

// "Domain parser", beStrict false: an ASCII domain is only lower-cased, whatever its punycode.
Result<std::string> parse_domain(std::string_view domain) {
    std::string result;
    if (is_ascii(domain)) {
        result = domain;
        std::ranges::transform(result, result.begin(), text::lower);
    } else if (auto ascii = domain_to_ascii(domain)) {
        result = std::move(*ascii);
    } else {
        return fail(Errc::bad_url, "not a valid international domain name");
    }
    if (result.empty()) return fail(Errc::bad_url, "empty host");
    if (std::ranges::any_of(result, forbidden_in_domain))
        return fail(Errc::bad_url, "forbidden character in host");
    return result;
}

Result<std::string> parse_opaque_host(std::string_view input) {
    if (input.find_first_of(forbidden_in_host) != std::string_view::npos)
        return fail(Errc::bad_url, "forbidden character in host");
    std::string host;
    append_encoded(host, input, EncodeSet::c0_control);
    return host;
}

} // namespace

Result<std::string> parse_host(std::string_view input, bool opaque) {
    if (input.starts_with('[')) {
        if (!input.ends_with(']')) return fail(Errc::bad_url, "unclosed IPv6 address");
        const auto address = parse_ipv6(input.substr(1, input.size() - 2));
        if (!address) return fail(Errc::bad_url, "not an IPv6 address");
        return "[" + to_string(*address) + "]";
    }
    if (opaque) return parse_opaque_host(input);
    auto domain = parse_domain(text::to_valid_utf8(percent_decode(input)));
    if (!domain || !ends_in_number(*domain)) return domain;
    const auto address = parse_ipv4(*domain);
    if (!address) return fail(Errc::bad_url, "not an IPv4 address");
    return ipv4_to_string(*address);
}

} // namespace khabar::url
