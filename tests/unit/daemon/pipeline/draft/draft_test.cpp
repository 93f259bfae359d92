#include "daemon/pipeline/draft/draft.hpp"

#include <gtest/gtest.h>

namespace khabar::pipeline {
namespace {

const std::string first = "أعلنت وزارة النقل صباح اليوم عن افتتاح الجسر الجديد الذي يربط ضفتي النهر، بعد "
                          "أعمال استمرت أكثر من عامين.";
const std::string second = "وقال المهندس المشرف على المشروع إن الجسر يتسع لأربعة مسارات، وإن حركة المرور "
                           "ستبدأ عليه مع مطلع الأسبوع المقبل.";

PageInput page() {
    PageInput input;
    input.url = "https://example.org/2025/bridge";
    input.content_type = "text/html; charset=utf-8";
    input.body = "<html><head><title>افتتاح الجسر الجديد</title></head><body><nav><a "
                 "href='/'>الرئيسية</a></nav><article>"
                 "<h1>افتتاح الجسر الجديد</h1><p>" +
                 first + "</p><p>" + second +
                 "</p></article><footer>جميع الحقوق محفوظة</footer></body></html>";
    return input;
}

TEST(Draft, APageBecomesItsArticle) {
    const auto draft = draft_from_page(page());
    ASSERT_TRUE(draft.has_value()) << to_string(draft.error());
    EXPECT_EQ(draft->article.title, "افتتاح الجسر الجديد");
    EXPECT_EQ(draft->text, first + "\n\n" + second);
    EXPECT_EQ(draft->article.language, "ar");
    EXPECT_FALSE(draft->from_feed);
    ASSERT_TRUE(draft->print);
    EXPECT_EQ(*draft->print, fingerprint::make(draft->article.title, draft->text));
}

TEST(Draft, WhatThePageLeavesOutTheFeedMaySay) {
    PageInput input = page();
    date::DateTime said;
    said.local = std::chrono::local_seconds(std::chrono::seconds(1'760'000'000));
    input.feed_published = said;
    input.feed_authors = {"ليلى حسن"};
    const auto draft = draft_from_page(input);
    ASSERT_TRUE(draft.has_value());
    EXPECT_EQ(draft->article.published, said);
    EXPECT_EQ(draft->article.authors, std::vector<std::string>{"ليلى حسن"});
}

TEST(Draft, ATextTooShortToTellIsInItsSourcesLanguage) {
    PageInput input = page();
    input.language = "fa-IR";
    EXPECT_EQ(draft_from_page(input)->article.language, "ar"); // the text knows better
    input.feed_title = "1:0";
    const auto brief = draft_from_entry(input, "<p>1:0</p>");
    ASSERT_TRUE(brief.has_value());
    EXPECT_EQ(brief->article.language, "fa");
    input.language.clear();
    EXPECT_EQ(draft_from_entry(input, "<p>1:0</p>")->article.language, "");
}

TEST(Draft, AnImageWhereAPageWasExpectedIsNamed) {
    PageInput input = page();
    input.content_type = "image/png";
    const auto draft = draft_from_page(input);
    ASSERT_FALSE(draft.has_value());
    EXPECT_EQ(draft.error().code, Errc::wrong_content);
    EXPECT_NE(draft.error().detail.find("image/png"), std::string::npos);
}

TEST(Draft, APageOfOtherBytesIsDecodedFirst) {
    PageInput input = page();
    input.content_type = "text/html; charset=iso-8859-1";
    input.body = "<html><body><article><h1>Le march\xe9</h1><p>Le conseil municipal a d\xe9"
                 "cid\xe9 mardi de reconstruire le "
                 "march\xe9 couvert, d\xe9truit par un incendie l'hiver dernier. Les travaux commenceront au "
                 "printemps et "
                 "co\xfbteront neuf millions.</p><p>Les commer\xe7"
                 "ants seront log\xe9s sous une tente, sur la place, "
                 "jusqu'\xe0 la fin des travaux, a pr\xe9"
                 "cis\xe9 la maire devant la presse.</p></article></body></html>";
    const auto draft = draft_from_page(input);
    ASSERT_TRUE(draft.has_value()) << to_string(draft.error());
    EXPECT_EQ(draft->text.substr(0, 31), "Le conseil municipal a décidé");
    EXPECT_NE(draft->text.find("jusqu'à la fin"), std::string::npos);
}

TEST(Draft, AnEntryAloneGivesItsParagraphs) {
    PageInput input;
    input.url = "https://example.org/a";
    input.feed_title = "عنوان";
    const auto draft = draft_from_entry(input, "<p>" + first + "</p><p>" + second + "</p>");
    ASSERT_TRUE(draft.has_value());
    EXPECT_TRUE(draft->from_feed);
    EXPECT_EQ(draft->text, first + "\n\n" + second);
    EXPECT_EQ(draft->article.title, "عنوان");
}

TEST(Draft, TheFeedsPictureStandsInWhereThePageNamesNone) {
    PageInput input = page();
    input.feed_image = "https://example.org/feed.jpg";
    EXPECT_EQ(draft_from_page(input)->article.image, "https://example.org/feed.jpg");
    EXPECT_EQ(draft_from_entry(input, "<p>" + first + "</p>")->article.image, "https://example.org/feed.jpg");
    const std::size_t head = input.body.find("<head>");
    ASSERT_NE(head, std::string::npos);
    input.body.insert(head + 6, "<meta property='og:image' content='https://example.org/own.jpg'>");
    EXPECT_EQ(draft_from_page(input)->article.image, "https://example.org/own.jpg");
}

TEST(Draft, AnEntryWithoutTextIsNoArticle) {
    const auto draft = draft_from_entry(PageInput(), "<img src=x>");
    ASSERT_FALSE(draft.has_value());
    EXPECT_EQ(draft.error().code, Errc::not_an_article);
}

} // namespace
} // namespace khabar::pipeline
