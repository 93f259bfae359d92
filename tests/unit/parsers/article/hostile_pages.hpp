#pragma once
// Pages made to cost an extractor time, memory or stack, for tests and benchmarks.

#include "tests/support/text/repeated.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace khabar::test {

struct HostilePage {
    const char* name;
    std::string page;
};

inline std::vector<HostilePage> hostile_pages() {
    const std::string story = "<p>The council met on Tuesday to decide on the plan, and after four hours it "
                              "agreed, nine to two.</p>";
    const std::string title = "<title>Plan agreed</title><h1>Plan agreed</h1>";
    std::vector<HostilePage> pages;
    const auto add = [&](const char* name, std::string body) {
        pages.push_back({name, title + story + std::move(body) + story});
    };
    add("formatting_1_mb", filled("<b>", 1'000'000));
    add("nested_div_250_kb", filled("<div>", 250'000));
    add("nested_div_of_text", filled("<div>a, b. ", 500'000));
    add("attributes_100_000", "<div " + numbered("a", "=1 ", 900'000) + ">x</div>");
    add("classes_100_000", "<div class='" + numbered("related-", " ", 900'000) + "'>x</div>");
    add("elements_with_classes", numbered("<div class='share related c", "'><p>a</p></div>", 1'000'000));
    add("nested_table", filled("<table><tr><td>a ", 300'000));
    add("table_of_cells", "<table>" + filled("<tr><td>a<td>b", 800'000));
    add("options", "<select>" + filled("<option>a", 800'000));
    add("selects", filled("<select><option>a</select>", 800'000));
    add("entity_at_the_end_of_an_attribute", filled("<a b=\"&gt", 300'000));
    add("entity_at_the_end", filled("&#x41", 300'000) + "&gt");
    add("paragraphs_of_one_letter", filled("<p>a", 1'500'000));
    add("nested_lists", filled("<ul><li>a", 400'000));
    add("flat_list_of_links", "<ul>" + filled("<li><a href=/x>a b c</a></li>", 1'000'000));
    add("comments_never_closed", filled("<!-- ", 1'000'000));
    add("nul_bytes", std::string(1'000'000, '\0') + filled(std::string("<p>\0a", 5), 200'000));
    add("one_line_of_2_mb", filled("word, another; ", 2'000'000));
    add("one_word_of_2_mb", std::string(2'000'000, 'w'));
    add("one_arabic_word_of_2_mb", filled("س", 2'000'000));
    add("marks_on_one_letter", "<p>a" + filled("\u0301", 1'000'000) + "</p>");
    add("bidi_controls", filled("\u202e\u2067\u202a", 1'000'000) + filled("<p>\u202eabc.", 300'000));
    add("line_breaks", filled("a<br>", 1'000'000));
    add("headings", filled("<h1>Plan agreed again</h1>", 800'000));
    add("headlines_in_the_head", filled("<meta property=og:title content='Plan agreed again'>", 800'000));
    add("dates", filled("<time datetime=2024-05-06>6 May 2024</time> ", 600'000));
    add("author_marks", filled("<a rel=author class=author href=/a>Nadia Karam</a>", 600'000));
    add("tag_links", numbered("<a rel=tag href=/t>tag ", "</a>", 600'000));
    add("repeated_paragraphs", filled(story, 1'500'000));
    add("cards",
        filled("<div><img src=x><h3><a href=/a>A headline that leads elsewhere</a></h3><p>A line.</p></div>",
               1'000'000));
    add("cards_never_closed", "<div>" + filled("<div><img><span>a</span></div>", 600'000));
    add("nested_containers_of_text", filled("<div class='sidebar entry-content related'>" + story, 80'000));
    // Every paragraph nearly occurs in it: quadratic for a plain search.
    add("paragraphs_nearly_in_the_declared_body",
        R"(<script type=application/ld+json>{"@type":"NewsArticle","headline":"Plan agreed","articleBody":")" +
            std::string(60'000, 'a') + "\"}</script>" +
            filled("<p>" + std::string(300, 'a') + "b.</p>", 1'500'000));
    add("bylines", filled("<p>By Nadia Karam and Omar Saleh, 6 May 2024</p>", 600'000));
    add("json_ld_blocks",
        filled("<script type=application/ld+json>{\"@type\":\"NewsArticle\"}</script>", 1'000'000));
    add("json_ld_deep", "<script type=application/ld+json>" + filled("{\"a\":[", 900'000) + "</script>");
    // What opens has its end at the very end: who looks for it at every opening pays for the whole each time.
    add("paragraph_openers_in_a_script",
        "<script>x=\"</p></p></p>" + filled("<pa", 1'000'000) + "</p>\"</script>");
    add("tag_openers_in_json_ld",
        R"(<script type=application/ld+json>{"@type":"NewsArticle","description":")" + filled("<a", 900'000) +
            "\"}</script>");
    add("tags_between_arabic_commas",
        filled("<meta property=article:tag content='" + filled("ب،", 65'000) + "'>", 1'000'000));
    add("headings_of_rails_above_prose",
        filled("<h3>Related</h3>", 600'000) +
            numbered(
                "<p>",
                " votes were cast for the plan, and nobody in the hall could say why it took so long.</p>",
                400'000));
    add("open_anchors", filled("<a href=/x>word ", 600'000));
    add("unknown_elements", numbered("<x-", ">a", 500'000));
    add("author_marks_around_nothing",
        filled("<div class='author name'>", 400 * 25) + filled("<wbr>", 800'000));
    add("headings_of_comments",
        "<div>" +
            numbered(
                "<p>",
                " votes were cast for the plan, and nobody in the hall could say why it took so long.</p>",
                400) +
            filled("<h2 class=comments>x</h2>", 2'300'000));
    add("headings_around_nothing", "<meta property=og:title content='Plan agreed again'>" +
                                       filled("<h1><div class=title>", 250 * 21) +
                                       filled("<wbr>", 1'000'000) + "Plan disputed");
    add("pictures_deep_in_one_box",
        filled("<article>", 480 * 9) + "<p>A short line.</p>" + filled("<b><img></b>", 600'000));
    return pages;
}

} // namespace khabar::test
