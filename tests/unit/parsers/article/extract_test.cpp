// Whole pages, written by us in the markup of real themes: tests/fixtures/pages/NAME.html and the text that
// must come out, NAME.txt.
#include "parsers/article/extract.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

namespace khabar::article {
namespace {

const std::string folder = KHABAR_SOURCE_DIR "/tests/fixtures/pages/";

std::string read(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    EXPECT_TRUE(file) << path;
    return {std::istreambuf_iterator<char>(file), {}};
}

Result<Article> extract_html(std::string_view html, const Hints& hints = {}) {
    const auto page = html::Document::parse(html);
    EXPECT_TRUE(page.has_value());
    return extract(*page, hints);
}

std::string text_of(std::string_view html, const Hints& hints = {}) {
    const auto article = extract_html(html, hints);
    return article ? plain_text(article->blocks) : to_string(article.error());
}

class ExtractPage : public testing::TestWithParam<const char*> {};

TEST_P(ExtractPage, GivesTheArticleAndNothingElse) {
    EXPECT_EQ(text_of(read(folder + GetParam() + ".html")) + "\n", read(folder + GetParam() + ".txt"));
}

INSTANTIATE_TEST_SUITE_P(, ExtractPage, testing::Values("foxiz_ar", "brief_ar", "split_en", "script_only_en"),
                         [](const auto& info) { return std::string(info.param); });

TEST(Extract, TakesFieldsFromTheHead) {
    const auto article = extract_html(read(folder + "foxiz_ar.html"));
    ASSERT_TRUE(article.has_value());
    EXPECT_EQ(article->title, "افتتاح مكتبة عامة في حي الميدان بعد ترميم استمر عامين");
    EXPECT_EQ(article->site, "صوت الحارة");
    EXPECT_EQ(article->language, "ar");
}

TEST(Extract, KnowsHeadingsAndLists) {
    const auto article = extract_html(read(folder + "foxiz_ar.html"));
    ASSERT_TRUE(article.has_value());
    ASSERT_EQ(article->blocks.size(), 7u);
    EXPECT_EQ(article->blocks[2].kind, BlockKind::heading);
    EXPECT_EQ(article->blocks[2].level, 2);
    EXPECT_EQ(article->blocks[4].kind, BlockKind::list_item);
}

TEST(Extract, MenusAloneAreNoArticle) {
    const auto article = extract_html("<nav><a href=/a>One</a> <a href=/b>Two</a></nav>");
    ASSERT_FALSE(article.has_value());
    EXPECT_EQ(article.error().code, Errc::not_an_article);
}

constexpr std::string_view first =
    "The council met on Tuesday to decide on the plan, and after four hours it agreed.";
constexpr std::string_view second =
    "Work will begin in the spring, said the mayor, and end before the autumn rains come.";

std::string paragraph(std::string_view text) {
    return "<p>" + std::string(text) + "</p>";
}

TEST(Extract, APageDrawnTwiceGivesItsTextOnce) {
    const std::string copy = paragraph(first) + paragraph(second);
    EXPECT_EQ(text_of("<h1>Plan agreed</h1><div class=desktop>" + copy + "</div><div class=mobile>" + copy +
                      "</div>"),
              std::string(first) + "\n\n" + std::string(second));
}

TEST(Extract, AWrapperNamedLikeClutterIsNotClutter) {
    std::string page = "<h1>Plan agreed</h1><div class=sidebar-wrap>";
    for (int i = 0; i < 8; ++i)
        page += "<p>" + std::to_string(i) + ". " + std::string(first) + "</p>";
    EXPECT_EQ(text_of(page + "</div>").substr(0, 14), "0. The council");
}

TEST(Extract, ClassNamesThatSpeakOfLayoutHideNothing) {
    for (const char* const name :
         {"field--label-hidden", "no-sidebar", "has-comments", "content-nav-section", "js-share"}) {
        std::string page = "<h1>Plan agreed</h1><div class=" + std::string(name) + ">";
        for (int i = 0; i < 12; ++i)
            page += "<p>" + std::to_string(i) + ". " + std::string(first) + "</p>";
        EXPECT_EQ(text_of(page + "</div>").substr(0, 14), "0. The council") << name;
    }
}

TEST(Extract, FoldedAnswersStayAndPanelsGo) {
    const std::string answer = std::string(first) + " " + std::string(second);
    const std::string page =
        "<h1>Plan agreed</h1><div>" + paragraph(first) + paragraph(second) +
        "<div class=faq><div hidden class=faq-answer><p>" + answer + "</p></div></div>" +
        "<div hidden class=sign-in-panel><p>Readers who register today may open five stories a month, and "
        "those who pay a small sum may open all of them, on every device they own.</p></div></div>";
    EXPECT_EQ(text_of(page), std::string(first) + "\n\n" + std::string(second) + "\n\n" + answer);
}

TEST(Extract, HiddenOnNarrowScreensIsShown) {
    const std::string page = "<h1>Plan agreed</h1><div>" + paragraph(first) +
                             "<div class='hidden md:block'>" + paragraph(second) + "</div></div>";
    EXPECT_EQ(text_of(page), std::string(first) + "\n\n" + std::string(second));
}

TEST(Extract, ASentenceSetTwiceForShowStaysOnce) {
    const std::string story = std::string(first) + " " + std::string(second);
    const std::string page = "<h1>Plan agreed</h1><div>" + paragraph(story) +
                             "<blockquote class=pullquote>“Work will begin in the spring, said the mayor”"
                             "</blockquote>" +
                             paragraph(second) + "</div>";
    EXPECT_EQ(text_of(page), story + "\n\n" + std::string(second));
}

TEST(Extract, AQuotationInAFigureIsText) {
    const std::string page = "<h1>Plan agreed</h1><div>" + paragraph(first) +
                             "<figure><blockquote>Nobody asked us before.</blockquote></figure>" +
                             "<figure><img src=a.jpg><p>The hall on Tuesday</p></figure>" +
                             paragraph(second) + "</div>";
    EXPECT_EQ(text_of(page), std::string(first) + "\n\nNobody asked us before.\n\n" + std::string(second));
}

TEST(Extract, ABriefBesideALongSidebarIsTheArticle) {
    std::string rail = "<aside id=sidebar>";
    for (int i = 0; i < 8; ++i)
        rail += "<div><p>" + std::string(second) + " Other news number " + std::to_string(i) + ".</p></div>";
    const std::string page = "<div><h1>Plan agreed</h1><div>" + paragraph(first) + paragraph(second) +
                             "</div></div>" + rail + "</aside>";
    EXPECT_EQ(text_of(page), std::string(first) + "\n\n" + std::string(second));
}

TEST(Extract, ChoicesOfAPollAreNoText) {
    const std::string page = "<h1>Plan agreed</h1><div>" + paragraph(first) +
                             "<div><label>I am for the plan, whatever it costs.</label>"
                             "<label>I am against it.</label></div>" +
                             paragraph(second) + "</div>";
    EXPECT_EQ(text_of(page), std::string(first) + "\n\n" + std::string(second));
}

TEST(Extract, ALabelAndALinkOfTheSiteLeadElsewhere) {
    const std::string page =
        "<h1>Plan agreed</h1><div>" + paragraph(first) +
        "<p>FUNDA LAPHA | <a href=/bridge>The bridge will open a year late</a></p>" +
        "<p>Archive: <a href=https://other.example/b>The bridge will open a year late</a></p>" +
        "<ul><li>Venue: <a href=/hall>The old hall by the river mouth</a>, all week from nine in the morning "
        "until the doors close.</li></ul>" +
        paragraph(second) + "</div>";
    const auto text = text_of(page);
    EXPECT_EQ(text.find("FUNDA"), text.npos);
    EXPECT_NE(text.find("Archive"), text.npos);
    EXPECT_NE(text.find("Venue"), text.npos);
}

TEST(Extract, WhatCallsItselfTheContentBeatsAWrapperThatHoldsLittleMore) {
    const std::string around =
        paragraph("Remarks are welcome, so long as they keep to the matter, are polite, and "
                  "name no person who is not named above.");
    std::string inside, outside;
    for (int i = 0; i < 6; ++i) {
        inside += paragraph(std::string(first) + " That was session " + std::to_string(i) + ".");
        outside += paragraph(std::string(second) + " That is part " + std::to_string(i) + ".");
    }
    const std::string page = "<div><h1>Plan agreed</h1><div class=story-body>" + inside + "</div>" + around;
    EXPECT_EQ(text_of(page + "</div>").find("Remarks"), std::string::npos);
    // Where it holds much less, the article goes on outside of it.
    EXPECT_NE(text_of(page + outside + "</div>").find("That is part 5."), std::string::npos);
}

// A site's rails lead to its own pages, under any of its addresses; what a text lists stands elsewhere.
TEST(Extract, ListedPagesOfOtherSitesAreText) {
    const auto list_of = [](const std::string& host) {
        return "<h1>What we read</h1><div>" + paragraph(first) + "<ul><li><a href='https://" + host +
               "/a'>On the tides of the northern harbours</a></li><li><a href='https://" + host +
               "/b'>A short history of the net menders</a></li></ul>" + paragraph(second) + "</div>";
    };
    Hints hints;
    hints.url = "https://www.harbour.example.co.uk/reading";
    EXPECT_NE(text_of(list_of("papers.university.edu"), hints).find("net menders"), std::string::npos);
    for (const char* own : {"example.com", "www.example.co.uk", "news.example.co.uk"})
        EXPECT_EQ(text_of(list_of(own), hints).find("net menders"), std::string::npos) << own;
}

// Each section of a report is mostly links to where its work was done.
TEST(Extract, SectionsOfLinksElsewhereDoNotPartAnArticle) {
    std::string page = "<h1>Report of the month</h1><article>" + paragraph(first);
    for (int i = 0; i < 12; ++i)
        page += "<div><ul><li><a href='https://forge.test/" + std::to_string(i) +
                "'>Mend the northern crane of quay " + std::to_string(i) + "</a></li></ul></div>";
    page += "<div>" + paragraph(second) + "</div></article>";
    Hints hints;
    hints.url = "https://harbour.example/report";
    const std::string text = text_of(page, hints);
    EXPECT_NE(text.find(first), std::string::npos);
    EXPECT_NE(text.find("crane of quay 7"), std::string::npos);
    EXPECT_NE(text.find(second), std::string::npos);
}

TEST(Extract, AnArticleOfOneLineWithinTheArticleIsATeaser) {
    const std::string teaser =
        "<article><h3>The bridge</h3><a href=/b></a><p>It will open a year late, as the "
        "builders now admit to the council.</p></article>";
    const std::string page = "<h1>Plan agreed</h1><article><div>" + paragraph(first) + teaser +
                             paragraph(second) + "</div></article>";
    EXPECT_EQ(text_of(page), std::string(first) + "\n\n" + std::string(second));
}

TEST(Extract, TheEntriesOfALiveReportStay) {
    std::string entries;
    for (int hour = 9; hour < 15; ++hour) {
        const auto time = std::to_string(hour);
        entries += "<article><h3>The neighbours, " + time + ":00</h3><a href=#e></a><p>At " + time +
                   " the council heard one more of the neighbours, who spoke against the plan and for the "
                   "trees along the river.</p></article>";
    }
    const auto text = text_of("<h1>Plan agreed</h1><main>" + entries + "</main>");
    EXPECT_NE(text.find("At 9 the council"), text.npos);
    EXPECT_NE(text.find("At 14 the council"), text.npos);
    EXPECT_NE(text.find("The neighbours, 14:00"), text.npos);
}

TEST(Extract, ListsOfSentencesFullOfLinksAreText) {
    const std::string page =
        "<h1>Plan agreed</h1><div>" + paragraph(first) +
        "<ul><li>The mayor <a href=/a>told the council on Tuesday evening</a> that work begins soon.</li>"
        "<li>Neighbours <a href=/b>brought their case to court in March</a> and lost it there.</li></ul>" +
        paragraph(second) + "</div>";
    EXPECT_NE(text_of(page).find("Neighbours brought"), std::string::npos);
}

TEST(Extract, LinesThatTellADayAboveTheTextAreNoText) {
    const std::string story = std::string(first) + " " + std::string(second);
    const std::string page = "<div><h1>Plan agreed</h1><div>Riverton, October 23, 2024, 3:48</div>" +
                             paragraph(story) + paragraph(second) +
                             "<p>Jane Doe jane.doe@paper.example</p></div>";
    EXPECT_EQ(text_of(page), story + "\n\n" + std::string(second));
}

TEST(Extract, ARailUnderAHeadingEndsTheArticle) {
    std::string rail = "<h2>More from the Post</h2>";
    for (int i = 0; i < 3; ++i)
        rail += "<div><h3><a href=/" + std::to_string(i) + ">Other news of the valley</a></h3><p>Number " +
                std::to_string(i) +
                " of the things that happened in the valley while the council met.</p></div>";
    const std::string story = std::string(first) + " " + std::string(second);
    const std::string page =
        "<h1>Plan agreed</h1><div>" + paragraph(story) + paragraph(second) + rail + "</div>";
    EXPECT_EQ(text_of(page), story + "\n\n" + std::string(second));
}

TEST(Extract, ASentenceRightBelowTheHeadlineIsTheStandfirst) {
    constexpr std::string_view lead = "Four hours of debate ended with nine votes to two for the new plan.";
    const std::string header = "<header><h1>Plan agreed</h1>" + paragraph(lead) + "</header>";
    const std::string body = "<div class=entry-content>" + paragraph(first) + paragraph(second) + "</div>";
    EXPECT_TRUE(text_of("<article>" + header + body + "</article>").starts_with(lead));
}

TEST(Extract, LargeFirstLettersBelongToTheirWord) {
    const std::string page = "<h1>Plan agreed</h1><div><p class=has-dropcap><span>T</span>\n" +
                             std::string(first).substr(1) + "</p>" + paragraph(second) + "</div>";
    EXPECT_EQ(text_of(page), std::string(first) + "\n\n" + std::string(second));
}

TEST(Extract, StandfirstApartFromTheBodyComesFirst) {
    const std::string page = "<header><h1>Plan agreed</h1><div><div><p class=article-subtitle>Four hours of "
                             "debate ended with nine votes to "
                             "two for the new plan.</p></div></div></header><nav><a "
                             "href=/a>News</a></nav><div class=entry-content>" +
                             paragraph(first) + paragraph(second) + "</div>";
    EXPECT_EQ(text_of(page).substr(0, 23), "Four hours of debate en");
}

TEST(Extract, TheAuthorsBiographyIsNotTheStory) {
    const std::string story = std::string(first) + " " + std::string(second);
    const std::string page =
        "<head><meta name=author content='Nadia Karam'></head><h1>Plan agreed</h1><div>" + paragraph(story) +
        paragraph(second) +
        "<p>Nadia Karam is a reporter of this paper and has covered the town hall, its budgets and "
        "its quarrels for nine years.</p></div>";
    EXPECT_EQ(text_of(page), story + "\n\n" + std::string(second));
}

TEST(Extract, LineBreaksPartParagraphs) {
    EXPECT_EQ(
        text_of("<h1>Plan</h1><div>" + std::string(first) + "<br><br>" + std::string(second) + "</div>"),
        std::string(first) + "\n\n" + std::string(second));
}

TEST(Extract, PreformattedTextKeepsItsLines) {
    const auto article = extract_html("<h1>Plan</h1><div>" + paragraph(first) + "<pre>a = 1\n  b = 2</pre>" +
                                      paragraph(second) + "</div>");
    ASSERT_TRUE(article.has_value());
    ASSERT_EQ(article->blocks.size(), 3u);
    EXPECT_EQ(article->blocks[1].kind, BlockKind::preformatted);
    EXPECT_EQ(article->blocks[1].text, "a = 1\n  b = 2");
}

TEST(Extract, FollowsTheSiteRule) {
    SiteRule rule;
    rule.body.push_back(*html::Selector::compile("#right"));
    rule.drop.push_back(*html::Selector::compile(".promo-line"));
    rule.drop_lines = {"Our Phone*"};
    Hints hints;
    hints.rule = &rule;
    const std::string page = "<div id=left>" + paragraph(first) + paragraph(first.substr(4)) +
                             "</div><div id=right>" + paragraph(second) + "<p class=promo-line>" +
                             std::string(first) + "</p><p>our phone: 12, call now.</p></div>";
    EXPECT_EQ(text_of(page, hints), second);
}

std::string page_of_site(int n) {
    return "<h1>Story " + std::string(static_cast<std::size_t>(n), 'x') + "</h1><div><p>" +
           std::string(first) + " Case " + std::string(static_cast<std::size_t>(n), 'y') +
           ".</p><p>Write to us if you know more about this, by post or by telephone.</p></div>";
}

TEST(Extract, WhatStandsOnManyPagesOfASiteIsTemplate) {
    SiteMemory memory;
    for (int n = 1; n <= 5; ++n)
        memory.add(page_traits(*html::Document::parse(page_of_site(n))));
    Hints hints;
    EXPECT_NE(text_of(page_of_site(3), hints).find("Write to us"), std::string::npos);
    hints.memory = &memory;
    EXPECT_EQ(text_of(page_of_site(3), hints), std::string(first) + " Case yyy.");
}

} // namespace
} // namespace khabar::article
