// The skin over SQLite: statements that are used again, transactions that are cut short.

#include "daemon/store/statement_cache.hpp"

#include <sqlite3.h>

#include "test_database.hpp"

namespace khabar::store {
namespace {

std::int64_t one(const Database& database, std::string_view sql) {
    Statement statement = database.prepare(sql);
    return statement.step() ? statement.integer(0) : -1;
}

class Statements : public ::testing::Test {
  protected:
    Statements() {
        database.execute("CREATE TABLE word(text TEXT); INSERT INTO word VALUES('a'), ('b'), ('c')");
    }
    Database database{":memory:"};
};

TEST_F(Statements, ThatWereBoundBeforeBeginEmpty) {
    constexpr std::string_view sql = "SELECT count(*) FROM word WHERE text = ?1";
    Statement first = database.prepare(sql);
    first.bind_all("a");
    ASSERT_TRUE(first.step());
    EXPECT_EQ(first.integer(0), 1);
    first = database.prepare(sql); // while the first is in use: one of its own
    EXPECT_EQ(one(database, sql), 0) << "no value stays bound";
}

TEST_F(Statements, ThatWereLeftInTheMiddleBeginAtTheFirstRowAndHoldNoLock) {
    constexpr std::string_view sql = "SELECT text FROM word ORDER BY text";
    for (int round = 0; round < 3; ++round) {
        Statement rows = database.prepare(sql);
        ASSERT_TRUE(rows.step());
        EXPECT_EQ(rows.text(0), "a");
    }
    EXPECT_NO_THROW(database.execute("DROP TABLE word")) << "no statement is still reading";
}

TEST_F(Statements, OutliveAChangeOfTheSchema) {
    EXPECT_EQ(one(database, "SELECT count(*) FROM word"), 3);
    database.execute("DROP TABLE word; CREATE TABLE word(id INTEGER, text TEXT)");
    EXPECT_EQ(one(database, "SELECT count(*) FROM word"), 0);
}

TEST_F(Statements, APragmaIsAskedAnew) {
    EXPECT_EQ(database.pragma("user_version"), 0);
    database.execute("PRAGMA user_version=7");
    EXPECT_EQ(database.pragma("user_version"), 7);
}

TEST_F(Statements, MayEndAfterTheirDatabase) {
    auto doomed = std::make_unique<Database>(":memory:");
    Statement last = doomed->prepare("SELECT 5");
    doomed.reset();
    ASSERT_TRUE(last.step());
    EXPECT_EQ(last.integer(0), 5);
}

TEST_F(Statements, ThoseKeptAreBounded) {
    sqlite3* raw = nullptr;
    ASSERT_EQ(sqlite3_open(":memory:", &raw), SQLITE_OK);
    {
        StatementCache cache;
        for (std::size_t i = 0; i < 3 * StatementCache::most; ++i) {
            sqlite3_stmt* statement = nullptr;
            const std::string sql = "SELECT " + std::to_string(i);
            ASSERT_EQ(sqlite3_prepare_v2(raw, sql.c_str(), -1, &statement, nullptr), SQLITE_OK);
            cache.give_back(statement);
            EXPECT_LE(cache.size(), StatementCache::most);
        }
        sqlite3_stmt* const last = cache.take("SELECT " + std::to_string(3 * StatementCache::most - 1));
        EXPECT_NE(last, nullptr);
        EXPECT_EQ(cache.take("SELECT " + std::to_string(3 * StatementCache::most - 1)), nullptr) << "in use";
        cache.give_back(last);
    }
    EXPECT_EQ(sqlite3_close(raw), SQLITE_OK) << "every statement was ended";
}

TEST(Transactions, AreUndoneUnlessCommitted) {
    Database database(":memory:");
    database.execute("CREATE TABLE t(x INTEGER)");
    {
        Transaction transaction(database);
        database.execute("INSERT INTO t VALUES(1)");
    }
    EXPECT_FALSE(database.in_transaction());
    EXPECT_EQ(one(database, "SELECT count(*) FROM t"), 0);
}

TEST(Transactions, ThatCannotBeginLeaveNothingOpen) {
    Database database(":memory:");
    database.execute("BEGIN");
    EXPECT_THROW(Transaction inner(database), StoreError); // SQLite knows no transaction within one
    EXPECT_FALSE(database.in_transaction());
    EXPECT_NO_THROW(Transaction(database).commit());
}

} // namespace
} // namespace khabar::store
