#pragma once
// The threads that do CPU work, one job a document. A coroutine on the loop waits for its job and goes on, on
// the loop, with the result.

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/async_result.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <atomic>
#include <cstdint>
#include <exception>
#include <memory>
#include <optional>
#include <thread>
#include <utility>

namespace khabar::pipeline {

class CpuPool {
  public:
    // 0 threads: cores − 1, at least one.
    explicit CpuPool(unsigned threads) : pool_(threads > 0 ? threads : default_threads()) {}
    ~CpuPool() { pool_.join(); }
    CpuPool(const CpuPool&) = delete;
    CpuPool& operator=(const CpuPool&) = delete;

    // Runs `job` on a thread of the pool; what it throws is thrown here.
    template <typename Job>
    boost::asio::awaitable<std::invoke_result_t<Job>> run(Job job) {
        using Value = std::invoke_result_t<Job>;
        auto home = co_await boost::asio::this_coro::executor;
        auto start = [this, home](auto handler, Job work) {
            ++waiting_;
            auto shared = std::make_shared<decltype(handler)>(std::move(handler));
            boost::asio::post(pool_, [this, home, shared, work = std::move(work)]() mutable {
                auto outcome = std::make_shared<Outcome<Value>>();
                try {
                    outcome->value.emplace(work());
                } catch (...) {
                    outcome->error = std::current_exception();
                }
                --waiting_;
                ++finished_;
                boost::asio::post(home, [shared, outcome]() mutable { std::move (*shared)(outcome); });
            });
        };
        std::shared_ptr<Outcome<Value>> outcome =
            co_await boost::asio::async_initiate<const boost::asio::use_awaitable_t<>,
                                                 void(std::shared_ptr<Outcome<Value>>)>(
                std::move(start), boost::asio::use_awaitable, std::move(job));
        if (outcome->error) std::rethrow_exception(outcome->error);
        co_return std::move(*outcome->value);
    }

    [[nodiscard]] std::uint64_t waiting() const noexcept { return waiting_; } // queued or running
    [[nodiscard]] std::uint64_t finished() const noexcept {
        return finished_;
    } // since start: progress, for the watchdog

  private:
    template <typename Value>
    struct Outcome {
        std::optional<Value> value;
        std::exception_ptr error;
    };

    static unsigned default_threads() {
        const unsigned cores = std::thread::hardware_concurrency();
        return cores > 1 ? cores - 1 : 1;
    }

    std::atomic<std::uint64_t> waiting_ = 0;
    std::atomic<std::uint64_t> finished_ = 0;
    boost::asio::thread_pool pool_; // last: joined before the counters go
};

} // namespace khabar::pipeline
