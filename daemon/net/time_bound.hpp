#pragma once
// libcurl has one code for three bounds of time; the clock tells which one a transfer has reached. Pure.

#include "daemon/net/request.hpp"

#include <chrono>
#include <cstdint>

namespace khabar::net {

enum class TimeBound : std::uint8_t {
    connection, // none came about in time
    answer,     // it did, and the whole did not
    speed,      // too few bytes a second for too long
};

// libcurl's timers may fire so much before their time.
inline constexpr std::chrono::milliseconds timer_tolerance{1};

// `total`: since the transfer began. `connected`: a request was sent.
[[nodiscard]] TimeBound reached_bound(std::chrono::microseconds total, bool connected,
                                      const Bounds& bounds) noexcept;

} // namespace khabar::net
