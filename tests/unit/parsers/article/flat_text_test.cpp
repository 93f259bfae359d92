#include "parsers/article/extract.hpp"

#include <gtest/gtest.h>

#include <string>

namespace khabar::article {
namespace {

using namespace std::string_literals;

const std::string first = "افتتحت وزيرة الزراعة أمس معرض الزهور السنوي في حديقة المدينة بحضور عدد كبير من "
                          "المزارعين والزوار الذين جاؤوا من القرى المجاورة.";
const std::string second = "وقالت الوزيرة إن المزارعين باعوا هذا العام ضعف ما باعوه في العام الماضي، وإن "
                           "المعرض سيبقى مفتوحاً حتى نهاية الأسبوع المقبل.";
const std::string third = "وأضافت أن الوزارة ستقدم قروضاً صغيرة لمن يريد أن يزرع الورد في أرضه، وأن الطلبات "
                          "تقبل ابتداء من يوم الأحد.";
const std::string title = "وزيرة الزراعة تفتتح معرض الزهور في حديقة المدينة";

Article extracted(const std::string& text) {
    auto result = extract_text(text);
    EXPECT_TRUE(result.has_value());
    return result ? std::move(*result) : Article{};
}

std::string day(const std::optional<date::DateTime>& date) {
    return date ? date::to_iso8601(*date).substr(0, 10) : "none";
}

TEST(FlatText, DateLineDoubledTitleAndShareTailGo) {
    const auto article = extracted("الأربعاء, 15 أكتوبر 2025 11:44 PM\n\n" + title + "\n\n" + title + "\n\n" +
                                   first + "\n\n" + second + "\n\n" + third + "\n\nمشاركة المقال:");
    EXPECT_EQ(article.title, title);
    EXPECT_EQ(day(article.published), "2025-10-15");
    EXPECT_EQ(plain_text(article.blocks), first + "\n\n" + second + "\n\n" + third);
    EXPECT_EQ(article.language, "ar");
}

TEST(FlatText, NavigationFormRailAndFooterGo) {
    const std::string menu = "  • الرئيسية\n  • أخبار\n  • مقالات\n    • تحليلات\n    • مقابلات\n  • فيديو\n";
    const std::string caption = "جانب من معرض الزهور في المدينة يوم الافتتاح. (مواقع التواصل الاجتماعي)";
    const auto article =
        extracted("ضفافضفاف\nNotification\n" + menu + "Reading: " + title + "\nمشاركة\nضفافضفاف\n" + menu +
                  "بحث\nتابعنا\n© 2024 example.org. جميع الحقوق محفوظة.\n" + "ضفاف > World > " + title +
                  "\nWorldأخبار\n\n" + title + "\n\nتم النشر 13/02/2025\nمشاركة\n" + caption + "\n\n" +
                  first + "\n" + second + "\n\nقروض صغيرة للمزارعين\n\n" + third +
                  "\n\nالمقال السابق افتتاح مدرسة في القرية\nالمقال التالي أمطار غزيرة على الساحل\nاترك "
                  "تعليق\n\nاترك تعليقاً إلغاء الرد\n\n" +
                  "لن يتم نشر عنوان بريدك الإلكتروني. الحقول الإلزامية مشار إليها بـ *\n\nآخر "
                  "الأخبار\n\nWorldأخبار\n\nشركة جديدة لتصدير الورد إلى الخارج\n\n18/06/2025\n" +
                  "أمطار غزيرة على الساحل\nWorld أخبار\n\nضفاف مؤسسة إعلامية مستقلة تقدم الأخبار والمقالات "
                  "على مدار الساعة. تأسست عام 2021.\n\n© 2024 example.org جميع الحقوق محفوظة.\n" +
                  "Welcome Back!\n\nSign in to your account\n\nLost your password?");
    EXPECT_EQ(article.title, title);
    EXPECT_EQ(article.site, "ضفاف");
    EXPECT_EQ(day(article.published), "2025-02-13");
    EXPECT_EQ(plain_text(article.blocks), first + "\n\n" + second + "\n\nقروض صغيرة للمزارعين\n\n" + third);
    ASSERT_EQ(article.blocks.size(), 4u);
    EXPECT_EQ(article.blocks[2].kind, BlockKind::heading);
}

TEST(FlatText, BylineWithItsPaperBecomesFields) {
    const auto article =
        extracted("كتب : سعيد الحلبي... صحيفة الضفاف\n" + first + "\n" + second + "\n" + third + "\n\n\n");
    EXPECT_EQ(article.authors, std::vector<std::string>{"سعيد الحلبي"});
    EXPECT_EQ(article.credit, "صحيفة الضفاف");
    EXPECT_EQ(article.blocks.size(), 3u);
    EXPECT_EQ(article.blocks[0].text, first);
}

TEST(FlatText, GluedDateBecomesAField) {
    const auto article = extracted(" date 2026-01-28 " + first + "\n\n" + second + "\n\n" + third);
    EXPECT_EQ(day(article.published), "2026-01-28");
    EXPECT_EQ(plain_text(article.blocks), first + "\n\n" + second + "\n\n" + third);
}

TEST(FlatText, GluedSummaryPointsBecomeTheLead) {
    const std::string points =
        "معرض الزهور: افتتحت الوزيرة المعرض السنوي بحضور المزارعين. - المبيعات: تضاعفت مبيعات المزارعين هذا "
        "العام. - القروض: ستقدم الوزارة قروضاً صغيرة للمزارعين.";
    for (const std::string& gap : {"\n\n"s, " "s}) {
        const auto article =
            extracted(" date 2025-12-24 - " + points + gap + first + "\n\n" + second + "\n\n" + third);
        EXPECT_EQ(day(article.published), "2025-12-24");
        EXPECT_EQ(plain_text(article.blocks), first + "\n\n" + second + "\n\n" + third);
        EXPECT_NE(article.lead.find("المبيعات: تضاعفت"), std::string::npos);
    }
}

TEST(FlatText, ADashInTheFirstSentenceIsNoSummary) {
    const std::string sentence =
        "عاد المزارعون - وعددهم مئتان - إلى قراهم مساء أمس بعد أن باعوا كل ما حملوه من ورد إلى معرض المدينة.";
    const auto article = extracted(sentence + "\n\n" + second + "\n\n" + third);
    EXPECT_EQ(plain_text(article.blocks), sentence + "\n\n" + second + "\n\n" + third);
    EXPECT_EQ(article.lead, "");
}

TEST(FlatText, AParagraphThatNamesItsAgencyStays) {
    const std::string cited = "أعلنت الوزيرة أن معرض الزهور سيقام في العام المقبل أيضاً، وأن المزارعين سيدعون "
                              "إليه، وفق وكالة الأنباء الرسمية (سانا).";
    const auto article = extracted(cited + "\n\n" + second + "\n\n" + third);
    EXPECT_EQ(article.blocks.at(0).text, cited);
    EXPECT_EQ(article.blocks.size(), 3u);
}

TEST(FlatText, RelatedHeadlinesInsideTheTextGo) {
    const auto article = extracted(title + "\n\n" + first + "\n\nاقرأ أيضاً: أمطار غزيرة على الساحل\n\n" +
                                   second + "\n\nمقالات ذات صلة\n\nافتتاح مدرسة في القرية\n\n" + third);
    EXPECT_EQ(plain_text(article.blocks), first + "\n\n" + second + "\n\n" + third);
}

TEST(FlatText, ShareWordsGluedToTheLastSentenceGo) {
    const auto article = extracted(first + "\n\n" + second + "\n\n" + third + " مشاركة: فيسبوك تويتر واتساب");
    EXPECT_EQ(article.blocks.back().text, third);
}

TEST(FlatText, WrappedParagraphsAreJoined) {
    const auto article = extracted("Flower show opens in the town park\n\n"
                                   "The minister of agriculture opened the yearly flower show in the\n"
                                   "town park yesterday and said that the farmers of the valley had\n"
                                   "sold twice as much as they had in the year before, in spite of the\n"
                                   "late frost.\n\n"
                                   "She promised small loans to everyone who wants to grow roses on a\n"
                                   "field of their own, and said that letters will be answered before\n"
                                   "the end of the month by the office that has been opened for that\n"
                                   "purpose.\n");
    EXPECT_EQ(article.title, "Flower show opens in the town park");
    ASSERT_EQ(article.blocks.size(), 2u);
    EXPECT_TRUE(article.blocks[0].text.ends_with("in spite of the late frost."));
}

TEST(FlatText, ABriefUnderItsTitleBeatsTheSitesOwnParagraph) {
    const std::string brief =
        "Roses were sold for charity in the park on Sunday, and all of them were gone by noon.";
    const auto article = extracted(
        "Home > News > Roses sold for charity in the park\n\nRoses sold for charity in the park\n\n" + brief +
        "\n\nLeave a Reply\n\nYour email address will not be published. Required fields are marked "
        "*\n\nLatest news\n\nFarmers meet\n\n" +
        "The Daily Example is an independent paper that brings you news, reports and opinion from the valley "
        "around the clock, founded in 1999.\n\n© 2024 The Daily Example\n");
    EXPECT_EQ(plain_text(article.blocks), brief);
}

TEST(FlatText, PointsWithoutHeadingsAreASummaryToo) {
    const auto article = extracted(" date 2025-11-03 - افتتحت الوزيرة المعرض السنوي أمس. - تضاعفت مبيعات "
                                   "المزارعين هذا العام. - ستقدم الوزارة "
                                   "قروضاً صغيرة للمزارعين.\n\n" +
                                   first + "\n\n" + second);
    EXPECT_EQ(plain_text(article.blocks), first + "\n\n" + second);
}

TEST(FlatText, ABriefWithoutFullStopsStandsUnderItsTitle) {
    const std::string one = "وصلت إلى المرفأ صباح اليوم باخرة محملة بثلاثين ألف طن من القمح";
    const std::string two = "وقال مدير المرفأ إن تفريغ الحمولة سيستغرق ثلاثة أيام";
    const auto article = extracted("الرئيسية / سياسة / وصول باخرة القمح إلى المرفأ\nوصول باخرة القمح إلى "
                                   "المرفأ\nأكتوبر 15, 2025\nشاركها\nفيسبوك\n" +
                                   one + "\n" + two +
                                   "\nوكالات\nالوسوم\nالقمح\nمقالات ذات صلة\nارتفاع أسعار الخبز في المدن "
                                   "الساحلية\nاترك تعليقا إلغاء الرد\n");
    EXPECT_EQ(article.title, "وصول باخرة القمح إلى المرفأ");
    EXPECT_EQ(plain_text(article.blocks), one + "\n\n" + two);
    EXPECT_EQ(article.blocks.at(0).kind, BlockKind::paragraph);
}

TEST(FlatText, MarkdownMarksGo) {
    const auto article = extracted("# " + title + "\n\n![صورة](https://example.org/i.jpg)\n\n" + first +
                                   "\n\n[" + second + "](https://example.org/b)\n\nhttps://example.org/c\n");
    EXPECT_EQ(article.title, title);
    EXPECT_EQ(plain_text(article.blocks), first + "\n\n" + second);
}

TEST(FlatText, NavigationAloneIsNoArticle) {
    const auto result = extract_text("Home\nNews\nContact\n© 2024 Daily Example. All rights reserved.\n");
    ASSERT_FALSE(result.has_value());
    EXPECT_EQ(result.error().code, Errc::not_an_article);
    EXPECT_FALSE(extract_text("").has_value());
}

TEST(FlatText, FloodsAreBounded) {
    std::string flood;
    for (int i = 0; i < 100'000; ++i)
        flood += "a\n";
    EXPECT_FALSE(extract_text(flood).has_value());
    EXPECT_FALSE(extract_text(std::string(200'000, '-')).has_value());
    EXPECT_FALSE(extract_text(std::string(1'000'000, '[') + "](").has_value());
}

} // namespace
} // namespace khabar::article
