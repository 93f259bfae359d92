#include "daemon/cli/pages/in_order.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <condition_variable>
#include <mutex>

namespace khabar::cli {
namespace {

std::string number(std::size_t i) {
    return std::to_string(i);
}

TEST(InOrder, ResultsComeInTheOrderOfTheItemsWhoeverMadeThem) {
    std::vector<std::string> seen;
    produce_in_order(1000, 4, 16, number, [&](std::string&& result) {
        seen.push_back(std::move(result));
        return true;
    });
    ASSERT_EQ(seen.size(), 1000u);
    for (std::size_t i = 0; i < seen.size(); ++i)
        EXPECT_EQ(seen[i], number(i));
}

// Item 0 waits until no more can be begun: what was begun by then is the window.
TEST(InOrder, NoMoreThanTheWindowIsAheadOfASlowItem) {
    constexpr std::size_t window = 8;
    std::mutex mutex;
    std::condition_variable begun;
    std::size_t count = 0, most_before_first = 0;
    bool first_done = false;
    const auto produce = [&](std::size_t i) {
        std::unique_lock lock(mutex);
        ++count;
        begun.notify_all();
        if (i == 0) {
            begun.wait(lock, [&] { return count >= window; });
            first_done = true;
        } else if (!first_done) {
            most_before_first = std::max(most_before_first, i);
        }
        return number(i);
    };
    produce_in_order(100, 3, window, produce, [](std::string&&) { return true; });
    EXPECT_EQ(count, 100u);
    EXPECT_EQ(most_before_first, window - 1);
}

TEST(InOrder, StopsWhenNobodyWantsMore) {
    std::atomic<std::size_t> produced = 0;
    std::size_t consumed = 0;
    produce_in_order(
        1'000'000, 2, 4,
        [&](std::size_t i) {
            ++produced;
            return number(i);
        },
        [&](std::string&&) { return ++consumed < 3; });
    EXPECT_EQ(consumed, 3u);
    EXPECT_LE(produced, 3 + 4u);
}

TEST(InOrder, NothingToDoAndOddNumbersAreFine) {
    std::size_t consumed = 0;
    const auto count = [&](std::string&&) {
        ++consumed;
        return true;
    };
    produce_in_order(0, 4, 8, number, count);
    EXPECT_EQ(consumed, 0u);
    produce_in_order(5, 0, 0, number, count); // at least one worker and room for one result
    EXPECT_EQ(consumed, 5u);
}

} // namespace
} // namespace khabar::cli
