#include "parsers/base/result.hpp"

namespace khabar {

std::string_view name(Errc code) noexcept {
    switch (code) {
    case Errc::bad_url:
        return "bad_url";
    case Errc::bad_encoding:
        return "bad_encoding";
    case Errc::bad_feed:
        return "bad_feed";
    case Errc::bad_html:
        return "bad_html";
    case Errc::bad_selector:
        return "bad_selector";
    case Errc::bad_json:
        return "bad_json";
    case Errc::bad_config:
        return "bad_config";
    case Errc::not_an_article:
        return "not_an_article";
    case Errc::empty:
        return "empty";
    case Errc::unsupported:
        return "unsupported";
    case Errc::too_large:
        return "too_large";
    case Errc::too_deep:
        return "too_deep";
    case Errc::too_slow:
        return "too_slow";
    case Errc::too_many:
        return "too_many";
    case Errc::dns_failed:
        return "dns_failed";
    case Errc::connect_failed:
        return "connect_failed";
    case Errc::tls_failed:
        return "tls_failed";
    case Errc::timed_out:
        return "timed_out";
    case Errc::reset:
        return "reset";
    case Errc::truncated:
        return "truncated";
    case Errc::protocol_error:
        return "protocol_error";
    case Errc::too_many_redirects:
        return "too_many_redirects";
    case Errc::refused_address:
        return "refused_address";
    case Errc::http_client_error:
        return "http_client_error";
    case Errc::http_server_error:
        return "http_server_error";
    case Errc::not_found:
        return "not_found";
    case Errc::gone:
        return "gone";
    case Errc::blocked:
        return "blocked";
    case Errc::throttled:
        return "throttled";
    case Errc::robots_denied:
        return "robots_denied";
    case Errc::wrong_content:
        return "wrong_content";
    case Errc::storage_failed:
        return "storage_failed";
    case Errc::storage_busy:
        return "storage_busy";
    case Errc::cancelled:
        return "cancelled";
    case Errc::not_known:
        return "not_known";
    }
    return "unknown";
}

std::string to_string(const Error& error) {
    std::string text(name(error.code));
    if (!error.detail.empty()) text.append(": ").append(error.detail);
    return text;
}

} // namespace khabar
