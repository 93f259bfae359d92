#include "daemon/cli/terminal/terminal_text.hpp"

#include <gtest/gtest.h>

namespace khabar::cli {
namespace {

TEST(TerminalText, WidthIsWhatTheEyeSees) {
    EXPECT_EQ(display_width(""), 0U);
    EXPECT_EQ(display_width("abc"), 3U);
    EXPECT_EQ(display_width("مرفأ"), 4U);
    EXPECT_EQ(display_width("مُحَمَّد"), 4U);
    EXPECT_EQ(display_width("می\u200cرود"), 5U);
    EXPECT_EQ(display_width("北京"), 4U);
    EXPECT_EQ(display_width("한국"), 4U);
    EXPECT_EQ(display_width("e\u0301"), 1U);
    EXPECT_EQ(display_width("🙂"), 2U);
    EXPECT_EQ(display_width("…×—"), 3U);
}

TEST(TerminalText, CutsBetweenLettersAndSaysSo) {
    EXPECT_EQ(cut_to_width("harbour", 7), "harbour");
    EXPECT_EQ(cut_to_width("harbour", 4), "har…");
    EXPECT_EQ(cut_to_width("北京市长", 6), "北京…"); // a wide letter that would stand out is left out
    EXPECT_EQ(cut_to_width("مُحَمَّد", 3), "مُحَ…");
    EXPECT_EQ(cut_to_width("abc", 1), "…");
    EXPECT_EQ(cut_to_width("abc", 0), "");
    for (std::size_t columns = 0; columns < 12; ++columns)
        EXPECT_LE(display_width(cut_to_width("a北b京c市d", columns)), columns);
}

TEST(TerminalText, LinesKeepTheirIndentationAndLoseControls) {
    EXPECT_EQ(clean_lines("a\n\n  - b\x1b[1m\n\u202ec\rd"), "a\n\n  - b[1m\nc d");
    EXPECT_EQ(clean_lines("a\n"), "a\n");
    EXPECT_EQ(clean_lines(""), "");
    EXPECT_EQ(clean_lines("   "), "   ");
}

TEST(TerminalText, ColumnsAreAlignedByWidth) {
    Table table({{"ID", Table::Align::right}, {"NAME"}, {"TITLE"}});
    table.add({"1", "北京", "x"});
    table.add({"100", "مُدن", "a longer title"});
    table.add({"2"});
    EXPECT_EQ(table.render(0), " ID  NAME  TITLE\n"
                               "  1  北京  x\n"
                               "100  مُدن   a longer title\n"
                               "  2\n");
}

TEST(TerminalText, TheLastColumnIsCutOrHasALineOfItsOwn) {
    Table table({{"ID", Table::Align::right}, {"NAME"}, {"TITLE"}});
    table.add({"1", "北京", "short"});
    table.add({"100", "مُدن", "a title of some thirty letters"});
    EXPECT_EQ(table.render(31), " ID  NAME  TITLE\n"
                                "  1  北京  short\n"
                                "100  مُدن   a title of some thi…\n");
    EXPECT_EQ(table.render(30), " ID  NAME  TITLE\n"
                                "  1  北京  short\n"
                                "100  مُدن\n"
                                "    a title of some thirty le…\n");
    EXPECT_EQ(table.render(8), " ID  NAME\n"
                               "  1  北京\n    sho…\n"
                               "100  مُدن\n    a t…\n");
    EXPECT_EQ(table.render(1), " ID  NAME\n  1  北京\n\n100  مُدن\n\n") << "too narrow for anything";
}

} // namespace
} // namespace khabar::cli
