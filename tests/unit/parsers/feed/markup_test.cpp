#include "parsers/feed/markup.hpp"

#include <gtest/gtest.h>

namespace khabar::feed {
namespace {

TEST(PlainText, StripsTagsAndResolvesReferences) {
    EXPECT_EQ(plain_text("<p>a <b>b</b>&amp;c</p>"), "a b&c");
    EXPECT_EQ(plain_text("a<br>b<p>c"), "a b c");
    EXPECT_EQ(plain_text("fish &amp;amp; chips"), "fish & chips");
    EXPECT_EQ(plain_text("1 < 2 and 3 > 2"), "1 < 2 and 3 > 2");
    EXPECT_EQ(plain_text("use &lt;div&gt; here"), "use <div> here");
    EXPECT_EQ(plain_text("never ended <a href='x"), "never ended <a href='x");
    EXPECT_EQ(plain_text("<!-- no -->x"), "x");
    EXPECT_EQ(plain_text("<a title='a > b'>x</a> <img alt=\"<br>\"/>y"), "x y");
    EXPECT_EQ(plain_text("<a href=\"never closed>x</a>"), "x");
}

TEST(PlainText, LeavesOutWhatIsForMachines) {
    EXPECT_EQ(plain_text("safe<script>if (a < b) x(\"</b>\")</script> end"), "safe end");
    EXPECT_EQ(plain_text("a<STYLE type='x'>p{}</style >b<script/>c<script>never ended"), "abc");
    EXPECT_EQ(plain_text("a <scripture>b</scripture>"), "a b");
}

TEST(PlainText, IsLinearInTagsAndQuotesThatNeverEnd) {
    for (const std::string_view piece : {"<a b=\"", "<a b='>", "<script>", "</", "<a b=\">'"}) {
        std::string hostile;
        while (hostile.size() < (1u << 20))
            hostile += piece;
        EXPECT_LE(plain_text(hostile).size(), hostile.size());
    }
}

TEST(HtmlOfText, HasTheParagraphsAndLinesOfTheText) {
    EXPECT_EQ(html_of_text(" a < b \n"), "a &lt; b");
    EXPECT_EQ(html_of_text("A first.\n\nA second."), "<p>A first.</p><p>A second.</p>");
    EXPECT_EQ(html_of_text("\r\n\r\nA first,\r\nlonger.\r\n \r\n\r\nA second."),
              "<p>A first,<br>longer.</p><p>A second.</p>");
    EXPECT_EQ(html_of_text("a verse\nand a verse\n\n"), "a verse<br>and a verse");
    EXPECT_EQ(html_of_text("\n \n"), "");
}

TEST(HasTags, TellsTagsFromSigns) {
    EXPECT_TRUE(has_tags("a<b>c"));
    EXPECT_TRUE(has_tags("a</b>"));
    EXPECT_FALSE(has_tags("1 < 2 > 1"));
    EXPECT_FALSE(has_tags("a <b"));
    EXPECT_FALSE(has_tags(""));
}

TEST(Unescape, TakesOneLevel) {
    EXPECT_EQ(unescape("&amp;lt;&lt;&#x41;&nosuch;&"), "&lt;<A&nosuch;&");
}

} // namespace
} // namespace khabar::feed
