// Hostile feeds. What is quadratic here would run into ctest's limit of time; memory is bounded by what is
// read.
#include "parsers/feed/feed.hpp"
#include "tests/support/text/repeated.hpp"

#include <gtest/gtest.h>

#include <string>

namespace khabar::feed {
namespace {

using test::repeated;

TEST(Bounds, OfTwoHundredThousandItemsAThousandAreRead) {
    const auto feed = parse(
        "<rss><channel>" + repeated("<item><title>x</title><link>https://a.example/</link></item>", 200'000),
        {});
    ASSERT_TRUE(feed);
    EXPECT_EQ(feed->entries.size(), max_entries);
    EXPECT_EQ(feed->entries.back().title, "x");
    EXPECT_TRUE(feed->salvaged);
}

TEST(Bounds, InputOverTheLimitIsRefused) {
    const auto feed = parse(std::string(max_feed_bytes + 1, ' '), {});
    ASSERT_FALSE(feed);
    EXPECT_EQ(feed.error().code, Errc::too_large);
}

TEST(Bounds, BillionLaughsStayFew) {
    std::string document = "<!DOCTYPE rss [<!ENTITY l0 \"lol\">";
    for (int i = 1; i < 10; ++i)
        document += "<!ENTITY l" + std::to_string(i) + " \"" +
                    repeated("&l" + std::to_string(i - 1) + ";", 10) + "\">";
    const auto feed = parse(document + "]><rss><channel><title>&l9;</title><item/></channel></rss>", {});
    ASSERT_TRUE(feed);
    EXPECT_LT(feed->title.size(), 100u);
    EXPECT_EQ(feed->entries.size(), 1u);
}

TEST(Bounds, ExternalEntitiesAreNotFetched) {
    const auto feed = parse(
        "<!DOCTYPE rss SYSTEM 'file:///etc/passwd' [<!ENTITY x SYSTEM 'file:///etc/passwd'>"
        "<!ENTITY % p SYSTEM 'http://127.0.0.1/'> %p;]><rss><channel><title>[&x;]</title></channel></rss>",
        {});
    ASSERT_TRUE(feed);
    EXPECT_EQ(feed->title, "[&x;]");
}

TEST(Bounds, AHundredThousandAttributesLeaveTheFeed) {
    std::string flood = "<item";
    for (int i = 0; i < 100'000; ++i)
        flood += " a" + std::to_string(i) + "=\"1\"";
    const auto feed = parse("<rss><channel><item><title>a</title></item>" + flood +
                                "><title>b</title></item></channel></rss>",
                            {});
    ASSERT_TRUE(feed);
    ASSERT_EQ(feed->entries.size(), 2u);
    EXPECT_EQ(feed->entries[1].title, "b");
    EXPECT_TRUE(feed->salvaged);
}

TEST(Bounds, DeepNestingGivesWhatStoodBefore) {
    const auto feed = parse(
        "<rss><channel><item><title>a</title></item><item><description>" + repeated("<div>", 1'000'000), {});
    ASSERT_TRUE(feed);
    ASSERT_EQ(feed->entries.size(), 2u);
    EXPECT_EQ(feed->entries[0].title, "a");
    EXPECT_TRUE(feed->salvaged);
}

// Text that each stage behind the parser has to walk, in shapes that were quadratic in others.
TEST(Bounds, OneLongTitleStaysLinear) {
    for (const std::string_view piece :
         {"&lt;a", "&lt;", "&amp;", "&amp;lt;", "&gt;", "\xE2\x80\x8B", "<b>", "</b>", "(", "@("}) {
        const std::string text = repeated(piece, (3u << 20) / piece.size());
        const auto feed = parse("<rss><channel><item><title>" + text + "</title><description>" + text +
                                    "</description><author>" + text + "</author></item></channel></rss>",
                                {});
        EXPECT_TRUE(feed) << piece;
    }
}

// Links without end, each of them to be resolved against a long base.
TEST(Bounds, AFeedOfLinksGrowsByNoMoreThanItsBudget) {
    const std::string base = "https://a.example/" + std::string(2000, 'b') + "/";
    for (const std::string_view piece :
         {"&lt;a href=x&gt;", "&lt;a href=a:&gt;", "&lt;a href=", "&lt;a href='", "&lt;!--", "&lt;script&gt;",
          "&lt;img srcset='", "&lt;img srcset='x,y 1x,'&gt;", "&lt;img srcset=,,,,x,,,,&gt;"}) {
        const std::string text = repeated(piece, (3u << 20) / piece.size());
        const auto feed = parse("<rss><channel xml:base='" + base + "'><item><description>" + text +
                                    "</description></item></channel></rss>",
                                {});
        ASSERT_TRUE(feed) << piece;
        EXPECT_LT(feed->entries.at(0).summary_html.size(), max_feed_bytes + (4u << 20)) << piece;
    }
}

// Bases inside bases inside an entry, each of them used.
TEST(Bounds, BasesWithoutEndInContentStayLinear) {
    const std::string piece = "<p xml:base='" + std::string(100, 'b') + "/'><a href='x'/></p>";
    const auto feed = parse("<feed xmlns='http://www.w3.org/2005/Atom'><entry><content type='xhtml'>" +
                                repeated(piece, (3u << 20) / piece.size()) + "</content></entry></feed>",
                            {.url = "https://a.example/"});
    ASSERT_TRUE(feed);
    EXPECT_GT(feed->entries.at(0).content_html.size(), 1u << 20);
}

} // namespace
} // namespace khabar::feed
