#include "daemon/cli/input/page_input.hpp"
#include "tests/unit/daemon/cli/temporary_file.hpp"

#include <gtest/gtest.h>

namespace khabar::cli {
namespace {

TEST(PageInput, GivesTheBytesOfAFileAsTheyAre) {
    const std::string bytes("\xEF\xBB\xBF<p>\0\r\n\xFF", 10);
    const TemporaryFile file(bytes);
    EXPECT_EQ(read_page(file.path()), bytes);
    const TemporaryFile empty("", "empty");
    EXPECT_EQ(read_page(empty.path()), "");
}

TEST(PageInput, WhatIsNotThereIsNamed) {
    const auto page = read_page("/nowhere/at/all.html");
    ASSERT_FALSE(page.has_value());
    EXPECT_EQ(page.error().code, Errc::not_found);
    EXPECT_NE(page.error().detail.find("/nowhere/at/all.html: No such file"), std::string::npos);
    EXPECT_EQ(read_page("/").error().code, Errc::not_found); // a folder can be opened, not read
}

TEST(PageInput, AFileWithoutEndIsRefusedAtTheBound) {
    EXPECT_EQ(read_page("/dev/zero").error().code, Errc::too_large);
    const TemporaryFile file("x");
    std::filesystem::resize_file(file.path(), max_page_file_bytes);
    EXPECT_EQ(read_page(file.path()).value().size(), max_page_file_bytes);
    std::filesystem::resize_file(file.path(), max_page_file_bytes + 1);
    EXPECT_EQ(read_page(file.path()).error().code, Errc::too_large);
}

} // namespace
} // namespace khabar::cli
