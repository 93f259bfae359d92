#include "daemon/cli/inspect/inspectors.hpp"

#include <gtest/gtest.h>

namespace khabar::cli {
namespace {

namespace json = boost::json;
using namespace std::literals;

TEST(Inspectors, EveryKindIsFoundByItsName) {
    EXPECT_FALSE(inspect_kinds().empty());
    for (const auto& kind : inspect_kinds()) {
        EXPECT_EQ(find_inspect_kind(kind.name), &kind);
        EXPECT_NE(kind.inspect, nullptr);
    }
    EXPECT_EQ(find_inspect_kind("horoscope"), nullptr);
}

TEST(Inspectors, AnEmptyRequestIsAnsweredByEveryKind) {
    for (const auto& kind : inspect_kinds())
        EXPECT_FALSE(kind.inspect({}).empty()) << kind.name;
}

TEST(RequestBytes, FromBase64) {
    const std::pair<std::string_view, std::string_view> cases[] = {
        {"", ""}, {"/w==", "\xFF"}, {"/w", "\xFF"}, {"AAEC", "\0\1\2"sv}, {"c3\nVy\r\nIA==\n", "sur "},
    };
    for (const auto& [text, bytes] : cases) {
        const auto read = request_bytes({{"base64", text}});
        ASSERT_TRUE(read) << text;
        EXPECT_EQ(*read, bytes) << text;
    }
    EXPECT_FALSE(request_bytes({{"base64", "a_b-"}}));
    EXPECT_FALSE(request_bytes({{"base64", "a=bc"}}));
}

TEST(RequestBytes, WhatCannotBeReadIsAnError) {
    EXPECT_EQ(request_bytes({}).error().code, Errc::bad_json);
    EXPECT_EQ(request_bytes({{"path", 3}}).error().code, Errc::bad_json);
    EXPECT_EQ(request_bytes({{"path", "/nowhere/at/all"}}).error().code, Errc::not_known);
    EXPECT_EQ(request_bytes({{"path", "/"}}).error().code, Errc::not_known); // a directory
    EXPECT_EQ(request_bytes({{"path", "/dev/zero"}}).error().code, Errc::too_large);
}

TEST(InspectEncoding, MarkupFollowsTheContentType) {
    const auto declared = R"(<?xml version="1.0" encoding="windows-1256"?><a>)"s;
    const auto answer = [&](json::object request) {
        request["bytes"] = declared + "\xD3";
        return inspect_encoding(request);
    };
    EXPECT_EQ(answer({{"content_type", "application/rss+xml"}}).at("encoding"), "windows-1256");
    EXPECT_EQ(answer({}).at("text").as_string(), declared + "س");
    EXPECT_EQ(answer({{"content_type", "text/html; charset=iso-8859-6"}}).at("encoding"), "iso-8859-6");
    EXPECT_EQ(answer({{"markup", "none"}}).at("evidence"), "fallback");
}

TEST(InspectRobots, JudgesTheAddressAsWritten) {
    const auto allowed = [](std::string_view url) {
        return inspect_robots({{"robots", "User-agent: *\nDisallow: /a\nDisallow: /?q\nDisallow: /$"},
                               {"agent", "x"},
                               {"url", url}})
            .at("allowed")
            .as_bool();
    };
    EXPECT_FALSE(allowed("http://a.example/a#b"));
    EXPECT_FALSE(allowed("//a.example/a"));
    EXPECT_FALSE(allowed("/a"));
    EXPECT_FALSE(allowed("http://a.example?q"));
    EXPECT_FALSE(allowed("http://a.example"));
    EXPECT_FALSE(allowed(""));
    EXPECT_TRUE(allowed("http://a.example/b"));
    EXPECT_TRUE(allowed("/b?x=http://a.example/a"));
    EXPECT_TRUE(allowed("http://a.example/b#/a"));
}

TEST(InspectRobots, AnswersDelayInSecondsAndSitemaps) {
    const auto answer = inspect_robots(
        {{"robots", "User-agent: x\nCrawl-delay: 0.25\nSitemap: /s"}, {"agent", "x"}, {"url", "/"}});
    EXPECT_EQ(answer.at("crawl_delay"), 0.25);
    EXPECT_EQ(answer.at("line"), 0u);
    EXPECT_EQ(answer.at("sitemaps").as_array().size(), 1u);
    EXPECT_TRUE(inspect_robots({{"robots", ""}, {"url", "/"}}).at("crawl_delay").is_null());
}

} // namespace
} // namespace khabar::cli
