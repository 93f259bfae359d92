#include "parsers/links/glob.hpp"

#include <gtest/gtest.h>

namespace khabar::links {
namespace {

bool matches(std::string_view pattern, std::string_view path) {
    const auto glob = Glob::compile(pattern);
    const auto url = url::Url::parse("https://paper.example" + std::string(path));
    return glob && url && glob->matches(*url);
}

TEST(Glob, MatchesTheWholePath) {
    EXPECT_TRUE(matches("/news", "/news"));
    EXPECT_FALSE(matches("/news", "/news/"));
    EXPECT_FALSE(matches("/news", "/newsroom"));
    EXPECT_TRUE(matches("**", "/anything/at/all"));
}

TEST(Glob, StarStaysInItsSegmentAndTwoStarsDoNot) {
    EXPECT_TRUE(matches("/*/article", "/politics/article"));
    EXPECT_FALSE(matches("/*/article", "/a/b/article"));
    EXPECT_TRUE(matches("/**/article", "/a/b/article"));
    EXPECT_TRUE(matches("/news/**", "/news/"));
    EXPECT_TRUE(matches("/a*b*c", "/abc"));
}

TEST(Glob, HashIsANumber) {
    EXPECT_TRUE(matches("/article/#", "/article/20251122"));
    EXPECT_FALSE(matches("/article/#", "/article/"));
    EXPECT_FALSE(matches("/article/#", "/article/12a"));
    EXPECT_TRUE(matches("/#/#/*-#.html", "/2025/11/title-of-it-77.html"));
}

TEST(Glob, ReadsArabicPathsAsTheyAreReadAndAsTheyAreCopied) {
    EXPECT_TRUE(matches("/أخبار/*", "/%D8%A3%D8%AE%D8%A8%D8%A7%D8%B1/x"));
    EXPECT_TRUE(matches("/%D8%A3%D8%AE%D8%A8%D8%A7%D8%B1/*", "/أخبار/x"));
}

TEST(Glob, LooksAtTheQueryOnlyWhereItIsAsked) {
    EXPECT_TRUE(matches("/view", "/view?id=7"));
    EXPECT_TRUE(matches("/view?id=#", "/view?id=7"));
    EXPECT_FALSE(matches("/view?id=#", "/view?page=7"));
}

TEST(Glob, SaysWhatIsWrong) {
    EXPECT_EQ(Glob::compile("").error().code, Errc::bad_config);
    EXPECT_EQ(Glob::compile("news/*").error().code, Errc::bad_config);
    EXPECT_EQ(Glob::compile("/" + std::string(max_pattern_bytes, 'a')).error().code, Errc::bad_config);
}

TEST(Glob, ManyStarsDoNotMakeItGoBack) {
    std::string pattern = "/";
    for (int i = 0; i < 80; ++i)
        pattern += "*a#"; // a backtracking matcher would still be at it tomorrow
    EXPECT_FALSE(matches(pattern, "/" + std::string(1900, 'a')));
}

} // namespace
} // namespace khabar::links
