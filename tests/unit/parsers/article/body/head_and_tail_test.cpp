// What stands between a headline and its text, beside a picture and below the last paragraph.
#include "tests/unit/parsers/article/body/harbour_story.hpp"

#include <gtest/gtest.h>

namespace khabar::article {
namespace {

using test::both;
using test::first;
using test::heading;
using test::paragraph;
using test::second;
using test::story;
using test::text_of;

constexpr std::string_view third =
    "The money comes from the port's own fees, which were raised last year, and from the province.";
const std::string all = both + "\n\n" + std::string(third);

std::string told(std::string_view description, const std::string& body) {
    return "<html><head><meta name=description content='" + std::string(description) + "'></head><body>" +
           body + "</body></html>";
}

TEST(Head, DayAndNamesBelowAStandfirstAreNoText) {
    const std::string standfirst = "After four hours of debate the council of the town agreed on a plan for "
                                   "the harbour and on who pays.";
    for (const std::string line :
         {"Offentliggjort torsdag 06. feb 2025 17:25", "Bericht vom 28. April 2024, 14:26 Uhr, Ina Beispiel"})
        EXPECT_EQ(text_of("<article><header>" + heading + "<p>" + standfirst + "</p><div>" + line +
                          "</div></header>" + story + "</article>"),
                  standfirst + "\n\n" + both)
            << line;
}

TEST(Head, AStandfirstIsKnownByTheDescriptionWhateverItsElementIsCalled) {
    const std::string standfirst =
        "After four hours of debate the council of the town agreed on a plan for the harbour.";
    for (const std::string box : {"<ul class=footer><li><h2>", "<div class=headline-and-share><p>"})
        EXPECT_EQ(text_of(told(standfirst, "<div class=header>" + heading + box + standfirst +
                                               "</div><div class=article-body>" + story + "</div>")),
                  standfirst + "\n\n" + both)
            << box;
    EXPECT_EQ(text_of(told(standfirst, "<div class=header>" + heading + "<div>Harbourtown. " + standfirst +
                                           "</div></div><div class=article-body>" + story + "</div>")),
              "Harbourtown. " + standfirst + "\n\n" + both);
}

TEST(Head, NamesThatOnlyBeginLikeAStandfirstsNameNone) {
    const std::string page =
        "<main><div class=header>" + heading +
        "<p class='leading-6'>Readers of this section met here yesterday to look at ships"
        "</p><div>A</div><div>B</div><div>C</div><div>D</div></div>"
        "<div class=article-body>" +
        story + "</div></main>";
    EXPECT_EQ(text_of(page), both);
}

TEST(Body, HalvesAroundAnInsertAreOneText) {
    EXPECT_EQ(text_of("<div><div>" + heading + "<div class=articleBody><p>" + std::string(first) +
                      "</p></div><div class=promo><a href=/more>More of the harbour</a></div>"
                      "<div class=articleBody><p>" +
                      std::string(second) + "</p><p>" + std::string(third) + "</p></div></div></div>"),
              all);
}

TEST(Body, ParagraphsThatAreDivsStandBesideALongOne) {
    std::string long_one;
    for (int i = 0; i < 8; ++i)
        long_one += std::string(second) + " ";
    const std::string text = text_of(heading + "<div class=entry-content><div>" + long_one + "</div><div>" +
                                     std::string(third) + "</div></div>");
    EXPECT_NE(text.find("raised last year"), text.npos);
}

TEST(Body, ALinkNamedLikeARailThatOpensAParagraphDropsNoParagraph) {
    EXPECT_EQ(text_of(heading + "<div class=article-body>" + story +
                      "<p><a class='recommendation-link' href=/fees>The money</a>" +
                      std::string(third.substr(9)) + "</p></div>"),
              all);
}

TEST(Body, ALabelThatIsMostOfItsLineStillNamesIt) {
    const std::string text = text_of(
        heading + "<div class=article-body>" + story +
        "<div><span class=caption>Ships lie at the old quay, where the new harbour will be built, on a "
        "morning in May.</span> J. Doe</div><p>" +
        std::string(third) + "</p></div>");
    EXPECT_EQ(text, all);
}

TEST(Body, WhatAListIsOfIsNoWayBackToTheTop) {
    const std::string text = text_of(heading + "<div class=article-body>" + story +
                                     "<p>On top:</p><p>pears</p><p>a spoon of honey</p></div>");
    EXPECT_NE(text.find("spoon of honey"), text.npos);
}

TEST(Head, AHeadingAboveABylineIsTheHeadlineInOtherWords) {
    EXPECT_EQ(text_of("<article>" + heading +
                      "<h2>A harbour plan at last</h2><p>Uppdaterad 15.59 | Publicerad 14.14</p>" + story +
                      "</article>"),
              both);
}

TEST(Body, AnElementNamedTheContentThatSaysNothingIsNotIt) {
    EXPECT_EQ(text_of(heading +
                      "<div class=content-inner><ul><li>Harbour</li></ul></div><div class=text><p>" +
                      std::string(first) + "</p></div>"),
              first);
}

// The outer of two holds the biography of who wrote as well, and it is longer than the note.
TEST(Body, TheInnermostOfWhatCallsItselfTheContentIsIt) {
    EXPECT_EQ(text_of("<article>" + heading +
                      "<div class=single-content><div class=entry-content itemprop=articleBody><p>" +
                      std::string(first) +
                      "</p></div><div class=ubox><div>I have lived by the water for all of my life, write of "
                      "boats, of weather and of nets, and answer every letter that I get.</div></div></div>"
                      "</article>"),
              first);
}

TEST(Head, WhoWroteIsNoStandfirst) {
    const auto page = [](const std::string& below) {
        return text_of("<html><head><meta name=author content='Ada Beispiel'></head><body><article>" +
                       heading + "<p>" + below + "</p><div class=entry-content>" + story +
                       "</div></article></body></html>");
    };
    EXPECT_EQ(page("Ada is a reporter, and has written of harbours, of boats and of nets for ten years."),
              both);
    EXPECT_EQ(page("Ada Beispiel has written of harbours, of boats and of nets for ten years."), both);
    const std::string other = "Ada Muster has agreed to the plan, said the mayor of the town on Tuesday.";
    EXPECT_EQ(page(other), other + "\n\n" + both);
}

// Neither <h1> nor a class says which heading is the headline. The longer text is about who writes.
TEST(Head, AHeadlineThatNothingMarksIsKnownByTheTitle) {
    std::string rail = "<div><h3>Older</h3><ul>";
    for (const std::string month : {"May", "April", "March", "February", "January"})
        rail += "<li><a href=/" + month + ">What was said of boats and of nets in " + month + "</a></li>";
    EXPECT_EQ(
        text_of("<html><head><title>The Harbour Blog: Two boats, one quay</title></head><body>"
                "<h2>The Harbour Blog</h2><p>What is to be said of boats, of nets and of those who mend "
                "them, said every week.</p>" +
                rail +
                "</ul></div><div><h3>Two boats, one quay</h3><div>The second boat came late, and had to "
                "wait for an hour.</div></div>" +
                rail + "</ul></div><div><h3>About</h3><p>" + std::string(third) +
                " I write of nets.</p></div></body></html>"),
        "The second boat came late, and had to wait for an hour.");
    // A chapter of the same name is none.
    EXPECT_EQ(text_of("<html><head><title>Two boats, one quay: a report</title></head><body><div><p>" +
                      std::string(first) + "</p>" + story + "<p>" + std::string(third) + " " +
                      std::string(first) + "</p><h2>Two boats, one quay</h2><p>" + std::string(third) +
                      "</p></div></body></html>")
                  .find(first),
              0U);
}

TEST(Body, ALineBesideAPictureThatEndsNoSentenceIsItsCaption) {
    const std::string box =
        "<div class=a1><div><img src=/q.jpg></div><p>The mayor of the town (left) with the "
        "fishermen on the old quay</p></div>";
    const std::string more =
        "<p>Nobody spoke against it. Those who fish there were not asked, and hold that they "
        "should have been: they met on Monday, wrote a letter and sent it to the province.</p>";
    const std::string text = text_of(heading + "<div class=article-body>" + story + more + box + "<p>" +
                                     std::string(third) + "</p></div>");
    EXPECT_EQ(text.find("(left)"), text.npos);
    EXPECT_NE(text.find("raised last year"), text.npos);
    // Alone it is the brief.
    EXPECT_NE(text_of(heading + "<div class=article-body>" + box + "</div>").find("(left)"), text.npos);
}

TEST(Body, ASentenceThatIsACaptionAsWellStays) {
    const std::string text(third);
    EXPECT_EQ(text_of(heading + "<figure><img src=/q.jpg><figcaption>" + text +
                      "</figcaption></figure><div class=article-body><p>" + std::string(first) + "</p><p>" +
                      text + "</p><p>" + std::string(second) + "</p></div>"),
              std::string(first) + "\n\n" + text + "\n\n" + std::string(second));
}

TEST(Body, ASentenceThatLeadsToAnotherSiteIsText) {
    const auto page = html::Document::parse(heading + "<div class=article-body>" + story +
                                            "<p><a href=https://port.example/fees>" + std::string(third) +
                                            "</a></p></div>");
    ASSERT_TRUE(page.has_value());
    Hints hints;
    hints.url = "https://news.invalid/harbour";
    const auto article = extract(*page, hints);
    ASSERT_TRUE(article.has_value());
    EXPECT_EQ(plain_text(article->blocks), all);
}

TEST(Body, TheHeadOfATextIsNoCardOfIt) {
    const std::string standfirst =
        "The council agreed on a plan for the harbour after four hours of debate, and "
        "it will be paid for by those who use it.";
    EXPECT_EQ(
        text_of(told(standfirst, "<section><div class=text>" + heading +
                                     "<p><a href=/harbours>Everything that we wrote on harbours</a></p><p>" +
                                     standfirst + "</p></div><div class=text>" + story + "<p>" +
                                     std::string(third) + "</p></div></section>")),
        standfirst + "\n\n" + all);
}

TEST(Tail, WhatThemesSayBelowAPostIsNoText) {
    EXPECT_EQ(text_of(heading + "<div class=post>" + story +
                      "<p class='postmetadata alt'>This entry was made on Monday in the morning and is filed "
                      "under Harbours. You can leave a response.</p></div>"),
              both);
}

TEST(Tail, LabelsWithoutWhatTheyHeadedAreNoText) {
    for (const std::string label :
         {"ALSO", "RELATED INFORMATION", "Recommended videos", "2 of 6", "Bild 8 von 10",
          "Featured image: Jane Doe", "News to your inbox, every morning.",
          "The paper is not responsible for the content of external sites."})
        EXPECT_EQ(text_of(heading + "<div class=article-body>" + story + "<p>" + label + "</p></div>"), both)
            << label;
    for (const std::string line : {"Score: 7 of 10", "NATO", "He won 2 of 6."})
        EXPECT_NE(text_of(heading + "<div class=article-body>" + story + "<p>" + line + "</p><p>" +
                          std::string(third) + "</p></div>")
                      .find(line),
                  std::string::npos)
            << line;
}

TEST(Head, WhoWroteByTheElementsName) {
    EXPECT_EQ(
        text_of("<article>" + heading + "<p class=author>Ada of the harbour desk</p>" + story + "</article>"),
        both);
    EXPECT_EQ(text_of("<div class=author>" + heading + story + "<p>" + std::string(third) + "</p></div>"),
              all);
}

TEST(Tail, NamesOfThingsBesidePicturesAndPlayers) {
    const std::string note = "The old quay in the evening, with the boats of those who fish there at night";
    for (const std::string name :
         {"picBox full", "video__data", "js_tooltip tooltip", "whatsapp-group", "autor-info",
          "onetrust-banner", "thumbcaption", "jw-icon", "audio-module", "topic-sign-up"})
        EXPECT_EQ(text_of(heading + "<div class=article-body>" + story + "<div class='" + name + "'><p>" +
                          note + "</p></div><p>" + std::string(third) + "</p></div>"),
                  all)
            << name;
}

TEST(Head, ADayOfTheSolarCalendarIsNoText) {
    EXPECT_EQ(text_of("<article>" + heading + "<div>تهران، ۱۲ آبان ۱۴۰۳، ۱۵:۴۰</div>" + story + "</article>"),
              both);
}

// Agencies and the site itself are spoken of; who wrote has a biography.
TEST(Tail, AParagraphOfAnAgencyIsNoBiography) {
    const auto page = [](const std::string& author, const std::string& last) {
        return text_of(
            "<html><head><meta property=og:site_name content='Harbour Example'><meta name=author content='" +
            author + "'></head><body><article>" + heading + story + paragraph(third) + "<p>" + last +
            "</p></article></body></html>");
    };
    const std::string agency = "وأفادت وكالة فرانس برس بأن سكان الحي القديم سمعوا الخبر من الإذاعة قبل أن "
                               "يصل إليهم أحد من البلدية مساء الثلاثاء.";
    EXPECT_EQ(page("فرانس برس", agency), all + "\n\n" + agency);
    const std::string site = "Harbour Example’s reporter, who was there, said that the quay was calm at "
                             "night and that no boat had left.";
    EXPECT_EQ(page("Harbour Example", site), all + "\n\n" + site);
    EXPECT_EQ(page("Ada Beispiel", "Ada Beispiel contributed to this report."), all);
    const std::string speech = "Ada Beispiel: And where does that end?";
    EXPECT_EQ(page("Ada Beispiel", speech), all + "\n\n" + speech);
    EXPECT_EQ(page("Ada Beispiel", "Ada Beispiel is the founder of a paper for those who mend nets, and she "
                                   "has sailed to every island there is."),
              all);
}

TEST(Body, TheHeadingOfACallGoesWithIt) {
    EXPECT_EQ(
        text_of(
            "<article>" + heading + "<div class=q1>" + paragraph(first) +
            "<div class=z9><h4>The best of the quay</h4><p>Sign up for our daily newsletter.</p><form><input>"
            "</form></div>" +
            paragraph(second) +
            "<div class=z8><h4>What is next</h4><p>Nobody knows.</p></div></div></article>"),
        both + "\n\nWhat is next\n\nNobody knows.");
}

TEST(Tail, AShortcodeIsNoTextAndANoteIs) {
    for (const std::string code : {"[gallery ids=1]", "[appbox store com.example.harbour]"})
        EXPECT_EQ(text_of("<article>" + heading + story + paragraph(code) + "</article>"), both) << code;
    const std::string note = "[translated from the Arabic of the original]";
    EXPECT_NE(
        text_of("<article>" + heading + paragraph(first) + paragraph(note) + paragraph(second) + "</article>")
            .find(note),
        std::string::npos);
}

// Pages of tables and fonts mark no headline; the title says it beside the site's name.
TEST(Head, TheTitleIsCutToTheLineThatThePageShows) {
    const auto page = html::Document::parse(
        "<html><head><title>Plan for the harbour agreed | The "
        "Example</title></head><body><table><tr><td><font "
        "size=5><b>Plan for the harbour agreed</b></font><br>12/05/2024<br><br>" +
        std::string(first) + "<br><br>" + std::string(second) + "</td></tr></table></body></html>");
    ASSERT_TRUE(page.has_value());
    const auto article = extract(*page);
    ASSERT_TRUE(article.has_value());
    EXPECT_EQ(article->title, "Plan for the harbour agreed");
    EXPECT_EQ(plain_text(article->blocks), both);
}

// Lines that come again and again are furniture, but not of those who take turns to speak.
TEST(Body, SpeakersOfAnInterviewStay) {
    const auto page = [](const std::string& one, const std::string& other) {
        std::string turns;
        for (int i = 1; i <= 4; ++i)
            turns += "<p><strong>" + one +
                     "</strong></p><p>And what is to become of the old quay, and who is to pay for it while "
                     "the port has no fees at all, in part " +
                     std::to_string(i) + "?</p><p><strong>" + other +
                     "</strong></p><p>We have not made up our minds, but the town, said the council of the "
                     "port, can pay for part " +
                     std::to_string(i) + " of it.</p>";
        return text_of("<article>" + heading + story + turns + "</article>");
    };
    const std::string spoken = page("El Ejemplo", "Ana Muster");
    EXPECT_NE(spoken.find("\n\nEl Ejemplo\n\nAnd what"), std::string::npos) << spoken;
    EXPECT_NE(spoken.find("\n\nAna Muster\n\nWe have"), std::string::npos) << spoken;
    EXPECT_EQ(page("Article content", "Article content").find("Article content"), std::string::npos);
}

} // namespace
} // namespace khabar::article
