#include "daemon/pipeline/loop/in_background.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <gtest/gtest.h>

#include <stdexcept>

namespace khabar::pipeline {
namespace {

boost::asio::awaitable<void> work(bool& done, bool fails, bool at_once) {
    if (!at_once) co_await boost::asio::post(boost::asio::use_awaitable);
    if (fails) throw std::logic_error("a bug");
    done = true;
}

TEST(InBackground, RunsToItsEnd) {
    boost::asio::io_context loop;
    bool done = false;
    in_background(loop.get_executor(), work(done, false, false));
    EXPECT_FALSE(done);
    loop.run();
    EXPECT_TRUE(done);
}

TEST(InBackground, WhatItThrowsComesOutOfTheLoop) {
    for (const bool at_once : {true, false}) {
        boost::asio::io_context loop;
        bool done = false;
        in_background(loop.get_executor(), work(done, true, at_once));
        EXPECT_THROW(loop.run(), std::logic_error);
        EXPECT_FALSE(done);
    }
}

} // namespace
} // namespace khabar::pipeline
