#include "parsers/links/articles.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace khabar::links {
namespace {

using testing::Contains;
using testing::Each;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

constexpr std::string_view front = "https://paper.example/";

std::vector<std::string> urls(const std::vector<ArticleLink>& links) {
    std::vector<std::string> list;
    for (const ArticleLink& link : links)
        list.push_back(link.url);
    return list;
}

std::vector<ArticleLink> articles(const std::string& html, std::string_view url = front) {
    const auto page = html::Document::parse(html);
    return article_links(*page, {.url = url, .now = std::nullopt, .offset = std::nullopt});
}

struct Story {
    std::string path, title;
};

// A front page as a theme makes it: menu, cards with section, author and "more", tags, pages, footer.
std::string front_page(const std::vector<Story>& stories, const std::string& more = "اقرأ المزيد") {
    std::string html = "<header><nav><ul><li><a href='/politics/'>سياسة</a><li><a href='/economy/'>اقتصاد</a>"
                       "<li><a href='/culture-and-arts/'>ثقافة وفنون</a></ul></nav></header><main>";
    for (std::size_t i = 0; i < stories.size(); ++i) {
        const std::string& path = stories[i].path;
        html += "<article class='card post-" + std::to_string(i) + "'><a href='" + path + "'><img src='/" +
                std::to_string(i) + ".jpg'></a><a class=section href='/politics/'>سياسة</a><h2><a href='" +
                path + "'>" + stories[i].title +
                "</a></h2><span>بقلم <a rel=author href='/author/samira-al-khatib-of-homs/'>سميرة الخطيب من "
                "مدينة "
                "حمص</a></span><time datetime='2025-10-1" +
                std::to_string(i) + "T08:00:00+03:00'>اليوم</time><p>" + more + "</p><a href='" + path +
                "'>" + more + "</a></article>";
    }
    html += "<a href='/page/2/'>2</a> <a href='/page/3/'>3</a><aside><h3>وسوم</h3>";
    for (const char* tag : {"غزة", "الليرة السورية", "أسعار الذهب اليوم", "دوري أبطال أوروبا"})
        html += std::string("<a class=tag href='/tag/") + tag + "/'>" + tag + "</a> ";
    return html + "</aside></main><footer><a href='/privacy-policy-and-terms-of-use/'>سياسة الخصوصية وشروط "
                  "الاستخدام في الموقع</a></footer>";
}

const std::vector<Story> stories = {
    {"/story/market-opens-again-after-long-works/", "افتتاح السوق المغطى في المدينة القديمة بعد أشغال طويلة"},
    {"/story/rain-returns-to-the-northern-villages/", "الأمطار تعود إلى قرى الشمال وتنعش آمال المزارعين"},
    {"/story/library-lends-ten-thousand-books/", "مكتبة الحي تعير عشرة آلاف كتاب خلال عام واحد فقط"},
    {"/story/bridge-closed-for-two-weeks-of-repair/", "إغلاق الجسر الكبير أسبوعين لأعمال الصيانة الدورية"},
    {"/story/schools-begin-their-year-with-new-books/",
     "المدارس تبدأ عامها الجديد بكتب جديدة في كل المحافظات"},
};

TEST(ArticleLinks, AreToldFromMenusTagsAuthorsPagesAndFooters) {
    const auto links = articles(front_page(stories));
    ASSERT_THAT(links, SizeIs(stories.size()));
    for (const Story& story : stories)
        EXPECT_THAT(urls(links), Contains("https://paper.example" + story.path));
}

TEST(ArticleLinks, CarryHeadlineAndDateOfTheirCard) {
    auto links = articles(front_page(stories));
    std::ranges::sort(links, {}, [](const ArticleLink& link) { return link.published->instant(); });
    ASSERT_THAT(links, SizeIs(stories.size()));
    EXPECT_EQ(links[0].title, stories[0].title);
    EXPECT_EQ(date::to_iso8601(*links[2].published), "2025-10-12T08:00:00+03:00");
}

TEST(ArticleLinks, ShortHeadlinesAreCarriedByTheirKin) {
    std::vector<Story> mixed = stories;
    mixed.push_back({"/story/rain/", "أمطار غزيرة"});
    EXPECT_THAT(urls(articles(front_page(mixed))), Contains("https://paper.example/story/rain/"));
}

TEST(ArticleLinks, TakeCardsThatAreOneLink) {
    std::string html;
    for (const Story& story : stories)
        html += "<a class=card href='" + story.path + "'><img alt='x'><h3>" + story.title +
                "</h3><p>مقتطف من النص يمتد على سطر كامل</p></a>";
    const auto links = articles(html);
    ASSERT_THAT(links, SizeIs(stories.size()));
    EXPECT_THAT(links[0].title, testing::Not(testing::HasSubstr("مقتطف")));
}

TEST(ArticleLinks, CountPagesAndNotAddresses) {
    std::string html;
    for (const Story& story : stories)
        html += "<h2><a href='" + story.path + "?utm_source=front#top'>" + story.title +
                "</a></h2><h2><a href='" + story.path + "'>" + story.title + "</a></h2>";
    const auto links = articles(html);
    EXPECT_THAT(links, SizeIs(stories.size()));
    EXPECT_THAT(urls(links), Each(testing::Not(testing::HasSubstr("utm_"))));
}

TEST(ArticleLinks, LeaveOtherSitesFilesAndThePageItselfOut) {
    const std::string title = stories[0].title;
    EXPECT_THAT(articles("<h2><a href='https://other.example/story/of-another-paper-2025/'>" + title +
                         "</a></h2><h2><a href='/'>" + title +
                         "</a></h2><h2><a href='/files/report-of-the-year-2025.pdf'>" + title +
                         "</a></h2><h2><a href='mailto:desk@paper.example'>" + title +
                         "</a></h2><h2><a href='#a'>" + title + "</a></h2>"),
                IsEmpty());
}

TEST(ArticleLinks, HaveNothingOnAPageOfMenusOnly) {
    std::string html = "<ul>";
    for (int i = 0; i < 40; ++i)
        html += "<li><a href='/s" + std::to_string(i) + "/'>باب " + std::to_string(i) + "</a></li>";
    EXPECT_THAT(articles(html + "</ul>"), IsEmpty());
}

TEST(ArticleLinks, AreBoundedOnAPageOfLinks) {
    std::string html;
    for (int i = 0; i < 15'000; ++i)
        html += "<a href='/story/number-" + std::to_string(i) + "-of-a-long-list'>" + stories[0].title + " " +
                std::to_string(i) + "</a>";
    EXPECT_THAT(articles(html), SizeIs(max_articles));
}

TEST(ArticleLinks, StandDeepNesting) {
    std::string html;
    for (int i = 0; i < 20'000; ++i)
        html += "<header><div><a href='/a" + std::to_string(i) + "'>x</a>";
    EXPECT_THAT(articles(html), IsEmpty());
}

TEST(ChosenLinks, FollowSelectorAndPattern) {
    const auto page = html::Document::parse(front_page(stories));
    const ListingHints hints{.url = front, .now = std::nullopt, .offset = std::nullopt};
    EXPECT_THAT(chosen_links(*page, hints, {*html::Selector::compile("article h2"), {}}),
                SizeIs(stories.size()));
    EXPECT_THAT(
        urls(chosen_links(*page, hints, {*html::Selector::compile("h2 a"), *Glob::compile("/story/b*/")})),
        ElementsAre("https://paper.example" + stories[3].path));
    EXPECT_THAT(urls(chosen_links(*page, hints, {{}, *Glob::compile("/tag/**")})), SizeIs(4));
    EXPECT_THAT(chosen_links(*page, hints, {*html::Selector::compile(".absent"), {}}), IsEmpty());
}

TEST(ArticleLinks, TakeTheirTitleFromTheHeadingAndNotFromAReadMoreThatRepeatsIt) {
    std::string html;
    for (const Story& story : stories)
        html += "<article><h2><a href='" + story.path + "'>" + story.title +
                "</a></h2><p>نص قصير عن الخبر</p><a href='" + story.path + "'><span class=screen-reader>" +
                story.title + "</span> قراءة المزيد »</a></article>";
    const auto found = articles(html);
    ASSERT_THAT(found, SizeIs(stories.size()));
    for (const ArticleLink& link : found)
        EXPECT_THAT(link.title, testing::Not(testing::HasSubstr("قراءة المزيد")));
}

} // namespace
} // namespace khabar::links
