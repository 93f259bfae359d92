#include "daemon/service/notify.hpp"

#include <systemd/sd-daemon.h>

#include <cstdint>

namespace khabar::service::notify {

namespace {

void send(const std::string& state) {
    sd_notify(0, state.c_str());
}

} // namespace

void ready() {
    send("READY=1");
}

void reloading() {
    const auto now = std::chrono::steady_clock::now().time_since_epoch();
    const auto usec = std::chrono::duration_cast<std::chrono::microseconds>(now).count();
    send("RELOADING=1\nMONOTONIC_USEC=" + std::to_string(usec));
}

void stopping() {
    send("STOPPING=1");
}

void status(const std::string& line) {
    send("STATUS=" + line.substr(0, line.find('\n')));
}

void watchdog() {
    send("WATCHDOG=1");
}

std::optional<std::chrono::microseconds> watchdog_interval() {
    std::uint64_t usec = 0;
    if (sd_watchdog_enabled(0, &usec) <= 0) return std::nullopt;
    return std::chrono::microseconds(usec / 2);
}

} // namespace khabar::service::notify
