#include "parsers/article/lines/line_class.hpp"
#include "parsers/text/punctuation.hpp"

#include <gtest/gtest.h>

#include <string>

namespace khabar::article {
namespace {

struct Case {
    const char* line;
    LineKind kind;
};

std::string label(const testing::TestParamInfo<Case>& info) {
    return "line" + std::to_string(info.index);
}

class Classify : public testing::TestWithParam<Case> {};

TEST_P(Classify, SaysWhatTheLineIs) {
    EXPECT_EQ(name(classify_line(GetParam().line).kind), name(GetParam().kind)) << GetParam().line;
}

using enum LineKind;

INSTANTIATE_TEST_SUITE_P(Bylines, Classify,
                         testing::Values(Case{"كتب: سعيد الحلبي", byline}, Case{"كتبت : هند النجار", byline},
                                         Case{"بقلم د. عمر الشامي", byline},
                                         Case{"إعداد: هند النجار - ترجمة: سعيد الحلبي", byline},
                                         Case{"نویسنده: علی رضایی", byline}, Case{"By Jane Doe", byline},
                                         Case{"By JANE DOE and John Roe, Associated Press", byline},
                                         Case{"Par Jeanne Dupont", byline}, Case{"Von Anna Schmidt", byline},
                                         Case{"Por Ana García", byline}, Case{"Haber: Mehmet Yılmaz", byline},
                                         Case{"Jane Doe | Published 1 day ago", byline},
                                         Case{"سعيد الحلبي منذ 32 دقيقة", byline}),
                         label);

INSTANTIATE_TEST_SUITE_P(
    Dates, Classify,
    testing::Values(Case{"تم النشر 13/02/2025", date}, Case{"آخر تحديث: 15 أكتوبر 2025", date},
                    Case{"الأربعاء, 15 أكتوبر 2025 11:44 PM", date}, Case{"27/05/2022", date},
                    Case{"زمان انتشار: ۱۲ مهر ۱۴۰۳ - ۱۲:۳۰", date}, Case{"Published: 12 May 2024", date},
                    Case{"Updated 3 hours ago", date}, Case{"Publié le 12 mai 2024 à 10h30", date},
                    Case{"Veröffentlicht am 12. Mai 2024", date}, Case{"منذ 3 ساعات", date}),
    label);

INSTANTIATE_TEST_SUITE_P(
    Small, Classify,
    testing::Values(Case{"المصدر: وكالة الضفاف", credit}, Case{"Source: Reuters", credit},
                    Case{"(رويترز)", caption}, Case{"Getty Images", caption},
                    Case{"The mayor at the opening Foto: Jane Doe/dpa", caption},
                    Case{"جانب من السوق القديم (الأناضول)", caption}, Case{"5 دقائق قراءة", reading_time},
                    Case{"3 min read", reading_time}, Case{"120 مشاهدة", counts}, Case{"12 Comments", counts},
                    Case{"إعلان", advertisement}, Case{"Advertisement", advertisement},
                    Case{"زر الذهاب إلى الأعلى", back_to_top},
                    Case{"© 2024 Daily Example. All rights reserved.", copyright},
                    Case{"جميع الحقوق محفوظة لموقع المثال 2021", copyright}),
    label);

INSTANTIATE_TEST_SUITE_P(
    Around, Classify,
    testing::Values(Case{"مشاركة المقال:", share}, Case{"شارك الخبر فيسبوك وتويتر وواتساب", share},
                    Case{"Share on Facebook Twitter WhatsApp", share}, Case{"Partager sur Facebook", share},
                    Case{"الوسوم: الزراعة، الزهور", tags}, Case{"Tags: flowers, farming", tags},
                    Case{"الرئيسية > أخبار > معرض الزهور", breadcrumb},
                    Case{"الرئيسية/أخبار/معرض الزهور", breadcrumb},
                    Case{"Home » News » Flower show opens", breadcrumb}, Case{"Worldأخبار", category},
                    Case{"الرئيسية", menu}, Case{"اقرأ أيضاً", rail},
                    Case{"اقرأ أيضاً: افتتاح معرض الزهور", rail}, Case{"آخر الأخبار", rail},
                    Case{"Read more: Mayor resigns", rail}, Case{"Lire aussi", rail},
                    Case{"Lesen Sie auch: Bürgermeister tritt zurück", rail}, Case{"Related articles", rail},
                    Case{"المقال السابق افتتاح معرض الزهور", neighbour}, Case{"Next article", neighbour}),
    label);

INSTANTIATE_TEST_SUITE_P(
    Forms, Classify,
    testing::Values(
        Case{"اترك تعليقاً إلغاء الرد", comments},
        Case{"لن يتم نشر عنوان بريدك الإلكتروني. الحقول الإلزامية مشار إليها بـ *", comments},
        Case{"Leave a Reply", comments},
        Case{"Your email address will not be published. Required fields are marked *", comments},
        Case{"Save my name, email, and website in this browser for the next time I comment.", comments},
        Case{"Votre adresse e-mail ne sera pas publiée. Les champs obligatoires sont indiqués avec *",
             comments},
        Case{"Deine E-Mail-Adresse wird nicht veröffentlicht. Erforderliche Felder sind mit * markiert",
             comments},
        Case{"Sign in to your account", account}, Case{"تسجيل الدخول", account},
        Case{"اشترك في نشرتنا البريدية", newsletter}, Case{"Subscribe to our newsletter", newsletter}),
    label);

// Words of the vocabulary inside of prose change nothing.
INSTANTIATE_TEST_SUITE_P(
    Prose, Classify,
    testing::Values(
        Case{"By the end of the year the mayor had resigned.", prose},
        Case{"Von der Leyen besucht Kiew", prose}, Case{"Von Leipzig nach Berlin", prose},
        Case{"شارك الوزير في المؤتمر", prose}, Case{"كتب التاريخ القديم", prose},
        Case{"ولفت إلى أن المشاركة في المؤتمر كانت واسعة", prose},
        Case{"Share your thoughts about the new policy with the town council before Monday.", prose},
        Case{"Copyright law changes in the EU", prose}, Case{"وقال الوزير: سنعمل على ذلك.", prose},
        Case{"Read the following text carefully", prose}, Case{"تاريخ", prose},
        Case{"قال المتحدث إن المفاوضات انتهت مساء أمس بحسب ما نقلت الوكالة عن مسؤول فيها (رويترز).", prose},
        Case{"March on Washington", prose}, Case{"", blank}, Case{" • * — ", blank}),
    label);

TEST(ClassifyLine, TakesNamesAndCreditFromABylines) {
    const auto two = classify_line("By JANE DOE and John Roe, Associated Press");
    EXPECT_EQ(two.names, (std::vector<std::string>{"JANE DOE", "John Roe"}));
    EXPECT_EQ(two.credit, "Associated Press");
    const auto paper = classify_line("كتب : سعيد الحلبي... صحيفة الضفاف");
    EXPECT_EQ(paper.names, std::vector<std::string>{"سعيد الحلبي"});
    EXPECT_EQ(paper.credit, "صحيفة الضفاف");
}

TEST(ClassifyLine, ABylineMayBeginWithAnyCapital) {
    for (const std::string who : {"Ștefan Popescu", "Έλενα Παπαδοπούλου", "Əli Hüseynov", "Қайрат Әбілов",
                                  "Ấn Văn Đỗ", "Kim Seung-yeon", "Chen Shui-bian"})
        EXPECT_EQ(classify_line("By " + who).names, std::vector<std::string>{who});
}

TEST(ClassifyLine, AJoinedSyllableBelongsToTheName) {
    EXPECT_EQ(classify_line("By Lee Jae-myung and Ada Example").names,
              (std::vector<std::string>{"Lee Jae-myung", "Ada Example"}));
    EXPECT_EQ(classify_line("By long-term plans of the council").kind, LineKind::prose);
}

TEST(ClassifyLine, AnAndWrittenToTheNameDivides) {
    EXPECT_EQ(classify_line("كتب: أحمد علي ومحمد حسن").names,
              (std::vector<std::string>{"أحمد علي", "محمد حسن"}));
}

TEST(ClassifyLine, ReadsTheDateAndItsLabel) {
    const auto line = classify_line("Last updated: 2025-02-13");
    ASSERT_TRUE(line.date.has_value());
    EXPECT_EQ(date::to_iso8601(*line.date), "2025-02-13");
    EXPECT_TRUE(line.updated);
}

TEST(ClassifyLine, InTheHeadABylineNeedsNoColon) {
    LineContext head;
    head.head = true;
    EXPECT_EQ(classify_line("كتب سعيد الحلبي", head).kind, LineKind::byline);
    EXPECT_EQ(classify_line("كتب سعيد الحلبي").kind, LineKind::prose);
}

TEST(ClassifyLine, KnowsTheTitleInOtherVowelsAndMarks) {
    LineContext context;
    context.title = "افتتاحُ معرضِ الزهور";
    EXPECT_EQ(classify_line("« افتتاح معرض الزهور »", context).kind, LineKind::title);
}

TEST(ClassifyLine, LongLinesAreProse) {
    std::string line = "Share";
    while (line.size() <= max_line_bytes)
        line += " Facebook";
    EXPECT_EQ(classify_line(line).kind, LineKind::prose);
    EXPECT_EQ(classify_line("Share Facebook Facebook").kind, LineKind::share);
}

TEST(EndsAsSentence, LooksThroughQuotesAndBrackets) {
    EXPECT_TRUE(text::ends_as_sentence("قال: «سنعود»."));
    EXPECT_TRUE(text::ends_as_sentence("He said “we shall return.”"));
    EXPECT_TRUE(text::ends_as_sentence("هل نعود؟"));
    EXPECT_FALSE(text::ends_as_sentence("افتتاح معرض الزهور"));
    EXPECT_FALSE(text::ends_as_sentence("\"\""));
}

} // namespace
} // namespace khabar::article
