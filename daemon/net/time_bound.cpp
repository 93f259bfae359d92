#include "daemon/net/time_bound.hpp"

namespace khabar::net {

TimeBound reached_bound(std::chrono::microseconds total, bool connected, const Bounds& bounds) noexcept {
    if (!connected) return TimeBound::connection;
    const auto at_most = total + timer_tolerance;
    const bool slow = at_most >= bounds.low_speed_time && at_most < bounds.transfer_timeout;
    return slow ? TimeBound::speed : TimeBound::answer;
}

} // namespace khabar::net
