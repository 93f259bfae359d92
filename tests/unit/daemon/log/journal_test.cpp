#include "daemon/log/journal.hpp"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>

namespace khabar::log::journal {
namespace {

// Puts $JOURNAL_STREAM in place and takes it away again.
class StreamVariable {
  public:
    explicit StreamVariable(const std::string& value) { setenv("JOURNAL_STREAM", value.c_str(), 1); }
    ~StreamVariable() { unsetenv("JOURNAL_STREAM"); }
    StreamVariable(const StreamVariable&) = delete;
    StreamVariable& operator=(const StreamVariable&) = delete;
};

std::string stream_of_standard_error(std::uint64_t add = 0) {
    struct stat file {};
    fstat(STDERR_FILENO, &file);
    return std::to_string(file.st_dev) + ":" + std::to_string(file.st_ino + add);
}

TEST(Journal, IsKnownByDeviceAndInode) {
    EXPECT_FALSE(is_standard_error());
    {
        const StreamVariable variable(stream_of_standard_error());
        EXPECT_TRUE(is_standard_error());
    }
    for (const std::string& other : {stream_of_standard_error(1), std::string("x:y"), std::string("1"),
                                     std::string(":"), stream_of_standard_error() + "x"}) {
        const StreamVariable variable(other);
        EXPECT_FALSE(is_standard_error()) << other;
    }
}

TEST(Journal, NamesOfFields) {
    EXPECT_EQ(field_name("source"), "KHABAR_SOURCE");
    EXPECT_EQ(field_name("feed-url"), "KHABAR_FEED_URL");
}

TEST(Journal, Priorities) {
    EXPECT_EQ(priority(Level::debug), 7);
    EXPECT_EQ(priority(Level::info), 6);
    EXPECT_EQ(priority(Level::warn), 4);
    EXPECT_EQ(priority(Level::error), 3);
}

} // namespace
} // namespace khabar::log::journal
