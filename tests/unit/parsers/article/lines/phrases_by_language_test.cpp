#include "parsers/article/lines/line_class.hpp"

#include <gtest/gtest.h>

#include <array>
#include <string>

namespace khabar::article {
namespace {

// Lines as they stand around an article, one of a kind in each language; empty where the language writes
// none.
struct Lines {
    std::string_view language;
    std::string_view byline, author; // the person named in it
    std::string_view date;           // 5 March 2024
    std::string_view also;           // with a headline behind it
    std::string_view share;
    std::string_view comments;
    std::string_view rights;
    std::string_view prose; // with words that the lines above are made of
};

// clang-format off
constexpr auto lines = std::to_array<Lines>({
    {"it", "a cura di Anna Bianchi", "Anna Bianchi", "Pubblicato il 5 marzo 2024", "Leggi anche: Il ponte chiude per una settimana", "Condividi su Facebook", "Il tuo indirizzo email non sarà pubblicato. I campi obbligatori sono contrassegnati *", "© 2024 Riproduzione riservata", "La fonte ha condiviso i dati con i giornalisti."},
    {"pt", "Texto de Ana Silva", "Ana Silva", "Publicado em 5 de março de 2024", "Leia também: A ponte fecha por uma semana", "Compartilhar no WhatsApp", "Deixe um comentário", "Todos os direitos reservados", "O autor publicou um artigo sobre o tema."},
    {"ro", "Autor: Ion Popescu", "Ion Popescu", "Publicat la 5 martie 2024", "Citește și: Podul se închide pentru o săptămână", "Distribuie pe Facebook", "Adaugă un comentariu", "Toate drepturile rezervate", "Sursa a trimis comentariul ei la redacție."},
    {"ca", "Text de Jordi Puig", "Jordi Puig", "Publicat el 5 de març de 2024", "Llegeix també: El pont tanca una setmana", "Comparteix la notícia", "Deixa un comentari", "Tots els drets reservats", "La font va compartir les dades amb els lectors."},
    {"nl", "Geschreven door Jan de Vries", "Jan de Vries", "Gepubliceerd op 5 maart 2024", "Lees ook: De brug is een week dicht", "Deel dit artikel", "Laat een reactie achter", "Alle rechten voorbehouden", "De auteur deelt zijn mening met de lezers."},
    {"af", "Geskryf deur Pieter Botha", "Pieter Botha", "Gepubliseer op 5 Maart 2024", "Lees ook: Die brug is 'n week lank toe", "Deel hierdie artikel", "Laat 'n kommentaar", "Alle regte voorbehou", "Die skrywer deel sy mening met lesers."},
    {"sv", "Text: Anna Lindqvist", "Anna Lindqvist", "Publicerad den 5 mars 2024", "Läs också: Bron stängs i en vecka", "Dela artikeln", "Lämna en kommentar", "Alla rättigheter förbehållna", "Källan delade uppgifterna med redaktionen."},
    {"da", "Skrevet af Mette Jensen", "Mette Jensen", "Opdateret den 5. marts 2024", "Læs også: Broen lukker i en uge", "Del artiklen", "Skriv en kommentar", "Alle rettigheder forbeholdes", "Kilden delte sin viden med avisen."},
    {"nb", "Skrevet av Kari Nordmann", "Kari Nordmann", "Publisert 5. mars 2024", "Les også: Broen stenges i en uke", "Del artikkelen", "Legg igjen en kommentar", "Alle rettigheter reservert", "Kilden delte det han visste med avisen."},
    {"is", "Höfundur: Jón Jónsson", "Jón Jónsson", "Birt 5. mars 2024", "Lesa einnig: Brúin lokar í viku", "Deila frétt", "Skrifa athugasemd", "Allur réttur áskilinn", "Höfundurinn deildi frétt með lesendum."},
    {"fi", "Kirjoittaja: Matti Virtanen", "Matti Virtanen", "Julkaistu 5.3.2024", "Lue myös: Silta suljetaan viikoksi", "Jaa artikkeli", "Jätä kommentti", "Kaikki oikeudet pidätetään", "Lähde jakoi tiedot toimittajan kanssa."},
    {"et", "Autor: Mari Tamm", "Mari Tamm", "Avaldatud 5. märts 2024", "Loe ka: Sild suletakse nädalaks", "Jaga artiklit", "Lisa kommentaar", "Kõik õigused kaitstud", "Allikas jagas andmeid ajakirjanikega."},
    {"lv", "Autors: Jānis Bērziņš", "Jānis Bērziņš", "Publicēts 5. martā 2024", "Lasi arī: Tiltu slēdz uz nedēļu", "Dalīties", "Pievienot komentāru", "Visas tiesības aizsargātas", "Avots dalījās ar datiem, ko publicēja laikraksts."},
    {"lt", "Autorius: Jonas Kazlauskas", "Jonas Kazlauskas", "Paskelbta 2024 m. kovo 5 d.", "Taip pat skaitykite: Tiltas uždaromas savaitei", "Dalintis", "Rašyti komentarą", "Visos teisės saugomos", "Šaltinis pasidalijo duomenimis su skaitytojais."},
    {"hu", "Szerző: Nagy Anna", "Nagy Anna", "Frissítve: 2024. március 5.", "Olvasd el ezt is: Egy hétre lezárják a hidat", "Megosztás Facebookon", "Hozzászólások", "Minden jog fenntartva", "A forrás megosztotta az adatokat a szerzővel."},
    {"pl", "Autor: Anna Kowalska", "Anna Kowalska", "Opublikowano 5 marca 2024", "Czytaj także: Most zamknięty na tydzień", "Udostępnij artykuł", "Dodaj komentarz", "Wszelkie prawa zastrzeżone", "Autor udostępnił dane, które zebrał w marcu."},
    {"cs", "Autor: Jan Novák", "Jan Novák", "Publikováno 5. března 2024", "Čtěte také: Most bude týden zavřený", "Sdílet článek", "Přidat komentář", "Všechna práva vyhrazena", "Zdroj sdílel data s autorem článku."},
    {"sk", "Autor: Jana Kováčová", "Jana Kováčová", "Publikované 5. marca 2024", "Čítajte tiež: Most zatvoria na týždeň", "Zdieľať na Facebooku", "Pridať komentár", "Všetky práva vyhradené", "Zdroj zdieľal údaje s autorom článku."},
    {"ru", "Автор: Анна Иванова", "Анна Иванова", "Опубликовано 5 марта 2024", "Читайте также: Мост закроют на неделю", "Поделиться новостью", "Оставить комментарий", "Все права защищены", "Источник поделился данными с автором статьи."},
    {"uk", "Автор: Олена Шевченко", "Олена Шевченко", "Опубліковано 5 березня 2024", "Читайте також: Міст закриють на тиждень", "Поділитися", "Залишити коментар", "Усі права захищено", "Джерело поділилося даними з автором статті."},
    {"bg", "Автор: Иван Петров", "Иван Петров", "Публикувано на 5 март 2024", "Прочетете още: Затварят моста за седмица", "Сподели във Facebook", "Добави коментар", "Всички права запазени", "Източникът сподели данни с автора."},
    {"sr-Latn", "Piše: Marko Marković", "Marko Marković", "Objavljeno 5. marta 2024", "Pročitajte i: Most se zatvara na nedelju dana", "Podeli vest", "Ostavite komentar", "Sva prava zadržana", "Izvor je podelio podatke sa autorom."},
    {"sr-Cyrl", "Аутор: Марко Марковић", "Марко Марковић", "Објављено 5. марта 2024", "Прочитајте и: Мост се затвара на недељу дана", "Подели", "Оставите коментар", "Сва права задржана", "Извор је поделио податке са аутором."},
    {"sl", "Avtor: Janez Novak", "Janez Novak", "Objavljeno 5. marca 2024", "Preberite tudi: Most bo teden dni zaprt", "Deli novico", "Dodaj komentar", "Vse pravice pridržane", "Vir je delil podatke z avtorjem."},
    {"mk", "Автор: Петар Стојанов", "Петар Стојанов", "Објавено на 5 март 2024", "Прочитајте и: Мостот се затвора една недела", "Сподели", "Остави коментар", "Сите права се задржани", "Изворот сподели податоци со авторот."},
    {"el", "Γράφει ο Γιώργος Παπαδόπουλος", "Γιώργος Παπαδόπουλος", "Δημοσιεύτηκε: 5 Μαρτίου 2024", "Διαβάστε επίσης: Κλείνει η γέφυρα για μία εβδομάδα", "Κοινοποίηση", "Σχολιάστε", "Με επιφύλαξη παντός δικαιώματος", "Η πηγή έδωσε τα στοιχεία στον συντάκτη."},
    {"sq", "Autori: Arben Hoxha", "Arben Hoxha", "Publikuar më 5 mars 2024", "Lexo edhe: Ura mbyllet për një javë", "Shpërndaje", "Lini një koment", "Të gjitha të drejtat e rezervuara", "Burimi i ndau të dhënat me autorin."},
    {"hy", "Հեղինակ՝ Աննա Պետրոսյան", "Աննա Պետրոսյան", "Հրապարակված է 2024 թվականի մարտի 5", "Կարդացեք նաև՝ Կամուրջը փակվում է մեկ շաբաթով", "Կիսվել", "Մեկնաբանություններ", "Բոլոր իրավունքները պաշտպանված են", "Աղբյուրը տվյալները տրամադրեց հեղինակին։"},
    {"ka", "ავტორი: ნინო ბერიძე", "ნინო ბერიძე", "გამოქვეყნდა 5 მარტი 2024", "წაიკითხეთ აგრეთვე: ხიდი ერთი კვირით იკეტება", "გაზიარება", "კომენტარები", "ყველა უფლება დაცულია", "წყარომ მონაცემები ავტორს გაუზიარა."},
    {"az", "Müəllif: Əli Məmmədov", "Əli Məmmədov", "Dərc olunub: 5 mart 2024", "Həmçinin oxuyun: Körpü bir həftəlik bağlanır", "Paylaş", "Şərhlər", "Bütün hüquqlar qorunur", "Mənbə məlumatı müəlliflə paylaşdı."},
    {"kk", "Авторы: Айгүл Серікова", "Айгүл Серікова", "Жарияланды: 2024 жылғы 5 наурыз", "Оқи отырыңыз: Көпір бір аптаға жабылады", "Бөлісу", "Пікір қалдыру", "Барлық құқықтар қорғалған", "Дереккөз мәліметті авторға берді."},
    {"he", "מאת: דנה כהן", "דנה כהן", "פורסם: 5 במרץ 2024", "קראו גם: הגשר ייסגר לשבוע", "שתפו את הכתבה", "הוסף תגובה", "כל הזכויות שמורות", "המקור שיתף את הנתונים עם הכתב."},
    {"am", "ጸሐፊ፡ አበበ በቀለ", "አበበ በቀለ", "", "", "", "", "", "ምንጩ መረጃውን ለጸሐፊው ሰጠ።"},
    {"ckb", "نووسەر: ئازاد کەریم", "ئازاد کەریم", "", "", "هاوبەشکردن", "", "", "سەرچاوەکە زانیارییەکانی دا بە نووسەر."},
    {"ku", "Nivîskar: Azad Kerîm", "Azad Kerîm", "", "", "Parve bike", "", "", "Çavkaniyê agahî da nivîskar."},
    {"ps", "لیکوال: احمد خان", "احمد خان", "", "", "شریک کړئ", "", "", "سرچینې معلومات لیکوال ته ورکړل."},
    {"ur", "تحریر: احمد علی", "احمد علی", "شائع شدہ: 5 مارچ 2024", "مزید پڑھیں: پل ایک ہفتے کے لیے بند", "شیئر کریں", "تبصرے", "جملہ حقوق محفوظ ہیں", "ذرائع نے مصنف کو معلومات دیں۔"},
    {"hi", "लेखक: राहुल शर्मा", "राहुल शर्मा", "प्रकाशित: 5 मार्च 2024", "यह भी पढ़ें: पुल एक हफ्ते के लिए बंद", "शेयर करें", "टिप्पणी करें", "सर्वाधिकार सुरक्षित", "स्रोत ने लेखक को आंकड़े दिए।"},
    {"mr", "लेखक: सचिन पाटील", "सचिन पाटील", "", "हेही वाचा: पूल आठवडाभर बंद", "शेअर करा", "", "", "स्त्रोताने लेखकाला माहिती दिली."},
    {"ne", "लेखक: राम थापा", "राम थापा", "", "यो पनि पढ्नुहोस्: पुल एक साता बन्द", "सेयर गर्नुहोस्", "", "", "स्रोतले लेखकलाई तथ्याङ्क दियो।"},
    {"bn", "লেখক: রহিম উদ্দিন", "রহিম উদ্দিন", "প্রকাশিত: ৫ মার্চ ২০২৪", "আরও পড়ুন: সেতু এক সপ্তাহ বন্ধ", "শেয়ার করুন", "মন্তব্য করুন", "সর্বস্বত্ব সংরক্ষিত", "সূত্র লেখককে তথ্য দিয়েছে।"},
    {"ta", "ஆசிரியர்: அருண் குமார்", "அருண் குமார்", "", "மேலும் படிக்க: பாலம் ஒரு வாரம் மூடல்", "பகிர்", "", "", "ஆதாரம் எழுத்தாளருக்கு தகவல் அளித்தது."},
    {"zh-Hans", "记者：王小明", "王小明", "发布时间：2024年3月5日 10:30", "相关阅读：大桥关闭一周", "分享到微信", "发表评论", "版权所有", "消息来源向记者提供了数据。"},
    {"zh-Hant", "記者 陳大文", "陳大文", "發布時間：2024年3月5日", "延伸閱讀：大橋封閉一週", "分享", "發表留言", "版權所有", "消息來源向記者提供了資料。"},
    {"ja", "文：山田太郎", "山田太郎", "公開日：2024年3月5日", "あわせて読みたい：橋が一週間閉鎖される", "この記事をシェア", "コメントを書く", "無断転載を禁じます", "情報源は筆者に資料を渡した。"},
    {"ko", "기자: 김철수", "김철수", "입력 2024.03.05 10:30", "관련기사: 다리 일주일간 폐쇄", "공유하기", "댓글 쓰기", "무단전재 및 재배포 금지", "소식통은 기자에게 자료를 주었다."},
    {"vi", "Tác giả: Nguyễn Văn An", "Nguyễn Văn An", "Đăng ngày 5 tháng 3 năm 2024", "Xem thêm: Cầu đóng cửa một tuần", "Chia sẻ", "Bình luận", "Bản quyền thuộc về", "Nguồn tin chia sẻ dữ liệu với tác giả."},
    {"th", "ผู้เขียน: สมชาย ใจดี", "สมชาย ใจดี", "เผยแพร่: 5 มีนาคม 2567", "อ่านเพิ่มเติม: ปิดสะพานหนึ่งสัปดาห์", "แชร์ข่าวนี้", "แสดงความคิดเห็น", "สงวนลิขสิทธิ์", "แหล่งข่าวให้ข้อมูลแก่ผู้เขียนแล้ว"},
    {"id", "Penulis: Budi Santoso", "Budi Santoso", "Dipublikasikan 5 Maret 2024", "Baca juga: Jembatan ditutup sepekan", "Bagikan", "Tinggalkan komentar", "Hak cipta dilindungi", "Sumber membagikan data kepada penulis."},
    {"tl", "Ni Juan dela Cruz", "Juan dela Cruz", "", "Basahin din: Sarado ang tulay nang isang linggo", "Ibahagi", "", "", "Ibinahagi ng may-akda ang datos."},
    {"sw", "Mwandishi: Juma Hassan", "Juma Hassan", "Imechapishwa 5 Machi 2024", "Soma pia: Daraja lafungwa kwa wiki", "Shiriki", "Toa maoni", "Haki zote zimehifadhiwa", "Chanzo kilimpa mwandishi taarifa."},
    {"so", "Qoraa: Cali Xasan", "Cali Xasan", "", "", "La wadaag", "", "", "Isha ayaa qoraaga siisay xogta."},
    {"ha", "Marubuci: Musa Ibrahim", "Musa Ibrahim", "", "Karanta kuma: An rufe gadar mako guda", "", "", "", "Majiyar ta bai wa marubuci bayanai."},
    {"zu", "", "", "", "Funda futhi: Ibhuloho livaliwe isonto", "", "", "", "Umthombo unikeze umbhali ulwazi."},
});
// clang-format on

class InItsLanguage : public testing::TestWithParam<Lines> {};

void expect(std::string_view line, LineKind kind) {
    if (line.empty()) return;
    EXPECT_EQ(name(classify_line(line).kind), name(kind)) << line;
}

TEST_P(InItsLanguage, EachLineIsWhatItSays) {
    const Lines& said = GetParam();
    expect(said.byline, LineKind::byline);
    expect(said.date, LineKind::date);
    expect(said.also, LineKind::rail);
    expect(said.share, LineKind::share);
    expect(said.comments, LineKind::comments);
    expect(said.rights, LineKind::copyright);
    expect(said.prose, LineKind::prose);
}

TEST_P(InItsLanguage, TheBylineNamesItsPerson) {
    if (GetParam().byline.empty()) return;
    EXPECT_EQ(classify_line(GetParam().byline).names, std::vector{std::string(GetParam().author)});
}

TEST_P(InItsLanguage, TheDayIsRead) {
    if (GetParam().date.empty()) return;
    const auto read = classify_line(GetParam().date).date;
    ASSERT_TRUE(read) << GetParam().date;
    EXPECT_EQ(date::to_iso8601(*read).substr(0, 10), "2024-03-05") << GetParam().date;
}

std::string language_of(const testing::TestParamInfo<Lines>& info) {
    std::string name(info.param.language);
    std::erase(name, '-');
    return name;
}

INSTANTIATE_TEST_SUITE_P(Said, InItsLanguage, testing::ValuesIn(lines), language_of);

TEST(Distance, FromNowIsADateInAnyLanguage) {
    using namespace std::chrono;
    LineContext context;
    context.dates.now = sys_days{2024y / 3 / 5} + 12h;
    for (const auto* line :
         {"3 uur geleden",   "vor 3 Stunden",    "för 3 timmar sedan", "3 ore fa",          "há 3 horas",
          "3 saat önce",     "3 часа назад",     "3 години тому",      "3時間前",           "3시간 전",
          "3小时前",         "3小時前",          "3 jam lalu",         "3 giờ trước",       "3 ชั่วโมงที่แล้ว",
          "3 घंटे पहले",        "לפני 3 שעות",      "πριν από 3 ώρες",    "3 godziny temu",    "před 3 hodinami",
          "acum 3 ore",      "3 órával ezelőtt", "3 tuntia sitten",    "for 3 timer siden", "hace 3 horas",
          "il y a 3 heures", "fa 3 hores",       "قبل 3 ساعات",        "۳ ساعت پیش",        "3 گھنٹے پہلے",
          "৩ ঘণ্টা আগে"}) {
        const auto found = classify_line(line, context);
        EXPECT_EQ(name(found.kind), name(LineKind::date)) << line;
        ASSERT_TRUE(found.date) << line;
        EXPECT_EQ(date::to_iso8601(*found.date).substr(0, 13), "2024-03-05T09") << line;
    }
}

// Words of dates are words.
TEST(Distance, ALineWithWordsOfDatesIsNoDate) {
    for (const auto* line : {"March 2024", "5 de mayo", "Stranger Things 5", "Abril 12", "Top 10 de 2023",
                             "Marzo 8", "Day 3", "Jour 2", "День 5", "第3天"})
        EXPECT_EQ(name(classify_line(line).kind), name(LineKind::prose)) << line;
}

} // namespace
} // namespace khabar::article
