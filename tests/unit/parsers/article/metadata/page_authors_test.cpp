#include "parsers/article/metadata/metadata.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace khabar::article {
namespace {

using Names = std::vector<std::string>;

const std::string prose =
    "<p>The minister of agriculture opened the yearly flower show in the town park "
    "yesterday, and said that farmers had sold twice as much as in the year before.</p>";

Names authors(const std::string& body, const std::string& head = {}) {
    const auto page =
        html::Document::parse("<html lang=en><head><title>Flower show opens | The Daily Example</title>"
                              "<meta property=og:site_name content='The Daily Example'>" +
                              head + "</head><body>" + body + "</body></html>");
    EXPECT_TRUE(page.has_value());
    Hints hints;
    hints.url = "https://www.example.org/2025/flower-show.html";
    return read_metadata(*page, hints).authors;
}

const std::string h1 = "<h1>Flower show opens</h1>";

TEST(PageAuthors, ADeskThatSignsIsAnAnswerTheSitesNameIsNone) {
    const std::string page = h1 + "<div class=byline>Jane Doe</div>" + prose;
    EXPECT_EQ(authors(page, "<meta name=author content='The Daily Example Team'>"),
              Names{"The Daily Example Team"});
    EXPECT_EQ(authors(page, "<meta name=author content='The Daily Example'>"), Names{"Jane Doe"});
    EXPECT_EQ(authors(page, "<meta name=author content=example.org>"), Names{"Jane Doe"});
    EXPECT_EQ(authors(page, "<meta name=author content='Daily (www.example.org)'>"), Names{"Jane Doe"});
}

TEST(PageAuthors, AHouseIsOneNameAndComesAfterPersons) {
    const std::string ld = "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":"
                           "\"Flower show opens\",\"author\":{\"@type\":\"Organization\",\"name\":"
                           "\"Roe & Roe\"}}</script>";
    EXPECT_EQ(authors(h1 + prose, ld), Names{"Roe & Roe"});
    EXPECT_EQ(authors(h1 + "<p class=author>By Jane Doe</p>" + prose, ld), Names{"Jane Doe"});
}

TEST(PageAuthors, GivenAndFamilyNamesMakeOne) {
    EXPECT_EQ(authors(h1 + prose,
                      "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"Flower "
                      "show opens\",\"author\":[{\"@type\":\"Person\",\"givenName\":\"Jane Ann\","
                      "\"familyName\":\"Doe\"},{\"familyName\":\"Alone\"}]}</script>"),
              Names{"Jane Ann Doe"});
}

TEST(PageAuthors, JsonLdAndMetaHoldNamesWithoutLabels) {
    for (const std::string name : {"Moon Jae-in", "Lee Hye-in", "Oleh Kovalenko", "Von Miller", "Ni Example",
                                   "José Ortega y Gasset", "Maria Silva e Souza"}) {
        EXPECT_EQ(
            authors(h1 + prose,
                    "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"Flower "
                    "show opens\",\"author\":{\"@type\":\"Person\",\"name\":\"" +
                        name + "\"}}</script>"),
            Names{name});
        EXPECT_EQ(authors(h1 + prose, "<meta name=author content='" + name + "'>"), Names{name});
    }
}

TEST(PageAuthors, ScholarlyPagesNameAllOfThem) {
    EXPECT_EQ(authors(h1 + prose, "<meta name=dc.creator content='Jane Doe'><meta name=citation_authors "
                                  "content='Jane Doe'><meta name=citation_authors content='John Roe'>"),
              (Names{"Jane Doe", "John Roe"}));
}

TEST(PageAuthors, DepartmentsBesideTheDateAreNobody) {
    EXPECT_EQ(authors("<p><a href=/category/sides rel='category tag'>Green Sides</a>, <a "
                      "href=/category/bread rel='category tag'>Rye Bread</a> &middot; December 9, 2021</p>" +
                      h1 + prose),
              Names{});
}

TEST(PageAuthors, TheNameMayStandInTheNextElement) {
    EXPECT_EQ(authors(h1 + "<div><div>Written by</div><div>Eliz - Product marketer</div></div>" + prose),
              Names{"Eliz"});
    EXPECT_EQ(authors(h1 + "<div><div>Von</div><div>Jane Doe</div></div>" + prose), Names{"Jane Doe"});
    EXPECT_EQ(
        authors(h1 + "<div><div>Written by</div><div>a long way from home, as she says</div></div>" + prose),
        Names{});
}

TEST(PageAuthors, AHyphenWithinAWordEndsNoLabel) {
    EXPECT_EQ(authors(h1 + "<ul><li>Text-based, video-based, or interactive.</li></ul>" + prose), Names{});
}

TEST(PageAuthors, ASmallSecondHalfIsNoEndOfTheName) {
    for (const std::string name : {"Kim Seung-yeon", "Chen Shui-bian", "Ștefan Popescu"}) {
        EXPECT_EQ(authors(h1 + "<div class=byline>" + name + "</div>" + prose), Names{name});
        EXPECT_EQ(authors(h1 + "<div>By " + name + "</div>" + prose), Names{name});
    }
}

TEST(PageAuthors, MicrodataIsBelievedWhoeverSigns) {
    EXPECT_EQ(authors(h1 +
                      "<p>By <span itemprop=author><span itemprop=name>Ask the Gardeners</span></span></p>" +
                      prose),
              Names{"Ask the Gardeners"});
}

TEST(PageAuthors, ABareNameNeedsSomethingThatSpeaksForIt) {
    EXPECT_EQ(authors(h1 + "<p>Jane Doe</p><p>December 9, 2021</p>" + prose), Names{"Jane Doe"});
    EXPECT_EQ(authors(h1 + "<p><strong>Jane Doe</strong></p>" + prose), Names{"Jane Doe"});
    EXPECT_EQ(authors(h1 + "<div>Jane Doe</div><div>Founder &amp; gardener</div>" + prose),
              Names{"Jane Doe"});
    EXPECT_EQ(authors(h1 + "<div><img alt='Portrait of Jane Doe'><div>Jane Doe</div></div>" + prose),
              Names{"Jane Doe"});
    EXPECT_EQ(authors(h1 + "<p><a href=/people/doe>Jane Doe</a></p><p>Green</p>" + prose), Names{"Jane Doe"});
    EXPECT_EQ(authors(h1 + "<p>Jane Doe</p><p>Green</p>" + prose), Names{});
    EXPECT_EQ(authors(h1 + "<p><a href=/parks>Town Park</a></p><p>December 9, 2021</p>" + prose), Names{});
    EXPECT_EQ(authors("<nav><a href=/p>Town Park</a></nav>" + h1 + "<p>Town Park</p><p>December 9, 2021</p>" +
                      prose),
              Names{});
    EXPECT_EQ(authors(h1 + "<h2>Roses Everywhere</h2><p>December 9, 2021</p>" + prose), Names{});
}

TEST(PageAuthors, AccountsBesideNamesAreDropped) {
    EXPECT_EQ(
        authors(
            h1 +
            "<div class=byline><a href=/people/doe>Jane Doe</a> <a href=//x.example/jd>janedoe1</a></div>" +
            prose),
        Names{"Jane Doe"});
}

TEST(PageAuthors, TheFootOfTheArticleIsNotThePages) {
    EXPECT_EQ(authors(h1 + prose + "<footer class=entry-footer><span class=author>Jane Doe</span></footer>"),
              Names{"Jane Doe"});
    EXPECT_EQ(authors(h1 + prose + "<footer class=site-footer><span class=author>Jane Doe</span></footer>"),
              Names{});
}

TEST(PageAuthors, WhatHoldsTheHeadlineIsNoAside) {
    EXPECT_EQ(
        authors("<div><p>a</p><p>b</p><p>c</p><p>d</p><p>e</p><p>f</p><p>g</p></div><div class=promo-box>" +
                h1 + "<span class=author>Jane Doe</span></div>" + prose),
        Names{"Jane Doe"});
    EXPECT_EQ(authors("<div class='grid [--sidebar-width:18rem]'><h1>Something else</h1><span "
                      "class=author>Jane Doe</span></div>" +
                      prose + prose + prose + prose),
              Names{"Jane Doe"});
}

TEST(PageAuthors, AFooterWithinTheArticleIsItsOwn) {
    const std::string footer = "<footer><p>Posted by <a href=/d>Jane Doe</a></p></footer>";
    EXPECT_EQ(authors("<article>" + h1 + prose + footer + "</article>"), Names{"Jane Doe"});
    EXPECT_EQ(authors("<article>" + h1 + prose + "</article>" + footer), Names{});
    EXPECT_EQ(authors("<article><h1><i>Dec 9</i> Flower show opens in the town park</h1>" + prose + footer +
                          "</article>",
                      "<meta property=og:title content='Flower show opens in the town park'>"),
              Names{"Jane Doe"});
}

TEST(PageAuthors, TheColumnBesideTheTextMayNameThem) {
    const std::string by =
        "<aside class=facts><h6>Author(s)</h6><ul><li><a href='/lib?author=doe'>Jane Doe</a>"
        "</li><li><a href='/lib?author=roe'>John Roe</a></li></ul></aside>";
    EXPECT_EQ(authors(h1 + by + prose), (Names{"Jane Doe", "John Roe"}));
    std::string cards;
    for (const char* name : {"Ann One", "Ben Two", "Cid Three", "Dee Four", "Eve Five"})
        cards += "<a href='/author/x'>" + std::string(name) + "</a>";
    std::string longer;
    for (int i = 0; i < 20; ++i)
        longer += prose;
    EXPECT_EQ(authors(h1 + "<aside class=facts>" + cards + "</aside>" + longer), Names{});
    EXPECT_EQ(authors(h1 + "<aside class=comments><b class=comment-author>Jane Doe</b></aside>" + prose),
              Names{});
}

TEST(PageAuthors, SeveralBareNamesAndAHouseBehindThem) {
    EXPECT_EQ(authors(h1 + "<p><strong>Jane Doe/John Roe</strong></p>" + prose),
              (Names{"Jane Doe", "John Roe"}));
    EXPECT_EQ(
        authors(h1 + "<p><a href=/profiles/doe>Jane Doe</a>, <em>Exampleton University</em></p>" + prose),
        Names{"Jane Doe"});
}

TEST(PageAuthors, ABylineWithinACardIsTheCards) {
    std::string gap;
    for (int i = 0; i < 320; ++i)
        gap += "<p>Park.</p>";
    EXPECT_EQ(
        authors(h1 + prose + gap + "<a href=/other><div>Rain</div><h6>By Jane Doe and John Roe</h6></a>"),
        Names{});
    EXPECT_EQ(authors(h1 + prose + gap + "<p>By Jane Doe and John Roe</p>"), (Names{"Jane Doe", "John Roe"}));
}

TEST(PageAuthors, ACardOfAPersonHasTheNameInItsOwnBox) {
    EXPECT_EQ(authors(h1 +
                      "<div class=author><a href=/d><div class=who-name>Jane Doe</div><div>Research &amp; "
                      "Development</div></a></div>" +
                      prose),
              Names{"Jane Doe"});
}

} // namespace
} // namespace khabar::article
