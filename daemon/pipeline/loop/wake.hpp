#pragma once
// A loop that sleeps until a time or until somebody has news for it. One waiter; all on the loop's thread.

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/as_tuple.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <chrono>

namespace khabar::pipeline {

class Wake {
  public:
    explicit Wake(const boost::asio::any_io_executor& executor) : timer_(executor) {}

    // News that comes while nobody waits is kept for the next wait.
    void notify() {
        noticed_ = true;
        timer_.cancel();
    }

    boost::asio::awaitable<void> wait_until(std::chrono::steady_clock::time_point at) {
        if (!noticed_) {
            timer_.expires_at(at);
            co_await timer_.async_wait(boost::asio::as_tuple(boost::asio::use_awaitable));
        }
        noticed_ = false;
    }

    boost::asio::awaitable<void> wait() { return wait_until(std::chrono::steady_clock::time_point::max()); }

  private:
    boost::asio::steady_timer timer_;
    bool noticed_ = false;
};

} // namespace khabar::pipeline
