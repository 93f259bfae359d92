#include "daemon/pipeline/credentials.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace khabar::pipeline {

namespace {

// RFC 4648 §4.
std::string base64(std::string_view bytes) {
    constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string out;
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        const std::string_view group = bytes.substr(i, 3);
        std::uint32_t bits = 0;
        for (std::size_t k = 0; k < 3; ++k)
            bits = bits << 8 | (k < group.size() ? static_cast<unsigned char>(group[k]) : 0u);
        for (std::size_t k = 0; k < 4; ++k)
            out.push_back(k <= group.size() ? alphabet[bits >> (18 - 6 * k) & 63] : '=');
    }
    return out;
}

std::string cookie_line(const std::vector<settings::NamedSecret>& cookies) {
    std::string line;
    for (const settings::NamedSecret& cookie : cookies)
        line.append(line.empty() ? "" : "; ").append(cookie.name).append("=").append(cookie.value.reveal());
    return line;
}

} // namespace

std::optional<net::Credentials> credentials_of(const settings::Source& source) {
    const settings::Access& access = *source.access;
    if (!access.is_set()) return std::nullopt;
    auto owner = url::Url::parse(source.url);
    if (!owner) return std::nullopt;
    net::Credentials credentials{.owner = std::move(*owner)};
    const settings::Auth& auth = access.auth;
    if (auth.bearer.is_set())
        credentials.fields.push_back({"Authorization", "Bearer " + auth.bearer.reveal()});
    else if (auth.is_set()) // RFC 7617
        credentials.fields.push_back(
            {"Authorization", "Basic " + base64(auth.username + ":" + auth.password.reveal())});
    for (const settings::NamedSecret& header : access.headers)
        credentials.fields.push_back({header.name, header.value.reveal()});
    if (!access.cookies.empty()) credentials.fields.push_back({"Cookie", cookie_line(access.cookies)});
    return credentials;
}

} // namespace khabar::pipeline
