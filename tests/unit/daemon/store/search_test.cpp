#include "daemon/store/search.hpp"
#include "daemon/store/search_words.hpp"

#include <gmock/gmock.h>

#include "test_database.hpp"

namespace khabar::store {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

class Search : public StoreTest {
  protected:
    std::vector<std::int64_t> ids(std::string_view query, std::int64_t limit = 20,
                                  std::string_view source = {}) {
        std::vector<std::int64_t> found;
        for (const SearchHit& hit :
             search_articles(database, query, {.limit = limit, .source_id = std::string(source)}))
            found.push_back(hit.article.id);
        return found;
    }
    bool finds(std::string_view text, std::string_view query) {
        Database own(":memory:");
        migrate(own);
        Transaction transaction(own);
        insert_article(own, article(1, "t", std::string(text)));
        return !search_articles(own, query).empty();
    }
};

TEST_F(Search, SpellingsThatReadersHoldEqualAreFound) {
    const std::vector<std::pair<std::string, std::string>> cases = {
        {"قال مُحَمَّدٌ اليوم", "محمد"},
        {"قال محمد اليوم", "مُحَمَّد"},
        {"زار وسوريا أمس", "سوريا"},
        {"في سورية", "سوريا"},
        {"في سوريا", "سورية"},
        {"السوريين في الخارج", "سوريا"},
        {"أحمد الإمام", "احمد"},
        {"الى مصر ولبنان", "لبنان"},
        {"وبدمشق أمطار", "دمشق"},
        {"مكتبة", "مكتبه"},
        {"جـــديد", "جديد"},
        {"كتاب", "كتاب"},
        {"في العام ٢٠٢٥", "2025"},
        {"Crème brûlée", "creme"},
        {"ISTANBUL", "istanbul"},
        {"Straße", "strasse"},
        {"北京市长今天说", "市长"},
        {"ประเทศไทย", "เทศ"},
        {"гавань открыта", "ГАВАНЬ"},
        {"हिन्दी समाचार", "हिन्दी"},
        {"تهران و ایران", "ايران"},
        {"U.S. troops", "u.s."},
        {"the harbour-side", "harbour"},
        {"الوزارة أعلنت", "وزارة"},
    };
    for (const auto& [text, query] : cases)
        EXPECT_TRUE(finds(text, query)) << text << " / " << query;
}

TEST_F(Search, OtherWordsAreNotFound) {
    const std::vector<std::pair<std::string, std::string>> cases = {
        {"في سوريا", "سور"}, {"harbour", "harb"}, {"北京市长", "市北"}, {"لبنان", "لبن"}, {"الجسر", "البحر"}};
    for (const auto& [text, query] : cases)
        EXPECT_FALSE(finds(text, query)) << text << " / " << query;
}

TEST_F(Search, AllWordsMustOccurInAnyField) {
    NewArticle made = article(1, "Harbour opens", "The mayor spoke.");
    made.lead = "A long quay";
    made.authors = {"Leila Haddad"};
    add(made);
    EXPECT_THAT(ids("harbour mayor quay haddad"), ElementsAre(1));
    EXPECT_THAT(ids("harbour minister"), IsEmpty());
}

TEST_F(Search, PhrasesNeedTheOrder) {
    add(article(1, "t", "the old harbour wall"));
    add(article(2, "t", "the harbour has an old wall"));
    for (const char* query :
         {"\"old harbour\"", "«old harbour»", "“old harbour”", "\"old harbour", "\"Old, Harbour!\""})
        EXPECT_THAT(ids(query), ElementsAre(1)) << query;
    EXPECT_THAT(ids("old harbour"), UnorderedElementsAre(1, 2));
    EXPECT_THAT(ids("\"old harb*\""), ElementsAre(1));
    EXPECT_THAT(ids("\"wall\" has"), ElementsAre(2));
}

TEST_F(Search, APhraseDoesNotRunAcrossFieldsOrStems) {
    add(article(1, "blue", "harbour"));
    add(article(2, "t", "والبحر والسماء"));
    EXPECT_THAT(ids("\"blue harbour\""), IsEmpty());
    EXPECT_THAT(ids("\"بحر سماء\""), IsEmpty());
    EXPECT_THAT(ids("بحر سماء"), ElementsAre(2));
}

TEST_F(Search, PrefixesNeedTwoLetters) {
    add(article(1, "t", "harbours"));
    EXPECT_THAT(ids("harb*"), ElementsAre(1));
    EXPECT_THAT(ids("ha*"), ElementsAre(1));
    EXPECT_THAT(ids("h*"), IsEmpty());
    EXPECT_THAT(ids("harb *"), IsEmpty());
}

TEST_F(Search, TheTitleWeighsMost) {
    const std::string filler(" something else entirely about other matters of the day and more of it");
    const auto in_text = add(article(1, "Other matters of the day", "harbour" + filler));
    const auto in_title = add(article(2, "Harbour matters of the day", "nothing" + filler));
    for (int i = 3; i < 9; ++i)
        add(article(i, "Weather", "rain" + filler));
    EXPECT_THAT(ids("harbour"), ElementsAre(in_title, in_text));
}

TEST_F(Search, TheWordItselfComesBeforeItsStem) {
    const auto stem = add(article(1, "خبر", "تحدث السوريون أمس عن الأمر"));
    const auto word = add(article(2, "خبر", "تحدث الناس في سوريا عن الأمر"));
    for (int i = 3; i < 9; ++i)
        add(article(i, "خبر", "أمطار غزيرة على الساحل مساء اليوم"));
    EXPECT_THAT(ids("سوريا"), ElementsAre(word, stem));
}

TEST_F(Search, ARelativeInTheTitleDoesNotBeatTheWordInTitleAndText) {
    const auto relative = add(article(1, "ناشط سوري يفوز بجائزة", "فاز ناشط بجائزة كبيرة أمس"));
    const auto word = add(article(2, "انتخابات في سوريا هذا العام", "تشهد سوريا انتخابات عامة أمس"));
    for (int i = 3; i < 30; ++i)
        add(article(i, "أخبار سوريا", "تشهد سوريا أمطارا غزيرة على الساحل مساء اليوم"));
    const auto found = ids("سوريا", 40);
    ASSERT_EQ(found.size(), 29U);
    EXPECT_EQ(found.back(), relative);
    EXPECT_NE(found.back(), word);
    EXPECT_EQ(ids("سوريا", 40, "example").size(), 29U);
}

TEST_F(Search, NoQueryIsAnError) {
    add(article(1, "NEAR AND OR NOT", "title:x {a b} : ^start"));
    for (const char* query :
         {"",      " ",     "\"",           "\"\"",   "*",         "**",          "AND",
          "NOT",   "OR OR", "NEAR(a b, 2)", "title:", "title : x", "{title} : (", ")",
          "(((((", "a AND", "-x",           "^start", "a\"b",      "\"a\"*\"b\"", "';DROP TABLE article;--",
          "\\",    "+",     "a + b",        ":",      "%00",       "\xff\xfe",    "\"\xc3\x28",
          "«»",    "«",     "a* b* *c",     "...",    "🙂",        "\u202e",      "col:\"x\"*"})
        EXPECT_NO_THROW((void)search_articles(database, query)) << query;
    EXPECT_NO_THROW((void)search_articles(database, std::string("a\0b", 3)));
    EXPECT_THAT(ids("near AND or NOT"), ElementsAre(1)); // words like others
    EXPECT_THAT(ids("title:x"), ElementsAre(1));
}

TEST_F(Search, QueriesAreReadUpToTheirBounds) {
    std::string words;
    for (std::size_t i = 0; i < max_query_terms + 5; ++i)
        words.append("w").append(std::to_string(i)).append(" ");
    EXPECT_EQ(parse_query(words).size(), max_query_terms);
    EXPECT_EQ(parse_query(std::string(max_query_bytes, ' ') + "late").size(), 0U);
    EXPECT_NO_THROW((void)search_articles(database, std::string(1'000'000, 'a')));
    EXPECT_NO_THROW((void)search_articles(database, words));
    // One quoted phrase of as many words as fit.
    std::string phrase("\"");
    while (phrase.size() < max_query_bytes)
        phrase.append("a ");
    EXPECT_NO_THROW((void)search_articles(database, phrase));
}

TEST_F(Search, ALongWordIsCutTheSameOnBothSides) {
    const std::string word(500, 'x');
    add(article(1, "t", word));
    EXPECT_THAT(ids(word), ElementsAre(1));
    for (const std::string& one : index_words(word + " ب" + std::string(400, 'y')))
        EXPECT_LE(one.size(), max_word_bytes);
}

TEST_F(Search, LimitAndSourceAreObeyed) {
    for (int i = 1; i <= 5; ++i) {
        NewArticle made = article(i, "harbour");
        if (i == 3) made.source_id = "other";
        add(made);
    }
    EXPECT_EQ(ids("harbour", 2).size(), 2U);
    EXPECT_THAT(ids("harbour", 20, "other"), ElementsAre(3));
    EXPECT_THAT(ids("harbour", 0), IsEmpty());
    EXPECT_THAT(ids("harbour", -1), IsEmpty());
}

TEST_F(Search, TheNewTextOfAnArticleIsFoundAndTheOldIsNot) {
    const auto id = add(article(1, "bridge closed", "the old bridge, وسوريا"));
    {
        Transaction transaction(database);
        update_article(database, id, article(1, "bridge open", "the new bridge"));
        transaction.commit();
    }
    EXPECT_THAT(ids("open new"), ElementsAre(id));
    for (const char* query : {"closed", "old", "سوريا", "clos*"})
        EXPECT_THAT(ids(query), IsEmpty()) << query;
    EXPECT_NO_THROW(database.execute("INSERT INTO article_index(article_index) VALUES('integrity-check')"));
}

TEST_F(Search, ARebuiltIndexFindsTheSame) {
    for (int i = 1; i <= 20; ++i)
        add(article(i, "harbour " + std::to_string(i), "وسوريا"));
    const auto before = ids("harbour سوريا");
    Transaction transaction(database);
    rebuild_search_index(database);
    transaction.commit();
    EXPECT_EQ(ids("harbour سوريا"), before);
    EXPECT_EQ(before.size(), 20U);
}

} // namespace
} // namespace khabar::store
