#include "parsers/language/detect.hpp"

#include <gtest/gtest.h>

namespace khabar::language {
namespace {

struct Sample {
    const char* language;
    const char* text;
};

class Detect : public testing::TestWithParam<Sample> {};

TEST_P(Detect, ReadsTheLanguageFromTheText) {
    EXPECT_EQ(detect(GetParam().text), GetParam().language);
}

INSTANTIATE_TEST_SUITE_P(
    Samples, Detect,
    testing::Values(
        Sample{"ar", "افتتح وزير الزراعة أمس معرض الزهور السنوي في حديقة المدينة، وقال إن المزارعين باعوا "
                     "هذا العام ضعف ما باعوه."},
        Sample{"ar", "اِفْتَتَحَ الوَزِيرُ مَعْرِضَ الزُّهُورِ السَّنَوِيَّ فِي الحَدِيقَةِ وَقَالَ إِنَّ المُزَارِعِينَ بَاعُوا الكَثِيرَ هَذَا العَامَ."},
        Sample{"fa", "وزیر کشاورزی دیروز نمایشگاه سالانه گل را در پارک شهر گشود و گفت که کشاورزان امسال دو "
                     "برابر پارسال فروخته‌اند."},
        Sample{"ur", "وزیر زراعت نے کل شہر کے باغ میں پھولوں کی سالانہ نمائش کا افتتاح کیا اور کہا کہ کسانوں "
                     "نے اس سال دگنی فروخت کی ہے۔"},
        Sample{"ckb", "وەزیری کشتوکاڵ دوێنێ پێشانگای ساڵانەی گوڵی لە پارکی شار کردەوە و گوتی جووتیاران "
                      "ئەمساڵ دوو ئەوەندە فرۆشتوویانە."},
        Sample{"ps", "د کرنې وزیر پرون د ښار په باغ کې د ګلونو کلنی نندارتون پرانیست او ویې ویل چې بزګرانو "
                     "سږ کال دوه برابره خرڅلاو کړی دی."},
        Sample{"tr", "Tarım bakanı dün şehir parkında yıllık çiçek sergisini açtı ve çiftçilerin bu yıl iki "
                     "kat fazla sattığını söyledi."},
        Sample{"en", "The minister of agriculture opened the yearly flower show in the town park and said "
                     "that farmers had sold twice as much."},
        Sample{"fr", "La ministre de l'agriculture a ouvert hier l'exposition annuelle de fleurs et a dit "
                     "que les paysans avaient vendu le double."},
        Sample{"de", "Der Landwirtschaftsminister eröffnete gestern die jährliche Blumenschau im Stadtpark "
                     "und lobte die Bauern der Gegend."},
        Sample{"es", "El ministro de agricultura inauguró ayer la exposición anual de flores y dijo que los "
                     "campesinos vendieron el doble."}));

TEST(Detect, SaysNothingOfTooLittle) {
    EXPECT_EQ(detect(""), "");
    EXPECT_EQ(detect("12.5 %"), "");
    EXPECT_EQ(detect("Oslo"), "");
}

TEST(Detect, AForeignNameDoesNotTurnArabicIntoKurdish) {
    EXPECT_EQ(detect("قال رئيس البلدية ڕۆژان إن المدينة ستفتح حديقة جديدة للأطفال في الصيف المقبل بعد أن "
                     "اكتملت أعمال البناء فيها."),
              "ar");
}

TEST(Detect, ReadsOnlyTheFirst16Kilobytes) {
    std::string text;
    while (text.size() < 16 * 1024)
        text += "The farmers of the valley sold their flowers in the market of the town. ";
    const std::string english = text;
    for (int i = 0; i < 2000; ++i)
        text += "Çiftçiler çiçeklerini kasabanın pazarında sattı ve çok sevindi. ";
    EXPECT_EQ(detect(text), "en");
}

TEST(IsRightToLeft, KnowsScriptsByLanguage) {
    EXPECT_TRUE(is_right_to_left("ar"));
    EXPECT_TRUE(is_right_to_left("ckb"));
    EXPECT_TRUE(is_right_to_left("fa-IR"));
    EXPECT_FALSE(is_right_to_left("tr"));
    EXPECT_FALSE(is_right_to_left(""));
}

} // namespace
} // namespace khabar::language
