#include "parsers/article/lines/line_call.hpp"
#include "parsers/article/lines/line_class.hpp"

#include <gtest/gtest.h>

namespace khabar::article {
namespace {

bool calls(std::string_view line, std::string_view site = {}) {
    return is_call(line_words(line), line_words(site));
}

TEST(LineCall, AsksForSomethingOfThePublicationsOwn) {
    EXPECT_TRUE(calls("Follow us on WhatsApp for the latest from the valley."));
    EXPECT_TRUE(calls("Sign up to our weekly newsletter and read the stories first."));
    EXPECT_TRUE(calls("Abonnez-vous à notre newsletter pour ne rien manquer."));
    EXPECT_TRUE(calls("Melden Sie sich für unseren Newsletter an."));
    EXPECT_TRUE(calls("Síguenos en nuestro canal de WhatsApp."));
    EXPECT_TRUE(calls("Haberleri kaçırmamak için WhatsApp kanalımıza katılın."));
    EXPECT_TRUE(calls("تابعونا على قناتنا في تلغرام لتصلكم الأخبار."));
    EXPECT_TRUE(calls("لا تنسوا الاشتراك بقناتنا على اليوتيوب"));
}

TEST(LineCall, TheSitesNameStandsForUs) {
    constexpr std::string_view line = "Follow Hill Post on Telegram and never miss a story.";
    EXPECT_TRUE(calls(line, "Hill Post"));
    EXPECT_FALSE(calls(line, "River Post"));
}

TEST(LineCall, IdiomsSayItAll) {
    EXPECT_TRUE(calls("This article was originally published by another paper."));
    EXPECT_TRUE(calls("Dieser Artikel ist zuerst bei einem anderen Blatt erschienen."));
    EXPECT_TRUE(calls("الآراء الواردة في المقال لا تعبر بالضرورة عن رأي الموقع"));
    EXPECT_TRUE(calls("We may earn a commission if you buy through links on this page."));
}

TEST(LineCall, NoticesAboutTheBrowser) {
    EXPECT_TRUE(calls("Please enable JavaScript to read this page."));
    EXPECT_TRUE(calls("You are using an outdated browser: some things will not work."));
    EXPECT_TRUE(calls("We're sorry but shop doesn't work properly without JavaScript enabled."));
    EXPECT_FALSE(calls("The browser was out of the race when its rival enabled JavaScript in 1996."));
}

TEST(LineCall, WhatOthersAskIsNews) {
    EXPECT_FALSE(calls("The minister asked voters to follow him on Telegram."));
    EXPECT_FALSE(calls("Subscribers of the newsletter lost their data, the company said."));
    EXPECT_FALSE(calls("اضغط على أيقونة التسجيل في التطبيق على هاتفك."));
    EXPECT_FALSE(calls("Our correspondents reached the village by boat on Monday."));
    EXPECT_FALSE(calls("The US app follows Facebook's example."));
}

TEST(LineCall, SomeSayItAllOnlyWhereTheyOpenTheLine) {
    EXPECT_TRUE(calls("Got a tip? Write to the desk."));
    EXPECT_FALSE(calls("The police got a tip from a neighbour and found the boat on Monday."));
    EXPECT_TRUE(calls("Originally published on the site of another paper."));
    EXPECT_FALSE(calls("The band first appeared on the island in 1987, with two guitars."));
    EXPECT_FALSE(calls("First published in 1961, the novel was out of print for years."));
    EXPECT_TRUE(calls("Story continues below the picture."));
    EXPECT_FALSE(calls("Her story continues after the war, in another town."));
}

TEST(LineCall, WhatIsNotReflectedMustBeAnOpinion) {
    EXPECT_TRUE(calls("This text does not necessarily reflect the views of the paper."));
    EXPECT_FALSE(calls("The figure does not necessarily reflect the number of patients."));
    EXPECT_TRUE(calls("المقالات المنشورة لا تعكس بالضرورة وجهة نظر الموقع"));
    EXPECT_FALSE(calls("وهذه الأرقام لا تعكس بالضرورة حجم الأضرار في المدينة."));
}

TEST(LineCall, WordsThatOccurInStoriesAreNoCalls) {
    for (const std::string_view line :
         {"“We don't want to see this happen again,” said the mayor of the town.",
          "Agents earn commission on each house that they sell.",
          "People there want to stay informed with as little noise as possible.",
          "The pictures were generated with the help of AI, the police said.",
          "States must support independent journalism, said the minister in her speech.",
          "تابع الوزير سير العمل في المحطة على مدار الساعة."})
        EXPECT_FALSE(calls(line)) << line;
    EXPECT_FALSE(calls("A taxi app works like a dispatcher whom you carry on your phone."));
    EXPECT_FALSE(calls("To compare them, we install the apps on our own phones and laptops."));
}

TEST(LineCall, NoticesOfConsent) {
    EXPECT_TRUE(calls("This website uses cookies to improve your experience."));
    EXPECT_TRUE(calls("We use cookies to make this site better for you."));
    EXPECT_FALSE(calls("The browser's maker said that it would block cookies of third parties."));
    EXPECT_FALSE(calls("For the base of the cake we use cookies, crushed and mixed with butter."));
    EXPECT_TRUE(calls("Ich bin damit einverstanden, dass mir externe Inhalte angezeigt werden."));
}

TEST(LineCall, LongParagraphsAreNeverCalls) {
    std::string line = "Follow us on WhatsApp.";
    for (std::size_t i = 0; i <= max_call_words; ++i)
        line += " word";
    EXPECT_FALSE(calls(line));
}

TEST(LineCall, IsANewsletterLine) {
    EXPECT_EQ(classify_line("Sign up to our weekly newsletter and read the stories first.").kind,
              LineKind::newsletter);
}

} // namespace
} // namespace khabar::article
