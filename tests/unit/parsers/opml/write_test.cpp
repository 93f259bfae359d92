#include "parsers/opml/opml.hpp"
#include "tests/support/text/repeated.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace khabar::opml {
namespace {

using test::repeated;

Feed feed(const std::string& url, const std::string& title, const std::string& group) {
    Feed feed;
    feed.xml_url = url;
    feed.title = title;
    feed.group = group;
    return feed;
}

TEST(WriteOpml, IsReadBackAsItWas) {
    Subscriptions list;
    list.title = "Desk <1> & \"2\"";
    list.feeds = {feed("https://a.example/feed?x=1&y=2", "عنب <بلدي> & \"others\"", "syria"),
                  feed("https://b.example/feed", "B", ""), feed("https://c.example/feed", "C", "syria")};
    list.feeds[0].categories = {"syria", "agency"};
    list.feeds[0].language = "ar";
    list.feeds[1].html_url = "https://b.example/";
    const auto again = parse(write(list));
    ASSERT_TRUE(again);
    EXPECT_FALSE(again->salvaged);
    EXPECT_EQ(again->title, list.title);
    ASSERT_EQ(again->feeds.size(), 3U);
    EXPECT_EQ(again->feeds[0].xml_url, "https://a.example/feed?x=1&y=2");
    EXPECT_EQ(again->feeds[0].title, list.feeds[0].title);
    EXPECT_EQ(again->feeds[0].group, "syria");
    EXPECT_EQ(again->feeds[0].categories, list.feeds[0].categories);
    EXPECT_EQ(again->feeds[0].language, "ar");
    EXPECT_EQ(again->feeds[1].xml_url, "https://c.example/feed") << "of the same group, so beside it";
    EXPECT_EQ(again->feeds[2].html_url, "https://b.example/");
}

TEST(WriteOpml, SaysTypeAndVersion) {
    Subscriptions list;
    list.feeds = {feed("https://a.example/feed", "", "")};
    const std::string out = write(list);
    EXPECT_THAT(out, testing::HasSubstr("<opml version=\"2.0\">"));
    EXPECT_THAT(out, testing::HasSubstr("type=\"rss\" text=\"https://a.example/feed\""));
}

TEST(ReadOpml, TakesCategoriesApart) {
    const auto list = parse(
        R"(<opml><body><outline xmlUrl="https://a.example/" category="/news/world, local ,,"/></body></opml>)");
    ASSERT_TRUE(list);
    EXPECT_THAT(list->feeds[0].categories, testing::ElementsAre("news/world", "local"));
}

TEST(HostileOpml, IsBounded) {
    const auto many =
        parse("<opml><body>" + repeated("<outline xmlUrl='https://a.example/'/>", max_feeds + 100));
    EXPECT_EQ(many->feeds.size(), max_feeds);
    EXPECT_TRUE(many->salvaged);
    EXPECT_EQ(parse(std::string(max_opml_bytes + 1, ' ')).error().code, Errc::too_large);
    EXPECT_TRUE(parse("<opml><body>" + repeated("<outline text='deep'>", 200'000)));
    const auto laughs =
        parse("<!DOCTYPE o [<!ENTITY a \"" + repeated("ha", 1000) + "\"><!ENTITY b \"" +
              repeated("&a;", 1000) + "\"><!ENTITY c \"" + repeated("&b;", 1000) +
              "\">]><opml><body><outline text='&c;' xmlUrl='https://a.example/'/></body></opml>");
    ASSERT_TRUE(laughs);
    EXPECT_LT(laughs->feeds.empty() ? 0 : laughs->feeds[0].title.size(), 1'000'000U);
    const auto secret =
        parse("<!DOCTYPE o [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>"
              "<opml><body><outline text='[&x;]' xmlUrl='https://a.example/'/></body></opml>");
    ASSERT_TRUE(secret);
    EXPECT_THAT(secret->feeds.at(0).title, testing::Not(testing::HasSubstr("root")));
}

} // namespace
} // namespace khabar::opml
