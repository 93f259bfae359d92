#include "parsers/html/document.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace khabar::html {
namespace {

Document parse(std::string_view html) {
    auto document = Document::parse(html);
    EXPECT_TRUE(document.has_value()) << to_string(document.error());
    return std::move(*document);
}

NodeId find(const Document& document, Tag tag) {
    for (NodeId id = 0; id < document.nodes().size(); ++id)
        if (document.node(id).tag == tag) return id;
    return no_node;
}

// "html(head body(p("text")))": the tree as nested names, walked the way users of Document walk it.
std::string outline(const Document& document) {
    std::string out;
    std::vector<NodeId> ends;
    for (NodeId id = 0; id < document.nodes().size(); ++id) {
        while (!ends.empty() && ends.back() == id) {
            out += ')';
            ends.pop_back();
        }
        if (!out.empty() && out.back() != '(') out += ' ';
        const Node& node = document.node(id);
        if (node.is_text())
            out.append("\"").append(node.text).append("\"");
        else
            out += node.tag == Tag::unknown ? node.text : name(node.tag);
        if (node.end > id + 1) {
            out += '(';
            ends.push_back(node.end);
        }
    }
    return out.append(ends.size(), ')');
}

TEST(Document, IsOneArrayInDocumentOrder) {
    EXPECT_EQ(outline(parse("<body><p>one<b>two</b></p><div>three</div>")),
              "html(head body(p(\"one\" b(\"two\")) div(\"three\")))");
}

TEST(Document, WalksBySiblings) {
    const Document document = parse("<body><p>a</p><p>b<i>c</i></p><p>d</p>");
    std::vector<std::string> texts;
    for (NodeId id = document.first_child(document.body()); id != no_node; id = document.next_sibling(id))
        texts.push_back(document.text_content(id));
    EXPECT_THAT(texts, testing::ElementsAre("a", "bc", "d"));
    EXPECT_EQ(document.next_sibling(document.root()), no_node);
}

TEST(Document, KnowsParentsDepthAndContainment) {
    const Document document = parse("<body><div><p>a</p></div><span>b</span>");
    const NodeId p = find(document, Tag::p), div = find(document, Tag::div), span = find(document, Tag::span);
    EXPECT_EQ(document.node(p).parent, div);
    EXPECT_EQ(document.node(p).depth, 3);
    EXPECT_TRUE(document.contains(div, p));
    EXPECT_FALSE(document.contains(div, span));
    EXPECT_FALSE(document.contains(p, div));
}

TEST(Document, DecodesEntitiesInTextAndAttributes) {
    const Document document = parse("<p title='a &amp; b &#1582;'>x &lt; y&nbsp;&hellip;</p>");
    const NodeId p = find(document, Tag::p);
    EXPECT_EQ(document.attribute(p, "title"), "a & b خ");
    EXPECT_EQ(document.text_content(p), "x < y\u00a0…");
}

TEST(Document, AttributeNamesAreLowerCaseAndAbsentOnesEmpty) {
    const Document document = parse("<p CLASS=One hidden>x</p>");
    const NodeId p = find(document, Tag::p);
    EXPECT_EQ(document.attribute(p, "class"), "One");
    EXPECT_TRUE(document.has_attribute(p, "hidden"));
    EXPECT_FALSE(document.has_attribute(p, "id"));
    EXPECT_EQ(document.attribute(p, "id"), "");
}

TEST(Document, EntityAtTheEndOfTheLastAttributeReadsNothingBeyond) {
    // Gumbo looks one byte past its buffer here; exact-size heap copies let ASan see it.
    for (const char* const page : {"<a b=\"&gt", "<p>x</p><a b=&gt", "<a b='&amp"}) {
        const std::string exact(page);
        EXPECT_TRUE(Document::parse(exact).has_value()) << page;
    }
}

TEST(Document, KeepsUnknownElementsByName) {
    const Document document = parse("<body><My-Widget>x</My-Widget>");
    const NodeId id = find(document, Tag::unknown);
    ASSERT_NE(id, no_node);
    EXPECT_EQ(document.node(id).text, "my-widget");
}

TEST(Document, LeavesOutScriptsStylesCommentsAndTemplates) {
    const Document document =
        parse("<head><script>var a = '<p>no</p>';</script><style>p{}</style></head><body>"
              "<!-- <p>no</p> --><template><p>no</p></template>yes<svg><text>no</text></svg>");
    EXPECT_EQ(document.text_content(0), "yes");
}

TEST(Document, JsonLdWhoseTypeWasForgottenIsKept) {
    const auto document = parse("<script>\n [{\"@context\": \"https://schema.org\"}]</script>"
                                "<script>let a = {\"@context\": 1};</script><script>\"@context\"</script>");
    EXPECT_THAT(document.json_ld(), testing::ElementsAre("\n [{\"@context\": \"https://schema.org\"}]"));
}

TEST(Document, KeepsJsonLdAside) {
    const Document document =
        parse("<script type='application/ld+json'>{\"a\": \"</p>\"}</script><p>x</p>"
              "<SCRIPT TYPE=\"Application/LD+JSON; charset=utf-8\"> [1] </SCRIPT><script>{}</script>");
    EXPECT_THAT(document.json_ld(), testing::ElementsAre("{\"a\": \"</p>\"}", " [1] "));
}

// What a page drawn in the browser brings its text in; three ends of paragraphs tell it from other code.
TEST(Document, KeepsScriptsThatHoldParagraphs) {
    const auto document =
        parse("<script>a = '<p>1</p><p>2</p>'</script><script>b = \"<p>1<\\/p>\\u003c/p\\u003e"
              "</p>\"</script><script>for (;i</p.length;);</script>");
    EXPECT_THAT(document.data_scripts(), testing::ElementsAre("b = \"<p>1<\\/p>\\u003c/p\\u003e</p>\""));
    std::string large = "</p></p></p>";
    large.resize(700'000, 'x');
    const std::string script = "<script>" + large + "</script>";
    EXPECT_EQ(parse(script + script).data_scripts().size(), 1u);
}

TEST(Document, KnowsHeadBodyAndBase) {
    const Document document =
        parse("<head><base href=\"https://example.org/a/\"><title>t</title></head><body>x");
    EXPECT_EQ(document.node(document.head()).tag, Tag::head);
    EXPECT_EQ(document.node(document.body()).tag, Tag::body);
    EXPECT_EQ(document.base_href(), "https://example.org/a/");
}

TEST(Document, FramesetHasNoBody) {
    EXPECT_EQ(parse("<frameset><frame src=a></frameset>").body(), no_node);
}

TEST(Document, HeadSurvivesAPixelInNoscript) {
    // Without this a browser that has no scripting ends the head at the <img>, and <meta> lands in the body.
    const Document document =
        parse("<html><head><noscript><img src=p.gif></noscript><meta name=author content=x></head><body>y");
    const NodeId meta = find(document, Tag::meta);
    EXPECT_TRUE(document.contains(document.head(), meta));
}

TEST(Document, EmptyInputIsAnError) {
    for (const char* const page : {"", " \n\t "}) {
        const auto document = Document::parse(page);
        ASSERT_FALSE(document.has_value());
        EXPECT_EQ(document.error().code, Errc::empty);
    }
}

TEST(Document, MovesWithoutLosingItsCharacters) {
    Document first = parse("<p id=a>text</p>");
    const Document second = std::move(first);
    EXPECT_EQ(second.text_content(0), "text");
    EXPECT_EQ(second.attribute(find(second, Tag::p), "id"), "a");
}

} // namespace
} // namespace khabar::html
