#include "daemon/log/log.hpp"

#include <gtest/gtest.h>

namespace khabar::log {
namespace {

TEST(Log, LineHoldsEventAndFields) {
    EXPECT_EQ(line("stored", {{"source", "enab"}, {"id", 12}, {"title", "two words"}}),
              R"(stored: source=enab id=12 title="two words")");
}

TEST(Log, UntrustedTextCannotForgeALineOrMoveTheCursor) {
    const std::string hostile = "a\nerror stored: id=9\x1b[2J\u202e";
    const std::string out = line("page failed", {{"title", hostile}});
    EXPECT_EQ(out.find('\n'), std::string::npos);
    EXPECT_EQ(out.find('\x1b'), std::string::npos);
    EXPECT_EQ(out.find("\u202e"), std::string::npos);
}

constexpr auto moment =
    std::chrono::sys_days(std::chrono::year(2025) / 10 / 15) + std::chrono::milliseconds(71'234'005);

TEST(Log, JsonLineIsOneObject) {
    EXPECT_EQ(
        json_line(moment, Level::warn, "page failed", {{"url", "https://example.org/\""}}),
        R"({"time":"2025-10-15T19:47:14.005Z","level":"warn","event":"page failed","url":"https://example.org/\""})");
}

TEST(Log, JsonKeysStayUnique) {
    EXPECT_EQ(json_line(moment, Level::info, "seen", {{"time", "noon"}}),
              R"({"time":"2025-10-15T19:47:14.005Z","level":"info","event":"seen","time_":"noon"})");
}

TEST(Log, NamesOfLevels) {
    EXPECT_EQ(level_from_name("debug"), Level::debug);
    EXPECT_EQ(level_from_name("error"), Level::error);
    EXPECT_EQ(level_from_name("loud"), Level::info);
}

} // namespace
} // namespace khabar::log
