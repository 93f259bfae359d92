// Poems: as a whole article, in the midst of one, in the layouts that papers print them in.
#include "tests/unit/parsers/article/body/harbour_story.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace khabar::article {
namespace {

using test::first;
using test::paragraph;
using test::text_of;

const std::vector<std::string> lines{"يا بحرنا العالي متى نراه",    "يا موجه الغالي على ثراه",
                                     "قد عاد من سفر بعيد صاحبي",    "والليل في عينيه ما رواه",
                                     "نامت على الرمل القديم سفينة", "والشط يسأل من ترى رساه",
                                     "هل يذكر الميناء من مروا به",  "أم ضاع في الأيام ما حكاه",
                                     "يا أيها النورس لا تبتعد",     "فالصبح قد لاحت لنا خطاه"};

std::string joined(std::string_view before, std::string_view after, std::size_t each = 1,
                   std::string_view between = "<br>") {
    std::string html;
    for (std::size_t i = 0; i < lines.size(); i += each) {
        html += before;
        for (std::size_t k = i; k < std::min(i + each, lines.size()); ++k)
            html.append(k > i ? between : "").append(lines[k]);
        html += after;
    }
    return html;
}

std::string page(const std::string& body) {
    std::string rail = "<aside><h3>الأكثر قراءة</h3><ul>";
    for (int i = 1; i <= 12; ++i)
        rail += "<li><a href=/" + std::to_string(i) + ">خبر آخر عن المدينة والبحر والناس</a></li>";
    return "<html lang=ar><head><title>قصيدة البحر</title></head><body><nav><a "
           "href=/a>الرئيسية</a></nav><main>"
           "<h1>قصيدة البحر</h1><div class=q1>" +
           body + "</div></main>" + rail +
           "</ul></aside><footer><p>العنوان: شارع البحر، المدينة القديمة. اتصلوا بنا في أي وقت تشاؤون على "
           "الرقم المعروف.</p></footer></body></html>";
}

std::string poem() {
    std::string text;
    for (const auto& line : lines)
        text.append(text.empty() ? "" : "\n\n").append(line);
    return text;
}

TEST(Verse, IsTextInEveryLayout) {
    for (const std::string& body : {"<p>" + joined("", "", lines.size()) + "</p>", joined("<p>", "</p>"),
                                    joined("<p>", "</p>", 2), "<div>" + joined("", "<br>") + "</div>",
                                    "<blockquote>" + joined("", "", lines.size()) + "</blockquote>"})
        EXPECT_EQ(text_of(page(body)), poem()) << body;
}

TEST(Verse, StaysBelowTheWordsThatBringIt) {
    const std::string opening = "نشر الشاعر قصيدة جديدة يوم أمس في ديوانه الأخير، وهي طويلة.";
    EXPECT_EQ(text_of(page(paragraph(opening) + "<p>" + joined("", "", lines.size()) + "</p>")),
              opening + "\n\n" + poem());
}

// Fewer lines, or lines that lead elsewhere, are labels and menus.
TEST(Verse, AMenuIsNone) {
    EXPECT_EQ(text_of(page(joined("<p><a href=/x>", "</a></p>"))),
              "not_an_article: nothing on the page reads like an article");
    std::string labels;
    for (const std::string label : {"Harbour office", "Opening hours", "Quay number nine", "Ships of today"})
        labels += paragraph(label);
    EXPECT_EQ(text_of("<main><h1>Plan for the harbour</h1>" + paragraph(first) + "</main><div>" + labels +
                      "</div>"),
              first);
}

} // namespace
} // namespace khabar::article
