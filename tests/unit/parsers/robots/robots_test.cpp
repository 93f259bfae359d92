#include "parsers/robots/robots.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstring>
#include <memory>

namespace khabar::robots {
namespace {

using namespace std::literals;
using testing::ElementsAre;

Robots parse_exact(std::string_view bytes, std::string_view agent = "khabar") {
    const auto copy = std::make_unique<char[]>(bytes.size());
    if (!bytes.empty()) std::memcpy(copy.get(), bytes.data(), bytes.size());
    return parse({copy.get(), bytes.size()}, agent);
}

bool allowed(std::string_view bytes, std::string_view path, std::string_view agent = "khabar") {
    return parse_exact(bytes, agent).verdict(path).allowed;
}

// §2.2.1
TEST(Groups, ProductTokenWithoutCaseElseStar) {
    const auto file = "User-agent: *\nDisallow: /all\n\nUser-agent: KHABAR\nDisallow: /own\n"sv;
    EXPECT_FALSE(allowed(file, "/own"));
    EXPECT_TRUE(allowed(file, "/all"));
    EXPECT_FALSE(allowed(file, "/all", "other"));
    EXPECT_FALSE(allowed(file, "/own", "khabar/0.1 (+https://khabar.example)"));
    EXPECT_FALSE(allowed(file, "/own", "khabar (test)"));
    EXPECT_TRUE(allowed(file, "/own", "khabar news")); // no product token: only "*"
    EXPECT_TRUE(allowed(file, "/own", "khabarbot"));
    EXPECT_TRUE(allowed(file, "/own", ""));
    EXPECT_FALSE(allowed("User-agent: khabar/2.0\nDisallow: /", "/"));
    EXPECT_FALSE(allowed("User-agent: khabar news\nDisallow: /", "/"));
    EXPECT_TRUE(allowed("User-agent: 42\nDisallow: /", "/", ""));
}

TEST(Groups, SameTokenMergesAndSeveralTokensShare) {
    const auto file =
        "User-agent: khabar\nDisallow: /a\nUser-agent: x\nUser-agent: khabar\nDisallow: /b\nUser-agent: x\nDisallow: /c"sv;
    EXPECT_FALSE(allowed(file, "/a"));
    EXPECT_FALSE(allowed(file, "/b"));
    EXPECT_TRUE(allowed(file, "/c"));
    EXPECT_TRUE(allowed(file, "/a", "x"));
    EXPECT_FALSE(allowed(file, "/b", "x"));
    EXPECT_FALSE(allowed(file, "/c", "x"));
}

TEST(Groups, AnEmptyGroupOfOnesOwnReplacesStar) {
    EXPECT_TRUE(allowed("User-agent: *\nDisallow: /\nUser-agent: khabar\nDisallow:\n", "/"));
    EXPECT_TRUE(allowed("User-agent: *\nDisallow: /\nUser-agent: khabar\n", "/"));
}

TEST(Groups, RulesBeforeAnyAgentAreForNobody) {
    EXPECT_TRUE(allowed("Disallow: /\nUser-agent: khabar\n", "/"));
}

// §2.2.4
TEST(Groups, OtherRecordsDoNotEndOne) {
    EXPECT_FALSE(allowed(
        "User-agent: khabar\nSitemap: /s\nFoo: bar\nCrawl-delay: 1\nUser-agent: x\nDisallow: /", "/"));
}

// §2.2.2
TEST(Rules, LongestWinsAndAllowWinsATie) {
    const auto file =
        "User-agent: *\nDisallow: /a\nAllow: /a/b\nDisallow: /a/b/c\nDisallow: /t\nAllow: /t\n"sv;
    EXPECT_TRUE(allowed(file, "/"));
    EXPECT_FALSE(allowed(file, "/a"));
    EXPECT_TRUE(allowed(file, "/a/b"));
    EXPECT_FALSE(allowed(file, "/a/b/c"));
    EXPECT_TRUE(allowed(file, "/t"));
    EXPECT_FALSE(allowed("User-agent: *\nAllow: /page\nDisallow: /*.htm\n", "/page.htm"));
}

TEST(Rules, TheVerdictNamesItsLine) {
    const auto robots =
        parse_exact("# c\r\nUser-agent: *\r\n\r\nDisallow: /a\rAllow: /a/b\n\nDisallow: /a\n");
    EXPECT_EQ(robots.verdict("/a").line, 4u);
    EXPECT_EQ(robots.verdict("/a/b").line, 5u);
    EXPECT_EQ(robots.verdict("/c").line, 0u);
}

TEST(Rules, PercentEncoding) {
    const auto file = "User-agent: *\nDisallow: /سوريا\nDisallow: /a%e3\n"sv;
    EXPECT_FALSE(allowed(file, "/%D8%B3%D9%88%D8%B1%D9%8A%D8%A7/x"));
    EXPECT_FALSE(allowed(file, "/%d8%b3%d9%88%d8%b1%d9%8a%d8%a7"));
    EXPECT_FALSE(allowed(file, "/a%E3"));
    EXPECT_FALSE(allowed("User-agent: *\nDisallow: /a b/\n", "/a%20b/c"));
}

TEST(Rules, WhoAllowsTheIndexPageAllowsItsDirectory) {
    const auto file = "User-agent: *\nDisallow: /\nAllow: /a/index.html\n"sv;
    EXPECT_TRUE(allowed(file, "/a/"));
    EXPECT_TRUE(allowed(file, "/a/index.html"));
    EXPECT_FALSE(allowed(file, "/a/b"));
    EXPECT_FALSE(allowed(file, "/"));
}

TEST(Records, AsSloppilyAsPeopleWriteThem) {
    for (const auto file :
         {"user-agent: *\ndisallow: /"sv, "USER-AGENT:*\nDISALLOW:/"sv, "User-agent *\nDisallow /"sv,
          "  User-agent : *  # all\n\tDisallow : / # nothing"sv, "useragent: *\nDisalow: /"sv,
          "user agent: *\nDissallow: /"sv, "User-agent: *\rDisallow: /"sv, "User-agent: *\r\nDisallow: /"sv,
          "\xEF\xBB\xBFUser-agent: *\nDisallow: /"sv, "\xEF\xBBUser-agent: *\nDisallow: /"sv,
          "ï»¿User-agent: *\nDisallow: /"sv, "User-agents: *\nDisallowed: /"sv,
          "User-agent: * all of you\nDisallow: /"sv, "\n\n\nUser-agent: *\n\n\nDisallow: /\n\n"sv})
        EXPECT_FALSE(allowed(file, "/")) << file;
    for (const auto file : {"User-agent: *\nDisallow / now"sv, "User-agent: *\nDisallow: # /"sv,
                            "User-agent: *\n<br>Disallow: /"sv, "User-agent: *x\nDisallow: /"sv,
                            "<html><body>User-agent: *</body>\nDisallow: /"sv, ""sv, "\0\0\0"sv})
        EXPECT_TRUE(allowed(file, "/")) << file;
}

TEST(Records, Utf16WithByteOrderMark) {
    std::string file = "\xFF\xFE";
    for (const char c : "User-agent: *\nDisallow: /a"sv)
        file.append({c, '\0'});
    EXPECT_FALSE(allowed(file, "/a"));
    EXPECT_TRUE(allowed(file, "/b"));
}

TEST(CrawlDelay, OfTheAgentsRightAboveIt) {
    const auto file =
        "User-agent: a\nCrawl-delay: 1\n\nUser-agent: b\nCrawl-delay: 0.25\n\nUser-agent: *\nCrawl-delay: 30\nDisallow: /x\n"sv;
    EXPECT_EQ(parse_exact(file, "a").crawl_delay, 1s);
    EXPECT_EQ(parse_exact(file, "b").crawl_delay, 250ms);
    EXPECT_EQ(parse_exact(file, "c").crawl_delay, 30s);
    EXPECT_FALSE(
        allowed(file, "/x", "a")); // a and b have no rules of their own before "*" comes: one group (§2.2.1)
}

TEST(CrawlDelay, IsReadLenientlyAndClamped) {
    const std::pair<std::string_view, std::optional<std::chrono::milliseconds>> cases[] = {
        {"10", 10s},
        {"0", 0ms},
        {"1.5", 1500ms},
        {"10 seconds", 10s},
        {"120", 120s},
        {"121", 120s},
        {"99999999999999999999999999999999999999999", 120s},
        {"-1", std::nullopt},
        {"ten", std::nullopt},
        {"", std::nullopt},
        {"nan", std::nullopt},
        {"inf", std::nullopt},
    };
    for (const auto& [text, delay] : cases)
        EXPECT_EQ(parse_exact("User-agent: *\nCrawl-delay: " + std::string(text)).crawl_delay, delay) << text;
    EXPECT_EQ(parse_exact("User-agent: *\nCrawl-delay: 2\nCrawl-delay: 5\nCrawl-delay: 3").crawl_delay, 5s);
    EXPECT_EQ(parse_exact("User-agent: *\nDisallow: /").crawl_delay, std::nullopt);
}

TEST(Sitemaps, AreOfTheWholeFileEachOnce) {
    EXPECT_THAT(parse_exact("Sitemap: https://a.example/1\nUser-agent: x\nSitemap: /2\nsite-map: "
                            "https://a.example/1\nSitemap:\n")
                    .sitemaps,
                ElementsAre("https://a.example/1", "/2"));
    EXPECT_THAT(
        parse_exact("Sitemap: https://a.example/\xE9.xml\nSitemap: https://a.example/é.xml\n").sitemaps,
        ElementsAre("https://a.example/%E9.xml", "https://a.example/é.xml"));
}

// ---- bounds

TEST(Bounds, BytesAndTheLineTheyCut) {
    const auto head = "User-agent: *\nDisallow: /first\n"s;
    const auto tail = "\nDisallow: /private\n"s;
    const auto fill = std::string(max_bytes - head.size() - tail.size(), '#');
    EXPECT_FALSE(allowed(head + fill + tail, "/private"));
    // One byte more, and the last line would read "Disallow: /private" without its end: it is dropped.
    EXPECT_TRUE(allowed(head + fill + "#" + tail, "/private"));
    EXPECT_FALSE(allowed(head + fill + "#" + tail, "/first"));
}

TEST(Bounds, LineLength) {
    const auto name = "Disallow: "s;
    const auto file = "User-agent: *\n" + name + "/" + std::string(max_line_bytes, 'x');
    EXPECT_EQ(parse_exact(file).rules.at(0).pattern.size(), max_line_bytes - name.size());
}

TEST(Bounds, RulesOfAGroup) {
    std::string file = "User-agent: *\n";
    for (std::size_t i = 0; i < max_rules + 10; ++i)
        file += "Disallow: /" + std::to_string(i) + "$\n";
    const auto robots = parse_exact(file);
    EXPECT_EQ(robots.rules.size(), max_rules);
    EXPECT_FALSE(robots.verdict("/" + std::to_string(max_rules - 1)).allowed);
    EXPECT_TRUE(robots.verdict("/" + std::to_string(max_rules)).allowed);
}

TEST(Bounds, StarsOfARule) {
    const auto stars = [](std::size_t count) {
        std::string pattern = "/";
        for (std::size_t i = 0; i < count; ++i)
            pattern += "**x";
        return pattern;
    };
    const auto path = "/" + std::string(max_stars, 'x');
    EXPECT_FALSE(allowed("User-agent: *\nDisallow: " + stars(max_stars), path));
    EXPECT_FALSE(allowed("User-agent: *\nDisallow: " + stars(max_stars + 1), path)); // cut: wider
    EXPECT_TRUE(allowed("User-agent: *\nDisallow: /\nAllow: " + stars(max_stars), path));
    EXPECT_FALSE(
        allowed("User-agent: *\nDisallow: /\nAllow: " + stars(max_stars + 1), path + "x")); // dropped
}

TEST(Bounds, SearchOfAVerdict) {
    const auto with = [](std::size_t rules) {
        std::string file = "User-agent: *\n";
        for (std::size_t i = 0; i < rules; ++i)
            file += "Disallow: *x\n";
        return file;
    };
    const auto path = "/" + std::string(1023, 'a');
    EXPECT_TRUE(allowed(with(max_searched_bytes / path.size()), path));
    EXPECT_FALSE(allowed(with(max_searched_bytes / path.size() + 1), path));
    EXPECT_TRUE(allowed(with(max_rules), "/news/2025/10/15/an-ordinary-address"));
}

// 512 KiB made to be slow for matchers that go back: what is asserted is the answer; ctest's time limit does
// the rest.
TEST(Bounds, HostileFilesAreAnswered) {
    const auto path = "/" + std::string(2047, 'a');
    for (const auto line :
         {"Disallow: /*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*b\n"sv,
          "Disallow: *aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab\n"sv,
          "Disallow: /****************************************************************b\n"sv}) {
        std::string file = "User-agent: *\n";
        while (file.size() < max_bytes)
            file += line;
        const auto robots = parse_exact(file);
        EXPECT_EQ(robots.rules.size(), std::min(max_rules, (max_bytes - 14) / line.size()));
        EXPECT_FALSE(robots.verdict(path).allowed);
        EXPECT_TRUE(robots.verdict("/an-ordinary-address").allowed);
    }
    EXPECT_FALSE(allowed("User-agent: *\nDisallow: " + std::string(500'000, '*'), path));
    for (const auto* unit : {"*", ":", "\r", "\n", "#", "sitemap:x\n", "user-agent:*\n",
                             "User-agent: khabar\nCrawl-delay: 1\n", "%", "\xEF"}) {
        std::string file;
        while (file.size() < 1'000'000)
            file += unit;
        EXPECT_TRUE(allowed(file, path)) << unit;
    }
}

} // namespace
} // namespace khabar::robots
