#include "parsers/feed/feed.hpp"
#include "parsers/feed/feed_authors.hpp"

#include <gtest/gtest.h>

namespace khabar::feed {
namespace {

using namespace std::chrono_literals;

Feed read(std::string_view bytes, const Hints& hints = {.url = "https://news.example/feeds/all.xml"}) {
    const auto feed = parse(bytes, hints);
    EXPECT_TRUE(feed) << (feed ? "" : to_string(feed.error()));
    return feed ? *feed : Feed{};
}

// One item of RSS with this inside.
Entry rss_item(const std::string& inside) {
    const Feed feed = read("<rss version='2.0' xmlns:dc='http://purl.org/dc/elements/1.1/' "
                           "xmlns:content='http://purl.org/rss/1.0/modules/content/' "
                           "xmlns:media='http://search.yahoo.com/mrss/' "
                           "xmlns:itunes='http://www.itunes.com/dtds/podcast-1.0.dtd'><channel><item>" +
                           inside + "</item></channel></rss>");
    EXPECT_EQ(feed.entries.size(), 1u);
    return feed.entries.empty() ? Entry{} : feed.entries[0];
}

Entry atom_entry(const std::string& inside) {
    const Feed feed = read("<feed xmlns='http://www.w3.org/2005/Atom'><entry>" + inside + "</entry></feed>");
    EXPECT_EQ(feed.entries.size(), 1u);
    return feed.entries.empty() ? Entry{} : feed.entries[0];
}

std::string iso(const std::optional<date::DateTime>& date) {
    return date ? date::to_iso8601(*date) : "none";
}

TEST(Rss, ReadsTheChannel) {
    const Feed feed = read(R"(<?xml version="1.0" encoding="utf-8"?>
        <rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/">
        <channel><title>أخبار المدينة</title><link>https://news.example/</link><description>Daily &lt;b&gt;news&lt;/b&gt;</description>
        <language>ar</language><ttl>90</ttl><sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>4</sy:updateFrequency>
        <skipHours><hour>0</hour><hour>23</hour><hour>24</hour></skipHours><skipDays><day>Friday</day></skipDays>
        <atom:link rel="self" href="https://news.example/rss"/><atom:link rel="hub" href="https://hub.example/"/>
        <image><title>Logo</title><link>https://logo.example</link></image>
        </channel></rss>)");
    EXPECT_EQ(feed.kind, Kind::rss);
    EXPECT_EQ(feed.title, "أخبار المدينة");
    EXPECT_EQ(feed.link, "https://news.example/");
    EXPECT_EQ(feed.self, "https://news.example/rss");
    EXPECT_EQ(feed.hub, "https://hub.example/");
    EXPECT_EQ(feed.description, "Daily news");
    EXPECT_EQ(feed.language, "ar");
    EXPECT_EQ(feed.ttl, 90min);
    EXPECT_EQ(feed.update_period, 6h);
    EXPECT_EQ(feed.skip_hours.to_ullong(), (1u << 0) | (1u << 23));
    EXPECT_EQ(feed.skip_days.to_ulong(), 1u << 5);
    EXPECT_FALSE(feed.salvaged);
    EXPECT_TRUE(feed.entries.empty());
}

TEST(Rss, ReadsAnItem) {
    const Entry entry = rss_item(R"(<title>One &amp;amp; two</title><link> https://news.example/1 </link>
        <guid isPermaLink="false">id-1</guid><description><![CDATA[<p>Short</p>]]></description>
        <content:encoded>&lt;p&gt;Long&lt;/p&gt;</content:encoded><dc:creator>ليلى حداد</dc:creator>
        <category>Politics</category><category>Politics</category><category>City</category>
        <enclosure url="/a.jpg" type="image/jpeg" length="1"/><pubDate>Sun, 12 Oct 2025 10:00:00 +0300</pubDate>)");
    EXPECT_EQ(entry.title, "One & two");
    EXPECT_EQ(entry.link, "https://news.example/1");
    EXPECT_EQ(entry.id, "id-1");
    EXPECT_EQ(entry.summary_html, "<p>Short</p>");
    EXPECT_EQ(entry.content_html, "<p>Long</p>");
    EXPECT_EQ(entry.authors, std::vector<std::string>{"ليلى حداد"});
    EXPECT_EQ(entry.categories, (std::vector<std::string>{"Politics", "City"}));
    EXPECT_EQ(entry.image, "https://news.example/a.jpg");
    EXPECT_EQ(iso(entry.published), "2025-10-12T10:00:00+03:00");
    EXPECT_EQ(iso(entry.updated), "none");
}

TEST(Rss, TakesTheGuidForALinkWhereThereIsNone) {
    EXPECT_EQ(rss_item("<guid>https://news.example/7</guid>").link, "https://news.example/7");
    EXPECT_EQ(rss_item("<guid isPermaLink='false'>https://news.example/7</guid>").link,
              "https://news.example/7");
    EXPECT_EQ(rss_item("<guid isPermaLink='false'>7</guid>").link, "");
    EXPECT_EQ(rss_item("<guid isPermaLink='False'>/7</guid>").link, "");
    EXPECT_EQ(rss_item("<guid ispermalink='FALSE'>/7</guid>").link, "");
    EXPECT_EQ(rss_item("<guid isPermaLink='True'>/7</guid>").link, "https://news.example/7");
    EXPECT_EQ(rss_item("<guid>https://news.example/7</guid><link>https://news.example/8</link>").link,
              "https://news.example/8");
}

TEST(Rss, FindsAuthorsInEveryPlace) {
    EXPECT_EQ(rss_item("<author>a@news.example (Samir Aziz)</author>").authors,
              std::vector<std::string>{"Samir Aziz"});
    EXPECT_EQ(rss_item("<author>Samir Aziz</author>").authors, std::vector<std::string>{"Samir Aziz"});
    EXPECT_EQ(rss_item("<author><name>Samir Aziz</name></author>").authors,
              std::vector<std::string>{"Samir Aziz"});
    EXPECT_EQ(rss_item("<itunes:author>Samir Aziz</itunes:author>").authors,
              std::vector<std::string>{"Samir Aziz"});
}

TEST(Rss, TakesKeywordsForCategories) {
    EXPECT_EQ(
        rss_item("<category>City</category><itunes:keywords>Press, City,, Law</itunes:keywords>").categories,
        (std::vector<std::string>{"City", "Press", "Law"}));
}

TEST(Rss, ReadsMediaInGroupsToo) {
    const Entry entry =
        rss_item("<media:group><media:content url='/v.mp4' type='video/mp4'><media:thumbnail "
                 "url='/t.jpg'/></media:content>"
                 "<media:title>Clip</media:title><media:description>Said</media:description></media:group>");
    EXPECT_EQ(entry.title, "Clip");
    EXPECT_EQ(entry.content_html, "Said");
    EXPECT_EQ(entry.image, "https://news.example/t.jpg");
}

TEST(Rss, KeepsInlineMarkupOfADescription) {
    const Entry entry = rss_item("<description>A &amp; B <b class='x'>bold</b><br/> end</description>");
    EXPECT_EQ(entry.summary_html, "A &amp; B <b class=\"x\">bold</b><br> end");
}

TEST(Rss, UndoesDoubleEscaping) {
    EXPECT_EQ(rss_item("<description>&amp;lt;p&amp;gt;Text&amp;lt;/p&amp;gt;</description>").summary_html,
              "<p>Text</p>");
    EXPECT_EQ(rss_item("<description>&lt;p&gt;use &amp;lt;div&amp;gt;&lt;/p&gt;</description>").summary_html,
              "<p>use &lt;div&gt;</p>");
}

TEST(Rss, StripsControlsFromTitles) {
    EXPECT_EQ(rss_item("<title>\xE2\x80\xAE"
                       "a\xE2\x80\x8B"
                       "b\n c</title>")
                  .title,
              "ab c");
}

TEST(Rss, AnItemInsideAnItemIsOneOfItsOwn) {
    const Feed feed =
        read("<rss><channel><item><title>a</title><item><title>b</title></item></channel></rss>");
    ASSERT_EQ(feed.entries.size(), 2u);
    EXPECT_EQ(feed.entries[0].title, "a");
    EXPECT_EQ(feed.entries[1].title, "b");
    EXPECT_TRUE(feed.salvaged);
}

TEST(Rdf, ReadsItemsBesideTheChannel) {
    const Feed feed = read(
        "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/' "
        "xmlns:dc='http://purl.org/dc/elements/1.1/'><channel rdf:about='x'><title>T</title></channel>"
        "<item "
        "rdf:about='https://news.example/1'><title>a</title><dc:date>2025-10-12</dc:date></item></rdf:RDF>");
    EXPECT_EQ(feed.kind, Kind::rdf);
    EXPECT_EQ(feed.title, "T");
    ASSERT_EQ(feed.entries.size(), 1u);
    EXPECT_EQ(feed.entries[0].id, "https://news.example/1");
    EXPECT_EQ(feed.entries[0].link, "https://news.example/1");
    EXPECT_EQ(iso(feed.entries[0].published), "2025-10-12");
}

TEST(Atom, ReadsAnEntry) {
    const Entry entry =
        atom_entry(R"(<id>tag:news.example,2025:1</id><title type="html">A &lt;i&gt;title&lt;/i&gt;</title>
        <link rel="alternate" type="application/pdf" href="/1.pdf"/><link href="/1"/><link rel="edit" href="/edit"/>
        <author><name>Samir Aziz</name><email>s@news.example</email></author><category term="city" label="City"/>
        <summary>3 &lt; 4</summary><published>2025-10-12T10:00:00Z</published><updated>2025-10-13T10:00:00Z</updated>
        <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Long &amp; good</p></div></content>)");
    EXPECT_EQ(entry.id, "tag:news.example,2025:1");
    EXPECT_EQ(entry.title, "A title");
    EXPECT_EQ(entry.link, "https://news.example/1");
    EXPECT_EQ(entry.authors, std::vector<std::string>{"Samir Aziz"});
    EXPECT_EQ(entry.categories, std::vector<std::string>{"City"});
    EXPECT_EQ(entry.content_html, "<p>Long &amp; good</p>");
    EXPECT_EQ(iso(entry.published), "2025-10-12T10:00:00Z");
    EXPECT_EQ(iso(entry.updated), "2025-10-13T10:00:00Z");
}

TEST(Atom, WhatWasOnlyUpdatedWasPublishedThen) {
    EXPECT_EQ(iso(atom_entry("<updated>2025-10-13T10:00:00Z</updated>").published), "2025-10-13T10:00:00Z");
}

TEST(Atom, ResolvesAgainstTheNearestBase) {
    const Feed feed =
        read("<feed xmlns='http://www.w3.org/2005/Atom' xml:base='https://other.example/a/'><link href='.'/>"
             "<entry xml:base='b/'><link href='1'/></entry><entry><link href='2'/></entry></feed>");
    EXPECT_EQ(feed.link, "https://other.example/a/");
    ASSERT_EQ(feed.entries.size(), 2u);
    EXPECT_EQ(feed.entries[0].link, "https://other.example/a/b/1");
    EXPECT_EQ(feed.entries[1].link, "https://other.example/a/2");
}

// RFC 4287 §4.2.1: the entry's own authors, else those of the feed it was taken from, else this feed's.
TEST(Atom, AnEntryWithoutAuthorHasTheFeeds) {
    const std::string author = "<author><name>Layla Haddad</name></author>";
    const std::string source = "<source><title>Other</title><author><name>Samir Aziz</name></author>"
                               "<author><name>Huda Nasser</name></author></source>";
    const auto authors_of = [](const std::string& feed) {
        const Feed read_feed = read("<feed xmlns='http://www.w3.org/2005/Atom'>" + feed + "</feed>");
        EXPECT_EQ(read_feed.entries.size(), 1u);
        return read_feed.entries.empty() ? std::vector<std::string>() : read_feed.entries[0].authors;
    };
    using Names = std::vector<std::string>;
    EXPECT_EQ(authors_of(author + "<entry/>"), Names{"Layla Haddad"});
    EXPECT_EQ(authors_of("<entry/>" + author), Names{"Layla Haddad"});
    EXPECT_EQ(authors_of(author + "<entry>" + source + "</entry>"), (Names{"Samir Aziz", "Huda Nasser"}));
    EXPECT_EQ(authors_of(author + "<entry><author><name>Rana Said</name></author>" + source + "</entry>"),
              Names{"Rana Said"});
    EXPECT_EQ(authors_of(author + "<entry><source><title>Other</title></source></entry>"),
              Names{"Layla Haddad"});
    EXPECT_EQ(authors_of("<entry/>"), Names{});
    EXPECT_EQ(authors_of("<contributor><name>Rana Said</name></contributor><entry/>"), Names{});
}

TEST(Atom, AuthorsWithoutEndAreNotCopiedIntoEveryEntry) {
    std::string document = "<feed xmlns='http://www.w3.org/2005/Atom'><author><name>" +
                           std::string(max_feed_author_bytes + 1, 'x') + "</name></author>";
    for (std::size_t i = 0; i < 1000; ++i)
        document += "<author><name>" + std::to_string(i) + "</name></author>";
    const Feed feed = read(document + "<entry/></feed>");
    ASSERT_EQ(feed.entries.size(), 1u);
    EXPECT_EQ(feed.entries[0].authors.size(), max_feed_authors - 1) << "the first of them is no name";
}

TEST(Rss, TheChannelsPeopleWroteNoItem) {
    const Feed feed =
        read("<rss xmlns:dc='http://purl.org/dc/elements/1.1/'><channel><author>Samir Aziz"
             "</author><managingEditor>Samir Aziz</managingEditor><dc:creator>Samir Aziz"
             "</dc:creator><item><title>x</title><source url='https://o.example/'>Other</source>"
             "</item></channel></rss>");
    ASSERT_EQ(feed.entries.size(), 1u);
    EXPECT_TRUE(feed.entries[0].authors.empty());
}

TEST(Atom, ContentLocationIsACloserBase) {
    const Feed feed = read("<feed xmlns='http://www.w3.org/2005/Atom'><link href='x'/></feed>",
                           {.url = "https://news.example/feed",
                            .content_type = {},
                            .content_location = "/2025/feed",
                            .offset = {}});
    EXPECT_EQ(feed.link, "https://news.example/2025/x");
}

TEST(Feed, ADateWithoutZoneGetsTheSources) {
    const Feed feed = read("<rss><channel><item><pubDate>2025-10-12 10:00</pubDate></item></channel></rss>",
                           {.url = {}, .content_type = {}, .content_location = {}, .offset = 180min});
    EXPECT_EQ(iso(feed.entries.at(0).published), "2025-10-12T10:00+03:00");
}

TEST(Feed, DatesThatRunOverAreCarried) {
    EXPECT_EQ(iso(atom_entry("<published>2025-06-31T10:61:30Z</published>").published),
              "2025-07-01T11:01:30Z");
    EXPECT_EQ(iso(atom_entry("<published>soon</published>").published), "none");
}

// A feed of two items, broken in one way each; both must be read.
struct Broken {
    std::string_view how;
    std::string_view document;
};

class BrokenFeed : public testing::TestWithParam<Broken> {};

TEST_P(BrokenFeed, GivesBothItems) {
    const Feed feed = read(GetParam().document);
    ASSERT_EQ(feed.entries.size(), 2u);
    EXPECT_TRUE(feed.entries[0].title.starts_with("a"));
    EXPECT_EQ(feed.entries[1].title, "b");
    EXPECT_TRUE(feed.salvaged);
}

constexpr Broken broken[] = {
    {"stray_ampersand",
     "<rss><channel><item><title>a & c</title></item><item><title>b</title></item></channel></rss>"},
    {"html_entity",
     "<rss><channel><item><title>a&nbsp;c</title></item><item><title>b</title></item></channel></rss>"},
    {"stray_end_tag",
     "<rss><channel><item><title>a</b></title></item><item><title>b</title></item></channel></rss>"},
    {"junk_before",
     "Notice: x\n<rss><channel><item><title>a</title></item><item><title>b</title></item></channel></rss>"},
    {"markup_before",
     "<br />\n<b>Warning</b>: "
     "x<rss><channel><item><title>a</title></item><item><title>b</title></item></channel></rss>"},
    {"cut_short", "<rss><channel><item><title>a</title></item><item><title>b</title><link>htt"},
    {"unclosed_markup", "<rss><channel><item><title>a</title><description><p>x</description></"
                        "item><item><title>b</title></item></channel></rss>"},
    {"control",
     "<rss><channel><item><title>a\x0B</title></item><item><title>b</title></item></channel></rss>"},
};
INSTANTIATE_TEST_SUITE_P(Table, BrokenFeed, testing::ValuesIn(broken),
                         [](const auto& info) { return std::string(info.param.how); });

TEST(Feed, ReadsWindows1256) {
    const Feed feed =
        read("<?xml version=\"1.0\" "
             "encoding=\"windows-1256\"?><rss><channel><title>\xC3\xCE\xC8\xC7\xD1</title></channel></rss>");
    EXPECT_EQ(feed.title, "أخبار");
}

TEST(Feed, SaysWhatIsWrong) {
    const auto code = [](std::string_view bytes) {
        const auto feed = parse(bytes, {});
        return feed ? std::string("none") : std::string(name(feed.error().code));
    };
    EXPECT_EQ(code(""), "empty");
    EXPECT_EQ(code(" \n "), "empty");
    EXPECT_EQ(code("<!DOCTYPE html><html><head><title>x</title></head></html>"), "wrong_content");
    EXPECT_EQ(code("plain words"), "bad_feed");
    EXPECT_EQ(code("<svg/>"), "bad_feed");
    EXPECT_EQ(code("{\"a\": 1}"), "bad_feed");
    EXPECT_EQ(code("{"), "bad_feed");
}

TEST(Atom, NamesOfRelationsInAnyCaseAndAsAddresses) {
    EXPECT_EQ(atom_entry("<link rel='ALTERNATE' href='https://a.example/1'/>").link, "https://a.example/1");
    EXPECT_EQ(
        atom_entry(
            "<link rel='http://www.iana.org/assignments/relation/alternate' href='https://a.example/1'/>"
            "<link rel='http://www.iana.org/assignments/relation/self' href='https://a.example/s'/>")
            .link,
        "https://a.example/1");
    EXPECT_EQ(atom_entry("<link type='TEXT/HTML' href='https://a.example/1'/>"
                         "<link type='application/json' href='https://a.example/2'/>")
                  .link,
              "https://a.example/1");
}

TEST(Rss, TheArticlesOwnAddressStandsBehindOneThatCountsClicks) {
    const auto item = [](const std::string& original) {
        return rss_item(
            "<link>https://clicks.example/~r/city/7</link>"
            "<feedburner:origLink xmlns:feedburner='http://rssnamespace.org/feedburner/ext/1.0'>" +
            original + "</feedburner:origLink>");
    };
    EXPECT_EQ(item(" https://news.example/market ").original_link, "https://news.example/market");
    EXPECT_EQ(item("https://news.example/market").link, "https://clicks.example/~r/city/7");
    for (const std::string none : {"", "javascript:alert(1)", "market", "mailto:desk@news.example"})
        EXPECT_EQ(item(none).original_link, "") << none;
    EXPECT_EQ(rss_item("<feedburner:origLink>https://news.example/market</feedburner:origLink>").link,
              "https://news.example/market")
        << "the prefix was not declared, and there is no other link";
}

TEST(Rss, AGuidThatIsAPathIsAnAddress) {
    EXPECT_EQ(rss_item("<guid>/news/12</guid>").link, "https://news.example/news/12");
    EXPECT_EQ(rss_item("<guid>/news/12</guid>").id, "/news/12");
    EXPECT_EQ(rss_item("<guid isPermaLink='false'>/news/12</guid>").link, "");
}

TEST(Entries, OfTwoDatesOfAKindTheLaterInTheFeed) {
    EXPECT_EQ(iso(atom_entry("<updated>2025-03-01T08:00:00Z</updated><updated>2025-03-02T08:00:00Z</updated>")
                      .updated),
              "2025-03-02T08:00:00Z");
}

TEST(Cdf, SaysInAttributesWhatOthersSayInElements) {
    const Feed feed = read(
        "<CHANNEL HREF='https://old.example/' BASE='https://old.example/news/'><TITLE>Old channel</TITLE>"
        "<ITEM HREF='1.html' LASTMOD='2001-05-06T07:08Z'><TITLE>First</TITLE>"
        "<ABSTRACT>Of things past</ABSTRACT></ITEM></CHANNEL>");
    EXPECT_EQ(feed.title, "Old channel");
    EXPECT_EQ(feed.link, "https://old.example/");
    ASSERT_EQ(feed.entries.size(), 1u);
    EXPECT_EQ(feed.entries[0].link, "https://old.example/news/1.html");
    EXPECT_EQ(feed.entries[0].title, "First");
    EXPECT_EQ(feed.entries[0].summary_html, "Of things past");
    EXPECT_EQ(iso(feed.entries[0].published), "2001-05-06T07:08Z");
}

} // namespace
} // namespace khabar::feed
