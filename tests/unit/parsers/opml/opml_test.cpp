#include "parsers/opml/opml.hpp"

#include <gtest/gtest.h>

namespace khabar::opml {
namespace {

TEST(Opml, ListsFeedsWithTheirGroups) {
    const auto list = parse(R"(<?xml version="1.0"?><opml version="2.0"><head><title>Mine</title></head><body>
        <outline text="أخبار"><outline title="سوريا"><outline type="rss" text="One" xmlUrl="https://one.example/rss" htmlUrl="https://one.example/"/>
        </outline><outline text="Two" title="Second" xmlurl=" https://two.example/atom "/></outline>
        <outline text="Three" xmlUrl="https://three.example/"/><outline text="a note"/><outline xmlUrl=""/></body></opml>)");
    ASSERT_TRUE(list);
    EXPECT_EQ(list->title, "Mine");
    EXPECT_FALSE(list->salvaged);
    ASSERT_EQ(list->feeds.size(), 3u);
    EXPECT_EQ(list->feeds[0].xml_url, "https://one.example/rss");
    EXPECT_EQ(list->feeds[0].html_url, "https://one.example/");
    EXPECT_EQ(list->feeds[0].title, "One");
    EXPECT_EQ(list->feeds[0].group, "أخبار / سوريا");
    EXPECT_EQ(list->feeds[1].xml_url, "https://two.example/atom");
    EXPECT_EQ(list->feeds[1].title, "Second");
    EXPECT_EQ(list->feeds[1].group, "أخبار");
    EXPECT_EQ(list->feeds[2].group, "");
}

TEST(Opml, LongNamesOfGroupsAreLeftOut) {
    const std::string half(3000, 'a'), over(5000, 'b');
    const auto list = parse("<opml><body><outline text='" + over + "'><outline text='" + half +
                            "'><outline xmlUrl='1'/><outline text='" + half +
                            "'><outline xmlUrl='2'/></outline></outline></outline></body></opml>");
    ASSERT_TRUE(list && list->feeds.size() == 2);
    EXPECT_EQ(list->feeds[0].group, half);
    EXPECT_EQ(list->feeds[1].group, "");
}

TEST(Opml, SalvagesBrokenFiles) {
    const auto list = parse("<opml><body><outline text='A & B < C' xmlUrl='https://a.example/?x=1&y=2'>");
    ASSERT_TRUE(list);
    EXPECT_TRUE(list->salvaged);
    ASSERT_EQ(list->feeds.size(), 1u);
    EXPECT_EQ(list->feeds[0].title, "A & B < C");
    EXPECT_EQ(list->feeds[0].xml_url, "https://a.example/?x=1&y=2");
}

TEST(Opml, SaysWhatIsWrong) {
    EXPECT_EQ(parse("").error().code, Errc::empty);
    EXPECT_EQ(parse("<rss/>").error().code, Errc::bad_feed);
    EXPECT_EQ(parse(std::string(max_opml_bytes + 1, ' ')).error().code, Errc::too_large);
}

TEST(Opml, FeedsAndDepthAreBounded) {
    std::string many = "<opml>";
    for (std::size_t i = 0; i < max_feeds + 10; ++i)
        many += "<outline xmlUrl='u'/>";
    const auto list = parse(many);
    ASSERT_TRUE(list);
    EXPECT_EQ(list->feeds.size(), max_feeds);
    EXPECT_TRUE(list->salvaged);
    std::string deep = "<opml><outline xmlUrl='u'/>";
    for (int i = 0; i < 100'000; ++i)
        deep += "<outline text='g'>";
    const auto first = parse(deep);
    ASSERT_TRUE(first);
    EXPECT_EQ(first->feeds.size(), 1u);
    EXPECT_TRUE(first->salvaged);
}

} // namespace
} // namespace khabar::opml
