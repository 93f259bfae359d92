#include "daemon/explain/element_path.hpp"
#include "daemon/explain/json_report.hpp"
#include "daemon/explain/text_report.hpp"

#include <boost/json.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "sample.hpp"

namespace khabar::explain {
namespace {

namespace json = boost::json;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

TEST(TextReport, NamesEveryDecision) {
    const std::string out = text_report(explained(
        news_page("<meta charset=utf-8><meta property=og:title content='Plan agreed'><script>x</script>")));
    EXPECT_THAT(out, HasSubstr("* <meta> or XML declaration  utf-8"));
    EXPECT_THAT(out, HasSubstr("scripts 10"));
    EXPECT_THAT(out, HasSubstr("site rule     none"));
    EXPECT_THAT(out, HasSubstr("container     body > article > div.entry-content"));
    EXPECT_THAT(out, HasSubstr("og:title"));
    EXPECT_THAT(out, HasSubstr("Left out, related (1 lines, "));
    EXPECT_THAT(out, HasSubstr("  by body > div.related-posts\n    Another story"));
    EXPECT_THAT(out, HasSubstr("Kept (2 lines, "));
}

TEST(TextReport, SaysWhichBoundsWereReached) {
    std::string deep;
    for (int i = 0; i < 600; ++i)
        deep += "<div>";
    EXPECT_THAT(text_report(explained(news_page("", deep))),
                HasSubstr("bound reached tags nested too deep:"));
    const auto json = json_report(explained(news_page("", deep)));
    EXPECT_GT(json.at("page").at("bounds").at("nesting_dropped").to_number<int>(), 80);
}

TEST(TextReport, CannotMoveTheTerminal) {
    const std::string evil = "\x1b[2J\x1b]0;title\x07\u202e\xc2\x9b"
                             "31m";
    std::string page =
        news_page("<meta property=og:title content='Plan " + evil + " agreed'>",
                  "<p class='a" + evil + "'>Evil" + evil + " words, said the mayor.</p><div id='" + evil +
                      "' class=share>Share</div>");
    Input input;
    input.name = "page" + evil;
    input.bytes = std::move(page);
    input.robots = "allowed" + evil;
    net::Response response;
    response.url = "https://a.example/" + evil;
    response.headers.add("server", evil);
    response.hops.push_back({301, "https://b.example/" + evil, "x"});
    input.response = std::move(response);
    const std::string out = text_report(explain(std::move(input)));
    for (const auto bad : {"\x1b", "\x07", "\u202e", "\xc2\x9b"})
        EXPECT_THAT(out, Not(HasSubstr(bad)));
}

TEST(TextReport, APageWithoutAnArticleSaysSo) {
    EXPECT_THAT(text_report(explained("<nav><a href=/a>One</a></nav>")), HasSubstr("not_an_article"));
    EXPECT_THAT(text_report(explained(" ")), HasSubstr("empty"));
}

TEST(JsonReport, HoldsLinesWitnessesAndCandidates) {
    const json::object out = json_report(explained(news_page()));
    EXPECT_EQ(out.at("article").at("title"), "Plan agreed");
    EXPECT_TRUE(out.at("error").is_null());
    EXPECT_TRUE(out.at("fetch").is_null());
    EXPECT_EQ(out.at("body").at("from"), "weights");
    EXPECT_TRUE(out.at("body").at("candidates").at(0).at("won").as_bool());
    std::size_t kept = 0, related = 0;
    for (const json::value& line : out.at("lines").as_array()) {
        kept += line.at("kept").as_bool() ? 1 : 0;
        related += line.at("reason") == json::value("related") ? 1 : 0;
    }
    EXPECT_EQ(kept, 2u);
    EXPECT_EQ(related, 1u);
    EXPECT_FALSE(out.at("witnesses").as_array().empty());
}

TEST(RuleEffect, IsTheDifferenceOfTheTwoReadings) {
    article::SiteRule rule;
    rule.hosts = {"paper.example"};
    rule.drop.push_back(*html::Selector::compile(".second"));
    rule.title.push_back(*html::Selector::compile(".related-posts a"));
    const Explanation without = explained(news_page()), with = explained(news_page(), &rule);
    const RuleEffect effect = compare(without, with);
    ASSERT_THAT(effect.lost, testing::SizeIs(1));
    EXPECT_THAT(effect.lost[0], HasSubstr("Second"));
    EXPECT_TRUE(effect.gained.empty());
    ASSERT_EQ(effect.fields.size(), 1u);
    EXPECT_EQ(effect.fields[0].field, "title");
    EXPECT_EQ(effect.fields[0].without, "Plan agreed");
    EXPECT_TRUE(compare(without, without).none());
    EXPECT_THAT(text_report(with, &effect), HasSubstr("  - Second"));
    EXPECT_EQ(json_report(with, &effect).at("rule_effect").at("lost").as_array().size(), 1u);
}

TEST(ElementPath, ReadsLikeASelector) {
    const auto page = html::Document::parse("<main><div id=s class='a b c d'><p>x</p></div></main>");
    html::NodeId p = 0;
    while (page->node(p).tag != html::Tag::p)
        ++p;
    EXPECT_EQ(element_path(*page, p), "main > div#s.a.b.c > p");
    EXPECT_EQ(element_path(*page, p, 1), "p");
    EXPECT_EQ(element_path(*page, 0), "html");
    EXPECT_EQ(element_path(*page, html::no_node), "");
}

} // namespace
} // namespace khabar::explain
