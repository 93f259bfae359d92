#include "daemon/net/status.hpp"

namespace khabar::net {

std::optional<Errc> failure_of_status(int status) noexcept {
    switch (status) {
    case 304:
        return std::nullopt;
    case 401:
    case 403:
    case 407:
    case 451:
        return Errc::blocked;
    case 404:
        return Errc::not_found;
    case 410:
        return Errc::gone;
    case 429:
    case 503:
        return Errc::throttled;
    default:
        break;
    }
    if (status >= 200 && status < 300) return std::nullopt;
    if (status >= 400 && status < 500) return Errc::http_client_error;
    if (status >= 500 && status < 600) return Errc::http_server_error;
    return Errc::protocol_error;
}

bool is_redirect(int status) noexcept {
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

bool is_permanent_redirect(int status) noexcept {
    return status == 301 || status == 308;
}

} // namespace khabar::net
