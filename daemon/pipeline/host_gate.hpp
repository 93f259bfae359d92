#pragma once
// Where every request waits for its host's turn: poll::HostPacing with coroutines for its jobs. All on the
// loop's thread.

#include "daemon/pipeline/clock.hpp"
#include "daemon/pipeline/wake.hpp"
#include "daemon/poll/host_pacing.hpp"
#include "parsers/base/result.hpp"
#include "parsers/url/url.hpp"

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/steady_timer.hpp>

#include <memory>
#include <string>
#include <unordered_map>

namespace khabar::pipeline {

// The host group of an address: its registrable domain; with the port where that is not the scheme's own (two
// servers on one machine are two hosts).
[[nodiscard]] std::string host_group(const url::Url& url);

class HostGate {
  public:
    // A started request. Ends as abandoned (nothing is learnt) unless finished() was called.
    class Ticket {
      public:
        Ticket() = default;
        Ticket(HostGate& gate, poll::JobId job) : gate_(&gate), job_(job) {}
        Ticket(Ticket&& other) noexcept : gate_(std::exchange(other.gate_, nullptr)), job_(other.job_) {}
        Ticket& operator=(Ticket&& other) noexcept;
        Ticket(const Ticket&) = delete;
        Ticket& operator=(const Ticket&) = delete;
        ~Ticket() { abandon(); }

        void finished(const poll::Answer& answer);
        void abandon();

      private:
        HostGate* gate_ = nullptr;
        poll::JobId job_ = 0;
    };

    HostGate(boost::asio::any_io_executor executor, const Clock& clock, const poll::PacingLimits& limits);

    // Errc::cancelled after close().
    [[nodiscard]] boost::asio::awaitable<Result<Ticket>> turn(std::string group, std::string flow,
                                                              double weight);

    // Everyone who waits is told `cancelled`, now and from now on; tickets out there stay good.
    void close();
    [[nodiscard]] poll::HostPacing& pacing() noexcept { return pacing_; }
    // After a change of limits or delays.
    void reconsider() { pump(); }

  private:
    void pump();

    struct Waiter {
        explicit Waiter(const boost::asio::any_io_executor& executor) : wake(executor) {}
        Wake wake;
        bool started = false;
    };

    boost::asio::any_io_executor executor_;
    const Clock& clock_;
    poll::HostPacing pacing_;
    std::unordered_map<poll::JobId, std::shared_ptr<Waiter>> waiting_;
    boost::asio::steady_timer timer_;
    poll::JobId last_job_ = 0;
    bool closed_ = false;
};

} // namespace khabar::pipeline
