#pragma once
// Feeds systemd's watchdog, and only while the daemon is useful: the loop runs this coroutine, a CPU worker
// ran a job for it, and the writer committed for it. When one of them hangs, systemd is not told and restarts
// us.

#include "daemon/pipeline/archive.hpp"
#include "daemon/pipeline/cpu_pool.hpp"

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/steady_timer.hpp>

namespace khabar::service {

class Watchdog {
  public:
    Watchdog(const boost::asio::any_io_executor& loop, pipeline::Archive& archive, pipeline::CpuPool& pool);

    // Returns at once where no watchdog is asked for ($WATCHDOG_USEC).
    boost::asio::awaitable<void> run();

  private:
    boost::asio::steady_timer timer_;
    pipeline::Archive& archive_;
    pipeline::CpuPool& pool_;
};

} // namespace khabar::service
