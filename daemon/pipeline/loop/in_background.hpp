#pragma once
// Starts a coroutine of the loop that nobody waits for.

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>

#include <exception>
#include <utility>

namespace khabar::pipeline {

// What it throws is a bug or a failing machine. It comes out of the loop's run(), and the program ends with
// it: with asio::detached it would vanish, and what the coroutine was for would never happen again, unseen.
inline void in_background(const boost::asio::any_io_executor& loop, boost::asio::awaitable<void> work) {
    boost::asio::co_spawn(loop, std::move(work), [](const std::exception_ptr& error) {
        if (error) std::rethrow_exception(error);
    });
}

} // namespace khabar::pipeline
