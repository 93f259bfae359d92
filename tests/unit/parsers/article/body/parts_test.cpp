// Texts that are laid out in parts, and lines within a text that look like its end.
#include "tests/unit/parsers/article/body/harbour_story.hpp"

#include <gtest/gtest.h>

namespace khabar::article {
namespace {

using test::heading;
using test::paragraph;
using test::second;
using test::text_of;

constexpr std::string_view first =
    "The council met on Tuesday to decide on the plan, and after four hours of debate it agreed. All the "
    "members who spoke were for it, but for two who asked who would pay for the work at the old quay.";

std::string item(const std::string& inner) {
    return "<div class=field__item><div class=article-text>" + inner + "</div></div>";
}

TEST(Parts, EachInABoxOfItsOwnAreOneText) {
    EXPECT_EQ(text_of("<article>" + heading + "<div class=field__items>" +
                      item("<div class=field>" + paragraph(first) + "</div>") +
                      item("<h2>When it begins</h2><div class=field>" + paragraph(second) + "</div>") +
                      "</div></article>"),
              std::string(first) + "\n\nWhen it begins\n\n" + std::string(second));
}

TEST(Parts, StoriesOfTheirOwnAreNoPartsOfThisOne) {
    for (const std::string sign : {"<h2><a href=/b>The bridge is closed for a week</a></h2>",
                                   "<a href=/b><h2>The bridge is closed for a week</h2></a>",
                                   "<p class=byline>By Ada Beispiel</p>", "<time>May 3</time>"})
        EXPECT_EQ(text_of("<div>" + heading + "<div>" +
                          item("<div class=field>" + paragraph(first) + "</div>") +
                          item(sign + "<div class=field>" + paragraph(second) + "</div>") + "</div></div>"),
                  first)
            << sign;
}

// The core lies in the first section; the last says too little to be a half.
TEST(Parts, TheLastSectionOfALongTextIsShort) {
    const std::string more = paragraph(std::string(first) + " Nobody else did.") +
                             paragraph(std::string(first) + " That was in May.") +
                             paragraph(std::string(first) + " It was late by then.");
    const std::string page =
        text_of("<article>" + heading + "<div><section class=part>" + paragraph(first) + more +
                "</section><section class=part>" + paragraph(second) + "</section><section class=rail>" +
                paragraph("Who reads this may also read what we wrote last week about "
                          "the bridge and the market.") +
                "</section></div></article>");
    EXPECT_TRUE(page.ends_with(second)) << page;
}

// In the same element as the paragraphs above them, as sentences.
TEST(Parts, ParagraphsBelowALabelGoOnWithTheText) {
    for (const std::string label : {"Comment", "Comments", "Related"}) {
        const std::string page =
            text_of("<article>" + heading + "<div>" + paragraph(first) + paragraph(second) + "<h3>" + label +
                    "</h3><ul><li><a href=/b>The bridge is closed for a week, says the town</a></li></ul>" +
                    paragraph(std::string(second) + " So much for that.") + "</div></article>");
        EXPECT_TRUE(page.ends_with("So much for that.")) << label << ": " << page;
    }
    const std::string box =
        text_of("<article>" + heading + "<div>" + paragraph(first) + paragraph(second) +
                "</div><div><h3>Comments</h3>" + paragraph(std::string(second) + " So much for that.") +
                "</div></article>");
    EXPECT_TRUE(box.ends_with(second)) << box;
}

// A label with another line beside it, again and again.
TEST(Parts, ALabelThatComesBackBetweenParagraphsIsNoText) {
    std::string html = "<article>" + heading, text;
    for (int i = 1; i <= 5; ++i) {
        const std::string said = std::string(first) + " Point " + std::to_string(i) + ".";
        html += paragraph(said) + "<div>Placard</div><div>Turn them off here</div>";
        text += said + "\n\n";
    }
    const std::string found = text_of(html + paragraph(second) + "</article>");
    EXPECT_EQ(found.find("Placard"), std::string::npos) << found;
    EXPECT_EQ(found.find("Turn them off"), std::string::npos) << found;
    // Numbers of the lines of a program are none.
    std::string code = "<article>" + heading + paragraph(first);
    for (int i = 0; i < 3; ++i)
        code += "<div>7</div><div>8</div>" +
                paragraph(std::string(first) + " Program " + std::to_string(i) + ".");
    EXPECT_NE(text_of(code + "</article>").find("\n8\n"), std::string::npos);
}

TEST(Parts, WhoWroteIsIntroducedBelowTheName) {
    const std::string about = "Ada writes about harbours and has done so for twenty years, most of them in "
                              "the north, where she lives.";
    const std::string page =
        text_of("<meta name=author content='Ada Beispiel'><article>" + heading + "<div>" + paragraph(first) +
                paragraph(second) + "</div><div><div>Ada Beispiel</div>" + "<div>" + paragraph(about) +
                "</div></div></article>");
    EXPECT_EQ(page.find(about), std::string::npos) << page;
    EXPECT_NE(page.find(second), std::string::npos) << page;
}

// Nothing names the note of two lines beside a long rail.
TEST(Parts, ANoteStandsBelowItsHeadline) {
    std::string rail = "<div class=x2>";
    rail += paragraph("The paper was founded in 1911 by fishermen of the town, who wrote it themselves.");
    for (int i = 0; i < 9; ++i)
        rail += "<a href=/" + std::to_string(i) + ">What else was written of the town</a><br>";
    EXPECT_EQ(
        text_of("<title>Note on the harbour</title><div class=x1><h1>Note on the harbour</h1><p>The quay is "
                "closed to cars until Sunday.</p></div>" +
                rail + "</div>"),
        "The quay is closed to cars until Sunday.");
}

// Questions that unfold their answers are links to their own page, and lead to no other story.
TEST(Parts, QuestionsWithTheirAnswersAreText) {
    std::string faq = "<section class=s2><ul>";
    for (const std::string which : {"first", "second", "third", "fourth"})
        faq += "<li><a href='#" + which + "'>What about the " + which +
               " of the four quays?</a><div><p>The " + which +
               " quay stays open, said the mayor, but for the two weeks when the bridge is built anew.</p>" +
               "</div></li>";
    const std::string page =
        text_of("<article>" + heading + "<section class=s1>" + paragraph(first) + paragraph(second) +
                paragraph(std::string(first) + " So it was in May.") +
                paragraph(std::string(first) + " It was late by then.") + "</section>" + faq +
                "</ul></section></article>");
    for (const std::string which : {"first", "fourth"}) {
        EXPECT_NE(page.find("What about the " + which), std::string::npos) << page;
        EXPECT_NE(page.find("The " + which + " quay stays"), std::string::npos) << page;
    }
}

// Of a long text the last chapter is a small share, and none of its parts.
TEST(Parts, ALongChapterBelowALongTextIsText) {
    std::string text, chapter;
    for (int i = 0; i < 60; ++i)
        text += paragraph(std::string(first) + " Point " + std::to_string(i) + ".");
    for (int i = 0; i < 6; ++i)
        chapter += paragraph(std::string(first) + " Answer " + std::to_string(i) + ".");
    const std::string page =
        text_of("<article>" + heading + "<div><div class=t>" + text + "</div></div><div class=u>" + chapter +
                "</div><div class=v>" +
                paragraph("The paper is printed in the town and read in the whole of the "
                          "province, on the coast and in the hills.") +
                "</div></article>");
    EXPECT_NE(page.find("Answer 5."), std::string::npos);
    EXPECT_EQ(page.find("printed in the town"), std::string::npos);
}

TEST(Parts, ABoxNamedRelatedAroundParagraphsIsText) {
    const std::string more =
        std::string(first) + " That is what was said, and more of it is to come in autumn.";
    const std::string box =
        "<div class=related-articles><div><a href=/b>The bridge is closed for a week, says the "
        "town</a></div>";
    const auto page = [&](const std::string& inner) {
        return text_of("<article>" + heading + "<div>" + paragraph(first) + paragraph(second) +
                       paragraph(std::string(first) + " It was May.") +
                       paragraph(std::string(first) + " It was late.") + box + inner + "</div>" +
                       paragraph(std::string(second) + " So much for that.") + "</div></article>");
    };
    const std::string told = page(paragraph(more) + paragraph(more + " Or next year."));
    EXPECT_NE(told.find("Or next year."), std::string::npos) << told;
    EXPECT_EQ(told.find("The bridge is closed"), std::string::npos) << told;
    // A teaser is shorter, and other stories have their days.
    EXPECT_EQ(page(paragraph(second)).find(std::string(second) + "\n\n" + std::string(second)),
              std::string::npos);
    EXPECT_EQ(
        page("<time>May 3</time>" + paragraph(more) + paragraph(more + " Or next year.")).find("next year"),
        std::string::npos);
}

TEST(Parts, ALineAboutAnotherStoryBetweenLineBreaksEndsNothing) {
    const std::string told = text_of("<div>" + heading + "<div>" + std::string(first) +
                                     "<br><br>Read also: The port opens in May<br><br>" +
                                     std::string(second) + "<br></div></div>");
    EXPECT_EQ(told, std::string(first) + "\n\n" + std::string(second));
}

// Arabic says in seventy letters what English says in a hundred.
TEST(Parts, ShortParagraphsBelowALineAboutAnotherStoryAreText) {
    const std::string told = text_of(
        "<article><h1>إغلاق الجسر القديم</h1><div>"
        "<p>قرر مجلس المدينة يوم الثلاثاء بعد أربع ساعات من النقاش إغلاق الجسر القديم لمدة أسبوع كامل.</p>"
        "<p>اقرأ أيضاً: <a href=/x>الميناء يفتح في أيار</a></p>"
        "<p>وتبدأ الأعمال في الربيع، بحسب رئيس البلدية، وتنتهي قبل أمطار الخريف.</p>"
        "<p>ويفتح الجسر من جديد يوم الاثنين.</p></div></article>");
    EXPECT_EQ(told.find("اقرأ"), told.npos) << told;
    EXPECT_NE(told.find("أمطار الخريف"), told.npos) << told;
    EXPECT_NE(told.find("يوم الاثنين."), told.npos) << told;
}

TEST(Parts, TheSameHoldsWhereEachParagraphStandsInBoxesOfItsOwn) {
    const std::string short_one = "The bridge was built a hundred years ago, and stands still.";
    for (const std::string box : {"<div>", "<section><div>", "<section class=t><div class=p>"}) {
        const std::string close = box.starts_with("<div>") ? "</div>" : "</div></section>";
        const auto boxed = [&](std::string_view text) { return box + std::string(text) + close; };
        EXPECT_EQ(text_of("<article>" + heading + boxed(first) + boxed(second) +
                          boxed("Subscribe to our newsletter") + boxed(short_one + " It does.") +
                          boxed("Read more") + boxed(short_one) + "</article>"),
                  std::string(first) + "\n\n" + std::string(second) + "\n\n" + short_one + " It does.\n\n" +
                      short_one);
    }
}

TEST(Parts, JsonThatStandsOnThePageIsNoText) {
    std::string json = R"({"method":"get","path":"player","stack":[)";
    for (int i = 0; i < 40; ++i)
        json += R"({"functionName":"player.start, then stop","lineNumber":"60"},)";
    json += R"({"functionName":"x"}]})";
    EXPECT_EQ(text_of("<body><div>" + json + "</div><div>" + heading + paragraph(first) + paragraph(second) +
                      "</div></body>"),
              std::string(first) + "\n\n" + std::string(second));
    const std::string quoted = R"({"port": "open", "since": "the first of May, as it was agreed"})";
    EXPECT_NE(text_of("<article>" + heading + paragraph(first) + "<pre>" + quoted + "</pre>" +
                      paragraph(second) + "</article>")
                  .find(quoted),
              std::string::npos);
}

TEST(Parts, AnAddressThatServesAsIdNamesNothing) {
    EXPECT_EQ(text_of("<main>" + heading + "<div id='https://paper.example/slideshow/gallery/1'>" +
                      paragraph(first) + "</div><div id='https://paper.example/slideshow/gallery/2'>" +
                      paragraph(second) + "</div></main>"),
              std::string(first) + "\n\n" + std::string(second));
}

// Long, but all of it navigation: what the page itself shows stays.
TEST(Parts, ADeclaredBodyThatSaysNothingReplacesNothing) {
    std::string menu = "<nav>";
    for (int i = 0; i < 60; ++i)
        menu += "<p>Read on and on, the declared body says in its menu.<\\/p>";
    EXPECT_EQ(text_of("<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"Plan for "
                      "the harbour agreed\",\"articleBody\":\"" +
                      menu + "<\\/nav>\"}</script><article>" + heading + paragraph(second) + "</article>"),
              second);
}

} // namespace
} // namespace khabar::article
