#include "parsers/feed/wordpress.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace khabar::feed {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

constexpr std::string_view post = R"json({
  "id": 512, "date": "2025-10-12T01:30:00", "date_gmt": "2025-10-11T22:30:00",
  "modified": "2025-10-12T09:00:00", "modified_gmt": "2025-10-12T06:00:00",
  "guid": {"rendered": "https://paper.example/?p=512"}, "link": "https://paper.example/2025/10/market/",
  "title": {"rendered": "\u0633\u0648\u0642 &#8220;\u062d\u0644\u0628&#8221;"},
  "excerpt": {"rendered": "<p>Short.</p>", "protected": false},
  "content": {"rendered": "<p>First.</p>\n<p>Second.</p>", "protected": false},
  "_embedded": {
    "author": [{"name": "Samira &amp; Desk"}, {"code": "rest_user_invalid_id"}],
    "wp:featuredmedia": [{"source_url": "https://paper.example/wp-content/market.jpg"}],
    "wp:term": [[{"taxonomy": "category", "name": "Economy"}], [{"taxonomy": "post_tag", "name": "Aleppo"}],
                [{"taxonomy": "post_format", "name": "Gallery"}]]
  }})json";

std::string list(const std::string& posts) {
    return "[" + posts + "]";
}

TEST(WordPress, ReadsAPost) {
    const auto feed = parse_wordpress(list(std::string(post)));
    ASSERT_TRUE(feed) << to_string(feed.error());
    ASSERT_EQ(feed->entries.size(), 1U);
    const Entry& entry = feed->entries[0];
    EXPECT_EQ(feed->kind, Kind::wordpress);
    EXPECT_EQ(entry.id, "https://paper.example/?p=512");
    EXPECT_EQ(entry.link, "https://paper.example/2025/10/market/");
    EXPECT_EQ(entry.title, "سوق “حلب”");
    EXPECT_EQ(entry.content_html, "<p>First.</p>\n<p>Second.</p>");
    EXPECT_TRUE(entry.complete);
    EXPECT_THAT(entry.authors, ElementsAre("Samira & Desk"));
    EXPECT_THAT(entry.categories, ElementsAre("Economy", "Aleppo"));
    EXPECT_EQ(entry.image, "https://paper.example/wp-content/market.jpg");
}

TEST(WordPress, PutsTheSitesOffsetOnItsDates) {
    const auto feed = parse_wordpress(list(std::string(post)));
    EXPECT_EQ(date::to_iso8601(*feed->entries[0].published), "2025-10-12T01:30:00+03:00");
    EXPECT_EQ(date::to_iso8601(*feed->entries[0].updated), "2025-10-12T09:00:00+03:00");
    const auto no_utc = parse_wordpress(
        R"([{"link": "https://paper.example/a", "date": "2025-10-12T01:30:00"}])",
        {.url = {}, .content_type = {}, .content_location = {}, .offset = std::chrono::minutes(120)});
    EXPECT_EQ(date::to_iso8601(*no_utc->entries[0].published), "2025-10-12T01:30:00+02:00");
}

TEST(WordPress, DoesNotCallAProtectedOrEmptyPostComplete) {
    const auto feed = parse_wordpress(
        R"([{"content": {"rendered": "<p>Enter the password.</p>", "protected": true}},
            {"content": {"rendered": "<!-- wp:video -->", "protected": false}}, {}])");
    ASSERT_EQ(feed->entries.size(), 3U);
    for (const Entry& entry : feed->entries)
        EXPECT_FALSE(entry.complete) << entry.content_html;
}

TEST(WordPress, SaysWhatTheServerSaid) {
    const auto off = parse_wordpress(R"({"code": "rest_disabled", "message": "REST is off here."})");
    EXPECT_EQ(off.error().code, Errc::bad_feed);
    EXPECT_THAT(off.error().detail, HasSubstr("REST is off here."));
    EXPECT_EQ(parse_wordpress("<html><p>Not here").error().code, Errc::wrong_content);
    EXPECT_EQ(parse_wordpress(" \n").error().code, Errc::empty);
    EXPECT_EQ(parse_wordpress("[{").error().code, Errc::bad_feed);
    EXPECT_EQ(parse_wordpress("7").error().code, Errc::bad_feed);
}

TEST(WordPress, IsBounded) {
    std::string many;
    for (std::size_t i = 0; i < max_entries + 10; ++i)
        many.append(i > 0 ? "," : "")
            .append(R"({"link": "https://paper.example/)" + std::to_string(i) + "\"}");
    const auto feed = parse_wordpress(list(many));
    EXPECT_EQ(feed->entries.size(), max_entries);
    EXPECT_TRUE(feed->salvaged);
    EXPECT_EQ(parse_wordpress(std::string(max_feed_bytes + 1, ' ')).error().code, Errc::too_large);
    EXPECT_EQ(parse_wordpress(std::string(100'000, '[')).error().code, Errc::too_deep);
    EXPECT_EQ(parse_wordpress("[" + std::string(3'000'000, ',')).error().code, Errc::too_many);
}

TEST(WordPressAddress, IsMadeFromTheSites) {
    const std::string tail = "wp-json/wp/v2/posts?per_page=50&_embed=author,wp:term,wp:featuredmedia";
    EXPECT_EQ(wordpress_address("https://paper.example"), "https://paper.example/" + tail);
    EXPECT_EQ(wordpress_address("https://paper.example/ar"), "https://paper.example/ar/" + tail);
    for (const std::string rest : {"https://paper.example/wp-json/wp/v2/posts?categories=7",
                                   "https://paper.example/?rest_route=/wp/v2/posts"})
        EXPECT_EQ(wordpress_address(rest), rest);
    EXPECT_EQ(wordpress_address("paper.example").error().code, Errc::bad_url);
}

} // namespace
} // namespace khabar::feed
