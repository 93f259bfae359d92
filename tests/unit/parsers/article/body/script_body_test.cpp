// Pages that a script draws: nothing stands on the page, the text lies in the script's data.
#include "parsers/article/body/script_body.hpp"
#include "parsers/article/extract.hpp"
#include "parsers/article/page/trace.hpp"

#include <gtest/gtest.h>

namespace khabar::article {
namespace {

const std::string first =
    "The council met on Tuesday to decide on the plan for the harbour, and after four hours of debate in the "
    "old hall by the river it agreed, by nine votes against two, to begin. The two asked for a vote of the "
    "whole town, which the law does not know.";
const std::string second =
    "Work will start in the spring, said the mayor, and end before the autumn rains come; until then the "
    "ferries leave from the northern quay, where a shelter has been set up for those who wait. It has a "
    "stove, "
    "four benches and a roof that the fishermen of the quay made from their old sails.";
const std::string both = first + "\n\n" + second;

std::string in_json(const std::string& lead, const std::string& open, const std::string& close) {
    const auto paragraph = [&](const std::string& text) { return open + text + close; };
    return lead + paragraph(first) + paragraph(second) + paragraph("Reporting by our own desk in the town.");
}

std::string page_of(const std::string& script) {
    return "<head><title>Plan for the harbour agreed</title></head><body><div id=app></div><script>" +
           script + "</script></body>";
}

std::string text_of(const std::string& html, Trace* trace = nullptr) {
    const auto page = html::Document::parse(html);
    EXPECT_TRUE(page.has_value());
    const auto article = extract(*page, {}, trace);
    return article ? plain_text(article->blocks) : to_string(article.error());
}

TEST(ScriptBody, IsReadWhereThePageShowsNothing) {
    const std::string captioned =
        R"(<figure><img src=\"/a.jpg\"><figcaption>A crane by night.<\/figcaption><\/figure>)";
    const std::string data = R"({"id":7,"title":"Plan","html":")" + in_json(captioned, "<p>", R"(<\/p>)") +
                             R"(","teaser":"<p>Short.<\/p>"})";
    Trace trace;
    const std::string text = text_of(page_of("window.state = " + data + ";"), &trace);
    EXPECT_EQ(text.find(both), 0u) << text;
    EXPECT_EQ(text.find("crane by night"), std::string::npos);
    EXPECT_EQ(trace.body_from, BodyFrom::script);
}

TEST(ScriptBody, BracketsMayBeEscaped) {
    const std::string html = in_json("", R"(\u003cp class=\"a\"\u003e)", R"(\u003c/p\u003e)");
    EXPECT_EQ(text_of(page_of(R"({"html":")" + html + R"("})")).find(both), 0u);
}

TEST(ScriptBody, JsonMayLieInAStringOfJson) {
    const std::string html = in_json("", R"(\\u003cp\\u003e)", R"(\\u003c/p\\u003e)");
    EXPECT_EQ(text_of(page_of(R"(push([1,"{\"id\":\"7\",\"html\":\")" + html + R"(\"}"]))")).find(both), 0u);
}

TEST(ScriptBody, LettersMayBeEscaped) {
    std::string html = "<p>";
    for (int i = 0; i < 80; ++i)
        html += R"(\u0633\u0648\ud83d\ude00 )";
    const std::string found = find_script_body(
        std::vector<std::string>{R"({"html":")" + html + "</p><p>\\ud83d alone</p>" + html + R"(</p>"})"});
    EXPECT_NE(found.find("سو😀"), std::string::npos);
    EXPECT_NE(found.find("\uFFFD alone"), std::string::npos);
}

TEST(ScriptBody, ThePageItselfComesFirst) {
    const std::string other = "<p>" + std::string(1200, 'x') + "</p>";
    const std::string script = R"({"html":")" + other + other + other + R"("})";
    EXPECT_EQ(text_of("<h1>Plan for the harbour agreed</h1><div><p>" + first + "</p><p>" + second +
                      "</p></div><script>" + script + "</script>"),
              both);
}

TEST(ScriptBody, CodeAndTemplatesAreNoText) {
    const std::string piece =
        "your comment could not be posted, dear reader, and this is why it was so </p> ";
    std::string code = R"(x = "preview\" class=\"box\"><p>)";
    for (int i = 0; i < 20; ++i)
        code += piece + "<p>";
    EXPECT_EQ(find_script_body(std::vector<std::string>{code + "\";"}), "");
    EXPECT_EQ(find_script_body(std::vector<std::string>{R"({"html":"<p>never closed)"}), "");
    EXPECT_EQ(find_script_body(std::vector<std::string>{R"({"a":"\)", "\"", "\\u12", ""}), "");
}

} // namespace
} // namespace khabar::article
