#include "parsers/html/selector_program.hpp"
#include "tests/support/text/repeated.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace khabar::html {
namespace {

constexpr std::string_view page = R"(<body>
<div id=a class="entry content"><p id=b lang=ar-SY>one</p><p id=c class=share>two <b id=d>x</b></p><ul id=e><li id=f><li id=g><li id=h></ul></div>
<my-tag id=i data-kind="Related Posts"></my-tag><aside id=j><p id=k title="a &quot;b">three</p></aside><div id=l></div>)";

std::string ids(std::string_view css) {
    const auto document = Document::parse(page);
    const auto selector = Selector::compile(css);
    if (!selector) return to_string(selector.error());
    std::string out;
    for (const NodeId id : selector->select(*document)) {
        EXPECT_TRUE(selector->matches(*document, id));
        out += document->attribute(id, "id");
    }
    return out;
}

struct Case {
    const char* css;
    const char* ids;
};

class SelectorTable : public testing::TestWithParam<Case> {};

TEST_P(SelectorTable, Selects) {
    EXPECT_EQ(ids(GetParam().css), GetParam().ids) << GetParam().css;
}

INSTANTIATE_TEST_SUITE_P(
    , SelectorTable,
    testing::Values(Case{"p", "bck"}, Case{"P", "bck"}, Case{"#a", "a"}, Case{".entry.content", "a"},
                    Case{".ent", ""}, Case{"div.entry > p", "bc"}, Case{"div b", "d"}, Case{"div > b", ""},
                    Case{"p + p", "c"}, Case{"p ~ ul", "e"}, Case{"p+ul, my-tag", "ei"}, Case{"p + ul", "e"},
                    Case{"[lang]", "b"}, Case{"[lang|=ar]", "b"}, Case{"[lang|=a]", ""},
                    Case{"[class~=content]", "a"}, Case{"[class^=entry]", "a"}, Case{"[class$='tent']", "a"},
                    Case{"[class*=\"y c\"]", "a"}, Case{"[data-kind*=related]", ""},
                    Case{"[data-kind*=related i]", "i"}, Case{"[title='a \"b']", "k"},
                    Case{"[title=\"a \\\"b\"]", "k"}, Case{"[class*='']", ""}, Case{"#\\61", "a"},
                    Case{"li:first-child", "f"}, Case{"li:last-child", "h"}, Case{"li:nth-child(2)", "g"},
                    Case{"li:nth-child(odd)", "fh"}, Case{"li:nth-child(2n)", "g"},
                    Case{"li:nth-child(-n+2)", "fg"}, Case{"li:nth-child( 2n + 1 )", "fh"},
                    Case{"p:not(.share)", "bk"}, Case{"p:not(.share, aside p)", "b"},
                    Case{":is(aside, div) > p", "bck"}, Case{"p:has(b)", "c"}, Case{"div:has(> b)", ""},
                    Case{"div:has(> p > b)", "a"}, Case{"div:has(+ my-tag)", "a"},
                    Case{"div:has(~ aside)", "a"}, Case{"div:empty", "l"}, Case{"aside *", "k"},
                    Case{"my-tag", "i"}, Case{"body > div", "al"}, Case{"div div p", ""}));

struct Mistake {
    const char* css;
    const char* error;
};

class SelectorMistakes : public testing::TestWithParam<Mistake> {};

TEST_P(SelectorMistakes, NameTheColumn) {
    EXPECT_EQ(ids(GetParam().css), GetParam().error);
}

INSTANTIATE_TEST_SUITE_P(
    , SelectorMistakes,
    testing::Values(Mistake{"", "bad_selector: expected a selector at column 1"},
                    Mistake{"div >", "bad_selector: a selector must follow the combinator at column 6"},
                    Mistake{"div[", "bad_selector: expected a name at column 5"},
                    Mistake{"div[a", "bad_selector: expected an operator at column 6"},
                    Mistake{"a:hover", "bad_selector: unknown pseudo-class at column 3"},
                    Mistake{"a..b", "bad_selector: expected a name at column 3"},
                    Mistake{"a,", "bad_selector: expected a selector at column 3"},
                    Mistake{"0\\0", "bad_selector: expected a name at column 4"},
                    Mistake{"a)", "bad_selector: unexpected character at column 2"},
                    Mistake{"a{}", "bad_selector: unexpected character at column 2"},
                    Mistake{":nth-child(x)", "bad_selector: expected an+b at column 12"},
                    Mistake{"[a='b]", "bad_selector: expected a closing quote at column 7"},
                    Mistake{":not(:not(:not(:not(:not(a)))))",
                            "bad_selector: nested too deep at column 26"}));

TEST(Selector, BoundsItsSource) {
    EXPECT_FALSE(Selector::compile(std::string(1025, 'a')).has_value());
    std::string many = "a";
    for (int i = 0; i < 64; ++i)
        many += " a";
    EXPECT_FALSE(Selector::compile(many).has_value());
    EXPECT_TRUE(Selector::compile(many.substr(2)).has_value());
}

TEST(Selector, CostlySelectorsEnd) {
    // n² siblings for each of n elements: without the budget this would run for minutes.
    std::string siblings = "<body>";
    for (int i = 0; i < 20'000; ++i)
        siblings += "<i></i>";
    const auto document = Document::parse(siblings);
    const auto selector = Selector::compile("b ~ i ~ i ~ i ~ u");
    ASSERT_TRUE(document.has_value() && selector.has_value());
    EXPECT_TRUE(selector->select(*document).empty());
    const auto backwards = Selector::compile("b ~ i ~ i ~ i ~ i");
    EXPECT_TRUE(backwards->select(*document).empty());
}

// Steps that one selector takes on <b> with this value of its class and title.
std::size_t steps_on(const char* css, const std::string& value) {
    const auto document = Document::parse("<b class='" + value + "' title='" + value + "'>x</b>");
    const auto list = parse_selector(css);
    if (!document || !list) return 0;
    MatchBudget budget;
    const std::size_t before = budget.steps;
    const NodeId bold = document->first_child(document->body());
    static_cast<void>(matches_list(*list, *document, bold, no_node, budget));
    return before - budget.steps;
}

TEST(Selector, LongAttributesTakeMoreSteps) {
    const std::string words = test::repeated("a ", 2'000);
    for (const char* css : {".z", "[class~=z]", "[title*=z]", ":not(.z)"}) {
        EXPECT_LE(steps_on(css, "a"), 4u) << css;
        EXPECT_GE(steps_on(css, words), words.size() / 8) << css;
    }
    EXPECT_LE(steps_on("i.z", words), 1u) << "another tag: its class is not read";
}

TEST(Selector, WhatTheBudgetDoesNotReachDoesNotMatch) {
    const auto document = Document::parse("<b class='" + std::string(800, 'a') + " z'>x</b>");
    const auto list = parse_selector(".z");
    ASSERT_TRUE(document.has_value() && list.has_value());
    const NodeId bold = document->first_child(document->body());
    MatchBudget enough{200}, short_of_it{50};
    EXPECT_TRUE(matches_list(*list, *document, bold, no_node, enough));
    EXPECT_FALSE(matches_list(*list, *document, bold, no_node, short_of_it));
    EXPECT_EQ(short_of_it.steps, 0u);
}

} // namespace
} // namespace khabar::html
