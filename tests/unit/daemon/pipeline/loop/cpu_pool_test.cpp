#include "daemon/pipeline/loop/cpu_pool.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <gtest/gtest.h>

#include <stdexcept>

namespace khabar::pipeline {
namespace {

boost::asio::awaitable<void> run_jobs(CpuPool& pool, std::vector<int>& results) {
    const std::thread::id loop = std::this_thread::get_id();
    for (int i = 0; i < 100; ++i) {
        auto job = [i, loop] { return std::this_thread::get_id() == loop ? -1 : i; };
        const int value = co_await pool.run(job);
        results.push_back(std::this_thread::get_id() == loop ? value : -2);
    }
}

boost::asio::awaitable<void> run_throwing(CpuPool& pool) {
    auto job = []() -> int { throw std::runtime_error("from the worker"); };
    co_await pool.run(job);
}

TEST(CpuPool, JobsRunElsewhereAndResultsComeBackToTheLoop) {
    boost::asio::io_context loop;
    const auto work = boost::asio::make_work_guard(loop);
    CpuPool pool(2);
    std::vector<int> results;
    boost::asio::co_spawn(loop, run_jobs(pool, results), [&loop](std::exception_ptr) { loop.stop(); });
    loop.run();
    ASSERT_EQ(results.size(), 100U);
    for (int i = 0; i < 100; ++i)
        EXPECT_EQ(results[static_cast<std::size_t>(i)], i);
    EXPECT_EQ(pool.finished(), 100U);
    EXPECT_EQ(pool.waiting(), 0U);
}

TEST(CpuPool, WhatAJobThrowsIsThrownToItsWaiter) {
    boost::asio::io_context loop;
    const auto work = boost::asio::make_work_guard(loop);
    CpuPool pool(1);
    std::exception_ptr thrown;
    boost::asio::co_spawn(loop, run_throwing(pool), [&](std::exception_ptr error) {
        thrown = error;
        loop.stop();
    });
    loop.run();
    ASSERT_TRUE(thrown);
    EXPECT_THROW(std::rethrow_exception(thrown), std::runtime_error);
}

} // namespace
} // namespace khabar::pipeline
