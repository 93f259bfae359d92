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

TEST(Log, JsonLineIsOneObject) {
    EXPECT_EQ(json_line(Level::warn, "page failed", {{"url", "https://example.org/\""}}),
              R"({"level":"warn","event":"page failed","url":"https://example.org/\""})");
}

TEST(Log, NamesOfLevels) {
    EXPECT_EQ(level_from_name("debug"), Level::debug);
    EXPECT_EQ(level_from_name("error"), Level::error);
    EXPECT_EQ(level_from_name("loud"), Level::info);
}

} // namespace
} // namespace khabar::log
