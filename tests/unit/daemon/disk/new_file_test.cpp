#include "daemon/disk/new_file.hpp"
#include "tests/support/temporary_folder/temporary_folder.hpp"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <csignal>
#include <fstream>
#include <sstream>

namespace khabar::disk {
namespace {

namespace fs = std::filesystem;

class NewFileTest : public ::testing::Test {
  protected:
    [[nodiscard]] fs::path path(const char* name) const { return folder_ / name; }
    void put(const char* name, const std::string& bytes) const { std::ofstream(path(name)) << bytes; }
    [[nodiscard]] std::string bytes(const char* name) const {
        std::ostringstream out;
        out << std::ifstream(path(name)).rdbuf();
        return out.str();
    }
    [[nodiscard]] std::size_t files() const {
        return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder_.path()), {}));
    }

    test::TemporaryFolder folder_;
};

TEST_F(NewFileTest, TakesThePlaceOfAnother) {
    put("list", "old");
    auto made = NewFile::create(path("list.part"), 0600);
    ASSERT_TRUE(made);
    EXPECT_FALSE(made->write("new words"));
    EXPECT_EQ(bytes("list"), "old") << "not before it is whole";
    EXPECT_FALSE(made->become(path("list")));
    EXPECT_FALSE(sync_folder_of(path("list")));
    EXPECT_EQ(bytes("list"), "new words");
    EXPECT_EQ(files(), 1U);
    EXPECT_EQ(fs::status(path("list")).permissions(), fs::perms(0600));
}

TEST_F(NewFileTest, IsGoneWithItsScopeUnlessItBecameAFile) {
    {
        auto made = NewFile::create(path("list.part"), 0600);
        ASSERT_TRUE(made);
        const NewFile moved = std::move(*made);
        EXPECT_EQ(files(), 1U);
    }
    EXPECT_EQ(files(), 0U);
}

TEST_F(NewFileTest, NeverWritesIntoWhatIsThere) {
    put("target", "precious");
    fs::create_symlink("target", path("list.part"));
    const auto made = NewFile::create(path("list.part"), 0600);
    ASSERT_FALSE(made);
    EXPECT_EQ(made.error(), std::errc::file_exists);
    EXPECT_EQ(bytes("target"), "precious");
    EXPECT_TRUE(fs::is_symlink(path("list.part"))) << "and removes nothing that is not its own";
}

// The kernel's bound on a file's size stands for a full disk: the same call fails in the same place.
TEST_F(NewFileTest, AFullDiskLeavesWhatWasThere) {
    put("list", "old");
    rlimit before{};
    ASSERT_EQ(getrlimit(RLIMIT_FSIZE, &before), 0);
    const auto signal_before = std::signal(SIGXFSZ, SIG_IGN);
    const rlimit small{4096, before.rlim_max};
    ASSERT_EQ(setrlimit(RLIMIT_FSIZE, &small), 0);
    std::error_code error;
    {
        auto made = NewFile::create(path("list.part"), 0600);
        ASSERT_TRUE(made);
        error = made->write(std::string(10'000, 'x'));
    }
    setrlimit(RLIMIT_FSIZE, &before);
    (void)std::signal(SIGXFSZ, signal_before);
    EXPECT_EQ(error, std::errc::file_too_large);
    EXPECT_EQ(bytes("list"), "old");
    EXPECT_EQ(files(), 1U);
}

TEST_F(NewFileTest, WhatCannotBeReplacedStays) {
    fs::create_directory(path("list"));
    auto made = NewFile::create(path("list.part"), 0600);
    ASSERT_TRUE(made);
    EXPECT_TRUE(made->become(path("list")));
    EXPECT_TRUE(fs::is_directory(path("list")));
}

TEST_F(NewFileTest, DescriptorsAreClosedAndNotInherited) {
    put("list", "x");
    int number = 0;
    {
        auto opened = open(path("list"), 0);
        ASSERT_TRUE(opened);
        number = opened->number();
        EXPECT_EQ(fcntl(number, F_GETFD) & FD_CLOEXEC, FD_CLOEXEC);
        const Descriptor moved = std::move(*opened);
        opened = tl::unexpected(std::error_code()); // ends what was moved from
        EXPECT_EQ(fcntl(number, F_GETFD) & FD_CLOEXEC, FD_CLOEXEC);
    }
    EXPECT_EQ(fcntl(number, F_GETFD), -1);
    const auto missing = open(path("none"), 0);
    ASSERT_FALSE(missing);
    EXPECT_EQ(missing.error(), std::errc::no_such_file_or_directory);
}

} // namespace
} // namespace khabar::disk
