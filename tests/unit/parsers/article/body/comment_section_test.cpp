// Comments that no class names, as pages whose names are made by machines have them.
#include "tests/unit/parsers/article/body/harbour_story.hpp"

#include <gtest/gtest.h>

namespace khabar::article {
namespace {

using test::both;
using test::first;
using test::heading;
using test::second;
using test::story;
using test::text_of;

const std::string remark =
    "I doubt this plan, which was tried before, cost a great deal, and failed. Who asked "
    "those who live there, and who will pay for it in the end? Not the port.";

// Many: they outweigh the story.
std::string remarks(const std::string& before, const std::string& after) {
    std::string made;
    for (int i = 1; i <= 9; ++i)
        made += "<div class=q7><div class=z1>" + before + std::to_string(i) + after + "</div><div class=z2>" +
                remark + " Number " + std::to_string(i) + ".</div></div>";
    return made;
}

std::string page(const std::string& label, const std::string& below) {
    return "<div class=a1>" + heading + "<div class=b2>" + story + "</div><div class=c3><div>" + label +
           "</div>" + below + "</div></div>";
}

TEST(CommentSection, BeginsAtTheLineThatCountsOrAnnouncesThem) {
    for (const std::string label :
         {"Comments", "12 Comments", "Comments (12)", "{ 12 comments… read them below or add one }",
          "12 Responses to “Plan for the harbour agreed”", "9 thoughts on “Plan for the harbour agreed”",
          "التعليقات (9)", "9 Kommentare", "Kommentare zu diesem Text", "Discussion about this post",
          "9 commentaires", "Yorumlar"})
        EXPECT_EQ(text_of(page(label, remarks("Ada Beispiel, May ", ", 2024 at 9:12 am"))), both) << label;
}

TEST(CommentSection, IsKnownByWhoWroteAndWhen) {
    for (const auto& [before, after] :
         {std::pair<std::string, std::string>{"Posted 10/0", "/2012 at 12:18 pm"},
          {"Ada B. 0", ".07.12 at 20:33"},
          {"", " years ago"},
          {"قبل ", " ساعات"}})
        EXPECT_EQ(text_of(page("3 Comments", remarks(before, after))), both) << before << after;
}

TEST(CommentSection, ALabelAloneMakesNone) {
    const std::string parts = text_of(
        page("Comments of the day", "<p>" + remark + "</p><p>" + remark + " He said so on May 3, 2024.</p>"));
    EXPECT_NE(parts.find(remark), std::string::npos) << parts;
    // The author's own, without a number.
    const std::string thoughts =
        text_of("<article>" + heading + story + "<h2>Final thoughts</h2><p>" + remark +
                "</p><ul><li>3 May 2024</li><li>4 May 2024</li></ul></article>");
    EXPECT_NE(thoughts.find(remark), std::string::npos) << thoughts;
}

TEST(CommentSection, AChapterCalledDiscussionIsText) {
    const std::string chapter =
        text_of("<article>" + heading + story + "<h2>Results and discussion</h2><p>" + remark +
                "</p><ul><li>3 May 2024</li><li>4 May 2024</li><li>5 May 2024</li></ul></article>");
    EXPECT_NE(chapter.find(remark), std::string::npos) << chapter;
}

// Words that readers' answers are called by are words of news as well.
TEST(CommentSection, AChapterOfFiguresOrDaysIsText) {
    for (const std::string below :
         {"<h2>Market reaction</h2><ul><li>Index A 500: 5,123.41 (+0.8%)</li><li>Index B: 38,904.04 "
          "(+0.2%)</li></ul>",
          "<h2>ردود فعل دولية</h2><p>13 أبريل 2024</p><p>19 أبريل 2024</p>",
          "<h2>Reader’s response</h2><h3>April 13, 2024</h3><h3>April 19, 2024</h3>",
          "<h2>وجهة نظر</h2><ul><li>2019: 12 قتيلا و3 جرحى</li><li>2020: 15 قتيلا و4 جرحى</li></ul>",
          "<h2>Les réactions</h2><ul><li>Nord - Sud 2-1 (2024)</li><li>Est - Ouest 0-3 (2024)</li></ul>",
          "<h2>The mayor’s comments in full</h2><h3>April 13, 2024</h3><h3>April 19, 2024</h3>"}) {
        const std::string text =
            text_of("<article>" + heading + story + below + "<p>" + remark + "</p></article>");
        EXPECT_NE(text.find(remark), std::string::npos) << below << text;
    }
}

// A live report counts its comments under the headline, and its entries have their times.
TEST(CommentSection, ALinkDownToThemAnnouncesNone) {
    std::string entries;
    for (int i = 1; i <= 9; ++i)
        entries += "<h3>May 3, 2024 at 1" + std::to_string(i) + ":05</h3><p>" + remark + " Entry " +
                   std::to_string(i) + ".</p>";
    const std::string live = text_of("<article>" + heading + "<p>" + std::string(first) +
                                     "</p><p><a href='#c'>12 Comments</a></p>" + entries + "</article>");
    EXPECT_NE(live.find("Entry 9."), std::string::npos) << live;
}

} // namespace
} // namespace khabar::article
