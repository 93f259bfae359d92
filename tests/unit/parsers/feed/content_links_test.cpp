#include "parsers/feed/content_links.hpp"
#include "parsers/feed/wordpress.hpp"

#include <gtest/gtest.h>

namespace khabar::feed {
namespace {

std::string resolved(std::string_view html, std::string_view base = "https://news.example/city/feed.xml") {
    return ContentLinks().resolve_all(std::string(html), base);
}

TEST(ContentLinks, ResolvesWhatTagsPointTo) {
    EXPECT_EQ(resolved("<a href=\"market\">x</a>"), "<a href=\"https://news.example/city/market\">x</a>");
    EXPECT_EQ(resolved("<p><IMG alt=x SRC='/a.jpg' />"),
              "<p><IMG alt=x SRC=\"https://news.example/a.jpg\" />");
    EXPECT_EQ(resolved("<img src=//cdn.example/a.jpg>"), "<img src=\"https://cdn.example/a.jpg\">");
    EXPECT_EQ(
        resolved("<video poster=../p.jpg><source src=v.mp4>"),
        "<video poster=\"https://news.example/p.jpg\"><source src=\"https://news.example/city/v.mp4\">");
    EXPECT_EQ(resolved("<object data=x><p data=x>"),
              "<object data=\"https://news.example/city/x\"><p data=x>");
    EXPECT_EQ(resolved("<a href='?a=1&amp;b=&quot;'>"),
              "<a href=\"https://news.example/city/feed.xml?a=1&amp;b=%22\">");
    EXPECT_EQ(resolved("<a href=' سوق '>"), "<a href=\"https://news.example/city/%D8%B3%D9%88%D9%82\">");
}

TEST(ContentLinks, ResolvesEveryCandidateOfASrcset) {
    EXPECT_EQ(resolved("<img srcset='a.jpg 1x, /b,c.jpg 2x , https://o.example/c.jpg 3x'>"),
              "<img srcset=\"https://news.example/city/a.jpg 1x, https://news.example/b,c.jpg 2x , "
              "https://o.example/c.jpg 3x\">");
    EXPECT_EQ(resolved("<img srcset='a.jpg, b.jpg'>"),
              "<img srcset=\"https://news.example/city/a.jpg, https://news.example/city/b.jpg\">");
    EXPECT_EQ(resolved("<img srcset=' , ,'>"), "<img srcset=' , ,'>");
}

TEST(ContentLinks, LeavesEverythingElseAsItIsWritten) {
    for (const std::string_view html : {"<a href=https://other.example>x</a>",
                                        "<a href='HTTPS://Other.example/A'>",
                                        "<a href='#note-1'>",
                                        "<a href=''>",
                                        "<a href>",
                                        "<a href=mailto:desk@news.example>",
                                        "<a href='javascript:alert(1)'>",
                                        "<a href='java\tscript:alert(1)'>",
                                        "<a href=' \x01javascript:alert(1)'>",
                                        "<a href='java&#10;script:alert(1)'>",
                                        "<img src=data:image/gif;base64,R0lG>",
                                        "<p title=/a>",
                                        "<!-- <a href=/a> -->",
                                        "<script>'<a href=/a>'</script>",
                                        "<style><a href=/a></style>",
                                        "<textarea><a href=/a></textarea>",
                                        "a < b href=/c",
                                        "<",
                                        "<a",
                                        "<a href=",
                                        "</a href=/x",
                                        "no tag"})
        EXPECT_EQ(resolved(html), html);
}

TEST(ContentLinks, TakesOnlyAnAddressOfTheWebForABase) {
    const std::string_view html = "<a href=/x>";
    for (const std::string_view base : {"", "feed.xml", "/a/", "mailto:a@b.example", "javascript:alert(1)//",
                                        "file:///etc/", "data:text/html,<p>", "https://"})
        EXPECT_EQ(resolved(html, base), html) << base;
    EXPECT_EQ(resolved(html, "https://a.example/" + std::string(url::max_url_bytes, 'b')), html);
}

TEST(ContentLinks, SpendsItsBudgetAndNoMore) {
    const std::string base = "https://a.example/" + std::string(1000, 'b') + "/";
    const std::string_view one = "<a href=x>";
    const std::size_t affordable = ContentLinks::max_resolved_bytes / base.size();
    ContentLinks links;
    const std::string longer = "<a href=\"" + base + "x\">";
    for (std::size_t i = 0; i < affordable; ++i)
        ASSERT_EQ(links.resolve_all(std::string(one), base), longer) << i;
    EXPECT_EQ(links.resolve_all(std::string(one), base), one);
    EXPECT_EQ(links.resolve_all(std::string(one), "https://a.example/"), "<a href=\"https://a.example/x\">")
        << "what is left is still enough for a shorter one";
}

Entry first(std::string_view bytes) {
    const auto feed = parse(bytes, {.url = "https://news.example/feeds/all.xml"});
    EXPECT_TRUE(feed && !feed->entries.empty());
    return feed && !feed->entries.empty() ? feed->entries[0] : Entry{};
}

TEST(ContentOfAFeed, IsRelativeToTheFeedsAddress) {
    const Entry entry =
        first("<rss xmlns:content='http://purl.org/rss/1.0/modules/content/'><channel><item>"
              "<description>&lt;a href='1'&gt;one&lt;/a&gt;</description>"
              "<content:encoded><![CDATA[<img src=\"/i.jpg\">]]></content:encoded></item></channel></rss>");
    EXPECT_EQ(entry.summary_html, "<a href=\"https://news.example/feeds/1\">one</a>");
    EXPECT_EQ(entry.content_html, "<img src=\"https://news.example/i.jpg\">");
}

TEST(ContentOfAFeed, IsResolvedAfterDoubleEscapingIsUndone) {
    EXPECT_EQ(first("<rss><channel><item><description>&amp;lt;a href='1'&amp;gt;one&amp;lt;/a&amp;gt;"
                    "</description></item></channel></rss>")
                  .summary_html,
              "<a href=\"https://news.example/feeds/1\">one</a>");
}

TEST(ContentOfAFeed, IsRelativeToTheNearestXmlBase) {
    const std::string head = "<feed xmlns='http://www.w3.org/2005/Atom' xml:base='https://a.example/f/'>"
                             "<entry xml:base='e/'>";
    const std::string tail = "</entry></feed>";
    EXPECT_EQ(
        first(head + "<content type='html' xml:base='c/'>&lt;a href='x'/&gt;</content>" + tail).content_html,
        "<a href=\"https://a.example/f/e/c/x\"/>");
    EXPECT_EQ(first(head + "<summary type='html'>&lt;a href='x'/&gt;</summary>" + tail).summary_html,
              "<a href=\"https://a.example/f/e/x\"/>");
    EXPECT_EQ(
        first(head + "<content type='html' xml:base=''>&lt;a href='x'/&gt;</content>" + tail).content_html,
        "<a href=\"https://a.example/f/e/x\"/>")
        << "an empty reference is the base itself (RFC 3986, 5.2.2)";
}

TEST(ContentOfAFeed, HasBasesOfItsOwnInside) {
    EXPECT_EQ(
        first("<feed xmlns='http://www.w3.org/2005/Atom'><entry><content type='xhtml'>"
              "<div xmlns='http://www.w3.org/1999/xhtml' xml:base='https://b.example/d/'><a href='1'>a</a>"
              "<p xml:base='in/'><a href='2'>b</a></p><img src='3'/></div></content></entry></feed>")
            .content_html,
        "<a href=\"https://b.example/d/1\">a</a><p><a href=\"https://b.example/d/in/2\">b</a></p>"
        "<img src=\"https://b.example/d/3\">");
}

TEST(ContentOfAFeed, OfJsonIsRelativeToTheFeedAndOfWordPressToThePost) {
    EXPECT_EQ(first(R"({"version": "https://jsonfeed.org/version/1.1", "items": [{"id": "1",
                     "content_html": "<a href='1'>x</a>"}]})")
                  .content_html,
              "<a href=\"https://news.example/feeds/1\">x</a>");
    const auto posts =
        parse_wordpress(R"([{"link": "https://paper.example/2025/market/", "content": {"rendered":
        "<img src='a.jpg'>"}, "excerpt": {"rendered": "<a href='/b'>"}}])",
                        {.url = "https://paper.example/wp-json/wp/v2/posts"});
    ASSERT_EQ(posts->entries.size(), 1U);
    EXPECT_EQ(posts->entries[0].content_html, "<img src=\"https://paper.example/2025/market/a.jpg\">");
    EXPECT_EQ(posts->entries[0].summary_html, "<a href=\"https://paper.example/b\">");
}

} // namespace
} // namespace khabar::feed
