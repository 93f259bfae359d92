#pragma once
// Files of a test's own, gone with it.

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

namespace khabar::cli {

class TemporaryFile {
  public:
    // `name` tells several files of one test apart.
    explicit TemporaryFile(std::string_view content, std::string_view name = "file")
        : path_(std::filesystem::path(testing::TempDir()) /
                (std::string("khabar_") + testing::UnitTest::GetInstance()->current_test_info()->name() + "_")
                    .append(name)) {
        std::ofstream(path_, std::ios::binary) << content;
    }
    ~TemporaryFile() { std::filesystem::remove(path_); }
    TemporaryFile(const TemporaryFile&) = delete;
    TemporaryFile& operator=(const TemporaryFile&) = delete;
    [[nodiscard]] std::string path() const { return path_.string(); }

  private:
    std::filesystem::path path_;
};

} // namespace khabar::cli
