// A file whose keys an older khabar made, by rules that are not the present ones.

#include "daemon/store/dropped_copies.hpp"
#include "daemon/store/inputs.hpp"
#include "daemon/store/links.hpp"
#include "daemon/store/schema.hpp"
#include "parsers/url/canonical.hpp"

#include <gtest/gtest.h>

#include "test_database.hpp"

namespace khabar::store {
namespace {

class LinkKeys : public testing::Test {
  protected:
    LinkKeys() { migrate(database); }

    void link(const std::string& key, const std::string& url) {
        NewLink link;
        link.key = key;
        link.url = url;
        link.source_id = "paper";
        add_links(database, {&link, 1}, Time{});
    }
    // As the present khabar opens it.
    void upgrade() {
        database.execute("DELETE FROM part WHERE name = 'link_keys'");
        migrate(database);
        EXPECT_EQ(part_version(database, "link_keys"), url::key_rules);
    }
    bool known(const std::string& url) {
        const std::vector<std::string> keys{url::canonical_key(*url::Url::parse(url))};
        return known_keys(database, keys).front();
    }
    [[nodiscard]] std::size_t passed_over() const { return load_passed_over(database, "paper").size(); }
    [[nodiscard]] std::size_t documents() const { return load_documents(database, "paper").size(); }

    Database database{":memory:"};
};

TEST_F(LinkKeys, WhatIsKnownStaysKnownUnderOtherRules) {
    const std::string waiting = "https://www.a.example/1", stored = "http://www.a.example/2/?utm_source=x";
    const std::string dropped = "https://a.example/3/";
    link("old:1", waiting);
    link("old:2", stored);
    link("old:3", dropped);
    const auto article = insert_article(database, {.url = stored, .key = "old:2"}).id;
    add_dropped_copy(database, article, {.url = dropped, .key = "old:3"});
    for (const std::string& url : {waiting, stored, dropped})
        ASSERT_FALSE(known(url)) << "or this test shows nothing";
    upgrade();
    for (const std::string& url : {waiting, stored, dropped})
        EXPECT_TRUE(known(url)) << url;
    EXPECT_EQ(find_article_id(database, "a.example/2"), article);
    EXPECT_EQ(find_dropped_copy(database, "a.example/3"), article);
    EXPECT_EQ(find_link(database, "a.example/1")->state, LinkState::pending);
}

TEST_F(LinkKeys, TwoAddressesThatAreOnePageNowStayTwoRowsOfOneKnownPage) {
    link("old:1", "https://a.example/1");
    link("old:2", "https://www.a.example/1/");
    const auto first = insert_article(database, {.url = "https://a.example/1", .key = "old:1"}).id;
    insert_article(database, {.url = "https://www.a.example/1/", .key = "old:2"});
    upgrade();
    EXPECT_EQ(find_article_id(database, "a.example/1"), first);
    EXPECT_EQ(count_articles(database), 2);
    EXPECT_EQ(count_links(database).pending, 2);
}

// Of those only hashes of keys are known: all would be new, however old.
TEST_F(LinkKeys, ASitemapIsReadAsForTheFirstTime) {
    link("old:1", "https://a.example/1");
    const std::uint64_t hash = 7;
    save_passed_over(database, "paper", {&hash, 1});
    save_document(database, "paper", {.url = "https://a.example/sitemap.xml"});
    save_document(database, "other", {.url = "https://b.example/sitemap.xml"});
    upgrade();
    EXPECT_EQ(passed_over(), 0U);
    EXPECT_EQ(documents(), 0U);
    EXPECT_EQ(load_documents(database, "other").size(), 1U) << "it passed over nothing";
}

TEST_F(LinkKeys, WhereNoKeyIsAnotherNothingIsForgotten) {
    link("a.example/1", "https://a.example/1");
    link("no url", "no url");
    const std::uint64_t hash = 7;
    save_passed_over(database, "paper", {&hash, 1});
    save_document(database, "paper", {.url = "https://a.example/sitemap.xml"});
    upgrade();
    EXPECT_EQ(passed_over(), 1U);
    EXPECT_EQ(documents(), 1U);
    EXPECT_TRUE(find_link(database, "no url"));
}

TEST_F(LinkKeys, MoreLinksThanAreLookedAtAtOnce) {
    for (int i = 0; i < 2500; ++i)
        link("old:" + std::to_string(i), "https://a.example/" + std::to_string(i));
    upgrade();
    for (int i = 0; i < 2500; ++i)
        ASSERT_TRUE(known("https://www.a.example/" + std::to_string(i))) << i;
}

} // namespace
} // namespace khabar::store
