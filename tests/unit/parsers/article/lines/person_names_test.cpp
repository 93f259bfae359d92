#include "parsers/article/lines/person_names.hpp"

#include <gtest/gtest.h>

namespace khabar::article {
namespace {

using Names = std::vector<std::string>;

TEST(CleanAuthor, TakesLabelsRolesAndAddressesOff) {
    EXPECT_EQ(clean_author("By Jane Doe"), "Jane Doe");
    EXPECT_EQ(clean_author("كتب: سعيد الحلبي"), "سعيد الحلبي");
    EXPECT_EQ(clean_author("بقلم: د. عمر الشامي"), "د. عمر الشامي");
    EXPECT_EQ(clean_author("Jane Doe, Staff Writer"), "Jane Doe");
    EXPECT_EQ(clean_author("Jane Doe <jane@example.org>"), "Jane Doe");
    EXPECT_EQ(clean_author("Von der Heide"), "Von der Heide");
}

TEST(CleanAuthor, AHyphenWithinTheNameEndsNothing) {
    EXPECT_EQ(clean_author("Moon Jae-in"), "Moon Jae-in");
    EXPECT_EQ(clean_author("Lee Hye-in in Exampleton"), "Lee Hye-in");
    EXPECT_EQ(clean_author("Jean-Pierre Dupont (editor)"), "Jean-Pierre Dupont");
    EXPECT_EQ(clean_author("Jane Doe - Editor"), "Jane Doe");
    EXPECT_EQ(clean_author("Jane Doe-Reporter"), "Jane Doe");
}

TEST(CleanAuthor, RefusesWhatIsNobody) {
    for (const auto* text : {"admin", "Editor", "https://example.org/author/jane", "jane@example.org",
                             "12345", "", "@jane", "الادمن"})
        EXPECT_EQ(clean_author(text), "") << text;
    EXPECT_EQ(clean_author(std::string(101, 'a')), "");
    EXPECT_EQ(clean_author(std::string(100, 'a')).size(), 100u);
}

TEST(SplitAuthors, SplitsInSevenLanguages) {
    EXPECT_EQ(split_authors("By Jane Doe, John Roe and Ann Poe"), (Names{"Jane Doe", "John Roe", "Ann Poe"}));
    EXPECT_EQ(split_authors("Jean Dupont et Marie Curie"), (Names{"Jean Dupont", "Marie Curie"}));
    EXPECT_EQ(split_authors("Anna Schmidt und Max Weber"), (Names{"Anna Schmidt", "Max Weber"}));
    EXPECT_EQ(split_authors("سعيد الحلبي، هند النجار"), (Names{"سعيد الحلبي", "هند النجار"}));
    EXPECT_EQ(split_authors("سعيد الحلبي و هند النجار"), (Names{"سعيد الحلبي", "هند النجار"}));
    EXPECT_EQ(split_authors("Jane Doe, jane doe"), Names{"Jane Doe"});
}

TEST(SplitAuthors, AFieldForNamesHoldsNoLabel) {
    for (const auto* name :
         {"Moon Jae-in", "Lee Hye-in", "Oleh Kovalenko", "Von Miller", "Ni Example", "Pär Example",
          "Yazan Example", "Por Example", "von Trapp", "Von der Leyen", "José Ortega y Gasset",
          "Santiago Ramón y Cajal", "Maria Silva e Souza", "John E Smith", "Mary Ann E. Van Dyke"})
        EXPECT_EQ(split_authors(name, NameIn::field), Names{name});
    for (const auto* labelled : {"By Jane Doe", "by Jane Doe", "von Jane Doe", "oleh Jane Doe",
                                 "By: Jane Doe", "Von: Jane Doe", "Written by Jane Doe", "Jane Doe, Editor"})
        EXPECT_EQ(split_authors(labelled, NameIn::field), Names{"Jane Doe"}) << labelled;
    EXPECT_EQ(split_authors("بقلم سعيد الحلبي", NameIn::field), Names{"سعيد الحلبي"});
}

TEST(SplitAuthors, ALineBeginsWithItsLabel) {
    for (const auto* line : {"Oleh Jane Doe", "Von Jane Doe", "Ni Jane Doe", "Par Jane Doe", "von Jane Doe"})
        EXPECT_EQ(split_authors(line), Names{"Jane Doe"}) << line;
}

TEST(SplitAuthors, TheSpanishAndAlsoStandsWithinNames) {
    struct Case {
        const char* text;
        Names names;
    };
    const Case cases[] = {
        {"Ana López y Luis Díaz", {"Ana López", "Luis Díaz"}},
        {"Por Ana López, Inés Ruiz y Luis Díaz", {"Ana López", "Inés Ruiz", "Luis Díaz"}},
        {"Por Ana López, Inés Ruiz, y Luis Díaz", {"Ana López", "Inés Ruiz", "Luis Díaz"}},
        {"Gianna Rossi e Marco Bianchi", {"Gianna Rossi", "Marco Bianchi"}},
        {"José Ortega y Gasset y Ana López", {"José Ortega y Gasset", "Ana López"}},
        {"Ana López y José Ortega y Gasset", {"Ana López", "José Ortega y Gasset"}},
        {"Por José Ortega y Gasset, Ana López", {"José Ortega y Gasset", "Ana López"}},
        {"Por Ortega y Gasset Example", {"Ortega y Gasset Example"}},
        {"Jean Dupont et Marie Curie", {"Jean Dupont", "Marie Curie"}},
    };
    for (const auto& one : cases)
        EXPECT_EQ(split_authors(one.text), one.names) << one.text;
}

TEST(SplitAuthors, TheArabicAndIsWrittenToTheName) {
    struct Case {
        const char* text;
        Names names;
    };
    const Case cases[] = {
        {"كتب: أحمد علي ومحمد حسن", {"أحمد علي", "محمد حسن"}},
        {"كتب: أحمد علي و محمد حسن", {"أحمد علي", "محمد حسن"}},
        {"بقلم سعيد الحلبي وهند النجار", {"سعيد الحلبي", "هند النجار"}},
        {"سعيد الحلبي، وهند النجار", {"سعيد الحلبي", "هند النجار"}},
        {"سعيد الحلبي ومحمد عبد الله وعلي حسن الشامي", {"سعيد الحلبي", "محمد عبد الله", "علي حسن الشامي"}},
        {"سعيد الحلبي ووليد النجار", {"سعيد الحلبي", "وليد النجار"}},
        {"هند النجار وعبدالرحمن الشامي", {"هند النجار", "عبدالرحمن الشامي"}},
        {"هند النجار وأحمد الشامي، سعيد الحلبي", {"هند النجار", "أحمد الشامي", "سعيد الحلبي"}},
        {"د. عمر الشامي ود. محمد حسن", {"د. عمر الشامي ود. محمد حسن"}},
        // Too little on one side.
        {"كتب: أحمد ومحمد حسن", {"أحمد ومحمد حسن"}},
        {"بقلم د. أحمد ومحمد حسن", {"د. أحمد ومحمد حسن"}},
        {"كتب: أحمد علي ومحمد", {"أحمد علي ومحمد"}},
        {"ومحمد حسن", {"ومحمد حسن"}},
    };
    for (const auto& one : cases)
        EXPECT_EQ(split_authors(one.text), one.names) << one.text;
}

TEST(SplitAuthors, NamesThatBeginWithWawStayWhole) {
    for (const auto* name :
         {"وليد",   "وائل",  "وسام",  "وفاء",  "وسيم",    "وجدي",   "وحيد",   "وديع",  "وداد", "وهيب",
          "وهبة",   "وهبي",  "ورد",   "وردة",  "وصفي",    "وصال",   "وضاح",   "وضحى",  "وعد",  "ولاء",
          "ودود",   "وجيه",  "وجيهة", "وئام",  "واصف",    "وافي",   "والي",   "ولي",   "ولد",  "ونوس",
          "ويصا",   "وهدان", "واثق",  "وردان", "وفيق",    "ويلسون", "ويليام", "ووكر",  "وايت", "وود",
          "واتسون", "وولف",  "والتر", "واين",  "وينستون", "ويندي",  "وتين",   "وكالة", "وزير", "والآن"}) {
        const std::string whole = std::string("محمد سعيد ") + name + " الحلبي";
        EXPECT_EQ(split_authors(whole), Names{whole});
        const std::string first = std::string(name) + " سعيد الحلبي";
        EXPECT_EQ(split_authors("هند النجار، " + first), (Names{"هند النجار", first}));
    }
    EXPECT_EQ(split_authors("محمد أبو الوفا الشامي"), Names{"محمد أبو الوفا الشامي"});
    EXPECT_EQ(split_authors("سعيد عبد الواحد الحلبي"), Names{"سعيد عبد الواحد الحلبي"});
}

TEST(SplitAuthors, AnOfficeBehindTheNameIsNoSecondName) {
    using Names = std::vector<std::string>;
    EXPECT_EQ(split_authors("Jane Doe, Head of Marketing and Community Development"), Names{"Jane Doe"});
    EXPECT_EQ(split_authors("Jane Doe, Vice President, and John Roe"), (Names{"Jane Doe", "John Roe"}));
}

TEST(CleanAuthor, EndsTheNameWhereAPlaceBegins) {
    EXPECT_EQ(clean_author("Jane Doe in Exampleton"), "Jane Doe");
    EXPECT_EQ(clean_author("di Gianna Rossi"), "Gianna Rossi");
    EXPECT_EQ(clean_author("Di Rossi"), "Di Rossi");
}

TEST(SplitAuthors, LosesProfileAddresses) {
    EXPECT_EQ(split_authors("https://example.org/jane, Jane Doe"), Names{"Jane Doe"});
    EXPECT_EQ(split_authors("https://www.facebook.com/example"), Names{});
}

TEST(SplitAuthors, StopsAtSixteen) {
    std::string list;
    for (char c = 'A'; c <= 'Z'; ++c)
        list += std::string("Jane ") + c + "oe, ";
    EXPECT_EQ(split_authors(list).size(), 16u);
}

TEST(LooksLikePerson, WantsCapitalsAndNoSentence) {
    EXPECT_TRUE(looks_like_person("Jane Doe"));
    EXPECT_TRUE(looks_like_person("Ludwig van Beethoven"));
    EXPECT_TRUE(looks_like_person("سعيد الحلبي"));
    EXPECT_FALSE(looks_like_person("Jane"));
    EXPECT_FALSE(looks_like_person("der Leyen besucht Kiew"));
    EXPECT_FALSE(looks_like_person("الحرب في المدينة"));
    EXPECT_FALSE(looks_like_person("Windows 11 Update"));
    EXPECT_FALSE(looks_like_person("One Two Three Four Five Six Seven"));
}

// «علي» is a name and, without its last letter's own shape, the preposition «على».
TEST(LooksLikePerson, AliIsANameWhereNoPrepositionStands) {
    for (const auto* name : {"أحمد علي", "محمد علي حسن", "سعاد محمد علي"})
        EXPECT_TRUE(looks_like_person(name)) << name;
    for (const auto* text : {"الحرب على المدينة", "أثر علي الاقتصاد", "علي الطريق", "محمد على المدينة"})
        EXPECT_FALSE(looks_like_person(text)) << text;
}

TEST(LooksLikePerson, KnowsCapitalsBeyondWesternEurope) {
    for (const auto* name :
         {"Ștefan Popescu", "Țintă Ionescu", "Əli Hüseynov", "Қайрат Әбілов", "Ґалина Іваненко",
          "Έλενα Παπαδοπούλου", "Άννα Ήρα", "Ấn Văn Đỗ", "Ḥasan Örnek", "Աննա Պետրոսյան"})
        EXPECT_TRUE(looks_like_person(name)) << name;
    for (const auto* text :
         {"ștefan popescu", "Ștefan țintă", "Έλενα παπαδοπούλου", "Қайрат әбілов", "Việt ấp", "ấp Việt"})
        EXPECT_FALSE(looks_like_person(text)) << text;
    EXPECT_TRUE(looks_like_person("ანა მაგალითი"));
}

TEST(LooksLikePerson, TheSecondHalfOfAGivenNameMayBeSmall) {
    for (const auto* name :
         {"Kim Seung-yeon", "Seung-yeon Kim", "Lee Jae-myung", "Moon Jae-in", "Moon Jae-In", "Park In-bee",
          "Yoon Suk-yeol", "Chen Shui-bian", "Tsai Ing-wen", "Ma Ying-jeou", "Chiang Kai-shek",
          "Leung Chun-ying", "Chow Yun\u2011fat", "Ким Чен-ын", "Мун Чжэ-ин", "Сунь Ят-сен", "Ahmed Al-masri",
          "Jean-Pierre Dupont", "Chung Eui-sun Example"})
        EXPECT_TRUE(looks_like_person(name)) << name;
    for (const auto* text : {"Text-based Game", "US-led Coalition", "Long-term Care", "Award-winning Author",
                             "Step-by-step Guide", "Man-in-the-Middle Attack", "How-to Guide",
                             "Kim seung-yeon", "Kim Seung - yeon", "kim-lee", "Onboarding - in Berlin"})
        EXPECT_FALSE(looks_like_person(text)) << text;
}

} // namespace
} // namespace khabar::article
