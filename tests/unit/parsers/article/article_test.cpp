#include "parsers/article/article.hpp"

#include <gtest/gtest.h>

namespace khabar::article {
namespace {

Article with(std::vector<Block> blocks) {
    Article article;
    article.blocks = std::move(blocks);
    return article;
}

TEST(PlainText, PartsParagraphsByABlankLine) {
    EXPECT_EQ(plain_text({{BlockKind::paragraph, 0, false, "a"}, {BlockKind::list_item, 0, false, "b"}}),
              "a\n\nb");
    EXPECT_EQ(plain_text({}), "");
}

struct Case {
    const char* name;
    Block block;
    const char* markdown;
};

class MarkdownTable : public testing::TestWithParam<Case> {};

TEST_P(MarkdownTable, Renders) {
    EXPECT_EQ(markdown(with({GetParam().block})), GetParam().markdown);
}

INSTANTIATE_TEST_SUITE_P(
    , MarkdownTable,
    testing::Values(
        Case{"heading", {BlockKind::heading, 3, false, "A"}, "### A\n"},
        Case{"heading_below_the_title", {BlockKind::heading, 1, false, "A"}, "## A\n"},
        Case{"item", {BlockKind::list_item, 0, false, "A"}, "- A\n"},
        Case{"item_deep_in_nothing", {BlockKind::list_item, 1, false, "A"}, "- A\n"},
        Case{"ordered", {BlockKind::list_item, 0, true, "A"}, "1. A\n"},
        Case{"quote", {BlockKind::quote, 0, false, "A"}, "> A\n"},
        Case{"fence", {BlockKind::preformatted, 0, false, "a ``` b"}, "````\na ``` b\n````\n"},
        Case{"emphasis", {BlockKind::paragraph, 0, false, "a *b* _c_"}, "a \\*b\\* \\_c\\_\n"},
        Case{"link", {BlockKind::paragraph, 0, false, "[a](b) <i> &amp;"}, "\\[a\\](b) \\<i> \\&amp;\n"},
        Case{"line_start", {BlockKind::paragraph, 0, false, "# a # b"}, "\\# a # b\n"},
        Case{"number_start", {BlockKind::paragraph, 0, false, "2024. A year."}, "2024\\. A year.\n"},
        Case{"arabic", {BlockKind::paragraph, 0, false, "نص عربي."}, "نص عربي.\n"}),
    [](const auto& info) { return std::string(info.param.name); });

TEST(Markdown, TitleFirstAndListsTogether) {
    Article article = with({{BlockKind::paragraph, 0, false, "a"},
                            {BlockKind::list_item, 0, false, "b"},
                            {BlockKind::list_item, 0, false, "c"},
                            {BlockKind::paragraph, 0, false, "d"}});
    article.title = "T";
    EXPECT_EQ(markdown(article), "# T\n\na\n\n- b\n- c\n\nd\n");
}

// Four spaces more than what stands above would be code.
TEST(Markdown, AnItemIsAtMostOneDeeperThanTheOneBefore) {
    EXPECT_EQ(markdown(with({{BlockKind::list_item, 2, false, "a"},
                             {BlockKind::list_item, 2, false, "b"},
                             {BlockKind::list_item, 0, false, "c"},
                             {BlockKind::paragraph, 0, false, "d"},
                             {BlockKind::list_item, 1, false, "e"}})),
              "- a\n    - b\n- c\n\nd\n\n- e\n");
}

} // namespace
} // namespace khabar::article
