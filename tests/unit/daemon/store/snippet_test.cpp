#include "daemon/store/snippet.hpp"

#include <gmock/gmock.h>

namespace khabar::store {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> marked(const Snippet& snippet) {
    std::vector<std::string> words;
    for (const TextSpan span : snippet.marks)
        words.push_back(snippet.text.substr(span.begin, span.end - span.begin));
    return words;
}

Snippet snippet(std::string_view text, std::string_view query) {
    return make_snippet(text, parse_query(query));
}

TEST(SnippetTest, MarksTheWordsAsTheyAreWritten) {
    EXPECT_THAT(marked(snippet("زار مُحَمَّدٌ، «سورية» أمس.", "محمد سوريا")), ElementsAre("مُحَمَّدٌ", "سورية"));
    EXPECT_THAT(marked(snippet("The Harbour; harbours (HARBOUR)", "harbour")),
                ElementsAre("Harbour", "HARBOUR"));
    EXPECT_THAT(marked(snippet("harbours and harb", "harb*")), ElementsAre("harbours", "harb"));
    EXPECT_THAT(marked(snippet("old wall, old harbour", "\"old harbour\"")), ElementsAre("old", "harbour"));
    EXPECT_THAT(marked(snippet("北京市长今天说", "市长")), ElementsAre("市", "长"));
    EXPECT_THAT(marked(snippet("nothing here", "harbour")), IsEmpty());
}

TEST(SnippetTest, ShortTextsComeWholeOnOneLine) {
    const Snippet whole = snippet("One harbour.\n\n  Two \t lines!", "harbour");
    EXPECT_EQ(whole.text, "One harbour. Two lines!");
}

TEST(SnippetTest, ShowsTheWindowWithMostTerms) {
    std::string text("harbour first. ");
    for (int i = 0; i < 100; ++i)
        text.append("filler ");
    text.append("harbour and mayor together. ");
    for (int i = 0; i < 100; ++i)
        text.append("filler ");
    const Snippet found = snippet(text, "harbour mayor");
    EXPECT_THAT(marked(found), ElementsAre("harbour", "mayor"));
    EXPECT_TRUE(found.text.starts_with("…"));
    EXPECT_TRUE(found.text.ends_with("…"));
    EXPECT_LT(found.text.size(), 400U);
}

TEST(SnippetTest, WithoutAMatchTheBeginningIsShown) {
    std::string text("Beginning ");
    for (int i = 0; i < 100; ++i)
        text.append("filler ");
    const Snippet found = snippet(text, "harbour");
    EXPECT_TRUE(found.text.starts_with("Beginning filler"));
    EXPECT_TRUE(found.text.ends_with("…"));
}

TEST(SnippetTest, EmptyAndEndlessTextsAreFine) {
    EXPECT_EQ(snippet("", "a").text, "");
    EXPECT_EQ(snippet(" .,; ", "a").text, "");
    std::string text;
    while (text.size() < 4 * max_snippet_source)
        text.append("word ");
    text.append("harbour");
    EXPECT_THAT(snippet(text, "harbour").marks, IsEmpty()); // beyond what is looked at
    EXPECT_LE(snippet(std::string(max_snippet_source * 2, 'x'), "harbour").text.size(),
              max_snippet_source + 8);
}

} // namespace
} // namespace khabar::store
