#include "daemon/pipeline/source/discover.hpp"

#include <gtest/gtest.h>

namespace khabar::pipeline {
namespace {

using std::chrono::minutes;

feed::Entry entry(std::string link, std::string title = "t") {
    feed::Entry made;
    made.link = std::move(link);
    made.title = std::move(title);
    return made;
}

url::Url parsed(const std::string& text) {
    return url::Url::parse(text).value();
}

TEST(Discover, KeepsBothFormsOfALink) {
    feed::Feed feed;
    feed.entries.push_back(entry("https://www.example.org/a?utm_source=rss&id=3#top"));
    const Discovered found = discover(feed, "example", minutes(0));
    ASSERT_EQ(found.candidates.size(), 1U);
    EXPECT_EQ(found.candidates[0].link.url, "https://www.example.org/a?id=3");
    EXPECT_EQ(found.candidates[0].link.key, "example.org/a?id=3");
    EXPECT_EQ(found.candidates[0].link.source_id, "example");
}

TEST(Discover, OneCandidateAKeyAndTheFirstCounts) {
    feed::Feed feed;
    feed.entries.push_back(entry("https://example.org/a", "first"));
    feed.entries.push_back(entry("http://www.example.org/a/", "second"));
    const Discovered found = discover(feed, "example", minutes(0));
    ASSERT_EQ(found.candidates.size(), 1U);
    EXPECT_EQ(found.candidates[0].link.title, "first");
}

TEST(Discover, TakesAGuidThatIsAnAddressWhereNoLinkStands) {
    feed::Feed feed;
    feed.entries.push_back(entry(""));
    feed.entries.back().id = "https://example.org/by-guid";
    feed.entries.push_back(entry(""));
    feed.entries.back().id = "tag:example.org,2025:1";
    feed.entries.push_back(entry("mailto:desk@example.org"));
    const Discovered found = discover(feed, "example", minutes(0));
    ASSERT_EQ(found.candidates.size(), 1U);
    EXPECT_EQ(found.candidates[0].link.url, "https://example.org/by-guid");
    EXPECT_EQ(found.unusable, 2U);
}

TEST(Discover, TakesTheArticlesOwnAddressBeforeOneThatCountsClicks) {
    feed::Feed feed;
    feed.entries.push_back(entry("https://clicks.example/~r/7"));
    feed.entries.back().original_link = "https://example.org/market";
    const Discovered found = discover(feed, "example", minutes(0));
    ASSERT_EQ(found.candidates.size(), 1U);
    EXPECT_EQ(found.candidates[0].link.url, "https://example.org/market");
    EXPECT_EQ(found.candidates[0].link.key, "example.org/market");
}

TEST(Discover, KeepsOnlyAPictureThatMayBeShown) {
    const auto kept = [](const std::string& image) {
        feed::Feed feed;
        feed.entries.push_back(entry("https://example.org/a"));
        feed.entries.back().image = image;
        return discover(feed, "example", minutes(0)).candidates.at(0).link.image;
    };
    EXPECT_EQ(kept("https://example.org/market.jpg"), "https://example.org/market.jpg");
    for (const std::string none : {"", "market.jpg", "javascript:alert(1)", "data:image/gif;base64,R0lG"})
        EXPECT_EQ(kept(none), "") << none;
}

TEST(Discover, UpdatedIsAnInstantUnderTheSourcesZone) {
    feed::Feed feed;
    feed.entries.push_back(entry("https://example.org/a"));
    date::DateTime updated;
    updated.local = std::chrono::local_seconds(std::chrono::hours(24));
    feed.entries.back().updated = updated;
    const Discovered found = discover(feed, "example", minutes(180));
    EXPECT_EQ(found.candidates.at(0).updated, store::Time(std::chrono::hours(21)));
}

TEST(Plausible, TrapsThatMintAddressesAreRefused) {
    EXPECT_TRUE(is_plausible(parsed("https://example.org/2025/10/15/title")));
    EXPECT_TRUE(is_plausible(parsed("https://example.org/a/a/b")));
    EXPECT_FALSE(is_plausible(parsed("https://example.org/a/b/a/b/a")));
    std::string deep = "https://example.org";
    for (int i = 0; i < 20; ++i)
        deep.append("/s").append(std::to_string(i));
    EXPECT_TRUE(is_plausible(parsed(deep)));
    EXPECT_FALSE(is_plausible(parsed(deep + "/one-more")));
    EXPECT_TRUE(is_plausible(parsed("https://example.org/?a&b&c&d&e&f&g&h&i&j")));
    EXPECT_FALSE(is_plausible(parsed("https://example.org/?a&b&c&d&e&f&g&h&i&j&k")));
}

} // namespace
} // namespace khabar::pipeline
