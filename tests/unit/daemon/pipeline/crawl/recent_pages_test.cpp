#include "daemon/pipeline/crawl/recent_pages.hpp"

#include <gtest/gtest.h>

namespace khabar::pipeline {
namespace {

TEST(RecentPages, CountsAddressesOfOneTextAndSite) {
    RecentPages pages;
    EXPECT_EQ(pages.seen("a", "text", "/1"), 1U);
    EXPECT_EQ(pages.seen("a", "text", "/1"), 1U) << "fetched again";
    EXPECT_EQ(pages.seen("a", "text", "/2"), 2U);
    EXPECT_EQ(pages.seen("b", "text", "/2"), 1U);
    EXPECT_EQ(pages.seen("a", "other", "/3"), 1U);
    for (int i = 0; i < 5000; ++i)
        static_cast<void>(pages.seen("a", std::to_string(i), "/"));
    EXPECT_EQ(pages.seen("a", "text", "/9"), 1U) << "forgotten";
}

} // namespace
} // namespace khabar::pipeline
