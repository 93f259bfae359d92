#include "daemon/store/backup.hpp"
#include "daemon/store/check.hpp"
#include "tests/unit/daemon/store/test_database.hpp"

#include <sys/stat.h>

#include <fstream>

namespace khabar::store {
namespace {

class BackupTest : public testing::Test {
  protected:
    BackupTest() : database(folder.file()) {
        migrate(database);
        // Stands in for the story tables, which a folder above this one makes.
        database.execute(
            "CREATE TABLE story(id INTEGER PRIMARY KEY); CREATE TABLE story_member(article, story)");
    }

    void add(int number) {
        NewArticle made;
        made.key = "news.example/" + std::to_string(number);
        made.url = "https://" + made.key;
        made.title = "Title";
        made.text = std::string(1000, 'x');
        Transaction transaction(database);
        const auto id = insert_article(database, made).id;
        database.prepare("INSERT INTO story VALUES(?1)").bind_all(id).run();
        database.prepare("INSERT INTO story_member VALUES(?1, ?1)").bind_all(id).run();
        transaction.commit();
    }

    DatabaseFolder folder;
    Database database;
};

TEST_F(BackupTest, IsAWholeArchiveOfItsOwn) {
    for (int i = 0; i < 20; ++i)
        add(i);
    backup(database, folder.file("copy.db"));
    add(20);
    Database copy(folder.file("copy.db"));
    migrate(copy); // knows it as one of ours
    EXPECT_EQ(count_articles(copy), 20);
    EXPECT_TRUE(find_damage(copy).empty());
    struct stat file {};
    ASSERT_EQ(stat(folder.file("copy.db").c_str(), &file), 0);
    EXPECT_EQ(file.st_mode & 0777U, 0600U);
}

TEST_F(BackupTest, ReadsWhatIsCommittedWhileAnotherWrites) {
    add(1);
    Database writer(folder.file());
    const Transaction open(writer);
    writer.execute("DELETE FROM article");
    const Database reader(folder.file(), Database::Mode::read_only);
    backup(reader, folder.file("copy.db"));
    EXPECT_EQ(count_articles(Database(folder.file("copy.db"), Database::Mode::read_only)), 1);
}

TEST_F(BackupTest, NeverOverwritesAndLeavesNothingBehind) {
    std::ofstream(folder.file("copy.db")) << "mine";
    EXPECT_THROW(backup(database, folder.file("copy.db")), StoreError);
    EXPECT_THROW(backup(database, folder.file("no/such/folder.db")), StoreError);
    EXPECT_EQ(std::filesystem::file_size(folder.file("copy.db")), 4U);
    EXPECT_FALSE(std::filesystem::exists(folder.file("copy.db.part")));
}

TEST_F(BackupTest, TakesThePlaceOfAHalfMadeOne) {
    add(1);
    std::ofstream(folder.file("copy.db.part")) << "half";
    backup(database, folder.file("copy.db"));
    EXPECT_EQ(count_articles(Database(folder.file("copy.db"), Database::Mode::read_only)), 1);
}

TEST_F(BackupTest, TornFileIsToldAndNotKept) {
    for (int i = 0; i < 200; ++i)
        add(i);
    database.execute("PRAGMA wal_checkpoint(TRUNCATE)");
    {
        std::fstream file(folder.file(), std::ios::in | std::ios::out | std::ios::binary);
        file.seekp(40 * 4096);
        file << std::string(std::size_t{20} * 4096, '\x5a');
    }
    const Database torn(folder.file(), Database::Mode::read_only);
    EXPECT_THROW(backup(torn, folder.file("copy.db")), StoreError);
    EXPECT_FALSE(std::filesystem::exists(folder.file("copy.db")));
    EXPECT_FALSE(find_damage(torn).empty());
}

TEST_F(BackupTest, TablesThatDisagreeAreCounted) {
    for (int i = 0; i < 3; ++i)
        add(i);
    EXPECT_TRUE(find_disagreements(database).empty());
    database.execute("DELETE FROM article WHERE id = 1; DELETE FROM story_member WHERE article = 2");
    const auto found = find_disagreements(database);
    ASSERT_EQ(found.size(), 4U);
    EXPECT_EQ(found[0].what, "entries of the search index without an article");
    EXPECT_TRUE(found[0].index);
    EXPECT_EQ(found[1].what, "articles that belong to no story");
    EXPECT_EQ(found[2].what, "members of stories without an article");
    EXPECT_EQ(found[3].what, "stories without members");
    for (const auto& each : found)
        EXPECT_EQ(each.rows, 1);
}

} // namespace
} // namespace khabar::store
