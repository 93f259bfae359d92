#include "parsers/html/prescan.hpp"

#include <gtest/gtest.h>

namespace khabar::html {
namespace {

struct Case {
    const char* name;
    const char* in;
    const char* out;
};

class PrescanTable : public testing::TestWithParam<Case> {};

TEST_P(PrescanTable, Leaves) {
    EXPECT_EQ(prescan(GetParam().in, {}).html, GetParam().out);
}

INSTANTIATE_TEST_SUITE_P(
    , PrescanTable,
    testing::Values(
        Case{"comment", "a<!-- <p> -- > -->b", "ab"}, Case{"comment_abrupt", "a<!-->b<!--->c", "abc"},
        Case{"comment_bang", "a<!-- x --!>b", "ab"}, Case{"comment_open_to_the_end", "a<!-- b", "a"},
        Case{"bogus_comment", "a<?php x ?>b<![if IE]>c", "abc"},
        Case{"doctype", "<!DOCTYPE html>a", "<!DOCTYPE html>a"},
        Case{"script", "a<script>if (a < b) '<p>'</script >b", "ab"},
        Case{"script_in_comment_in_script", "a<script><!-- <script>x</script> --></script>b", "ab"},
        Case{"script_comment_left_open", "a<script><!-- x</script>b", "ab"},
        Case{"style", "a<style>p > a {}</style>b", "ab"}, Case{"script_never_closed", "a<script>b", "a"},
        Case{"svg", "a<svg><g><title>x</title><path d='M'/></g></svg>b", "ab"},
        Case{"svg_nested", "a<svg><svg>x</svg>y</svg>b", "ab"}, Case{"svg_self_closing", "a<svg/>b", "ab"},
        Case{"svg_never_closed", "a<svg><path><p>b", "a<p>b"},
        Case{"svg_foreign", "a<svg><foreignObject><p>x</p></foreignObject></svg>b", "ab"},
        Case{"space", "a \t b\n\n  c", "a b\nc"},
        Case{"space_in_pre", "<pre>a\n\n  b</pre> \n c", "<pre>a\n\n  b</pre>\nc"},
        Case{"handlers", "<p onclick='x()' ID=a>", "<p ID=a>"},
        Case{"srcset", "<img srcset='a 1x' src=a>", "<img src=a>"},
        Case{"quoted_greater", "<a title=\"a > b\">x", "<a title=\"a > b\">x"},
        Case{"self_closing_unquoted", "<a href=x />y", "<a href=x />y"},
        Case{"tag_never_closed", "a<p class=", "a"}, Case{"lone_less_than", "1 < 2 <3", "1 &lt; 2 &lt;3"},
        Case{"iframe", "<iframe src=a><p>x</iframe>b", "<iframe src=a></iframe>b"},
        Case{"textarea", "<textarea>x<p></textarea>b", "<textarea></textarea>b"},
        Case{"title", "<title>a <b> c</title>d", "<title>a <b> c</title>d"},
        Case{"title_never_closed", "<title>a<p>b", "a<p>b"},
        Case{"noscript_of_head", "<head><noscript>x</noscript></head>", "<head></head>"},
        Case{"noscript_of_body", "<body><noscript>x</noscript>", "<body><noscript>x</noscript>"}),
    [](const auto& info) { return std::string(info.param.name); });

TEST(Prescan, DropsNul) {
    EXPECT_EQ(prescan(std::string_view("a\0b <p\0>\0 c", 11), {}).html, "ab <p> c");
}

TEST(Prescan, DropsValuesBeyondAnyHonestLength) {
    const std::string inlined = "<img src='data:" + std::string(5000, 'A') + "' alt=x>";
    EXPECT_EQ(prescan(inlined, {}).html, "<img alt=x>");
    const std::string description = "<meta content='" + std::string(5000, 'A') + "'>";
    EXPECT_EQ(prescan(description, {}).html, description);
}

TEST(Prescan, CapsNestingAndGoesOn) {
    ParseLimits limits;
    limits.depth = 3;
    EXPECT_EQ(prescan("<div><div><div><div>a</div></div></div></div><p>b", limits).html,
              "<div><div><div>a</div></div></div><p>b");
}

TEST(Prescan, UnclosedParagraphsAreNoNesting) {
    ParseLimits limits;
    limits.depth = 3;
    const std::string page = "<div><p>a<p>b<p>c<p>d<ul><li>e<li>f<li>g</ul></div>";
    EXPECT_EQ(prescan(page, limits).html, page);
}

} // namespace
} // namespace khabar::html
