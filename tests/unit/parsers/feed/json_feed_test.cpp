#include "parsers/feed/feed.hpp"

#include <gtest/gtest.h>

namespace khabar::feed {
namespace {

TEST(JsonFeed, ReadsVersion11) {
    const auto feed = parse(
        R"({"version": "https://jsonfeed.org/version/1.1", "title": "News <1>", "home_page_url": "https://news.example/",
        "feed_url": "/feed.json", "language": "ar", "hubs": [{"type": "WebSub", "url": "https://hub.example"}], "items": [
        {"id": 7, "url": "/7", "title": " vector<int> and\n AT&amp;T", "content_html": "<p>x</p>", "summary": "1 < 2", "image": "/7.jpg",
         "date_published": "2025-10-12T10:00:00+03:00", "authors": [{"name": "Layla"}, {"name": "Samir"}], "tags": ["city", 5]},
        "not an item", {"id": "https://news.example/8", "content_text": "a < b", "author": {"name": "Layla"}}]})",
        {.url = "https://news.example/feed.json"});
    ASSERT_TRUE(feed);
    EXPECT_EQ(feed->kind, Kind::json);
    EXPECT_EQ(feed->title, "News <1>");
    EXPECT_EQ(feed->self, "https://news.example/feed.json");
    EXPECT_EQ(feed->hub, "https://hub.example");
    ASSERT_EQ(feed->entries.size(), 2u);
    const Entry& first = feed->entries[0];
    EXPECT_EQ(first.id, "7");
    EXPECT_EQ(first.link, "https://news.example/7");
    EXPECT_EQ(first.title, "vector<int> and AT&amp;T"); // text, no HTML
    EXPECT_EQ(first.content_html, "<p>x</p>");
    EXPECT_EQ(first.summary_html, "1 &lt; 2");
    EXPECT_EQ(first.image, "https://news.example/7.jpg");
    EXPECT_EQ(first.authors, (std::vector<std::string>{"Layla", "Samir"}));
    EXPECT_EQ(first.categories, std::vector<std::string>{"city"});
    EXPECT_EQ(date::to_iso8601(first.published.value()), "2025-10-12T10:00:00+03:00");
    EXPECT_EQ(feed->entries[1].link, "https://news.example/8");
    EXPECT_EQ(feed->entries[1].content_html, "a &lt; b");
    EXPECT_EQ(feed->entries[1].authors, std::vector<std::string>{"Layla"});
}

TEST(JsonFeed, TextKeepsItsParagraphs) {
    const auto feed = parse(R"({"items": [{"id": "1", "content_text": "A first.\n\nA second."}]})", {});
    ASSERT_TRUE(feed && feed->entries.size() == 1);
    EXPECT_EQ(feed->entries[0].content_html, "<p>A first.</p><p>A second.</p>");
}

TEST(JsonFeed, ItemsWithoutAuthorsHaveTheFeeds) {
    const auto authors_of = [](const std::string& members) {
        const auto feed = parse(
            R"({"items": [{"id": "1"}, {"id": "2", "authors": [{"name": "Rana"}]}])" + members + "}", {});
        EXPECT_TRUE(feed && feed->entries.size() == 2);
        EXPECT_EQ(feed->entries[1].authors, std::vector<std::string>{"Rana"});
        return feed->entries[0].authors;
    };
    EXPECT_EQ(authors_of(R"(, "authors": [{"name": "Layla"}, {"name": "Samir"}])"),
              (std::vector<std::string>{"Layla", "Samir"}));
    EXPECT_EQ(authors_of(R"(, "author": {"name": "Layla"})"), std::vector<std::string>{"Layla"});
    EXPECT_TRUE(authors_of("").empty());
}

TEST(JsonFeed, NestingAndNumbersOfValuesAreBounded) {
    const auto deep = parse("{\"items\": " + std::string(100'000, '[') + std::string(100'000, ']') + "}", {});
    ASSERT_FALSE(deep);
    EXPECT_EQ(deep.error().code, Errc::too_deep);
    std::string many = "{\"items\": [0";
    for (int i = 0; i < 2'000'000; ++i)
        many += ",0";
    const auto flood = parse(many + "]}", {});
    ASSERT_FALSE(flood);
    EXPECT_EQ(flood.error().code, Errc::too_many);
}

TEST(JsonFeed, ReadsTheFirstThousandItems) {
    std::string document = "{\"version\": \"1\", \"items\": [{}";
    for (int i = 0; i < 3000; ++i)
        document += ",{}";
    const auto feed = parse(document + "]}", {});
    ASSERT_TRUE(feed);
    EXPECT_EQ(feed->entries.size(), max_entries);
    EXPECT_TRUE(feed->salvaged);
}

} // namespace
} // namespace khabar::feed
