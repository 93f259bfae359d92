#include "parsers/article/metadata/metadata.hpp"
#include "parsers/article/metadata/title_parts.hpp"

#include <gtest/gtest.h>

#include <string>

namespace khabar::article {
namespace {

struct FrameCase {
    const char *title, *site, *host, *section, *left;
};

TEST(WithoutFrame, CutsTheTemplateAtEitherEnd) {
    const FrameCase cases[] = {
        {"Mayor resigns | The Daily Example", "The Daily Example", "", "", "Mayor resigns"},
        {"The Daily Example - Mayor resigns", "The Daily Example", "", "", "Mayor resigns"},
        {"Mayor resigns - Example.org", "", "www.example.org", "", "Mayor resigns"},
        {"Ten checks for your tyres | Bridge Tyres", "", "tyres.bridge.example", "",
         "Ten checks for your tyres"},
        {"استقالة رئيس البلدية - صحيفة المثال", "صحيفة المثال", "", "", "استقالة رئيس البلدية"},
        {"Mayor resigns - Politics | The Daily Example", "The Daily Example", "", "Politics",
         "Mayor resigns"},
        {"시장 사임-정치ㅣ예시일보", "예시일보", "", "정치", "시장 사임"},
        {"Mayor resigns / The Daily Example", "The Daily Example", "", "", "Mayor resigns"},
        // Marks inside a headline, and sections where no site's name stands, stay.
        {"Elections: who won - and who did not", "The Daily Example", "", "Elections",
         "Elections: who won - and who did not"},
        {"Mayor resigns - Politics", "The Daily Example", "", "Politics", "Mayor resigns - Politics"},
        {"Al-Example reports", "Example", "", "", "Al-Example reports"},
    };
    for (const auto& c : cases)
        EXPECT_EQ(without_frame(c.title, {c.site, c.host, c.section}), c.left) << c.title;
}

TEST(WithoutFrame, LetsTheOtherWitnessesDecide) {
    const TitleFrame nothing;
    KnownTitles known;
    known.stated = {title_key("Mayor resigns")};
    EXPECT_EQ(without_frame("Mayor resigns | Valley Voice", nothing, known), "Mayor resigns");
    // A kicker with a colon belongs to the headline; a blog's name that its logo shows does not.
    EXPECT_EQ(without_frame("Town hall: Mayor resigns", nothing, known), "Town hall: Mayor resigns");
    known.logos = {title_key("Town hall")};
    EXPECT_EQ(without_frame("Town hall: Mayor resigns", nothing, known), "Mayor resigns");
    // Both halves known: the heading shows the site's name, the head states the headline.
    known.shown = {title_key("Valley Voice")};
    EXPECT_EQ(without_frame("Valley Voice | Mayor resigns", nothing, known), "Mayor resigns");
}

// A word of the site's name is no frame where the page shows it as part of its headline.
TEST(WithoutFrame, LeavesWhatAHeadingShows) {
    const FrameCase cases[] = {
        {"Algérie - Maroc : la frontière restera fermée", "Le Matin d’Algérie", "", "",
         "Algérie - Maroc : la frontière restera fermée"},
        {"سوريا - لبنان: اتفاق جديد على الحدود", "سوريا اليوم", "", "",
         "سوريا - لبنان: اتفاق جديد على الحدود"},
        {"Iran - Israel: what we know", "Iran Example News", "", "", "Iran - Israel: what we know"},
        // Its whole name is one, and so is a mark with nothing behind it.
        {"Mayor resigns - The Daily Example", "The Daily Example", "", "", "Mayor resigns"},
        {"Mayor resigns – ", "The Daily Example", "", "", "Mayor resigns"},
    };
    for (const auto& c : cases) {
        KnownTitles known;
        known.shown = {title_key(c.title)};
        EXPECT_EQ(without_frame(c.title, {c.site, c.host, c.section}, known), c.left) << c.title;
    }
}

std::string title_of(const std::string& head, const std::string& body,
                     std::string_view url = "https://www.example.org/2025/mayor.html") {
    const auto page = html::Document::parse("<html><head>" + head + "</head><body>" + body +
                                            "<p>The mayor of the valley town handed in his resignation "
                                            "this morning, the council said.</p></body></html>");
    EXPECT_TRUE(page.has_value());
    Hints hints;
    hints.url = url;
    return read_metadata(*page, hints).title;
}

std::string linked(const std::string& headline) {
    return "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"" + headline +
           "\"}</script>";
}

std::string og(const std::string& title) {
    return "<meta property=og:title content='" + title + "'>";
}

TEST(Headline, WhatIsShownOutweighsOneRewording) {
    EXPECT_EQ(title_of(og("Why the mayor had to go") + linked("Mayor of the valley resigns"),
                       "<h1>Mayor of the valley resigns</h1>"),
              "Mayor of the valley resigns");
    EXPECT_EQ(title_of(og("Mayor resigns: ten facts about it") + "<title>Mayor resigns: ten facts</title>",
                       "<h1>Mayor of the valley resigns</h1>"),
              "Mayor of the valley resigns");
}

TEST(Headline, JsonLdAndTheHeadInOneVoiceOutweighWhatIsShown) {
    EXPECT_EQ(title_of(og("Mayor of the valley resigns") + linked("Mayor of the valley resigns"),
                       "<h1>After the scandal the mayor goes</h1>"),
              "Mayor of the valley resigns");
    // One that is cut off states nothing.
    EXPECT_EQ(title_of(og("After the scandal the mayor…") + linked("After the scandal the mayor…"),
                       "<h1>After the scandal the mayor of the valley goes</h1>"),
              "After the scandal the mayor of the valley goes");
}

TEST(Headline, AKickerInItsOwnElementStaysOrGoesWithOgTitle) {
    const std::string h1 = "<h1><span>Valley league</span> <span>Derby ends in a draw</span></h1>";
    EXPECT_EQ(title_of(og("Derby ends in a draw"), h1), "Derby ends in a draw");
    EXPECT_EQ(title_of(og("Valley league: Derby ends in a draw"), h1), "Valley league: Derby ends in a draw");
    EXPECT_EQ(title_of("", "<h1><time>18 Dec 2025</time> Preparing the winter fair</h1>" +
                               og("Preparing the winter fair")),
              "Preparing the winter fair");
}

TEST(Headline, ASourceAndACountBesideTheWordingAreNone) {
    EXPECT_EQ(
        title_of(og("Mayor of the valley resigns"),
                 "<h1><a href=/m>Mayor of the valley resigns</a> <i>(paper.example)</i> <b>87</b></h1>"),
        "Mayor of the valley resigns");
}

TEST(Headline, ABoxOfHeadlineAndStandfirstIsNotTheHeading) {
    const auto page = html::Document::parse(
        "<html><head>" + og("Mayor of the valley resigns") +
        "</head><body><div class=post-title><h1>Mayor of the valley resigns</h1><p>The "
        "council had asked for it "
        "for months, and the valley is not surprised.</p><p>By Jane Doe</p></div></body></html>");
    ASSERT_TRUE(page.has_value());
    const auto metadata = read_metadata(*page);
    ASSERT_NE(metadata.headline, html::no_node);
    EXPECT_EQ(page->node(metadata.headline).tag, html::Tag::h1);
}

TEST(Headline, AmongSeveralOneWordInCommonIsChance) {
    const std::string head =
        "<title>Small adventures with small maps</title>" + og("Small adventures with small maps");
    EXPECT_EQ(title_of(head, "<h1>Why they matter</h1><p>Park.</p><h1>So many maps!</h1>"),
              "Small adventures with small maps");
    EXPECT_EQ(title_of(head, "<h1>So many maps!</h1>"), "So many maps!");
}

TEST(Headline, ElementsThatTouchAreSpelledAsTheHeadSpellsThem) {
    EXPECT_EQ(title_of(og("National strike / Tomorrow nothing runs"),
                       "<h1><span>National strike</span>Tomorrow nothing runs</h1>"),
              "National strike / Tomorrow nothing runs");
}

TEST(Headline, ATickerSaysItOnce) {
    EXPECT_EQ(title_of("<title>Health on the radio</title>",
                       "<h1>Health on the radio Health on the radio Health on the radio</h1>"),
              "Health on the radio");
}

TEST(Headline, ALogoIsNotTheHeadline) {
    EXPECT_EQ(
        title_of("<title>Valley Notes: Small adventures with maps</title>" + og("Small adventures with maps"),
                 "<h1>\n<a href='https://www.example.org/'>Valley Notes</a></h1>"),
        "Small adventures with maps");
    EXPECT_EQ(title_of("<title>A report on the maps</title>", "<a href='/'><h1>Valley Notes</h1></a>"),
              "A report on the maps");
}

TEST(Headline, StandsBehindAnyNumberOfCardsInAMenu) {
    std::string menu;
    for (int i = 0; i < 300; ++i)
        menu += "<div class=headline>Card " + std::to_string(i) + "</div>";
    EXPECT_EQ(title_of("<title>Mayor of the valley resigns - Valley Notes</title>",
                       "<nav>" + menu + "</nav><h1>Mayor of the valley resigns</h1>"),
              "Mayor of the valley resigns");
}

TEST(Headline, ABoxThatTellsOfItsCommentsIsNoCommentBox) {
    EXPECT_EQ(title_of("<title>The mayor goes</title>" + og("The mayor goes"),
                       "<article class='post has-comments'><h1>My thoughts when the mayor of us "
                       "goes</h1></article>"),
              "My thoughts when the mayor of us goes");
}

TEST(Headline, ThousandsOfHeadingsAreReadInTime) {
    std::string body;
    for (int i = 0; i < 20'000; ++i)
        body += "<h1 class=headline><span></span><span>Heading " + std::to_string(i) + "</span></h1>";
    EXPECT_EQ(title_of(og("Mayor of the valley resigns") + linked("Mayor of the valley resigns"), body),
              "Mayor of the valley resigns");
}

TEST(Headline, AFrontPageIsCalledAsTheSiteIs) {
    const std::string head =
        "<title>Valley Voice</title><meta property='og:site_name' content='Valley Voice'>";
    const std::string body = "<h3 class=entry-title>Mayor resigns after a long night</h3>";
    EXPECT_EQ(title_of(head, body, "https://www.example.org/"), "Valley Voice");
    EXPECT_EQ(title_of(head, body), "Mayor resigns after a long night");
    // A front page without a title is called by its heading.
    EXPECT_EQ(title_of("", body, "https://www.example.org/"), "Mayor resigns after a long night");
}

} // namespace
} // namespace khabar::article
