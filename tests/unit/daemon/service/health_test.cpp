#include "daemon/service/health.hpp"

#include <gtest/gtest.h>

namespace khabar::service {
namespace {

TEST(Health, IsProgress) {
    EXPECT_TRUE(is_healthy({most_without_progress, "", false}).good);
    const auto hung = is_healthy({most_without_progress + std::chrono::seconds(1), "", true});
    EXPECT_FALSE(hung.good);
    EXPECT_EQ(hung.words, "no progress for 61 s\n");
}

TEST(Health, NamesTheDatabasesTroubleInOneLine) {
    const auto full = is_healthy({{}, "disk\nfull", true});
    EXPECT_FALSE(full.good);
    EXPECT_EQ(full.words.find('\n'), full.words.size() - 1);
    EXPECT_NE(full.words.find("disk"), std::string::npos);
}

TEST(Readiness, IsPolling) {
    EXPECT_TRUE(is_ready({{}, "", true}).good);
    EXPECT_FALSE(is_ready({{}, "", false}).good);
}

} // namespace
} // namespace khabar::service
