#pragma once
// Proves, again and again, that the daemon is useful: the loop runs this coroutine, a CPU worker ran a job
// for it, and the writer committed for it. systemd's watchdog is fed with nothing else: when one of them
// hangs, systemd is not told and restarts us.

#include "daemon/pipeline/loop/archive.hpp"
#include "daemon/pipeline/loop/cpu_pool.hpp"

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/steady_timer.hpp>

#include <chrono>
#include <string>

namespace khabar::service {

class Watchdog {
  public:
    Watchdog(const boost::asio::any_io_executor& loop, pipeline::Archive& archive, pipeline::CpuPool& pool);

    // Ends with the loop. As often as systemd wants ($WATCHDOG_USEC), every ten seconds without it.
    boost::asio::awaitable<void> run();

    // Since the last proof, or since the start.
    [[nodiscard]] std::chrono::seconds since_progress() const;
    // What the database said where the last proof failed there; empty where it took the write.
    [[nodiscard]] const std::string& trouble() const noexcept { return trouble_; }

  private:
    boost::asio::steady_timer timer_;
    pipeline::Archive& archive_;
    pipeline::CpuPool& pool_;
    std::chrono::steady_clock::time_point last_ = std::chrono::steady_clock::now();
    std::string trouble_;
};

} // namespace khabar::service
