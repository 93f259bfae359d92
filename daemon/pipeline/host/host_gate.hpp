#pragma once
// Where every request waits for its host's turn: poll::HostPacing with coroutines for its jobs. All on the
// loop's thread.

#include "daemon/pipeline/host/fetch_error.hpp"
#include "daemon/pipeline/loop/clock.hpp"
#include "daemon/pipeline/loop/wake.hpp"
#include "daemon/poll/host_pacing.hpp"
#include "parsers/url/url.hpp"

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/steady_timer.hpp>

#include <functional>
#include <memory>
#include <string>
#include <unordered_map>

namespace khabar::pipeline {

// The host group of an address: its registrable domain; with the port where that is not the scheme's own (two
// servers on one machine are two hosts).
[[nodiscard]] std::string host_group(const url::Url& url);

// Who would wait longer than this for a host is sent away with the time to come again: a host that is closed
// for a day, or slow, must not fill the house with those who wait for it.
inline constexpr poll::Duration longest_wait = std::chrono::seconds(10);
// A redirect in the middle of a fetch waits longer: any crawl-delay (120 s at most) passes.
inline constexpr poll::Duration longest_hop_wait = std::chrono::minutes(3);

class HostGate {
  public:
    // A started request: one of fetch.concurrency until it is destroyed, one of its host's until answered().
    // Nothing is learnt from one that was not answered.
    class Ticket {
      public:
        Ticket() = default;
        Ticket(HostGate& gate, poll::JobId job) : gate_(&gate), job_(job) {}
        Ticket(Ticket&& other) noexcept : gate_(std::exchange(other.gate_, nullptr)), job_(other.job_) {}
        Ticket& operator=(Ticket&& other) noexcept;
        Ticket(const Ticket&) = delete;
        Ticket& operator=(const Ticket&) = delete;
        ~Ticket() { release(); }

        void answered(const poll::Answer& answer);
        void release();

      private:
        HostGate* gate_ = nullptr;
        poll::JobId job_ = 0;
    };

    HostGate(boost::asio::any_io_executor executor, const Clock& clock, const poll::PacingLimits& limits);

    // Errc::cancelled: with the time to wait, where that is more than `patience` now or becomes so while
    // waiting; without one after close().
    [[nodiscard]] boost::asio::awaitable<FetchResult<Ticket>> turn(std::string group, poll::Job job,
                                                                   poll::Duration patience);

    // Everyone who waits is told `cancelled`, now and from now on; tickets out there stay good.
    void close();
    // Called when a host asked for less (429, 503): what is to be stored soon. On the loop; may not call
    // back.
    void on_throttle(std::function<void()> callback) { on_throttle_ = std::move(callback); }

    [[nodiscard]] bool closed() const noexcept { return closed_; }
    [[nodiscard]] poll::HostPacing& pacing() noexcept { return pacing_; }
    [[nodiscard]] poll::Duration spacing(std::string_view group) const { return pacing_.spacing(group); }
    // After a change of limits or delays.
    void reconsider() { pump(); }

  private:
    struct Waiter {
        explicit Waiter(const boost::asio::any_io_executor& executor) : wake(executor) {}
        Wake wake;
        std::string group;
        poll::Duration patience{0};
        poll::Time since{};
        bool started = false;
    };

    void pump();
    void send_away(const std::string& group);
    [[nodiscard]] FetchError postponed(const std::string& group, poll::Time until) const;

    boost::asio::any_io_executor executor_;
    const Clock& clock_;
    poll::HostPacing pacing_;
    std::unordered_map<poll::JobId, std::shared_ptr<Waiter>> waiting_;
    std::function<void()> on_throttle_;
    boost::asio::steady_timer timer_;
    poll::JobId last_job_ = 0;
    bool closed_ = false;
};

} // namespace khabar::pipeline
