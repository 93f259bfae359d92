#include "parsers/article/page/passages.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace khabar::article {
namespace {

using testing::ElementsAre;

std::vector<std::string> lines(const PassageList& list) {
    std::vector<std::string> out;
    for (const Passage& passage : list.all())
        out.emplace_back(list.text(passage));
    return out;
}

std::vector<std::string> lines(std::string_view html) {
    const auto page = html::Document::parse(html);
    return lines(PassageList(*page));
}

TEST(Passages, BlocksAndBreaksEndLines) {
    EXPECT_THAT(lines("<div>By A. <b>B.</b><p>One <a>two</a>.</p>three<br>four</div>"),
                ElementsAre("By A. B.", "One two.", "three", "four"));
}

TEST(Passages, WhiteSpaceCollapsesAndInvisiblesGo) {
    EXPECT_THAT(lines("<p> a&nbsp;\n b\u200bc\u00add </p><p> &nbsp; </p>"), ElementsAre("a bcd"));
}

TEST(Passages, NonJoinerStaysInPersian) {
    EXPECT_THAT(lines("<p>می‌رود</p>"), ElementsAre("می‌رود"));
}

TEST(Passages, ControlsAreNoText) {
    EXPECT_THAT(lines("<p>a</p><button>b</button><select><option>c</select><p>d</p>"), ElementsAre("a", "d"));
}

TEST(Passages, CountsLinksCommasAndSentences) {
    const auto page =
        html::Document::parse("<p>One, two، three؛ <a href=/x>four</a>.»</p><p>five <a name=y>six</a></p>");
    const PassageList list(*page);
    ASSERT_EQ(list.all().size(), 2u);
    EXPECT_EQ(list.all()[0].commas, 3);
    EXPECT_EQ(list.all()[0].link_chars, 4u);
    EXPECT_TRUE(list.all()[0].ends_sentence);
    EXPECT_EQ(list.all()[1].link_chars, 0u);
    EXPECT_FALSE(list.all()[1].ends_sentence);
}

TEST(Passages, ElementsAreRanges) {
    const auto page = html::Document::parse("<body><div><p>a</p><p>b</p></div><p>c</p>");
    const PassageList list(*page);
    const auto div = page->first_child(page->body());
    EXPECT_EQ(list.begin_of(div), 0u);
    EXPECT_EQ(list.end_of(div), 2u);
    EXPECT_EQ(list.end_of(page->body()), 3u);
}

} // namespace
} // namespace khabar::article
