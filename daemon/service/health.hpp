#pragma once
// Is the daemon well, and is it ready? What /healthz and /readyz answer.

#include <chrono>
#include <string>

namespace khabar::service {

// Six proofs of life missed: something hangs.
inline constexpr std::chrono::seconds most_without_progress{60};

struct Health {
    std::chrono::seconds since_progress{}; // since loop, workers and writer were last seen to work
    std::string database_trouble;          // empty: it takes writes
    bool polling = false;                  // sources are polled
};

struct Finding {
    bool good = false;
    std::string words; // one line, with its end
};

[[nodiscard]] Finding is_healthy(const Health& health);
[[nodiscard]] Finding is_ready(const Health& health);

} // namespace khabar::service
