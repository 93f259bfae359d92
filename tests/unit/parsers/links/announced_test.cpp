#include "parsers/links/announced.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace khabar::links {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

constexpr std::string_view page_url = "https://paper.example/news/today.html";

std::vector<std::string> addresses(const std::vector<Feed>& feeds) {
    std::vector<std::string> list;
    for (const Feed& feed : feeds)
        list.push_back(feed.url);
    return list;
}

std::vector<std::string> announced(const std::string& html, std::string_view url = page_url) {
    return addresses(announced_feeds(*html::Document::parse(html), url));
}

std::vector<std::string> linked(const std::string& html) {
    return addresses(linked_feeds(*html::Document::parse(html), page_url));
}

TEST(AnnouncedFeeds, TakeEveryWritingOfTheLink) {
    for (const std::string link :
         {R"(<link rel="alternate" type="application/atom+xml" href="/a.xml">)",
          R"(<link rel=alternate type=application/atom+xml href=/a.xml>)",
          R"(<LINK REL='ALTERNATE' TYPE='Application/Atom+XML' HREF='/a.xml'/>)",
          R"(<link href="/a.xml" type="application/atom+xml" rel="alternate">)",
          R"(<link rel="home alternate bookmark" type="application/atom+xml" href="/a.xml">)",
          R"(<link rel=" alternate	" type=" application/atom+xml " href=" /a.xml ">)",
          R"(<link rel="alternate" type="application/atom+xml; charset=utf-8" href="/a.xml#top">)",
          R"(<link rel="alternate" type="application/rss+xml" href="https://paper.example/a.xml">)",
          R"(<link rel="alternate" type="application/feed+json" href="&#47;a.xml">)"}) {
        EXPECT_THAT(announced("<html><head>" + link + "</head><body></body></html>"),
                    ElementsAre("https://paper.example/a.xml"))
            << link;
        EXPECT_THAT(announced("<p>first</p>" + link + "<p>second</p>"),
                    ElementsAre("https://paper.example/a.xml"))
            << "in the body: " << link;
    }
}

TEST(AnnouncedFeeds, AreNotOtherAlternates) {
    for (const std::string link :
         {R"(<link rel="stylesheet" type="application/atom+xml" href="/a.xml">)",
          R"(<link rel="alternate" type="text/html" hreflang="fr" href="/fr/">)",
          R"(<link rel="alternate" type="application/json" href="/wp-json/wp/v2/pages/2">)",
          R"(<link rel="alternate" type="application/json+oembed" href="/oembed">)",
          R"(<link rev="alternate" type="application/atom+xml" href="/a.xml">)",
          R"(<link id="alternate" title="alternate" type="application/atom+xml" href="/a.xml">)",
          R"(<link rel="alternates" type="application/atom+xml" href="/a.xml">)",
          R"(<link rel="alternate" type="application/atom+xml">)",
          R"(<link rel="alternate" type="application/atom+xml" href="ftp://paper.example/a.xml">)",
          R"(<!-- <link rel="alternate" type="application/atom+xml" href="/a.xml"> -->)",
          R"(<script>"<link rel='alternate' type='application/atom+xml' href='/a.xml'>"</script>)",
          R"(<a rel="alternate" type="application/atom+xml" href="/a.xml">feed</a>)"})
        EXPECT_THAT(announced("<html><head>" + link + "</head><body>text</body></html>"), IsEmpty()) << link;
}

TEST(AnnouncedFeeds, AreRelativeToTheFirstBase) {
    const std::string link = R"(<link rel=alternate type="application/rss+xml" href="feed.xml">)";
    EXPECT_THAT(announced(link), ElementsAre("https://paper.example/news/feed.xml"));
    EXPECT_THAT(announced("<base href='//cdn.example/x/'>" + link),
                ElementsAre("https://cdn.example/x/feed.xml"));
    EXPECT_THAT(announced(link + "<base href='/late/'>"), ElementsAre("https://paper.example/late/feed.xml"));
    EXPECT_THAT(announced("<base target=_top><base href='/a/'><base href='/b/'>" + link),
                ElementsAre("https://paper.example/a/feed.xml"));
    EXPECT_THAT(announced("<base href='http://['>" + link),
                ElementsAre("https://paper.example/news/feed.xml"));
    EXPECT_THAT(announced(link, ""), IsEmpty()) << "nothing to be relative to";
}

TEST(AnnouncedFeeds, KeepOrderTitleAndTypeAndEachAddressOnce) {
    const auto page = html::Document::parse(
        R"(<head><link rel=alternate type="application/rss+xml" title="  كل  الأخبار " href="/rss">
           <link rel=alternate type="application/atom+xml" title="Atom" href="/atom">
           <link rel=alternate type="application/rss+xml" title="again" href="/rss"></head>)");
    const auto feeds = announced_feeds(*page, page_url);
    ASSERT_THAT(feeds, SizeIs(2));
    EXPECT_EQ(feeds[0].title, "كل الأخبار");
    EXPECT_EQ(feeds[0].type, "application/rss+xml");
    EXPECT_EQ(feeds[1].url, "https://paper.example/atom");
}

TEST(AnnouncedFeeds, AreBounded) {
    std::string html;
    for (int i = 0; i < 3000; ++i)
        html += "<link rel=alternate type=application/rss+xml href=/f" + std::to_string(i) + ">";
    EXPECT_THAT(announced(html), SizeIs(max_feeds));
}

TEST(LinkedFeeds, AreFoundByTypeOrByTheAddressOnTheSameSite) {
    EXPECT_THAT(
        linked(
            R"(<a href="/about">about</a> <a href="/rss.xml">RSS</a> <a href="/x?format=feed&amp;type=rss">j</a>
                          <a href="https://feeds.paper.example/all">all</a> <a href="/out" type="application/rss+xml">t</a>
                          <a href="https://other.example/feed">theirs</a> <a href="/feedback">write to us</a>
                          <link rel=alternate type="text/xml" href="/old.xml">)"),
        ElementsAre("https://paper.example/old.xml", "https://paper.example/rss.xml",
                    "https://paper.example/x?format=feed&type=rss", "https://paper.example/out"));
}

} // namespace
} // namespace khabar::links
