#include "daemon/poll/failure.hpp"

#include <array>
#include <utility>

namespace khabar::poll {
namespace {

constexpr std::array<std::pair<FailureClass, std::string_view>, 8> names = {{
    {FailureClass::none, "none"},
    {FailureClass::temporary, "temporary"},
    {FailureClass::server, "server"},
    {FailureClass::parse, "parse"},
    {FailureClass::blocked, "blocked"},
    {FailureClass::missing, "missing"},
    {FailureClass::gone, "gone"},
    {FailureClass::ours, "ours"},
}};

} // namespace

FailureClass failure_class(Errc code) noexcept {
    switch (code) {
    case Errc::timed_out:
    case Errc::too_slow:
    case Errc::reset:
    case Errc::truncated:
    case Errc::throttled:
        return FailureClass::temporary;
    case Errc::http_server_error:
    case Errc::tls_failed:
    case Errc::dns_failed:
    case Errc::connect_failed:
    case Errc::protocol_error:
        return FailureClass::server;
    case Errc::blocked:
    case Errc::robots_denied:
        return FailureClass::blocked;
    case Errc::not_found:
    case Errc::http_client_error:
    case Errc::too_many_redirects:
    case Errc::refused_address:
    case Errc::bad_url:
    case Errc::not_known:
        return FailureClass::missing;
    case Errc::gone:
        return FailureClass::gone;
    case Errc::storage_failed:
    case Errc::storage_busy:
    case Errc::bad_config:
    case Errc::cancelled:
        return FailureClass::ours;
    case Errc::bad_encoding:
    case Errc::bad_feed:
    case Errc::bad_html:
    case Errc::bad_selector:
    case Errc::bad_json:
    case Errc::not_an_article:
    case Errc::empty:
    case Errc::unsupported:
    case Errc::too_large:
    case Errc::too_deep:
    case Errc::too_many:
    case Errc::wrong_content:
        return FailureClass::parse;
    }
    return FailureClass::parse;
}

double failure_weight(FailureClass kind) noexcept {
    switch (kind) {
    case FailureClass::none:
    case FailureClass::ours:
        return 0;
    case FailureClass::temporary:
        return 0.25;
    case FailureClass::server:
    case FailureClass::parse:
    case FailureClass::blocked:
        return 0.5;
    case FailureClass::missing:
    case FailureClass::gone:
        return 1;
    }
    return 0;
}

std::string_view name(FailureClass kind) noexcept {
    for (const auto& [value, text] : names)
        if (value == kind) return text;
    return "none";
}

FailureClass failure_class_from_name(std::string_view name) noexcept {
    for (const auto& [value, text] : names)
        if (text == name) return value;
    return FailureClass::none;
}

} // namespace khabar::poll
