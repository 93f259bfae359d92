#pragma once
// Where the daemon may listen: nowhere but on this machine.

#include "parsers/base/result.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace khabar::settings {

struct ListenAddress {
    std::string host; // "127.0.0.1", "::1"; empty for a Unix socket
    std::uint16_t port = 0;
    std::string socket_file; // absolute; empty for TCP
};

// "127.0.0.1:9464" (any of 127/8), "[::1]:9464", "localhost:9464" (127.0.0.1), "unix:/run/khabar/status.sock"
// (at most 107 bytes: sun_path). bad_config: what to write instead.
[[nodiscard]] Result<ListenAddress> listen_address(std::string_view text);

} // namespace khabar::settings
