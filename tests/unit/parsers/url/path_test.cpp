#include "parsers/url/path.hpp"

#include <gtest/gtest.h>

namespace khabar::url {
namespace {

using Segments = std::vector<std::string_view>;

TEST(Segments, StandBetweenSlashes) {
    EXPECT_EQ(segments("/news/2025/a%2Fb.html"), (Segments{"news", "2025", "a%2Fb.html"}));
    EXPECT_EQ(segments("news"), Segments{"news"});
}

TEST(Segments, EmptyOnesAreLeftOut) {
    EXPECT_EQ(segments("//news///a/"), (Segments{"news", "a"}));
    EXPECT_EQ(segments("/"), Segments{});
    EXPECT_EQ(segments(""), Segments{});
}

} // namespace
} // namespace khabar::url
