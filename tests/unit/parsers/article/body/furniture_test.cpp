// A short story as themes write it, with what they put into it and below it, in every combination: all of the
// story comes out and nothing else.
#include "tests/unit/parsers/article/body/harbour_story.hpp"

#include <array>
#include <string>
#include <tuple>
#include <vector>

namespace khabar::article {
namespace {

struct Story {
    std::string_view language, title, byline, share, rail, comments;
    std::array<std::string_view, 5> paragraphs;
    std::array<std::string_view, 8> inserts; // after the second paragraph
    std::array<std::string_view, 7> tails;   // below the text
};

// clang-format off
constexpr Story stories[] = {
    {"en", "Old bridge closed for a week", "By Jane Doe", "Share on Facebook", "Related stories", "Leave a comment",
     {"The city council decided on Tuesday after four hours of debate to close the old bridge for a week.",
      "Work begins in spring, said the mayor, and ends before the autumn rains.",
      "The bridge has stood over the river for a hundred years, and six thousand cars cross it every day, the engineer told the paper.",
      "“We have waited ten years for this,” said Ada Roe, who sells fish at the quay.",
      "It will be open again on Monday."},
     {"Read also: <a href=/x>The port opens in May</a>", "Read more", "<a href=/w>Follow us on WhatsApp</a> for the latest news",
      "Advertisement", "Subscribe to our newsletter", "Share on WhatsApp", "Story continues below", "3 min read"},
     {"", "<div>Tags: <a href=/t/a>bridge</a> <a href=/t/b>council</a></div>",
      "<div><img src=/a.jpg><h4>Jane Doe</h4><p>Jane Doe is a reporter at Example News who writes about bridges, boats and the weather of the coast.</p></div>",
      "<div><a href=#>Facebook</a><a href=#>Twitter</a><a href=#>WhatsApp</a></div>",
      "<div><a href=/p>Previous article</a><a href=/p>The market moves to the quay</a><a href=/n>Next article</a><a href=/n>The port opens</a></div>",
      "<p>© 2024 Example News. All rights reserved.</p>", "<p>Source: Reuters</p>"}},
    {"ar", "إغلاق الجسر القديم أسبوعاً", "كتب: سعيد الحلبي", "شارك على فيسبوك", "مقالات ذات صلة", "اترك تعليقاً",
     {"قرر مجلس المدينة يوم الثلاثاء بعد أربع ساعات من النقاش إغلاق الجسر القديم لمدة أسبوع كامل.",
      "وتبدأ الأعمال في الربيع، بحسب رئيس البلدية، وتنتهي قبل أمطار الخريف.",
      "ويقف الجسر فوق النهر منذ مئة عام، وتعبره ستة آلاف سيارة كل يوم، كما قال المهندس للصحيفة.",
      "وقالت هند النجار التي تبيع السمك عند الرصيف: «انتظرنا هذا عشر سنوات».",
      "ويفتح الجسر من جديد يوم الاثنين."},
     {"اقرأ أيضاً: <a href=/x>الميناء يفتح في أيار</a>", "اقرأ المزيد", "<a href=/w>تابعونا على واتساب</a> لتصلكم آخر الأخبار",
      "إعلان", "اشترك في نشرتنا البريدية", "شارك عبر واتساب", "شاهد أيضاً", "3 دقائق قراءة"},
     {"", "<div>الوسوم: <a href=/t/a>الجسر</a> <a href=/t/b>المجلس</a></div>",
      "<div><img src=/a.jpg><h4>سعيد الحلبي</h4><p>سعيد الحلبي صحفي في الموقع يكتب عن الجسور والقوارب وطقس الساحل منذ عشرين عاماً.</p></div>",
      "<div><a href=#>فيسبوك</a><a href=#>تويتر</a><a href=#>واتساب</a></div>",
      "<div><a href=/p>المقال السابق</a><a href=/p>السوق ينتقل إلى الرصيف</a><a href=/n>المقال التالي</a><a href=/n>الميناء يفتح</a></div>",
      "<p>جميع الحقوق محفوظة لموقع المثال 2024</p>", "<p>المصدر: رويترز</p>"}},
};
// clang-format on

struct Layout {
    std::string_view name, open, close;
};

constexpr Layout layouts[] = {
    {"paragraphs", "<p>", "</p>"},
    {"boxes", "<div>", "</div>"},
    {"line_breaks", "", "<br><br>"},
    {"spans", "<p><span><span>", "</span></span></p>"},
    {"boxes_in_sections", "<section><div><p>", "</p></div></section>"},
};

class Furniture : public testing::TestWithParam<std::tuple<Story, Layout>> {
  protected:
    const Story& story = std::get<0>(GetParam());
    const Layout& layout = std::get<1>(GetParam());

    std::string page(std::string_view insert, std::string_view tail, const std::string& around) const {
        std::string text;
        const auto add = [&](std::string_view one) {
            text.append(layout.open).append(one).append(layout.close);
        };
        for (std::size_t i = 0; i < story.paragraphs.size(); ++i) {
            if (i == 2) add(insert);
            add(story.paragraphs[i]);
        }
        const auto said = [](std::string_view open, std::string_view what, std::string_view close) {
            return std::string(open).append(what).append(close);
        };
        return said("<html lang=", story.language, "><title>") + said("", story.title, "</title><body>") +
               "<ul><li><a href=/>Home</a></li><li><a href=/n>News</a></li></ul><" + around + ">" +
               said("<h1>", story.title, "</h1>") + said("<div>", story.byline, "</div>") +
               said("<div><a href=#>", story.share, "</a></div>") + "<div>" + text + "</div>" +
               std::string(tail) + "</" + around + ">" + said("<div><h3>", story.rail, "</h3><ul>") +
               "<li><a href=/q>The port opens in May after ten years of work</a></li>"
               "<li><a href=/r>The market moves to the quay in the autumn</a></li></ul></div>" +
               said("<div><h3>", story.comments, "</h3><form><textarea></textarea></form></div>");
    }
};

TEST_P(Furniture, LeavesTheStoryWhole) {
    std::string whole;
    for (const auto paragraph : story.paragraphs)
        whole.append(whole.empty() ? "" : "\n\n").append(paragraph);
    for (const std::string around : {"article", "div"})
        for (const auto insert : story.inserts)
            for (const auto tail : story.tails)
                EXPECT_EQ(test::text_of(page(insert, tail, around)), whole)
                    << around << "; " << insert << "; " << tail;
}

std::string name_of(const testing::TestParamInfo<std::tuple<Story, Layout>>& info) {
    return std::string(std::get<0>(info.param).language) + "_" + std::string(std::get<1>(info.param).name);
}

INSTANTIATE_TEST_SUITE_P(Themes, Furniture,
                         testing::Combine(testing::ValuesIn(stories), testing::ValuesIn(layouts)), name_of);

} // namespace
} // namespace khabar::article
