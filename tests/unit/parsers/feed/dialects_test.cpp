#include "parsers/feed/feed.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <string>

// One entry in each of the dialects that feeds are written in.
namespace khabar::feed {
namespace {

enum class Field : std::uint8_t { title, link, id, published, updated, author, summary, content, image };

struct Case {
    std::string_view xml; // of one entry
    Field field;
    std::string_view said;
};

std::string instant(const std::optional<date::DateTime>& date) {
    return date ? date::to_iso8601(date->instant()) : "";
}

std::string value_of(const Entry& entry, Field field) {
    switch (field) {
    case Field::title:
        return entry.title;
    case Field::link:
        return entry.link;
    case Field::id:
        return entry.id;
    case Field::published:
        return instant(entry.published);
    case Field::updated:
        return instant(entry.updated);
    case Field::author:
        return entry.authors.empty() ? "" : entry.authors.front();
    case Field::summary:
        return entry.summary_html;
    case Field::content:
        return entry.content_html;
    case Field::image:
        return entry.image;
    }
    return "";
}

void expect(const std::string& feed, const Case& wanted) {
    Hints hints;
    hints.url = "https://paper.example/dir/feed.xml";
    const auto read = parse(feed, hints);
    ASSERT_TRUE(read) << feed;
    ASSERT_EQ(read->entries.size(), 1U) << feed;
    EXPECT_EQ(value_of(read->entries[0], wanted.field), wanted.said) << feed;
}

TEST(Dialects, OfRss) {
    constexpr Case cases[] = {
        {"<dcterms:issued>2026-03-04T10:14:55Z</dcterms:issued>", Field::published, "2026-03-04T10:14:55Z"},
        {"<dcterms:created>2026-03-04T10:14:55Z</dcterms:created>", Field::published, "2026-03-04T10:14:55Z"},
        {"<dcterms:modified>2026-03-04T10:14:55Z</dcterms:modified>", Field::updated, "2026-03-04T10:14:55Z"},
        {"<dc:title>T</dc:title>", Field::title, "T"},
        {"<dc:description>D</dc:description>", Field::summary, "D"},
        {"<dc:author>Ann Bee</dc:author>", Field::author, "Ann Bee"},
        {"<itunes:author>Ann Bee</itunes:author>", Field::author, "Ann Bee"},
        {"<author>ann@paper.example (Ann Bee)</author>", Field::author, "Ann Bee"},
        {"<author>Ann Bee &lt;ann@paper.example&gt;</author>", Field::author, "Ann Bee"},
        {"<itunes:summary>S</itunes:summary>", Field::summary, "S"},
        {"<itunes:title>T</itunes:title>", Field::title, "T"},
        {"<media:title>T</media:title>", Field::title, "T"},
        {"<media:thumbnail url='/i.jpg'/>", Field::image, "https://paper.example/i.jpg"},
        {"<media:group><media:content url='/i.jpg' type='image/jpeg'/></media:group>", Field::image,
         "https://paper.example/i.jpg"},
        {"<enclosure url='/i.jpg' type='image/jpeg' length='3'/>", Field::image,
         "https://paper.example/i.jpg"},
        {"<guid>https://paper.example/1</guid>", Field::link, "https://paper.example/1"},
        {"<fullitem>X</fullitem>", Field::content, "X"},
        {"<pubDate>Sun Jan 4 16:29:06 2026</pubDate>", Field::published, "2026-01-04T16:29:06Z"},
        {"<pubDate>Sun Jul 12 16:29:06 PDT 2026</pubDate>", Field::published, "2026-07-12T23:29:06Z"},
        {"<pubDate>Tue, 2026/09/15 08:19:53 EDT</pubDate>", Field::published, "2026-09-15T12:19:53Z"},
        {"<pubDate>2026-07-08 23:56:58.7</pubDate>", Field::published, "2026-07-08T23:56:58Z"},
        {"<pubDate>Κυρ, 12 Ιούλ 2026 12:00:00 EST</pubDate>", Field::published, "2026-07-12T17:00:00Z"},
        {"<pubDate>2026-július-13T9:15-05:00</pubDate>", Field::published, "2026-07-13T14:15:00Z"},
        {"<pubDate>2026년 05월 28일  01:31:15</pubDate>", Field::published, "2026-05-27T16:31:15Z"},
        {"<pubDate>2026-05-25 오후 11:23:17</pubDate>", Field::published, "2026-05-25T14:23:17Z"},
        {"<pubDate>Thu, 01 Jan 2026 19:48:21 CEST</pubDate>", Field::published, "2026-01-01T17:48:21Z"},
        {"<title>A & B</title>", Field::title, "A & B"},
        {"<title>A &amp;amp; B</title>", Field::title, "A & B"},
    };
    for (const Case& wanted : cases) { // none of the prefixes is declared
        std::string feed = "<rss version='2.0'><channel><item>";
        feed.append(wanted.xml).append("</item></channel></rss>");
        expect(feed, wanted);
    }
}

TEST(Dialects, OfAtom) {
    constexpr Case cases[] = {
        {"<content type='text/html' mode='base64'>PGI+aGk8L2I+</content>", Field::content, "<b>hi</b>"},
        {"<title type='text/html' mode='base64'>VGk8Yj50bGU8L2I+</title>", Field::title, "Title"},
        {"<title mode='escaped' type='text/html'>A &amp;amp; B</title>", Field::title, "A & B"},
        {"<title type='text'>Use &amp;lt;br&amp;gt; for\n it</title>", Field::title, "Use &lt;br&gt; for it"},
        {"<title>Use &amp;lt;br&amp;gt; for it</title>", Field::title, "Use <br> for it"},
        {"<title type='application/xhtml+xml' mode='xml'><div>A <b>B</b></div></title>", Field::title, "A B"},
        {"<content type='application/xml'><x>t</x></content>", Field::content, "<x>t</x>"},
        {"<link href='x'/>", Field::link, "https://paper.example/dir/x"},
        {"<issued>2026</issued>", Field::published, "2026-01-01"},
        {"<issued>2026-12</issued>", Field::published, "2026-12-01"},
        {"<issued>2026-335</issued>", Field::published, "2026-12-01"},
        {"<issued>261231</issued>", Field::published, "2026-12-31"},
        {"<issued>2026-03-04T10:14:60Z</issued>", Field::published, "2026-03-04T10:15:00Z"},
    };
    for (const Case& wanted : cases) {
        std::string feed = "<feed version='0.3' xmlns='http://purl.org/atom/ns#'><entry>";
        feed.append(wanted.xml).append("</entry></feed>");
        if (wanted.field == Field::published) {
            Hints hints;
            const auto read = parse(feed, hints);
            ASSERT_TRUE(read && read->entries.size() == 1) << feed;
            EXPECT_TRUE(instant(read->entries[0].published).starts_with(wanted.said)) << feed;
            continue;
        }
        expect(feed, wanted);
    }
}

TEST(Dialects, OfTheEarlyYears) {
    expect("<CHANNEL HREF='https://paper.example/'><TITLE>P</TITLE><ITEM "
           "HREF='/1'><TITLE>T</TITLE></ITEM></CHANNEL>",
           {"", Field::link, "https://paper.example/1"});
    expect("<RSS version='0.91'><CHANNEL><ITEM><TITLE>T</TITLE></ITEM></CHANNEL></RSS>",
           {"", Field::title, "T"});
    expect("<rss version='0.91'><item><title>T</title></item></rss>", {"", Field::title, "T"});
    expect(
        "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/'>"
        "<channel/><item rdf:about='https://paper.example/1'><title>T</title></item></rdf:RDF>",
        {"", Field::id, "https://paper.example/1"});
    expect(
        "<Channel xmlns='http://purl.org/net/rss1.1#'><items><item><title>T</title></item></items></Channel>",
        {"", Field::title, "T"});
}

} // namespace
} // namespace khabar::feed
