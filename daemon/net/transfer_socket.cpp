// Where a transfer may connect to: the SSRF gate on the address that a socket is about to be opened for.
#include "daemon/net/address.hpp"
#include "daemon/net/transfer.hpp"

#include <netinet/in.h>
#include <sys/socket.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace khabar::net {
namespace {

std::optional<Address> address_of(const curl_sockaddr& socket_address) {
    Address address;
    if (socket_address.family == AF_INET) {
        sockaddr_in in{};
        std::memcpy(&in, &socket_address.addr, std::min<std::size_t>(sizeof in, socket_address.addrlen));
        std::memcpy(address.bytes.data(), &in.sin_addr, 4);
        return address;
    }
    if (socket_address.family == AF_INET6) {
        sockaddr_in6 in6{};
        // curl_sockaddr declares the IPv4 length and lays the longer address out behind it.
        std::memcpy(&in6, reinterpret_cast<const char*>(&socket_address) + offsetof(curl_sockaddr, addr),
                    std::min<std::size_t>(sizeof in6, socket_address.addrlen));
        address.v6 = true;
        std::memcpy(address.bytes.data(), &in6.sin6_addr, 16);
        return address;
    }
    return std::nullopt;
}

} // namespace

curl_socket_t Transfer::open_socket_callback(void* self, curlsocktype purpose, curl_sockaddr* address) {
    if (purpose != CURLSOCKTYPE_IPCXN) return CURL_SOCKET_BAD;
    return static_cast<Transfer*>(self)->open_socket(*address);
}

curl_socket_t Transfer::open_socket(const curl_sockaddr& socket_address) {
    const auto address = address_of(socket_address);
    const bool open_gate =
        plan_.allow_private || !plan_.proxy.empty(); // a proxy is where the operator put it
    if (!address || (!open_gate && !is_public(*address))) {
        refused_address_ = address ? to_string(*address) : "not an internet address";
        return CURL_SOCKET_BAD;
    }
    tried_address_ = true;
    const int socket =
        ::socket(socket_address.family, socket_address.socktype | SOCK_CLOEXEC, socket_address.protocol);
    if (socket < 0) out_of_descriptors_ = errno == EMFILE || errno == ENFILE;
    return socket < 0 ? CURL_SOCKET_BAD : socket;
}

} // namespace khabar::net
