#pragma once
// The daemon's time line: the wall clock as it was at start plus what the steady clock has run since. It
// knows what hour it is and never goes back; what is stored as a fact (fetched_at) comes from the wall clock
// itself.

#include "daemon/poll/time.hpp"

#include <chrono>

namespace khabar::pipeline {

class Clock {
  public:
    Clock() : wall_(std::chrono::system_clock::now()), steady_(std::chrono::steady_clock::now()) {}

    [[nodiscard]] poll::Time now() const {
        return std::chrono::time_point_cast<poll::Duration>(wall_ +
                                                            (std::chrono::steady_clock::now() - steady_));
    }
    // The same, as the store keeps what is to be done when. (What is stored as a fact is wall().)
    [[nodiscard]] std::chrono::sys_seconds seconds() const {
        return std::chrono::time_point_cast<std::chrono::seconds>(now());
    }
    [[nodiscard]] std::chrono::steady_clock::time_point steady(poll::Time at) const {
        return steady_ + (at - wall_);
    }

    [[nodiscard]] static std::chrono::sys_seconds wall() {
        return std::chrono::time_point_cast<std::chrono::seconds>(std::chrono::system_clock::now());
    }

  private:
    std::chrono::system_clock::time_point wall_;
    std::chrono::steady_clock::time_point steady_;
};

} // namespace khabar::pipeline
