#include "parsers/article/metadata/entities.hpp"
#include "parsers/article/metadata/json_ld.hpp"
#include "parsers/article/metadata/json_repair.hpp"

#include <gtest/gtest.h>

namespace khabar::article {
namespace {

LinkedData read(const std::string& block) {
    const std::vector<std::string> blocks{block};
    return read_json_ld(blocks);
}

TEST(JsonLd, ReadsAnArticle) {
    const auto data =
        read(R"({"@context":"https://schema.org","@type":"NewsArticle","headline":"Flowers &amp; bees",
        "datePublished":"2025-10-15T23:44:00+03:00","dateModified":"2025-10-16","author":{"@type":"Person","name":"Jane Doe"},
        "publisher":{"@type":"Organization","name":"Daily Example"},"articleBody":"Text.","keywords":"flowers, bees",
        "image":{"url":"https://example.org/i.jpg"}})");
    ASSERT_EQ(data.articles.size(), 1u);
    const auto& article = data.articles[0];
    EXPECT_EQ(article.kind, LinkedArticle::Kind::article);
    EXPECT_EQ(article.headline, "Flowers & bees");
    EXPECT_EQ(article.published, "2025-10-15T23:44:00+03:00");
    EXPECT_EQ(article.modified, "2025-10-16");
    EXPECT_EQ(article.authors, std::vector<std::string>{"Jane Doe"});
    EXPECT_EQ(article.keywords, (std::vector<std::string>{"flowers", "bees"}));
    EXPECT_EQ(article.image, "https://example.org/i.jpg");
    EXPECT_EQ(data.site, "Daily Example");
}

TEST(JsonLd, FollowsReferencesInAGraph) {
    const auto data = read(R"({"@graph":[{"@type":"Article","headline":"Flowers","author":{"@id":"#jane"}},
        {"@type":["Person"],"@id":"#jane","name":"Jane Doe"},{"@type":"WebSite","name":"Daily Example"}]})");
    ASSERT_EQ(data.articles.size(), 1u);
    EXPECT_EQ(data.articles[0].authors, std::vector<std::string>{"Jane Doe"});
    EXPECT_EQ(data.site, "Daily Example");
}

TEST(JsonLd, TellsRelatedStoriesFromTheMainOne) {
    const auto data =
        read(R"([{"@type":"ItemList","itemListElement":[{"@type":"NewsArticle","headline":"Other"}]},
        {"@type":"http://schema.org/NewsArticle","headline":"Main"}])");
    ASSERT_EQ(data.articles.size(), 2u);
    for (const auto& article : data.articles)
        EXPECT_EQ(article.nested, article.headline == "Other");
}

TEST(JsonLd, OrganizationsAreNotPersons) {
    const auto data =
        read(R"({"@type":"Article","author":[{"@type":"Organization","name":"Newsroom"},"Jane Doe"]})");
    EXPECT_EQ(data.articles.at(0).authors, std::vector<std::string>{"Jane Doe"});
    EXPECT_EQ(data.articles.at(0).organizations, std::vector<std::string>{"Newsroom"});
}

struct Broken {
    const char* what;
    std::string json;
};

class Repaired : public testing::TestWithParam<Broken> {};

TEST_P(Repaired, StillTellsTheHeadline) {
    const auto data = read(GetParam().json);
    ASSERT_EQ(data.articles.size(), 1u) << GetParam().what;
    EXPECT_EQ(data.articles[0].headline, "Flowers \"in\" bloom");
}

INSTANTIATE_TEST_SUITE_P(
    All, Repaired,
    testing::Values(
        Broken{"raw control characters",
               "{\"@type\":\"Article\",\"x\":\"a\nb\tc\x01\",\"headline\":\"Flowers \\\"in\\\" bloom\"}"},
        Broken{"trailing commas", R"({"@type":"Article","x":[1,2,],"headline":"Flowers \"in\" bloom",})"},
        Broken{"inner quotes", R"({"@type":"Article","headline":"Flowers "in" bloom","x":1})"},
        Broken{"missing value", R"({"@type":"Article","x":,"headline":"Flowers \"in\" bloom"})"},
        Broken{"bad escape", R"({"@type":"Article","x":"don\'t","headline":"Flowers \"in\" bloom"})"},
        Broken{"no code point", R"({"@type":"Article","x":"C:\users","headline":"Flowers \"in\" bloom"})"},
        Broken{"half a surrogate pair",
               R"({"@type":"Article","x":"cut \ud83d","y":"\ude00","headline":"Flowers \"in\" bloom"})"},
        Broken{"half before a whole one",
               R"({"@type":"Article","x":"\ud83d\ud83d\ude00","headline":"Flowers \"in\" bloom"})"},
        Broken{"cut off within a code point",
               R"({"@type":"Article","headline":"Flowers \"in\" bloom","x":"\ud8)"},
        Broken{"comment wrapper",
               "<!-- {\"@type\":\"Article\",\"headline\":\"Flowers &quot;in&quot; bloom\"} -->"},
        Broken{"CDATA wrapper",
               "//<![CDATA[\n{\"@type\":\"Article\",\"headline\":\"Flowers &quot;in&quot; bloom\"}\n//]]>"},
        Broken{"cut off",
               R"({"@type":"Article","headline":"Flowers \"in\" bloom","articleBody":"The text goes)"},
        Broken{"semicolon", R"({"@type":"Article","headline":"Flowers \"in\" bloom"};)"}));

TEST(JsonLd, TwoRootsInOneBlockAreBothRead) {
    EXPECT_EQ(read(R"({"@type":"Article","headline":"A"}{"@type":"Article","headline":"B"})").articles.size(),
              2u);
}

TEST(JsonLd, HostileInputIsBounded) {
    EXPECT_TRUE(read(std::string(100'000, '[')).articles.empty());
    std::string deep;
    for (int i = 0; i < 50'000; ++i)
        deep += "{\"a\":";
    EXPECT_TRUE(read(deep).articles.empty());
    EXPECT_TRUE(read("{\"@type\":\"Article\",\"x\":\"" + std::string(max_json_ld_bytes, 'a') + "\"}")
                    .articles.empty());
    const std::vector<std::string> many(max_json_ld_blocks + 5, R"({"@type":"Article","headline":"A"})");
    EXPECT_EQ(read_json_ld(many).articles.size(), max_json_ld_blocks);
    std::string items = "[";
    for (std::size_t i = 0; i < max_json_ld_items + 50; ++i)
        items += R"({"@type":"Article","headline":"A"},)";
    EXPECT_EQ(read(items + "]").articles.size(), max_json_ld_items);
}

TEST(RepairJson, LeavesGoodJsonAlone) {
    const std::string good = R"({"a":"x, \"y\", z","b":[1,{"c":null}],"d":"e\u0041"})";
    EXPECT_EQ(repair_json(good), good);
}

TEST(DecodeEntities, KnowsNumbersAndNames) {
    EXPECT_EQ(decode_entities("a &amp; b &#233; &#x645; &hellip;"), "a & b é م …");
    EXPECT_EQ(decode_entities("AT&T &unknown; &#xD800; &#0; &"), "AT&T &unknown; &#xD800; &#0; &");
    EXPECT_EQ(plain_value("Tom &amp;amp; <b>Ann</b>\u202E"), "Tom & Ann");
}

} // namespace
} // namespace khabar::article
