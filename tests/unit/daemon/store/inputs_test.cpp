#include "daemon/store/inputs.hpp"
#include "daemon/store/links.hpp"
#include "daemon/store/sources.hpp"

#include <gmock/gmock.h>

#include "test_database.hpp"

namespace khabar::store {
namespace {

using testing::IsEmpty;
using testing::UnorderedElementsAre;

class Inputs : public StoreTest {};

TEST_F(Inputs, AStateIsKeptBySource) {
    EXPECT_EQ(load_input_state(database, "a"), InputState());
    const InputState state{
        .used = 2, .misses = 1, .since = at(10), .retried = at(20), .reason = "not_found: HTTP 404"};
    save_input_state(database, "a",
                     InputState{.used = 7, .misses = {}, .since = {}, .retried = {}, .reason = {}});
    save_input_state(database, "a", state);
    EXPECT_EQ(load_input_state(database, "a"), state);
    EXPECT_EQ(load_input_state(database, "b"), InputState());
}

TEST_F(Inputs, DocumentsAreKeptByAddress) {
    save_document(database, "a", {"https://a.example/1.xml", {.etag = "\"x\""}, "2025-10-12", at(10)});
    const Validators known{"\"y\"", "Tue", "https://cdn.example/1.xml", 0xFFFF'FFFF'FFFF'FFFEULL, true};
    save_document(database, "a", {"https://a.example/1.xml", known, "2025-10-13", at(20)});
    save_document(database, "b", {"https://a.example/1.xml", {}, "", at(30)});
    const auto documents = load_documents(database, "a");
    ASSERT_EQ(documents.size(), 1U);
    EXPECT_EQ(documents[0].validators, known);
    EXPECT_EQ(documents[0].listed, "2025-10-13");
    EXPECT_EQ(documents[0].read_at, at(20));
}

TEST_F(Inputs, AddressesPassedOverAreASet) {
    const std::vector<std::uint64_t> hashes = {1, 0xFFFF'FFFF'FFFF'FFFFULL, 1};
    save_passed_over(database, "a", hashes);
    save_passed_over(database, "a", hashes);
    EXPECT_THAT(load_passed_over(database, "a"), UnorderedElementsAre(1, 0xFFFF'FFFF'FFFF'FFFFULL));
    EXPECT_THAT(load_passed_over(database, "b"), IsEmpty());
}

TEST_F(Inputs, AreForgottenWhenTheSourceIsReset) {
    for (const char* id : {"a", "b"}) {
        save_input_state(database, id,
                         InputState{.used = 1, .misses = 2, .since = {}, .retried = {}, .reason = "x"});
        save_document(database, id, {"https://a.example/1.xml", {.etag = "\"x\""}, "2025-10-12", at(10)});
        save_passed_over(database, id, std::vector<std::uint64_t>{1});
    }
    reset_source(database, "a", at(20));
    EXPECT_EQ(load_input_state(database, "a"), InputState());
    EXPECT_THAT(load_documents(database, "a"), IsEmpty());
    EXPECT_THAT(load_passed_over(database, "a"), IsEmpty());
    EXPECT_EQ(load_input_state(database, "b").used, 1U);
    EXPECT_EQ(load_documents(database, "b").size(), 1U);
    EXPECT_EQ(load_passed_over(database, "b").size(), 1U);
}

TEST_F(Inputs, ALinkKeepsWhatTheListingSaidOfIt) {
    NewLink link;
    link.key = "a.example/1";
    link.url = "https://a.example/1";
    link.content_html = "<p>All.</p>";
    link.authors = {"Samira", "A, B"};
    link.categories = {"Economy"};
    link.image = "https://a.example/market.jpg";
    link.complete = true;
    add_links(database, std::vector{link}, at(10));
    const auto found = find_link(database, link.key);
    ASSERT_TRUE(found);
    EXPECT_EQ(found->authors, link.authors);
    EXPECT_EQ(found->categories, link.categories);
    EXPECT_EQ(found->image, link.image);
    EXPECT_TRUE(found->complete);
}

TEST_F(Inputs, ABodyThatWasCutIsNotComplete) {
    NewLink link;
    link.key = "a.example/1";
    link.content_html.assign(max_link_html + 1, 'x');
    link.complete = true;
    add_links(database, std::vector{link}, at(10));
    EXPECT_FALSE(find_link(database, link.key)->complete);
}

// A sitemap whose files are called otherwise at every poll.
TEST_F(Inputs, OfTooManyDocumentsThoseReadLastStay) {
    for (int i = 0; i < 7; ++i)
        save_document(database, "s",
                      {.url = "https://a.example/" + std::to_string(i) + ".xml", .read_at = at(i)});
    save_document(database, "other", {.url = "https://b.example/1.xml", .read_at = at(0)});
    forget_documents(database, "s", 7);
    EXPECT_EQ(load_documents(database, "s").size(), 7U);
    forget_documents(database, "s", 2);
    const auto left = load_documents(database, "s");
    ASSERT_EQ(left.size(), 2U);
    EXPECT_EQ(left[0].url, "https://a.example/5.xml");
    EXPECT_EQ(left[1].url, "https://a.example/6.xml");
    EXPECT_EQ(load_documents(database, "other").size(), 1U);
}

TEST(InputsSchema, DocumentsOfTheThirdVersionAreReadAsWholeOnes) {
    Database database(":memory:");
    migrate(database);
    database.execute(
        "ALTER TABLE source_document DROP COLUMN validators_from;"
        "ALTER TABLE source_document DROP COLUMN entries;"
        "ALTER TABLE source_document DROP COLUMN distrusted;"
        "ALTER TABLE link DROP COLUMN image;"
        "INSERT INTO source_document VALUES('s', 'https://a.example/1.xml', '\"x\"', '', '', 10);"
        "PRAGMA user_version=3");
    migrate(database);
    EXPECT_EQ(database.pragma("user_version"), schema_version());
    const auto documents = load_documents(database, "s");
    ASSERT_EQ(documents.size(), 1U);
    EXPECT_EQ(documents[0].validators, Validators{.etag = "\"x\""});
}

TEST(InputsSchema, LinksOfTheFourthVersionHaveNoPictures) {
    Database database(":memory:");
    migrate(database);
    NewLink link{.key = "a.example/1", .url = "https://a.example/1", .source_id = "s", .title = "Old"};
    add_links(database, std::vector{link}, at(10));
    database.execute("ALTER TABLE link DROP COLUMN image; PRAGMA user_version=4");
    migrate(database);
    EXPECT_EQ(database.pragma("user_version"), schema_version());
    EXPECT_EQ(find_link(database, link.key)->title, "Old");
    EXPECT_EQ(find_link(database, link.key)->image, "");
}

TEST(InputsSchema, AFileOfTheSecondVersionIsBroughtUpToDate) {
    Database database(":memory:");
    migrate(database);
    // What the first version did not have.
    database.execute("DROP TABLE source_input; DROP TABLE source_document; DROP TABLE passed_over;"
                     "ALTER TABLE link DROP COLUMN authors; ALTER TABLE link DROP COLUMN categories;"
                     "ALTER TABLE link DROP COLUMN complete; ALTER TABLE link DROP COLUMN image; DROP INDEX "
                     "article_source_fetched;"
                     "INSERT INTO link(key, url, source_id, discovered_at, due, entry_id, published, title, "
                     "summary_html, content_html) VALUES('k', 'u', 's', 1, 1, '', '', 't', '', '')");
    database.execute("PRAGMA user_version=2");
    migrate(database);
    EXPECT_EQ(database.pragma("user_version"), schema_version());
    const auto link = find_link(database, "k");
    ASSERT_TRUE(link);
    EXPECT_THAT(link->authors, IsEmpty());
    EXPECT_FALSE(link->complete);
    EXPECT_EQ(load_input_state(database, "s"), InputState());
}

} // namespace
} // namespace khabar::store
