// Sites that never end: the next story stands under the one that was asked for.
#include "parsers/article/extract.hpp"

#include <gtest/gtest.h>

namespace khabar::article {
namespace {

std::string paragraphs(const std::string& about, int count) {
    std::string made;
    for (int i = 0; i < count; ++i)
        made +=
            "<p>The news of " + about + " number " + std::to_string(i) +
            " was read out in the old hall by the river, and those who heard it, said the mayor, went home "
            "late and in good spirits.</p>";
    return made;
}

std::string text_of(const std::string& html) {
    const auto page = html::Document::parse(html);
    EXPECT_TRUE(page.has_value());
    const auto article = extract(*page);
    return article ? plain_text(article->blocks) : to_string(article.error());
}

bool holds(const std::string& text, const char* words) {
    return text.find(words) != std::string::npos;
}

const std::string byline = "<p class=byline>By Jane Doe</p>";
const std::string this_story = "<h1>Plan for the harbour agreed</h1>" + paragraphs("the harbour", 3);
const std::string next_story = "<h1>Bakers of the town on strike</h1>" + byline + paragraphs("the bakers", 9);

TEST(Appended, ASecondArticleIsCutHoweverLong) {
    const std::string text =
        text_of("<main><article>" + this_story + "</article><article>" + next_story + "</article></main>");
    EXPECT_TRUE(holds(text, "the harbour number 2"));
    EXPECT_FALSE(holds(text, "bakers"));
}

TEST(Appended, ElementsOfOneKindAreKnownByTheirClasses) {
    const auto page = [](const std::string& first, const std::string& second) {
        return text_of("<main><div class='" + first + "'>" + this_story + "</div><div class='" + second +
                       "'>" + next_story + "</div></main>");
    };
    EXPECT_FALSE(holds(page("story post-1033 wide", "story post-1034 wide"), "bakers"));
    EXPECT_TRUE(holds(page("story", "background"), "bakers"));
    EXPECT_TRUE(holds(page("post-1033", "post-1034"), "bakers"));
}

TEST(Appended, PartsOfOneArticleStay) {
    // Without a byline, date or <article> of its own it is a chapter.
    EXPECT_TRUE(holds(text_of("<main><section class=part>" + this_story +
                              "</section><section class=part><h1>What the bakers say</h1>" +
                              paragraphs("the bakers", 3) + "</section></main>"),
                      "the bakers number 2"));
    // So is what stands within the article.
    EXPECT_TRUE(holds(text_of("<article><div class=part>" + this_story + "</div><div class=part>" +
                              next_story + "</div></article>"),
                      "the bakers number 2"));
}

TEST(Appended, EntriesOfALiveReportStay) {
    std::string page = "<main><h1>The storm as it happens</h1>" + paragraphs("the storm", 1);
    for (const char* entry : {"the lighthouse", "the ferries", "the old bridge"})
        page += std::string("<article><h2>At ") + entry + "</h2><time>10:15</time>" + paragraphs(entry, 3) +
                "</article>";
    const std::string text = text_of(page + "</main>");
    EXPECT_TRUE(holds(text, "the lighthouse number 2"));
    EXPECT_TRUE(holds(text, "the old bridge number 2"));
}

} // namespace
} // namespace khabar::article
