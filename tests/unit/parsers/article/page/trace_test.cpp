// What a trace says of a page, and that asking for one changes nothing.
#include "parsers/article/extract.hpp"
#include "parsers/article/lines/line_class.hpp"
#include "parsers/article/page/trace.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace khabar::article {
namespace {

using namespace std::chrono;

constexpr std::string_view story =
    "The council met on Tuesday to decide on the plan, and after four hours it agreed. Work will begin in "
    "the "
    "spring, said the mayor, and end before the autumn rains come to the valley.";

const std::string page_source =
    "<html lang=en><head><title>Plan agreed | The Valley</title>"
    "<meta property=og:title content='Plan agreed'><meta property=og:site_name content='The Valley'>"
    "<meta name=author content='Nadia Karam'>"
    "<meta property=article:published_time content='2024-03-05T10:00:00+02:00'>"
    "<meta name=pubdate content='2031-01-01'></head><body>"
    "<nav><a href=/a>News</a> <a href=/b>Sport and weather</a></nav>"
    "<article><h1>Plan agreed</h1><div class=entry-content><p>" +
    std::string(story) + "</p><p>Second: " + std::string(story) +
    "</p><p>Share on Facebook</p></div></article>"
    "<div class=related-posts><a href=/c>Another story of the valley that is linked "
    "here</a></div></body></html>";

struct Told {
    html::Document page;
    Trace trace;
    Result<Article> article;
};

Told trace_of(std::string_view source, Hints hints = {}) {
    auto page = html::Document::parse(source);
    EXPECT_TRUE(page.has_value());
    if (!hints.now) hints.now = sys_days(2024y / 6 / 1);
    Trace trace;
    auto article = extract(*page, hints, &trace);
    return {std::move(*page), std::move(trace), std::move(article)};
}

const Testimony* find(const Trace& trace, Field field, std::string_view origin) {
    for (const Testimony& one : trace.witnesses)
        if (one.field == field && one.origin == origin) return &one;
    return nullptr;
}

const TracedPassage* find(const Trace& trace, std::string_view start) {
    for (const TracedPassage& one : trace.passages)
        if (one.text.starts_with(start)) return &one;
    return nullptr;
}

TEST(Trace, AskingForItChangesNothing) {
    const Told told = trace_of(page_source);
    Hints hints;
    hints.now = sys_days(2024y / 6 / 1);
    const auto plain = extract(told.page, hints);
    ASSERT_TRUE(told.article && plain);
    EXPECT_EQ(markdown(*told.article), markdown(*plain));
    EXPECT_EQ(told.article->authors, plain->authors);
    EXPECT_EQ(told.article->language, plain->language);
}

TEST(Trace, NamesWhoSaidAFieldAndWhoWasBelieved) {
    const Told told = trace_of(page_source);
    for (const auto origin : {"<h1>", "og:title", "<title>"}) {
        const Testimony* title = find(told.trace, Field::title, origin);
        ASSERT_NE(title, nullptr) << origin;
        EXPECT_EQ(title->value, "Plan agreed"); // without the site's name
        EXPECT_TRUE(title->believed);
    }
    EXPECT_TRUE(find(told.trace, Field::author, "author")->believed);
    EXPECT_TRUE(find(told.trace, Field::site, "og:site_name")->believed);
    EXPECT_TRUE(find(told.trace, Field::published, "article:published_time")->believed);
    EXPECT_TRUE(find(told.trace, Field::language, "the text's own words")->believed);
    const Testimony* future = find(told.trace, Field::published, "pubdate");
    ASSERT_NE(future, nullptr);
    EXPECT_FALSE(future->believed);
    EXPECT_EQ(future->refused, "in the future");
}

TEST(Trace, GivesEveryLineItsReasonAndTheElementThatEarnedIt) {
    const Told told = trace_of(page_source);
    const TracedPassage* menu = find(told.trace, "News");
    ASSERT_NE(menu, nullptr);
    EXPECT_EQ(menu->passage.reason, Reason::navigation);
    ASSERT_NE(menu->passage.by, html::no_node);
    EXPECT_EQ(told.page.node(menu->passage.by).tag, html::Tag::nav);
    const TracedPassage* related = find(told.trace, "Another story");
    ASSERT_NE(related, nullptr);
    EXPECT_EQ(told.page.attribute(related->passage.by, "class"), "related-posts");
    const TracedPassage* share = find(told.trace, "Share");
    ASSERT_NE(share, nullptr);
    EXPECT_EQ(share->passage.reason, Reason::line);
    EXPECT_EQ(share->passage.line, LineKind::share);
    const TracedPassage* first = find(told.trace, "The council");
    ASSERT_NE(first, nullptr);
    EXPECT_TRUE(first->kept);
    EXPECT_GT(first->weight, 0);
}

TEST(Trace, RanksTheCandidatesForTheBody) {
    const Told told = trace_of(page_source);
    ASSERT_FALSE(told.trace.candidates.empty());
    EXPECT_EQ(told.trace.candidates.front().id, told.trace.root);
    EXPECT_EQ(told.trace.body_from, BodyFrom::weights);
    EXPECT_EQ(told.trace.candidates.front().paragraphs, 2u);
    EXPECT_GT(told.trace.candidates.front().chars, 2 * story.size());
    EXPECT_EQ(told.trace.candidates.front().link_share, 0);
    EXPECT_GT(told.trace.candidates.front().sentence_share, 0.9);
    EXPECT_LT(told.trace.candidates.front().sentence_share, 1);
    for (std::size_t i = 1; i < told.trace.candidates.size(); ++i)
        EXPECT_GE(told.trace.candidates[i - 1].score, told.trace.candidates[i].score);
}

TEST(Trace, ASiteRuleIsAWitnessAndNamesTheBody) {
    SiteRule rule;
    rule.body.push_back(*html::Selector::compile(".entry-content"));
    rule.title.push_back(*html::Selector::compile(".related-posts a"));
    rule.drop_lines = {"Second*"};
    Hints hints;
    hints.rule = &rule;
    const Told told = trace_of(page_source, hints);
    EXPECT_EQ(told.trace.body_from, BodyFrom::rule);
    EXPECT_EQ(told.page.attribute(told.trace.root, "class"), "entry-content");
    EXPECT_TRUE(find(told.trace, Field::title, "site rule")->believed);
    EXPECT_FALSE(find(told.trace, Field::title, "<h1>")->believed);
    EXPECT_EQ(find(told.trace, "Second")->passage.reason, Reason::rule);
}

TEST(Trace, APageWithoutAnArticleIsTracedToo) {
    const Told told = trace_of("<nav><a href=/a>One</a> <a href=/b>Two</a></nav>");
    EXPECT_FALSE(told.article.has_value());
    EXPECT_EQ(told.trace.body_from, BodyFrom::nothing);
    ASSERT_EQ(told.trace.passages.size(), 1u);
    EXPECT_EQ(told.trace.passages[0].passage.reason, Reason::navigation);
}

TEST(Trace, AFloodOfWitnessesIsCut) {
    std::string flood = "<h1>Plan agreed</h1>";
    for (int i = 0; i < 5'000; ++i)
        flood += "<time datetime=2024-01-01>1 January 2024</time><div>";
    flood.append("<meta name=author content='").append(100'000, 'x').append("'>");
    const Told told = trace_of(flood + std::string(story));
    EXPECT_LE(told.trace.witnesses.size(), 11 * Trace::most_witnesses_a_field);
    for (const Testimony& one : told.trace.witnesses)
        EXPECT_LE(one.value.size(), Trace::most_value_bytes);
}

} // namespace
} // namespace khabar::article
