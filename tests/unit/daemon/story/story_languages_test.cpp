// Wire copies hold in every language, and in whatever order they arrive.

#include "tests/unit/daemon/story/story_fixture.hpp"

#include <algorithm>
#include <random>
#include <vector>

namespace khabar::story {
namespace {

struct Report {
    const char* language;
    const char* title;
    const char* other_title;
    const char* credit;
    std::string text;
};

// Written for these tests; no newspaper's.
const Report reports[] = {
    {"english", "Harbour ferry returns after winter repairs", "Commuters get their boat back",
     "PORT ELLIS (Coast Agency) - ",
     "The harbour ferry of Port Ellis carried its first passengers on Thursday after a winter of repairs "
     "that cost "
     "the town nearly four million pounds. Engineers replaced both engines and strengthened the hull, which "
     "had "
     "cracked when the boat struck the northern pier last October. The mayor, Anne Corrigan, said the "
     "crossing would "
     "run every twenty minutes and that fares would not rise before next year. Shopkeepers on the island "
     "reported "
     "full streets by noon. A union of dock workers asked for two more deckhands on each boat, and the "
     "operator "
     "promised an answer within the month. A second ferry, ordered from a yard in Norway, is expected in the "
     "autumn."},
    {"persian", "بازگشایی موزه آب یزد پس از مرمت", "گردشگران دوباره به خانه کلاهدوزها می روند",
     "یزد - خبرگزاری شهر: ",
     "موزه آب یزد روز پنجشنبه پس از دو سال مرمت با حضور شهردار و گروهی از دوستداران میراث فرهنگی به روی "
     "بازدیدکنندگان "
     "گشوده شد. مدیر موزه گفت دیوارهای خشتی خانه تاریخی با همان شیوه قدیمی کاهگل بازسازی شده و سامانه "
     "روشنایی تازه ای "
     "برای قنات زیر ساختمان نصب شده است. به گفته او هزینه این کار بیش از هفت میلیارد تومان بوده و بخشی از آن "
     "را "
     "خیران شهر پرداخته اند. راهنمایان موزه به دانش آموزان نشان می دهند که مقنیان چگونه با چراغ و ریسمان راه "
     "آب را در "
     "دل کویر می یافتند. استاندار وعده داد که دو خانه تاریخی دیگر در همان محله تا پایان سال برای اقامت "
     "گردشگران آماده شود."},
    {"french", "Le vieux pont de Saint-Aubin rouvre aux piétons",
     "Deux ans de travaux s'achèvent sur la rivière", "SAINT-AUBIN (Agence du Val) - ",
     "Le vieux pont de Saint-Aubin a rouvert jeudi aux piétons et aux cyclistes, au terme de deux années de "
     "travaux "
     "menés par la commune avec l'aide de la région. Les maçons ont démonté puis remonté chacune des sept "
     "arches, en "
     "réemployant la pierre blonde des carrières voisines. La crue de janvier avait emporté une partie du "
     "tablier et "
     "obligé les habitants à un détour de douze kilomètres. La maire, Claire Vasseur, a salué la patience "
     "des "
     "commerçants de la rive gauche, qui ont perdu un tiers de leurs clients. Une fête est prévue dimanche "
     "avec les "
     "écoles. Les voitures, elles, continueront d'emprunter la déviation jusqu'à la livraison du nouveau "
     "viaduc."},
    {"german", "Sternwarte Hohenfels zeigt wieder den Himmel",
     "Das alte Fernrohr dreht sich nach zehn Jahren Pause", "Hohenfels (Landesdienst) - ",
     "Die Sternwarte Hohenfels hat am Donnerstagabend nach zehn Jahren Pause ihre Kuppel wieder für Besucher "
     "geöffnet. "
     "Ein Verein von Liebhabern hatte das Linsenfernrohr von 1911 zerlegt, gereinigt und mit einem neuen "
     "Uhrwerk "
     "versehen. Rund zweihundert Gäste standen Schlange, um den Saturn mit seinen Ringen zu sehen. Der "
     "Bürgermeister "
     "dankte den Helfern und kündigte an, die Straßenlampen am Berg künftig um elf Uhr abzuschalten. Die "
     "Schulen des "
     "Kreises dürfen die Warte an zwei Vormittagen in der Woche kostenlos nutzen. Im Frühjahr soll ein "
     "kleines "
     "Planetarium folgen, für das noch dreißigtausend Euro fehlen."},
};

// Of each report: itself, a copy with date line, credit and another headline, and the first sixty words.
std::vector<Article> day() {
    std::vector<Article> articles;
    for (const Report& report : reports) {
        articles.push_back({report.title, report.text, "a", noon});
        articles.push_back({report.other_title, report.credit + report.text, "b", noon + hours(3)});
        articles.push_back({report.title, first_words(report.text, 60), "c", noon + hours(6)});
    }
    return articles;
}

TEST(StoryLanguages, copies_hold_in_any_order_of_arrival) {
    const std::vector<Article> articles = day();
    const Partition expected = {{1, 2, 3}, {4, 5, 6}, {7, 8, 9}, {10, 11, 12}};
    std::vector<std::size_t> order(articles.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        order[i] = i;
    std::mt19937 random(7);
    for (int round = 0; round < 60; ++round) {
        Stories stories;
        for (const std::size_t i : order)
            stories.place(static_cast<std::int64_t>(i) + 1, articles[i]);
        ASSERT_EQ(partition_of(stories), expected) << testing::PrintToString(order);
        std::shuffle(order.begin(), order.end(), random);
    }
}

TEST(StoryLanguages, kinds_say_how_the_copy_was_made) {
    const Report& report = reports[0];
    Stories stories;
    stories.place(1, {report.title, report.text});
    EXPECT_EQ(stories.place(2, {report.other_title, report.credit + report.text, "b"}).kind, Kind::same);
    EXPECT_EQ(stories.place(3, {report.title, first_words(report.text, 40), "c"}).kind, Kind::abridged_of);
    std::string reworded = report.text;
    for (const auto& [from, to] : {std::pair("first passengers", "earliest travellers"),
                                   {"replaced both engines", "changed the two motors"},
                                   {"full streets by noon", "many customers in the morning"}})
        reworded.replace(reworded.find(from), std::string_view(from).size(), to);
    EXPECT_EQ(stories.place(4, {report.title, reworded, "d"}).kind, Kind::edited);

    Stories backwards;
    backwards.place(1, {report.title, first_words(report.text, 40), "c"});
    EXPECT_EQ(backwards.place(2, {report.title, report.text}).kind, Kind::expanded_of);
}

TEST(StoryLanguages, a_page_as_it_is_and_its_clean_text_are_one) {
    const Report& report = reports[0];
    std::string menus;
    for (const char* entry :
         {"Home", "News", "Opinion", "Weather on the coast", "Sailing results", "Letters", "Archive",
          "Sign in to your account", "Subscribe to our morning letter", "Most read this week"})
        menus.append(entry).append("\n");
    const std::string page =
        menus + menus + report.title + "\n" + report.text + "\nShare this page\n" + menus;
    Stories stories;
    stories.place(1, {"", page, "a", std::nullopt});
    EXPECT_EQ(stories.place(2, {report.title, report.text, "a", std::nullopt}).story, stories.story_of(1));
}

} // namespace
} // namespace khabar::story
