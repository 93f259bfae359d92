#pragma once
// What the daemon tells systemd (sd_notify(3)). Every call does nothing where systemd is not listening.

#include <chrono>
#include <optional>
#include <string>

namespace khabar::service::notify {

void ready();
void reloading(); // with MONOTONIC_USEC, as notify-reload of systemd 253 wants it; 252 ignores it
void stopping();
void status(const std::string& line);
void watchdog();

// How often watchdog() is due: half of what the unit's WatchdogSec says. None where no watchdog runs.
[[nodiscard]] std::optional<std::chrono::microseconds> watchdog_interval();

} // namespace khabar::service::notify
