#include "daemon/settings/listen_address.hpp"

#include <arpa/inet.h>
#include <sys/un.h>

#include <charconv>
#include <optional>

namespace khabar::settings {

namespace {

constexpr std::string_view socket_prefix = "unix:";

Result<ListenAddress> socket_file(std::string_view path) {
    if (!path.starts_with('/'))
        return fail(Errc::bad_config, "must name a socket in full, as in unix:/run/khabar/status.sock");
    if (path.size() >= sizeof(sockaddr_un::sun_path))
        return fail(Errc::bad_config,
                    "must be at most 107 bytes long, as the system takes no longer socket names");
    return ListenAddress{{}, 0, std::string(path)};
}

std::optional<std::uint16_t> port_number(std::string_view text) {
    std::uint16_t port = 0;
    const auto [end, status] = std::from_chars(text.data(), text.data() + text.size(), port);
    if (status != std::errc{} || end != text.data() + text.size() || port == 0) return std::nullopt;
    return port;
}

// An address of this machine alone; a name would be asked of the network.
bool is_loopback(const std::string& host) {
    in_addr v4{};
    if (inet_pton(AF_INET, host.c_str(), &v4) == 1) return (ntohl(v4.s_addr) >> 24U) == 127;
    in6_addr v6{};
    return inet_pton(AF_INET6, host.c_str(), &v6) == 1 && IN6_IS_ADDR_LOOPBACK(&v6);
}

} // namespace

Result<ListenAddress> listen_address(std::string_view text) {
    if (text.starts_with(socket_prefix)) return socket_file(text.substr(socket_prefix.size()));
    const auto colon = text.rfind(':');
    const auto port = colon == std::string_view::npos ? std::nullopt : port_number(text.substr(colon + 1));
    if (!port) return fail(Errc::bad_config, "must be host:port, as in 127.0.0.1:9464, or unix:/path");
    std::string host(text.substr(0, colon));
    if (host.starts_with('[') && host.ends_with(']')) host = host.substr(1, host.size() - 2);
    if (host == "localhost") host = "127.0.0.1";
    if (!is_loopback(host))
        return fail(Errc::bad_config,
                    "must be a loopback address (127.0.0.1, [::1]) or a Unix socket: what is said "
                    "there is for this machine only; put a proxy in front to show it to others");
    return ListenAddress{std::move(host), *port, {}};
}

} // namespace khabar::settings
