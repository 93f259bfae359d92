#include "daemon/store/changes.hpp"

#include "test_database.hpp"

namespace khabar::store {
namespace {

class Changes : public StoreTest {
  protected:
    void record(std::int64_t article, std::int64_t keep = max_changes) {
        Transaction transaction(database);
        record_change(database, {.at = at(10), .kind = ChangeKind::added, .article = article}, keep);
        transaction.commit();
    }
};

TEST_F(Changes, AnEmptyJournal) {
    const Journal empty = journal(database);
    EXPECT_EQ(empty.first, 1);
    EXPECT_EQ(empty.last, 0);
    EXPECT_TRUE(changes_after(database, 0, 10).empty());
}

TEST_F(Changes, ComeInOrderWithAllTheySay) {
    record(7);
    Transaction transaction(database);
    Change change;
    change.at = at(20);
    change.kind = ChangeKind::merged;
    change.article = 7;
    change.story = 3;
    change.other_story = 4;
    record_change(database, change);
    change = {.at = at(30), .kind = ChangeKind::removed, .article = 7, .url = "https://a.example/7"};
    record_change(database, change);
    transaction.commit();
    const auto all = changes_after(database, 0, 10);
    ASSERT_EQ(all.size(), 3U);
    EXPECT_EQ(all[0].sequence, 1);
    EXPECT_EQ(all[1].kind, ChangeKind::merged);
    EXPECT_EQ(all[1].story, 3);
    EXPECT_EQ(all[1].other_story, 4);
    EXPECT_EQ(all[1].revision, std::nullopt);
    EXPECT_EQ(all[2].url, "https://a.example/7");
    EXPECT_EQ(changes_after(database, 1, 1).at(0).sequence, 2);
    EXPECT_TRUE(changes_after(database, 3, 10).empty());
}

TEST_F(Changes, ARolledBackOneLeavesNoGap) {
    record(1);
    {
        const Transaction lost(database);
        record_change(database, {.article = 2});
    }
    record(3);
    const auto all = changes_after(database, 0, 10);
    ASSERT_EQ(all.size(), 2U);
    EXPECT_EQ(all[1].sequence, 2);
    EXPECT_EQ(all[1].article, 3);
}

TEST_F(Changes, AreBoundedAndTheJournalSaysWhereItBegins) {
    for (int i = 1; i <= 1000; ++i)
        record(i, 300);
    const Journal bounds = journal(database);
    EXPECT_EQ(bounds.last, 1000);
    EXPECT_GT(bounds.first, 1);
    const auto rest = changes_after(database, 0, 5000);
    EXPECT_GE(rest.size(), 300U);
    EXPECT_LT(rest.size(), 300U + 256U);
    EXPECT_EQ(rest.front().sequence, bounds.first);
}

TEST_F(Changes, NumbersAreNeverGivenAgain) {
    record(1);
    record(2);
    database.execute("DELETE FROM change");
    EXPECT_EQ(journal(database).first, 3);
    EXPECT_EQ(journal(database).last, 2);
    record(3);
    EXPECT_EQ(changes_after(database, 0, 10).at(0).sequence, 3);
}

} // namespace
} // namespace khabar::store
