// A short story as themes write it, with what they put into it and below it, in every combination: all of the
// story comes out and nothing else.
#include "tests/unit/parsers/article/body/harbour_story.hpp"

#include <array>
#include <ostream>
#include <string>
#include <tuple>
#include <vector>

namespace khabar::article {
namespace {

struct Story {
    std::string_view language, title, byline, share, rail, comments;
    std::array<std::string_view, 5> paragraphs;
    std::array<std::string_view, 8> inserts; // after the second paragraph
    std::array<std::string_view, 7> tails;   // below the text; "": nothing
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
    {"fr", "Le vieux pont fermé une semaine", "Par Jeanne Dupont", "Partager sur Facebook", "Articles similaires", "Laisser un commentaire",
     {"Le conseil municipal a décidé mardi, après quatre heures de débat, de fermer le vieux pont une semaine.",
      "Les travaux commencent au printemps, a dit le maire, et finissent avant les pluies.",
      "Le pont enjambe le fleuve depuis cent ans, et six mille voitures le traversent chaque jour, a dit l’ingénieur au journal.",
      "« Nous attendons cela depuis dix ans », a dit Ada Roy, qui vend du poisson sur le quai.",
      "Il rouvrira lundi."},
     {"À lire aussi : <a href=/x>Le port ouvre en mai</a>",
      "Lire la suite",
      "<a href=/w>Suivez-nous sur WhatsApp</a> pour ne rien manquer",
      "Publicité",
      "Abonnez-vous à notre newsletter",
      "Partager sur WhatsApp",
      "Lire aussi",
      "Temps de lecture : 3 minutes"},
     {"",
      "<div>Mots-clés : <a href=/t/a>pont</a> <a href=/t/b>conseil</a></div>",
      "<div><img src=/a.jpg><h4>Jeanne Dupont</h4><p>Jeanne Dupont est journaliste à Example et écrit sur les ponts, les bateaux et la météo de la côte.</p></div>",
      "<div><a href=#>Facebook</a><a href=#>Twitter</a><a href=#>WhatsApp</a></div>",
      "<div><a href=/p>Article précédent</a><a href=/p>Le marché déménage</a><a href=/n>Article suivant</a><a href=/n>Le port ouvre</a></div>",
      "<p>© 2024 Example. Tous droits réservés.</p>",
      "<p>Source : AFP</p>"}},
    {"de", "Alte Brücke eine Woche gesperrt", "Von Anna Schmidt", "Auf Facebook teilen", "Ähnliche Artikel", "Schreibe einen Kommentar",
     {"Der Stadtrat beschloss am Dienstag nach vier Stunden Debatte, die alte Brücke eine Woche lang zu sperren.",
      "Die Arbeiten beginnen im Frühjahr, sagte der Bürgermeister, und enden vor dem Herbstregen.",
      "Die Brücke steht seit hundert Jahren über dem Fluss, und sechstausend Autos fahren jeden Tag darüber, sagte der Ingenieur der Zeitung.",
      "„Darauf haben wir zehn Jahre gewartet“, sagte Ada Roth, die am Kai Fisch verkauft.",
      "Am Montag ist sie wieder offen."},
     {"Lesen Sie auch: <a href=/x>Der Hafen öffnet im Mai</a>",
      "Weiterlesen",
      "<a href=/w>Folgen Sie uns auf WhatsApp</a>, um nichts zu verpassen",
      "Anzeige",
      "Abonnieren Sie unseren Newsletter",
      "Auf WhatsApp teilen",
      "Mehr zum Thema",
      "Lesezeit: 3 Minuten"},
     {"",
      "<div>Schlagwörter: <a href=/t/a>Brücke</a> <a href=/t/b>Rat</a></div>",
      "<div><img src=/a.jpg><h4>Anna Schmidt</h4><p>Anna Schmidt ist Redakteurin bei Example und schreibt über Brücken, Boote und das Wetter an der Küste.</p></div>",
      "<div><a href=#>Facebook</a><a href=#>Twitter</a><a href=#>WhatsApp</a></div>",
      "<div><a href=/p>Vorheriger Artikel</a><a href=/p>Der Markt zieht um</a><a href=/n>Nächster Artikel</a><a href=/n>Der Hafen öffnet</a></div>",
      "<p>© 2024 Example. Alle Rechte vorbehalten.</p>",
      "<p>Quelle: dpa</p>"}},
    {"tr", "Eski köprü bir hafta kapalı", "Haber: Mehmet Yılmaz", "Facebook'ta paylaş", "İlgili haberler", "Yorum yap",
     {"Belediye meclisi salı günü dört saatlik tartışmanın ardından eski köprüyü bir hafta kapatma kararı aldı.",
      "Başkan, çalışmaların ilkbaharda başlayacağını ve yağmurlardan önce biteceğini söyledi.",
      "Köprü yüz yıldır nehrin üzerinde duruyor ve her gün altı bin araba geçiyor, dedi mühendis gazeteye.",
      "Rıhtımda balık satan Ada Kaya, “Bunu on yıldır bekliyoruz” dedi.",
      "Köprü pazartesi yeniden açılacak."},
     {"İlgili haber: <a href=/x>Liman mayısta açılıyor</a>",
      "Devamını oku",
      "<a href=/w>Bizi WhatsApp'ta takip edin</a>",
      "Reklam",
      "Bültenimize abone olun",
      "WhatsApp'ta paylaş",
      "İlginizi çekebilir",
      "Okuma süresi: 3 dakika"},
     {"",
      "<div>Etiketler: <a href=/t/a>köprü</a> <a href=/t/b>meclis</a></div>",
      "<div><img src=/a.jpg><h4>Mehmet Yılmaz</h4><p>Mehmet Yılmaz, Example muhabiridir; köprüler, tekneler ve kıyının havası üzerine yazar.</p></div>",
      "<div><a href=#>Facebook</a><a href=#>Twitter</a><a href=#>WhatsApp</a></div>",
      "<div><a href=/p>Önceki haber</a><a href=/p>Pazar taşınıyor</a><a href=/n>Sonraki haber</a><a href=/n>Liman açılıyor</a></div>",
      "<p>© 2024 Example. Tüm hakları saklıdır.</p>",
      "<p>Kaynak: AA</p>"}},
    {"es", "El viejo puente, cerrado una semana", "Por Ana García", "Compartir en Facebook", "Artículos relacionados", "Deja un comentario",
     {"El ayuntamiento decidió el martes, tras cuatro horas de debate, cerrar el viejo puente durante una semana.",
      "Las obras empiezan en primavera, dijo el alcalde, y terminan antes de las lluvias.",
      "El puente lleva cien años sobre el río y seis mil coches lo cruzan cada día, dijo el ingeniero al diario.",
      "«Llevamos diez años esperando esto», dijo Ada Ruiz, que vende pescado en el muelle.",
      "Volverá a abrir el lunes."},
     {"Lee también: <a href=/x>El puerto abre en mayo</a>",
      "Leer más",
      "<a href=/w>Síguenos en WhatsApp</a> para no perderte nada",
      "Publicidad",
      "Suscríbete a nuestro boletín",
      "Compartir en WhatsApp",
      "Te puede interesar",
      "Tiempo de lectura: 3 minutos"},
     {"",
      "<div>Etiquetas: <a href=/t/a>puente</a> <a href=/t/b>ayuntamiento</a></div>",
      "<div><img src=/a.jpg><h4>Ana García</h4><p>Ana García es periodista de Example y escribe sobre puentes, barcos y el tiempo de la costa.</p></div>",
      "<div><a href=#>Facebook</a><a href=#>Twitter</a><a href=#>WhatsApp</a></div>",
      "<div><a href=/p>Artículo anterior</a><a href=/p>El mercado se muda</a><a href=/n>Artículo siguiente</a><a href=/n>El puerto abre</a></div>",
      "<p>© 2024 Example. Todos los derechos reservados.</p>",
      "<p>Fuente: EFE</p>"}},
    {"fa", "پل قدیمی یک هفته بسته می‌شود", "نویسنده: علی رضایی", "اشتراک گذاری در فیسبوک", "مطالب مرتبط", "ارسال نظر",
     {"شورای شهر روز سه‌شنبه پس از چهار ساعت بحث تصمیم گرفت پل قدیمی را یک هفته ببندد.",
      "شهردار گفت کار در بهار آغاز می‌شود و پیش از باران‌های پاییزی پایان می‌یابد.",
      "پل صد سال است که بر رودخانه ایستاده و هر روز شش هزار خودرو از آن می‌گذرند، مهندس به روزنامه گفت.",
      "آدا رضایی که در اسکله ماهی می‌فروشد گفت: «ده سال منتظر این بودیم».",
      "پل دوشنبه باز می‌شود."},
     {"بیشتر بخوانید: <a href=/x>بندر در اردیبهشت باز می‌شود</a>",
      "ادامه مطلب",
      "<a href=/w>ما را در تلگرام دنبال کنید</a>",
      "تبلیغات",
      "در خبرنامه ما عضو شوید",
      "اشتراک گذاری در واتساپ",
      "همچنین بخوانید",
      "زمان مطالعه: ۳ دقیقه"},
     {"",
      "<div>برچسب‌ها: <a href=/t/a>پل</a> <a href=/t/b>شورا</a></div>",
      "<div><img src=/a.jpg><h4>علی رضایی</h4><p>علی رضایی روزنامه‌نگار است و درباره پل‌ها، قایق‌ها و هوای ساحل می‌نویسد.</p></div>",
      "<div><a href=#>تلگرام</a><a href=#>توییتر</a><a href=#>واتساپ</a></div>",
      "<div><a href=/p>مطلب قبلی</a><a href=/p>بازار جابجا می‌شود</a><a href=/n>مطلب بعدی</a><a href=/n>بندر باز می‌شود</a></div>",
      "<p>تمامی حقوق محفوظ است ۱۴۰۲</p>",
      "<p>منبع: ایسنا</p>"}},
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

void PrintTo(const Story& story, std::ostream* out) {
    *out << story.language;
}
void PrintTo(const Layout& layout, std::ostream* out) {
    *out << layout.name;
}

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
