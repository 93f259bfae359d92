#include "daemon/store/changes.hpp"
#include "daemon/store/dropped_copies.hpp"
#include "daemon/store/revisions.hpp"

#include <gmock/gmock.h>

#include <fstream>

#include "test_database.hpp"

namespace khabar::store {
namespace {

using testing::HasSubstr;

template <typename Call>
std::string error_of(Call&& call) {
    try {
        call();
    } catch (const StoreError& error) {
        return error.what();
    }
    return "no error";
}

TEST(Schema, ANewFileIsOursAndReadable) {
    const DatabaseFolder folder;
    {
        Database database(folder.file());
        migrate(database);
        EXPECT_EQ(database.pragma("application_id"), application_id);
        EXPECT_EQ(database.pragma("user_version"), schema_version());
        EXPECT_FALSE(database.in_transaction());
    }
    const Database reader(folder.file(), Database::Mode::read_only);
    EXPECT_NO_THROW(require_current(reader));
}

TEST(Schema, MigratingAgainKeepsWhatIsThere) {
    Database database(":memory:");
    migrate(database);
    database.execute("INSERT INTO robots VALUES('https://a.example', 1, 2, 200, '')");
    migrate(database);
    EXPECT_EQ(database.prepare("SELECT count(*) FROM robots").step(), true);
    Statement count = database.prepare("SELECT count(*) FROM robots");
    ASSERT_TRUE(count.step());
    EXPECT_EQ(count.integer(0), 1);
}

// A file as version 1 left it: its table of articles is the same, what came later is missing.
TEST(Schema, AFileOfTheFirstVersionIsBroughtUpToDate) {
    Database database(":memory:");
    migrate(database);
    const NewArticle article{
        .url = "https://a.example/1", .key = "a.example/1", .title = "Old", .text = "Text."};
    const std::int64_t id = insert_article(database, article).id;
    database.execute("DROP TABLE revision; DROP TABLE visit; DROP TABLE change; DROP TABLE dropped_copy; "
                     "DROP TABLE source_input; DROP TABLE source_document; DROP TABLE passed_over; "
                     "ALTER TABLE link DROP COLUMN authors; ALTER TABLE link DROP COLUMN categories; "
                     "ALTER TABLE link DROP COLUMN complete; ALTER TABLE link DROP COLUMN image; DROP INDEX "
                     "article_source_fetched; "
                     "PRAGMA user_version=1");
    EXPECT_THAT(error_of([&] { require_current(database); }), HasSubstr("older khabar"));
    migrate(database);
    EXPECT_NO_THROW(require_current(database));
    const auto revisions = list_revisions(database, id);
    ASSERT_EQ(revisions.size(), 1U);
    EXPECT_EQ(find_revision(database, id, 1)->text, "Text.");
    NewArticle edited = article;
    edited.text = "Other text.";
    EXPECT_EQ(revise_article(database, id, edited), 2);
    EXPECT_EQ(find_revision(database, id, 1)->text, "Text.");
    EXPECT_EQ(journal(database).last, 0);
}

// Up to version 5 what was removed left its dropped copies behind.
TEST(Schema, DroppedCopiesOfNothingLeaveAFileOfTheFifthVersion) {
    Database database(":memory:");
    migrate(database);
    const std::int64_t kept =
        insert_article(database, {.url = "https://a.example/1", .key = "a.example/1"}).id;
    add_dropped_copy(database, kept, {.url = "https://b.example/1", .key = "b.example/1"});
    add_dropped_copy(database, kept + 7, {.url = "https://c.example/1", .key = "c.example/1"});
    database.execute("PRAGMA user_version=5");
    migrate(database);
    EXPECT_EQ(find_dropped_copy(database, "b.example/1"), kept);
    EXPECT_EQ(find_dropped_copy(database, "c.example/1"), std::nullopt);
}

TEST(Schema, TheLogIsWrittenAhead) {
    const DatabaseFolder folder;
    Database database(folder.file());
    migrate(database);
    Statement mode = database.prepare("PRAGMA journal_mode");
    ASSERT_TRUE(mode.step());
    EXPECT_EQ(mode.text(0), "wal");
}

TEST(Schema, RefusesANewerVersionAndNamesFileAndRemedy) {
    const DatabaseFolder folder;
    Database database(folder.file());
    migrate(database);
    database.execute("PRAGMA user_version=999");
    for (const std::string& message :
         {error_of([&] { migrate(database); }), error_of([&] { require_current(database); })}) {
        EXPECT_THAT(message, HasSubstr(folder.file().string()));
        EXPECT_THAT(message, HasSubstr("newer khabar (version 999"));
        EXPECT_THAT(message, HasSubstr("install"));
    }
}

TEST(Schema, RefusesAnotherProgramsDatabaseAndLeavesItAlone) {
    const DatabaseFolder folder;
    {
        Database other(folder.file());
        other.execute("CREATE TABLE places(url TEXT)");
    }
    const auto size = std::filesystem::file_size(folder.file());
    Database database(folder.file());
    EXPECT_THAT(error_of([&] { migrate(database); }), HasSubstr("another program"));
    Statement mode = database.prepare("PRAGMA journal_mode");
    ASSERT_TRUE(mode.step());
    EXPECT_EQ(mode.text(0), "delete");
    EXPECT_EQ(std::filesystem::file_size(folder.file()), size);
}

TEST(Schema, RefusesAFileThatIsNoDatabase) {
    const DatabaseFolder folder;
    std::ofstream(folder.file()) << std::string(4096, 'x');
    Database database(folder.file());
    const std::string message = error_of([&] { migrate(database); });
    EXPECT_THAT(message, HasSubstr("not an SQLite database"));
    EXPECT_THAT(message, HasSubstr(folder.file().string()));
}

TEST(Schema, AReaderIsToldOfAnEmptyAndOfAnOlderFile) {
    Database empty(":memory:");
    EXPECT_THAT(error_of([&] { require_current(empty); }), HasSubstr("khabar run"));
    migrate(empty);
    empty.execute("PRAGMA user_version=0");
    EXPECT_THAT(error_of([&] { require_current(empty); }), HasSubstr("older khabar"));
}

TEST(Schema, PartsHaveVersionsOfTheirOwn) {
    Database database(":memory:");
    migrate(database);
    EXPECT_EQ(part_version(database, "extra"), 0);
    const std::string_view first[] = {"CREATE TABLE extra(a INTEGER) STRICT"};
    migrate_part(database, "extra", first);
    migrate_part(database, "extra", first);
    EXPECT_EQ(part_version(database, "extra"), 1);
    const std::string_view both[] = {first[0], "ALTER TABLE extra ADD COLUMN b INTEGER"};
    migrate_part(database, "extra", both);
    EXPECT_EQ(part_version(database, "extra"), 2);
    EXPECT_NO_THROW(database.execute("INSERT INTO extra(a, b) VALUES(1, 2)"));
    EXPECT_THAT(error_of([&] { migrate_part(database, "extra", first); }), HasSubstr("newer khabar"));
}

TEST(Schema, AFailingStepLeavesNothingBehind) {
    Database database(":memory:");
    migrate(database);
    const std::string_view steps[] = {
        "CREATE TABLE extra(a INTEGER) STRICT; CREATE TABLE extra(b INTEGER) STRICT"};
    EXPECT_THROW(migrate_part(database, "extra", steps), StoreError);
    EXPECT_EQ(part_version(database, "extra"), 0);
    EXPECT_THROW(database.execute("INSERT INTO extra VALUES(1)"), StoreError);
}

TEST(Schema, OtherIndexRulesMakeTheIndexAnew) {
    Database database(":memory:");
    migrate(database);
    database.execute(
        "INSERT INTO article(key, url, source_id, fetched_at, published, updated, language, via, "
        "content_hash, "
        "title, authors, site, entry_id, image, credit, tags, lead, text, markdown) "
        "VALUES('k', 'u', '', 0, '', '', '', 'page', 0, 'harbour', '[]', '', '', '', '', '[]', '', '', '')");
    const auto found = [&] {
        Statement match =
            database.prepare("SELECT count(*) FROM article_index WHERE article_index MATCH 'harbour'");
        return match.step() ? match.integer(0) : -1;
    };
    EXPECT_EQ(found(), 0); // put in behind the index's back
    database.execute("UPDATE part SET version = 0 WHERE name = 'search_index'");
    migrate(database);
    EXPECT_EQ(found(), 1);
}

} // namespace
} // namespace khabar::store
