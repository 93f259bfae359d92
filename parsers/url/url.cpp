#include "parsers/url/url.hpp"

#include "parsers/text/utf8.hpp"
#include "parsers/url/parser.hpp"
#include "parsers/url/scheme.hpp"

namespace khabar::url {

namespace {

std::string_view part(const std::string& href, std::uint32_t begin, std::uint32_t end) noexcept {
    return std::string_view(href).substr(begin, end - begin);
}

constexpr bool is_c0_or_space(char c) noexcept {
    return static_cast<unsigned char>(c) <= 0x20;
}

} // namespace

Result<Url> Url::parse(std::string_view input, const Url* base) {
    while (!input.empty() && is_c0_or_space(input.front()))
        input.remove_prefix(1);
    while (!input.empty() && is_c0_or_space(input.back()))
        input.remove_suffix(1);
    if (input.size() > max_url_bytes) return fail(Errc::bad_url, "longer than 2,048 bytes");
    std::string cleaned;
    cleaned.reserve(input.size());
    for (const char c : input) // "remove all ASCII tab or newline"
        if (c != '\t' && c != '\n' && c != '\r') cleaned.push_back(c);
    // NUL inside must reach the parser as it is: to_valid_utf8 would replace it.
    if (!text::is_valid_utf8(cleaned)) cleaned = text::to_valid_utf8(cleaned);
    return Parser(cleaned, base).run();
}

std::string_view Url::scheme() const noexcept {
    return part(href_, 0, scheme_end_);
}
std::string_view Url::username() const noexcept {
    return part(href_, username_begin_, username_end_);
}
std::string_view Url::password() const noexcept {
    return part(href_, password_begin_, password_end_);
}
std::string_view Url::host() const noexcept {
    return part(href_, host_begin_, host_end_);
}
std::string_view Url::path() const noexcept {
    return part(href_, path_begin_, path_end_);
}

bool Url::has_host() const noexcept {
    return std::string_view(href_).substr(scheme_end_ + 1).starts_with("//");
}
bool Url::has_opaque_path() const noexcept {
    return !has_host() && !path().starts_with('/');
}

std::optional<std::uint16_t> Url::port() const noexcept {
    if (port_ < 0) return std::nullopt;
    return static_cast<std::uint16_t>(port_);
}

std::uint16_t Url::effective_port() const noexcept {
    return port().value_or(default_port(scheme()));
}

std::optional<std::string_view> Url::query() const noexcept {
    if (query_begin_ == 0) return std::nullopt;
    return part(href_, query_begin_, query_end_);
}

std::optional<std::string_view> Url::fragment() const noexcept {
    if (fragment_begin_ == 0) return std::nullopt;
    return std::string_view(href_).substr(fragment_begin_);
}

bool Url::is_http() const noexcept {
    return scheme() == "http" || scheme() == "https";
}

std::string Url::origin() const {
    if (!is_special(scheme()) || scheme() == "file") return "null"; // an opaque origin (§4.7)
    std::string origin(scheme());
    origin.append("://").append(host());
    if (const auto number = port()) origin.append(":").append(std::to_string(*number));
    return origin;
}

} // namespace khabar::url
