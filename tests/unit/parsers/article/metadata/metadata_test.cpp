#include "parsers/article/metadata/metadata.hpp"
#include "parsers/article/page/site_memory.hpp"

#include <gtest/gtest.h>

#include <string>

namespace khabar::article {
namespace {

using namespace std::chrono;

constexpr sys_seconds now = sys_days{2026y / 3 / 1} + 12h;

Metadata read(const std::string& html,
              std::string_view url = "https://www.example.org/2025/flower-show.html") {
    auto page = html::Document::parse(html);
    EXPECT_TRUE(page.has_value());
    Hints hints;
    hints.url = url;
    hints.now = now;
    return read_metadata(*page, hints);
}

std::string iso(const std::optional<date::DateTime>& date) {
    return date ? date::to_iso8601(*date) : "none";
}

const std::string prose = "<p>The minister of agriculture opened the yearly flower show in the town park "
                          "yesterday, and said that farmers had sold twice as much.</p>";

TEST(Metadata, ReadsAnOrdinaryHead) {
    const auto m =
        read("<html lang=en-GB><head><title>Flower show opens | The Daily Example</title><meta "
             "property=og:title content='Flower show opens'>"
             "<meta property=og:site_name content='The Daily Example'><meta name=author content='Jane Doe'>"
             "<meta property=article:published_time content='2025-10-15T23:44:00+03:00'><meta "
             "property=article:modified_time content='2025-10-16T08:00:00+03:00'>"
             "<meta name=description content='All about &amp;quot;roses&amp;quot;.'><meta property=og:image "
             "content='/i/rose.jpg'>"
             "<meta property=article:tag content='flowers'><meta property=article:tag content='farming'>"
             "<link rel=canonical href='/2025/flower-show.html'></head><body><h1>Flower show opens</h1>" +
             prose + "</body></html>");
    EXPECT_EQ(m.title, "Flower show opens");
    EXPECT_EQ(m.authors, std::vector<std::string>{"Jane Doe"});
    EXPECT_EQ(iso(m.published), "2025-10-15T23:44:00+03:00");
    EXPECT_EQ(iso(m.updated), "2025-10-16T08:00:00+03:00");
    EXPECT_EQ(m.site, "The Daily Example");
    EXPECT_EQ(m.lead, "All about \"roses\".");
    EXPECT_EQ(m.image, "https://www.example.org/i/rose.jpg");
    EXPECT_EQ(m.canonical, "https://www.example.org/2025/flower-show.html");
    EXPECT_EQ(m.tags, (std::vector<std::string>{"flowers", "farming"}));
    EXPECT_EQ(m.declared_language, "en");
    EXPECT_NE(m.headline, html::no_node);
    EXPECT_FALSE(m.foreign_head);
}

TEST(Metadata, AHeadOfTheFrontPageIsNotHeard) {
    const auto m = read("<html><head><title>The Daily Example | Home</title><link rel=canonical "
                        "href='https://www.example.org'>"
                        "<meta property=og:title content='The Daily Example | Home'><meta property=og:url "
                        "content='https://www.example.org/'>"
                        "<meta property=og:site_name content='The Daily Example'><meta "
                        "property=og:description content='News of the valley'>"
                        "<meta property=article:published_time "
                        "content='2019-01-01T00:00:00Z'></head><body><h1 class=logo>The Daily Example</h1>"
                        "<h1 class=entry-title>Flower show opens in the park</h1><div class=post-meta><span "
                        "class=date>2025-10-15</span></div>" +
                        prose + "</body></html>");
    EXPECT_TRUE(m.foreign_head);
    EXPECT_EQ(m.title, "Flower show opens in the park");
    EXPECT_EQ(iso(m.published), "2025-10-15");
    EXPECT_EQ(m.lead, "");
    EXPECT_EQ(m.canonical, "");
}

TEST(Metadata, AHeadWhoseAddressAloneIsWrongIsHeard) {
    const auto m = read("<html><head><title>Flower show opens in the park</title><link rel=canonical "
                        "href='https://www.example.org/'><meta name=author content='Jane Doe'></head><body>"
                        "<h1>Flower show opens in the park</h1>" +
                        prose + "</body></html>");
    EXPECT_FALSE(m.foreign_head);
    EXPECT_EQ(m.authors, std::vector<std::string>{"Jane Doe"});
}

html::Document shared_page(const std::string& title) {
    auto page = html::Document::parse(
        "<html><head><meta property=og:title content='" + title +
        "'><meta property=og:description content='News of the valley'><meta property=og:image "
        "content='https://www.example.org/logo.png'><meta property=article:published_time "
        "content='2019-01-01T08:30:00Z'><meta name=date content=2025-10-15></head><body><h1>" +
        title + "</h1>" + prose + "</body></html>");
    EXPECT_TRUE(page.has_value());
    return std::move(*page);
}

TEST(Metadata, WhatManyPagesOfTheSiteSayIsNoOnesOwn) {
    const auto page = shared_page("Flower show opens in the park");
    SiteMemory memory;
    Hints hints;
    hints.url = "https://www.example.org/2025/flower-show.html";
    hints.now = now;
    hints.memory = &memory;
    memory.add(page_traits(page));
    const auto alone = read_metadata(page, hints);
    EXPECT_EQ(alone.lead, "News of the valley");
    EXPECT_EQ(alone.image, "https://www.example.org/logo.png");
    EXPECT_EQ(iso(alone.published), "2019-01-01T08:30:00Z");
    for (const char* title : {"The mayor goes", "Rain for days", "A bridge is built"})
        memory.add(page_traits(shared_page(title)));
    const auto among_others = read_metadata(page, hints);
    EXPECT_EQ(among_others.title, "Flower show opens in the park");
    EXPECT_EQ(among_others.lead, "");
    EXPECT_EQ(among_others.image, "");
    EXPECT_EQ(iso(among_others.published), "2025-10-15"); // a day many stories share stays
}

TEST(Metadata, TheCanonicalAddressTellsTheHostWhereNoneIsGiven) {
    const auto m = read("<html><head><title>Valley Voice: Mayor resigns</title><meta property=og:title "
                        "content='Mayor resigns'><link rel=canonical href=https://valleyvoice.example/m>"
                        "</head><body>" +
                            prose + "</body></html>",
                        "");
    EXPECT_EQ(m.title, "Mayor resigns");
}

TEST(Metadata, ADateInTheFutureIsRefused) {
    const auto m = read("<html><head><meta property=article:published_time "
                        "content='2031-01-01T00:00:00Z'></head><body><h1>Flower show opens</h1>"
                        "<time datetime='2025-10-15'>15 October 2025</time>" +
                            prose + "</body></html>",
                        "https://www.example.org/a");
    EXPECT_EQ(iso(m.published), "2025-10-15");
}

TEST(Metadata, TheArticlesOwnJsonLdSpeaksNotTheRelatedOnes) {
    const auto m =
        read("<html><head><script "
             "type='application/"
             "ld+json'>{\"@type\":\"ItemList\",\"itemListElement\":[{\"@type\":\"NewsArticle\",\"headline\":"
             "\"Mayor resigns\","
             "\"datePublished\":\"2020-01-01\"}]}</script><script "
             "type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"Flower show opens\","
             "\"datePublished\":\"2025-10-15T20:44:00Z\",\"author\":[{\"name\":\"Jane "
             "Doe\"},{\"name\":\"John Roe\"}],\"articleBody\":\"The minister\"}</script></head>"
             "<body><h1>Flower show opens</h1>" +
                 prose + "</body></html>",
             "https://www.example.org/a");
    EXPECT_EQ(m.title, "Flower show opens");
    EXPECT_EQ(iso(m.published), "2025-10-15T20:44:00Z");
    EXPECT_EQ(m.authors, (std::vector<std::string>{"Jane Doe", "John Roe"}));
    EXPECT_EQ(m.json_ld_body, "The minister");
}

TEST(Metadata, ThePersonIsTheAuthorNotTheSiteNorItsAdmin) {
    const std::string head =
        "<html><head><meta property=og:site_name content='The Daily Example'><script "
        "type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"Flower show opens\","
        "\"author\":{\"@type\":\"Person\",\"name\":\"admin\"}}</script><meta name=author content='The Daily "
        "Example'></head><body><h1>Flower show opens</h1>";
    EXPECT_EQ(read(head + "<div class=byline>By <a href='/author/jane-doe'>Jane Doe</a></div>" + prose +
                   "</body></html>")
                  .authors,
              std::vector<std::string>{"Jane Doe"});
    EXPECT_EQ(read(head + "<p>كتب: سعيد الحلبي</p>" + prose + "</body></html>").authors,
              std::vector<std::string>{"سعيد الحلبي"});
    EXPECT_EQ(read(head + prose + "</body></html>").authors, std::vector<std::string>{"The Daily Example"});
}

TEST(Metadata, AHeadingThatLeadsHomeIsNotTheTitle) {
    const auto m = read("<html><head><title>Flower show opens - Valley News</title></head><body><h1><a "
                        "href='/'>Valley News</a></h1><h2 class=entry-title>Flower show opens</h2>" +
                        prose + "</body></html>");
    EXPECT_EQ(m.title, "Flower show opens");
}

TEST(Metadata, AUtcDateTakesTheDayThePageShows) {
    const std::string head = "<html><head><meta property=article:published_time "
                             "content='2025-10-15T23:01:00Z'></head><body><h1>Flower show opens</h1>";
    EXPECT_EQ(
        iso(read(head + "<p>16/10/2025 - 01:01</p>" + prose + "</body></html>", "https://www.example.org/a")
                .published),
        "2025-10-16T01:01:00+02:00");
    EXPECT_EQ(iso(read(head + prose + "</body></html>", "https://www.example.org/2025/10/16/a").published),
              "2025-10-16T00:01:00+01:00");
    EXPECT_EQ(iso(read(head + prose + "</body></html>", "https://www.example.org/2025/10/15/a").published),
              "2025-10-15T23:01:00Z");
}

TEST(Metadata, LinesThatSayPublishedAreHeardAnywhere) {
    const auto m = read("<html><body><h1>Flower show opens</h1>" + prose + std::string(700, '.') +
                            "<div>Published on October 15, 2025</div></body></html>",
                        "https://www.example.org/a");
    EXPECT_EQ(iso(m.published), "2025-10-15");
}

TEST(Metadata, ReadsAPageWithoutAnything) {
    const auto m = read("<p>x</p>", "");
    EXPECT_EQ(m.title, "");
    EXPECT_TRUE(m.authors.empty());
    EXPECT_FALSE(m.published.has_value());
}

TEST(Metadata, CanonicalOfAnotherHostIsNotTaken) {
    const auto m = read("<html><head><link rel=canonical "
                        "href='https://evil.example.net/a'></head><body><h1>Flower show opens</h1>" +
                        prose + "</body></html>");
    EXPECT_EQ(m.canonical, "");
}

} // namespace
} // namespace khabar::article
