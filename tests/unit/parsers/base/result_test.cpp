#include "parsers/base/result.hpp"

#include <gtest/gtest.h>

namespace khabar {
namespace {

TEST(Result, ErrorNamesItsCodeAndDetail) {
    const Result<int> result = fail(Errc::bad_url, "no scheme in 'foo'");
    ASSERT_FALSE(result.has_value());
    EXPECT_EQ(to_string(result.error()), "bad_url: no scheme in 'foo'");
}

TEST(Result, ErrorWithoutDetailIsItsName) {
    EXPECT_EQ(to_string(Error{Errc::gone, ""}), "gone");
}

} // namespace
} // namespace khabar
