#include "parsers/xml/declared_entities.hpp"
#include "parsers/xml/repair.hpp"

#include <gtest/gtest.h>

#include <string>

namespace khabar::xml {
namespace {

struct Case {
    std::string_view name;
    std::string_view found;
    std::string_view made;
    bool changed;
};

class Repair : public testing::TestWithParam<Case> {};

TEST_P(Repair, Makes) {
    const Repaired repaired = repair(GetParam().found);
    EXPECT_EQ(repaired.text, GetParam().made);
    EXPECT_EQ(repaired.changed, GetParam().changed);
    EXPECT_FALSE(repaired.cut);
}

constexpr Case cases[] = {
    {"well_formed", "<a b=\"c\"><d/>e</a>", "<a b=\"c\"><d/>e</a>", false},
    {"declaration_and_comment", "<?xml version='1.0'?><!-- x --><a>b<!-- <c> -->d</a>", "<a>bd</a>", false},
    {"doctype", "<!DOCTYPE rss PUBLIC \"a>b\" 'c' [<!ELEMENT a ANY> ]><a/>", "<a/>", false},
    {"byte_order_mark", "\xEF\xBB\xBF<a/>", "<a/>", false},
    {"junk_before", "warning: x < y\n<a/>", "<a/>", true},
    {"cdata", "<a><![CDATA[<b>&amp; c]]></a>", "<a>&lt;b&gt;&amp;amp; c</a>", false},
    {"cdata_open", "<a><![CDATA[b</a>", "<a>b&lt;/a&gt;</a>", true},
    {"stray_ampersand", "<a b='c&d'>e & f &</a>", "<a b=\"c&amp;d\">e &amp; f &amp;</a>", true},
    {"entity_of_html", "<a>caf&eacute;</a>", "<a>café</a>", true},
    {"entity_unknown", "<a>&nosuch;</a>", "<a>&amp;nosuch;</a>", true},
    {"doctype_comment_with_apostrophe",
     "<!DOCTYPE a [<!-- don't remove --><!ENTITY who 'Layla'>]><a><b/>&who;<c>it's</c></a>",
     "<a><b/>Layla<c>it's</c></a>", false},
    {"doctype_comment_never_closed", "<!DOCTYPE a [<!ENTITY x 'y'><!-- ]><a>&x;</a>", "<a>y</a>", false},
    {"entity_in_comment", "<!DOCTYPE a [<!-- <!ENTITY x 'old'> ]> --><!ENTITY x 'new'>]><a>&x;</a>",
     "<a>new</a>", false},
    {"entity_declared", "<!DOCTYPE a [<!ENTITY who 'Layla'><!ENTITY e \"&#233;\">]><a>&who; &e;</a>",
     "<a>Layla é</a>", false},
    {"reference", "<a>&#233;&#xE9;&lt;&#60;</a>", "<a>éé&lt;&lt;</a>", false},
    {"reference_windows", "<a>&#146;</a>", "<a>’</a>", false},
    {"reference_forbidden", "<a>b&#0;&#1;&#xFFFF;&#x110000;c</a>", "<a>bc</a>", true},
    {"stray_less_than", "<a>1 < 2</a>", "<a>1 &lt; 2</a>", true},
    {"control",
     "<a>b\x01\x1F"
     "c\xEF\xBF\xBF</a>",
     "<a>bc</a>", true},
    {"end_never_opened", "<a>b</i></a>", "<a>b</a>", true},
    {"end_of_outer", "<a><b><c></b></a>", "<a><b><c></c></b></a>", true},
    {"end_of_input", "<a><b>c", "<a><b>c</b></a>", true},
    {"attribute_bare", "<a b=c d><e f=g/></a>", "<a b=\"c\"><e f=\"g\"/></a>", true},
    {"attribute_twice", "<a b='1' b='2'/>", "<a b=\"1\"/>", true},
    {"attribute_with_less_than", "<a b=\"x<y\"/>", "<a b=\"x&lt;y\"/>", true},
    {"attribute_lost_its_quote", "<a b=\"x>t<c d=\"y\"/></a>", "<a b=\"x\">t<c d=\"y\"/></a>", true},
    {"text_after_root", "<a/>", "<a/>", false},
    {"nothing", "", "", false},
    {"no_element", "just text", "", true},
};

INSTANTIATE_TEST_SUITE_P(Table, Repair, testing::ValuesIn(cases),
                         [](const auto& info) { return std::string(info.param.name); });

TEST(RepairBounds, DepthCutsAndClosesWhatIsOpen) {
    std::string deep;
    for (std::size_t i = 0; i < max_depth + 10; ++i)
        deep += "<a>";
    const Repaired repaired = repair(deep);
    EXPECT_TRUE(repaired.cut);
    EXPECT_TRUE(repaired.text.ends_with("</a>"));
    EXPECT_EQ(repaired.text.size(), max_depth * (3 + 4));
}

TEST(RepairBounds, AttributesBeyondTheBoundAreDropped) {
    std::string flood = "<a";
    for (int i = 0; i < 100'000; ++i)
        flood += " a" + std::to_string(i) + "='1'";
    const Repaired repaired = repair(flood + ">text</a>");
    EXPECT_TRUE(repaired.cut);
    EXPECT_NE(repaired.text.find("a127=\"1\""), std::string::npos);
    EXPECT_EQ(repaired.text.find("a128=\"1\""), std::string::npos);
    EXPECT_TRUE(repaired.text.ends_with(">text</a>"));
}

TEST(RepairBounds, NamesAreBounded) {
    std::string elements = "<r>";
    std::string attributes = "<r>";
    for (std::size_t i = 0; i < max_names + 100; ++i) {
        elements += "<e" + std::to_string(i) + "/>";
        attributes += "<e a" + std::to_string(i) + "='1'/>";
    }
    const Repaired few = repair(elements);
    EXPECT_TRUE(few.cut);
    EXPECT_EQ(few.text.find("<e" + std::to_string(max_names) + "/>"), std::string::npos);
    EXPECT_TRUE(few.text.ends_with("</r>"));
    const Repaired bare = repair(attributes + "</r>");
    EXPECT_TRUE(bare.cut);
    EXPECT_TRUE(bare.text.ends_with("<e/></r>"));
}

TEST(RepairBounds, EntitiesThatUseEntitiesAreNotExpanded) {
    const Repaired repaired = repair("<!DOCTYPE a [<!ENTITY l 'lol'><!ENTITY m '&l;&l;&l;'>]><a>&m;&l;</a>");
    EXPECT_EQ(repaired.text, "<a>&amp;m;lol</a>");
}

TEST(RepairBounds, ExpansionsTogetherAreBounded) {
    std::string document = "<!DOCTYPE a [<!ENTITY x '" + std::string(max_entity_bytes, 'x') + "'>]><a>";
    for (int i = 0; i < 10'000; ++i)
        document += "&x;";
    EXPECT_LE(repair(document + "</a>").text.size(), max_expansion_bytes + document.size());
}

TEST(RepairBounds, OutputIsAtMostThreeTimesTheInput) {
    for (const std::string& flood :
         {std::string(1 << 20, '&'), "<![CDATA[" + std::string(1 << 20, '<') + "]]>"}) {
        const std::string document = "<a>" + flood + "</a>";
        const Repaired repaired = repair(document);
        EXPECT_TRUE(repaired.cut);
        EXPECT_LE(repaired.text.size(), 3 * document.size() + (64u << 10) + 16);
        EXPECT_TRUE(repaired.text.ends_with("</a>"));
    }
}

// Each of these was quadratic in a parser somewhere: 4 MiB must take no noticeable time, or ctest's limit
// ends it.
TEST(RepairBounds, UnfinishedConstructsStayLinear) {
    for (const std::string_view piece : {"<!--", "<![CDATA[", "<?x", "<a b=\"", "<", "&", "&a", "<!DOCTYPE [",
                                         "<!D [>", "<!D \">", "</a>", "<a b='>"}) {
        std::string document = "<r>";
        while (document.size() < (4u << 20))
            document += piece;
        EXPECT_TRUE(repair(document).changed || repair(document).cut) << piece;
    }
}

} // namespace
} // namespace khabar::xml
