#include "parsers/date/parse.hpp"

#include <gtest/gtest.h>

#include <string>
#include <utility>

namespace khabar::date {
namespace {

using namespace std::chrono_literals;

// A Wednesday.
constexpr std::chrono::sys_seconds now = std::chrono::sys_days{2025y / 10 / 15} + 12h;

std::string read(std::string_view text, const Context& context) {
    const auto date = parse(text, context);
    return date ? to_iso8601(*date) : "none";
}

struct Case {
    std::string_view text;
    std::string_view date;
};

class Dates : public testing::TestWithParam<Case> {};
class RelativeDates : public testing::TestWithParam<Case> {};

TEST_P(Dates, AreReadWithoutNow) {
    EXPECT_EQ(read(GetParam().text, {}), GetParam().date) << GetParam().text;
}
TEST_P(RelativeDates, AreReadAgainstNow) {
    EXPECT_EQ(read(GetParam().text, {.now = now}), GetParam().date) << GetParam().text;
}

constexpr Case machine_made[] = {
    {"2025-10-12", "2025-10-12"},
    {"2025-10", "2025-10"},
    {"20251012T0930Z", "2025-10-12T09:30Z"},
    {"2025-10-12T09:30:15+03:00", "2025-10-12T09:30:15+03:00"},
    {"2025-10-12 09:30:15.250 -0330", "2025-10-12T09:30:15-03:30"},
    {"2025-285", "2025-10-12"},
    {"2025-10-12T24:00:00Z", "2025-10-13T00:00:00Z"},
    {"2025-10-12T25:00:00Z", "none"},
    {"2025-10-12T24:00", "2025-10-13T00:00"},
    {"2025-10-12T24:30", "none"},
    {"20251012T2430Z", "none"},
    {"2025-10-14T10:30:00+03:00[Asia/Riyadh]", "2025-10-14T10:30:00+03:00"},
    {"2025-10-14T07:30:00Z[Asia/Riyadh][u-ca=gregory]", "2025-10-14T07:30:00Z"},
    {"2025-10-14T10:30:00[Asia/Riyadh]", "2025-10-14T10:30:00"},
    {"2025-10-14T10:30:00+03:00 Asia/Riyadh]", "none"},
    {"2025-10-12T09:61:00Z", "none"},
    {"2025-02-29", "none"},
    {"Sun, 12 Oct 2025 09:30:15 GMT", "2025-10-12T09:30:15Z"},
    {"12 Oct 25 09:30 EST", "2025-10-12T09:30-05:00"},
    {"Fri, 04 Jul 2025 10:00:00 ET", "2025-07-04T10:00:00-04:00"},
    {"Fri Jul 4 10:00:00 ET 2025", "2025-07-04T10:00:00-04:00"},
    {"Sat, 04 Jan 2025 10:00:00 ct", "2025-01-04T10:00:00-06:00"},
    {"2025-07-04T10:00:00 ET", "2025-07-04T10:00:00-04:00"},
    {"2025-07-04T10:00 MT", "2025-07-04T10:00-06:00"},
    {"2005-07-04T10:00 ET", "2005-07-04T10:00"}, // before the rule of today
    {"July 4, 2025 10:00 AM ET", "2025-07-04T10:00-04:00"},
    {"Jan. 4, 2025 10:00 AM PT", "2025-01-04T10:00-08:00"},
    {"Sunday, 12-Oct-25 09:30:15 GMT", "2025-10-12T09:30:15Z"},
    {"Sun Oct 12 09:30:15 2025", "2025-10-12T09:30:15"},
    {"Sun Oct 12 09:30:15 +0000 2025", "2025-10-12T09:30:15Z"},
    {"Sun, 12 October 2025 09:30:15 +0300", "2025-10-12T09:30:15+03:00"},
    {"15 Oct 2025 10:30 .", "2025-10-15T10:30"},
    {"Sun, 42 Oct 2025 09:30:15 GMT", "none"},
    {"Sun, 12 Oct 2025 1:2:3:4 GMT", "none"},
    {"Sun, 12 Oct 2025 09:30:15 +zz:00", "none"},
    {"1760261400", "2025-10-12T09:30:00Z"},
    {"1760261400123", "2025-10-12T09:30:00Z"},
};
INSTANTIATE_TEST_SUITE_P(MachineMade, Dates, testing::ValuesIn(machine_made));

constexpr Case arabic[] = {
    {"الأحد 12 أكتوبر 2025 - 10:30 ص", "2025-10-12T10:30"},
    {"الاحد ، ١٢ تشرين الأول ٢٠٢٥ ١١:٠٥ م", "2025-10-12T23:05"},
    {"12 تشرين الأول/أكتوبر 2025", "2025-10-12"},
    {"12 كانون الثاني (يناير) 2025", "2025-01-12"},
    {"12 كانون الأول 2024", "2024-12-12"},
    {"12 غشت 2025", "2025-08-12"},
    {"12 جويلية 2025 في 18:20", "2025-07-12T18:20"},
    {"12 أكتوبر/نوفمبر 2025", "none"}, // two months
    {"تم النشر: 13/02/2025 الساعة 4:15 مساءً", "2025-02-13T16:15"},
    {"آخر تحديث 2025/02/13", "2025-02-13"},
    {"11 - 10 - 2025", "2025-10-11"},
    {"05\u200F/10\u200F/2025", "2025-10-05"},
    {"12 أكتوبر 2025م", "2025-10-12"},
    {"12 أكتوبر 2025 12:10 م", "2025-10-12T12:10"},
    {"12 أكتوبر 2025 12:10 ص", "2025-10-12T00:10"},
    {"14/10/2025 11:30 ظهرا", "2025-10-14T11:30"},
    {"14/10/2025 12:15 ظهرا", "2025-10-14T12:15"},
    {"14/10/2025 1:15 ظهرا", "2025-10-14T13:15"},
    {"14/10/2025 11:30 بعد الظهر", "2025-10-14T23:30"},
    {"14 اکتبر 2025 11:30 ظهر", "2025-10-14T11:30"},
    {"14/10/2025 الساعة الحادية عشرة ظهرا", "2025-10-14T11:00"},
    {"14/10/2025 الساعة الثانية عشرة إلا ربعا ظهرا", "2025-10-14T11:45"},
    {"14/10/2025 الساعة الواحدة إلا ربعا ظهرا", "2025-10-14T12:45"},
    {"14/10/2025 الساعة الثانية عشرة إلا ربعا مساء", "2025-10-14T23:45"},
    {"14/10/2025 الساعة الرابعة إلا ربعا عصرا", "2025-10-14T15:45"},
    {"12 أكتوبر 2025 09:45 بتوقيت غرينتش", "2025-10-12T09:45Z"},
    {"12 أكتوبر 2025 09:45 (GMT+3)", "2025-10-12T09:45+03:00"},
    {"20 ربيع الآخر 1447هـ الموافق 12 أكتوبر 2025م", "2025-10-12"},
    {"20 ربيع الآخر 1447 هـ", "2025-10-12"},
    {"السبت 20 ربيع الآخر 1447 هـ", "2025-10-11"}, // the moon seen a day earlier
    {"20/04/1447 هـ - 12/10/2025", "2025-10-12"},
    {"أكتوبر 2025", "2025-10"},
    {"السبت ۱۹ مهر ۱۴۰۴", "2025-10-11"},
    {"۱۴۰۴/۰۷/۲۰ ۱۲:۳۰", "2025-10-12T12:30"},
};
INSTANTIATE_TEST_SUITE_P(Arabic, Dates, testing::ValuesIn(arabic));

constexpr Case languages[] = {
    {"Published October 12, 2025 | 3:07 PM EST", "2025-10-12T15:07-05:00"},
    {"12th of October 2025 at 5pm", "2025-10-12T17:00"},
    {"Le 12 octobre 2025 à 18h30", "2025-10-12T18:30"},
    {"Sonntag, 12. Oktober 2025, 18:30 Uhr", "2025-10-12T18:30"},
    {"1º de maio de 2025", "2025-05-01"},
    {"domingo, 12 de outubro de 2025 às 10h30", "2025-10-12T10:30"},
    {"mar, 5 ago 2025", "2025-08-05"},
    {"12 Ekim 2025 Pazar 10:45", "2025-10-12T10:45"},
    {"12 октября 2025 г. в 10:45", "2025-10-12T10:45"},
    {"12 października 2025", "2025-10-12"},
    {"12.10.2025 klo 16.45", "2025-10-12T16:45"},
    {"2025年10月12日 下午3:05", "2025-10-12T15:05"},
    {"2025년 10월 12일 오후 3:05", "2025-10-12T15:05+09:00"},
    {"ngày 12 tháng 10 năm 2025", "2025-10-12"},
    {"12 ตุลาคม 2568", "2025-10-12"},
    {"१२ अक्टूबर २०२५", "2025-10-12"},
    {"12 באוקטובר 2025", "2025-10-12"},
};
INSTANTIATE_TEST_SUITE_P(Languages, Dates, testing::ValuesIn(languages));

constexpr Case order_of_numbers[] = {
    {"25/12/2024", "2024-12-25"},
    {"12/25/2024", "2024-12-25"},
    {"05/10/2025", "2025-10-05"},
    {"Friday 05/09/2025", "2025-09-05"},
    {"Friday 09/05/2025", "2025-05-09"},
    {"Monday 05/12/2025", "2025-05-12"},       // only month first is a Monday
    {"10/9/2025 3:07 PM", "2025-10-09T15:07"}, // American looks
    {"10.09.2025", "2025-09-10"},
    {"31/02/2025", "none"},
};
INSTANTIATE_TEST_SUITE_P(OrderOfNumbers, Dates, testing::ValuesIn(order_of_numbers));

constexpr Case months_and_ordinals[] = {
    {"15 ك2 2025", "2025-01-15"},
    {"٣ ت٢ ٢٠٢٤", "2024-11-03"},
    {"15 تشرين1 2025", "2025-10-15"},
    {"الأول من أكتوبر 2025", "2025-10-01"},
    {"الخامس عشر من تشرين الأول 2025", "2025-10-15"},
    {"الثاني والعشرين من مارس 2025", "2025-03-22"},
    {"الحادي والثلاثون من مايو 2025", "2025-05-31"},
    {"first of May 2025", "2025-05-01"},
    {"15ی تشرینی یەکەمی 2025", "2025-10-15"},
    {"2016年6月", "2016-06"},
    {"2016年6月2911:30", "2016-06-29T11:30"}, // a 日 is missing; one cut is possible
    {"2016年6月911:30", "2016-06-09T11:30"},
    {"2016年6月111:30", "none"}, // the 1st at 11 or the 11th at 1
    {"平成28年6月29日", "2016-06-29"},
    {"民國105年6月29日", "2016-06-29"},
    {"الفوج الأول 2025", "none"},
};
INSTANTIATE_TEST_SUITE_P(MonthsAndOrdinals, Dates, testing::ValuesIn(months_and_ordinals));

constexpr Case no_dates[] = {
    {"", "none"},
    {"القانون رقم 12/10/2024", "none"},
    {"المرسوم التشريعي رقم 10 لعام 2025", "none"},
    {"Directive 2014/12/10", "none"},
    {"+963 11 222 3333", "none"},
    {"0551234567", "none"},
    {"12-10-2024-55", "none"},
    {"192.168.1.1", "none"},
    {"1.12.2025.4", "none"},
    {"3-1", "none"},
    {"10:30 ص", "none"},
    {"مارس الرياضة يوميا", "none"},
    {"15 أكتوبر", "none"}, // of which year?
    {"99 Jun 2025", "none"},
};
INSTANTIATE_TEST_SUITE_P(NoDates, Dates, testing::ValuesIn(no_dates));

constexpr Case relative[] = {
    {"الآن", "2025-10-15T12:00"},
    {"قبل 20 دقيقة", "2025-10-15T11:40"},
    {"قبل ساعة", "2025-10-15T11:00"},
    {"قبل نصف ساعة", "2025-10-15T11:30"},
    {"قبل ساعة ونصف", "2025-10-15T10:30"},
    {"منذ 5د", "2025-10-15T11:55"},
    {"Oct 1 '14", "2014-10-01"},
    {"منذ ساعتين", "2025-10-15T10:00"},
    {"قبل ٣ ساعات", "2025-10-15T09:00"},
    {"منذ ساعة و20 دقيقة", "2025-10-15T10:40"},
    {"أمس", "2025-10-14"},
    {"أمس الساعة 10:30 م", "2025-10-14T22:30"},
    {"أول أمس", "2025-10-13"},
    {"قبل يوم واحد", "2025-10-14"},
    {"منذ 3 أسابيع", "2025-09-24"},
    {"قبل شهرين", "2025-08-15"},
    {"قبل 3 سنوات", "2022-10-15"},
    {"منذ أحد عشر يوماً", "2025-10-04"},
    {"قبل خمسة وعشرين دقيقة", "2025-10-15T11:35"},
    {"منذ ثلاثين دقيقة", "2025-10-15T11:30"},
    {"قبل عدة ساعات", "none"}, // how many?
    {"several hours ago", "none"},
    {"صباح اليوم", "2025-10-15"},
    {"هذا المساء", "2025-10-15"},
    {"ظهر أمس", "2025-10-14"},
    {"الليلة الماضية", "2025-10-14"},
    {"الأسبوع الماضي", "2025-10-08"},
    {"الجمعة الماضي", "2025-10-10"},
    {"غدا", "2025-10-16"},
    {"بعد غد", "none"},
    {"خلال 3 أيام", "none"},
    {"2 hours ago", "2025-10-15T10:00"},
    {"an hour ago", "2025-10-15T11:00"},
    {"3d ago", "2025-10-12"},
    {"1 year, 2 months ago", "2024-08-15"},
    {"yesterday at 5:30pm", "2025-10-14T17:30"},
    {"il y a un an", "2024-10-15"},
    {"vor 3 Stunden", "2025-10-15T09:00"},
    {"hace 2 días", "2025-10-13"},
    {"3 saat önce", "2025-10-15T09:00"},
    {"2 часа назад", "2025-10-15T10:00"},
    {"3時間前", "2025-10-15T09:00"},
    {"5000 years ago", "none"},
    {"150 years ago", "1875-10-15"},
    {"250 years ago", "none"},
    {"Hier klicken", "none"}, // German, not French
    {"15 أكتوبر", "2025-10-15"},
    {"20 أكتوبر", "2024-10-20"},
    {"الأحد 20 أكتوبر", "2024-10-20"},
    {"May 5 people were there", "none"},
    {"12 Nov 2025", "none"}, // not yet
    {"11/12/2025", "none"},
    {"10/11/2025", "2025-10-11"}, // day first would not have come yet
};
INSTANTIATE_TEST_SUITE_P(Relative, RelativeDates, testing::ValuesIn(relative));

TEST(Parse, PutsTheSourcesZoneOnTimesThatNameNone) {
    EXPECT_EQ(read("12/10/2025 10:30", {.offset = 180min}), "2025-10-12T10:30+03:00");
    EXPECT_EQ(read("12/10/2025 10:30 UTC", {.offset = 180min}), "2025-10-12T10:30Z");
    EXPECT_EQ(read("12/10/2025", {.offset = 180min}), "2025-10-12");
}

TEST(Parse, AheadAllowsDaysToCome) {
    const Context context{.now = now, .ahead = std::chrono::days{366}};
    EXPECT_EQ(read("12 Nov 2025", context), "2025-11-12");
    EXPECT_EQ(read("12 Nov 2026", context), "none");
    EXPECT_EQ(read("خلال 3 أيام", context), "2025-10-18");
    EXPECT_EQ(read("بعد غد", context), "2025-10-17");
    EXPECT_EQ(read("الجمعة القادم", context), "2025-10-17");
    EXPECT_EQ(read("الأربعاء المقبل", context), "2025-10-22");
    EXPECT_EQ(read("الشهر المقبل", context), "2025-11-15");
    EXPECT_EQ(read("next week", context), "2025-10-22");
    EXPECT_EQ(read("20 أكتوبر", context), "2024-10-20");
}

TEST(Words, OfDatesAloneInAnyLanguage) {
    for (const auto* text :
         {"março de 2024", "2024年3月5日", "5. března", "5 มีนาคม", "13/02/2025", "كانون الثاني"})
        EXPECT_TRUE(has_only_words_of_dates(text)) << text;
    for (const auto* text : {"", "março e a ponte", "القانون رقم 5", "Jane", "London 2024"})
        EXPECT_FALSE(has_only_words_of_dates(text)) << text;
}

TEST(Parse, LooksNoFartherThan256Bytes) {
    EXPECT_EQ(read(std::string(200, ' ') + "12/10/2025", {}), "2025-10-12");
    EXPECT_EQ(read("x " + std::string(260, '.') + " 12/10/2025", {}), "none");
    EXPECT_EQ(read(std::string(1 << 20, '1'), {}), "none");
}

TEST(IsRelative, WhatNamesNoDayOfItsOwn) {
    for (const auto* text : {"منذ شهرين", "last year", "أمس", "3 days ago", "الجمعة الماضي"})
        EXPECT_TRUE(is_relative(text)) << text;
    for (const auto* text : {"15 أكتوبر 2025", "15 أكتوبر", "2025-10-15", "The mayor of the valley", ""})
        EXPECT_FALSE(is_relative(text)) << text;
}

TEST(UrlPath, ReadsWhatNewsroomsWrite) {
    const auto day = [](std::string_view path) {
        const auto found = from_url_path(path);
        return found ? to_iso8601(*found) : "none";
    };
    EXPECT_EQ(day("/news/2025-10/15/content_1.htm"), "2025-10-15");
    EXPECT_EQ(day("/n/2025/1015/c12-3456.html"), "2025-10-15");
    EXPECT_EQ(day("/articles/2025-10-15+Why+and+how"), "2025-10-15");
    EXPECT_EQ(day("/meldungen/29-10-2021"), "2021-10-29");
    EXPECT_EQ(day("/meldungen/10-29-2021"), "2021-10-29");
    EXPECT_EQ(day("/meldungen/09-10-2021"), "none"); // either way
    EXPECT_EQ(day("/2025/1099/x"), "none");
    EXPECT_EQ(day("/2025-10/story"), "none");
}

TEST(UrlPath, GivesTheDay) {
    constexpr std::pair<std::string_view, std::string_view> cases[] = {
        {"/2025/10/12/title", "2025-10-12"},
        {"/news/2025/1/5", "2025-01-05"},
        {"/a/20251012-title", "2025-10-12"},
        {"/2025-10-12-title", "2025-10-12"},
        {"/world/2025/oct/12/x", "2025-10-12"},
        {"/2025/10/title", "none"},
        {"/2025/13/12/", "none"},
        {"/article/20251399", "none"},
        {"/id/120251012", "none"},
        {"/1812/10/12/", "none"},
        {"", "none"},
    };
    for (const auto& [path, day] : cases) {
        const auto date = from_url_path(path);
        EXPECT_EQ(date ? to_iso8601(*date) : "none", day) << path;
    }
}

} // namespace
} // namespace khabar::date
