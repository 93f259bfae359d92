#include "daemon/pipeline/host/credentials.hpp"

#include "parsers/text/base64.hpp"

#include <string>
#include <string_view>

namespace khabar::pipeline {

namespace {

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
            {"Authorization", "Basic " + text::to_base64(auth.username + ":" + auth.password.reveal())});
    for (const settings::NamedSecret& header : access.headers)
        credentials.fields.push_back({header.name, header.value.reveal()});
    if (!access.cookies.empty()) credentials.fields.push_back({"Cookie", cookie_line(access.cookies)});
    return credentials;
}

} // namespace khabar::pipeline
