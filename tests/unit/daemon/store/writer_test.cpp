#include "daemon/store/guarded.hpp"
#include "daemon/store/writer.hpp"

#include <atomic>
#include <future>
#include <thread>

#include "test_database.hpp"

namespace khabar::store {
namespace {

class WriterTest : public testing::Test {
  protected:
    Database opened() const {
        Database database(folder.file());
        migrate(database);
        database.execute("CREATE TABLE IF NOT EXISTS row(n INTEGER PRIMARY KEY) STRICT");
        return database;
    }
    std::int64_t rows() const {
        const Database reader(folder.file(), Database::Mode::read_only);
        Statement count = reader.prepare("SELECT count(*) FROM row");
        return count.step() ? count.integer(0) : -1;
    }
    static Writer::Task insert(int n) {
        return [n](Database& database) { database.prepare("INSERT INTO row VALUES(?1)").bind_all(n).run(); };
    }

    DatabaseFolder folder;
};

// Holds the writer inside one task until released, so that the others gather behind it.
class Gate {
  public:
    Writer::Task task() {
        return [this](Database&) {
            entered_.set_value();
            open_.get_future().wait();
        };
    }
    void wait_until_entered() { entered_.get_future().wait(); }
    void open() { open_.set_value(); }

  private:
    std::promise<void> entered_, open_;
};

TEST_F(WriterTest, WhatWasAcknowledgedCanBeRead) {
    Writer writer(opened());
    std::promise<std::int64_t> seen;
    writer.submit(insert(1), 10,
                  [&](const std::exception_ptr& error) { seen.set_value(error ? -1 : rows()); });
    EXPECT_EQ(seen.get_future().get(), 1);
}

TEST_F(WriterTest, WhatWaitsIsCommittedInOneTransaction) {
    Writer writer(opened(), {.group = 100});
    Gate gate;
    writer.submit(gate.task(), 0, {});
    gate.wait_until_entered();
    Guarded<std::vector<std::int64_t>> seen;
    for (int n = 0; n < 250; ++n)
        writer.submit(insert(n), 100, [&](const std::exception_ptr&) {
            seen.with([&](auto& list) { list.push_back(rows()); });
        });
    EXPECT_EQ(writer.counts().queued, 250U);
    gate.open();
    writer.drain();
    EXPECT_EQ(writer.counts().groups, 4U); // the gate alone, then 100, 100, 50
    EXPECT_EQ(writer.counts().tasks, 251U);
    EXPECT_EQ(writer.counts().queued_bytes, 0U);
    const auto counts = seen.with([](auto& list) { return list; });
    ASSERT_EQ(counts.size(), 250U);
    EXPECT_EQ(counts.front(), 100); // a group is seen whole when its first task is acknowledged
    EXPECT_EQ(counts.back(), 250);
}

TEST_F(WriterTest, TasksRunInTheOrderTheyCame) {
    std::vector<int> order;
    {
        Writer writer(opened());
        for (int n = 0; n < 500; ++n)
            writer.submit([&order, n](Database&) { order.push_back(n); }, 1, {});
    }
    ASSERT_EQ(order.size(), 500U);
    EXPECT_TRUE(std::is_sorted(order.begin(), order.end()));
}

TEST_F(WriterTest, AThrowingTaskIsUndoneAlone) {
    Writer writer(opened());
    Gate gate;
    writer.submit(gate.task(), 0, {});
    gate.wait_until_entered();
    std::atomic<int> good = 0, bad = 0;
    const auto done = [&](const std::exception_ptr& error) { ++(error ? bad : good); };
    writer.submit(insert(1), 1, done);
    writer.submit(
        [](Database& database) {
            database.execute("INSERT INTO row VALUES(2)");
            throw std::runtime_error("no");
        },
        1, done);
    writer.submit(insert(1), 1, done); // a constraint
    writer.submit(insert(3), 1, done);
    gate.open();
    writer.drain();
    EXPECT_EQ(good, 2);
    EXPECT_EQ(bad, 2);
    EXPECT_EQ(rows(), 2);
    EXPECT_EQ(writer.counts().failed, 2U);
}

TEST_F(WriterTest, AFullDiskFailsTheGroupAndNotTheNext) {
    Database database = opened();
    database.execute("CREATE TABLE big(b BLOB); PRAGMA max_page_count=" +
                     std::to_string(database.pragma("page_count") + 20));
    Writer writer(std::move(database));
    Gate gate;
    writer.submit(gate.task(), 0, {});
    gate.wait_until_entered();
    std::atomic<int> full = 0, stored = 0;
    const auto done = [&](const std::exception_ptr& error) {
        try {
            if (error) std::rethrow_exception(error);
            ++stored;
        } catch (const StoreError& failure) {
            full += failure.full();
        }
    };
    writer.submit([](Database& d) { d.execute("INSERT INTO big VALUES(zeroblob(1000000))"); }, 1, done);
    gate.open();
    writer.drain();
    EXPECT_EQ(full, 1);
    writer.submit(insert(1), 1, done);
    writer.drain();
    EXPECT_EQ(stored, 1);
    EXPECT_EQ(rows(), 1);
}

TEST_F(WriterTest, ALostTransactionFailsEveryTaskOfItsGroup) {
    Writer writer(opened());
    Gate gate;
    writer.submit(gate.task(), 0, {});
    gate.wait_until_entered();
    std::atomic<int> failed = 0, stored = 0;
    const auto done = [&](const std::exception_ptr& error) { ++(error ? failed : stored); };
    writer.submit(insert(1), 1, done);
    writer.submit(
        [](Database& database) {
            database.execute("ROLLBACK"); // what SQLite does by itself on an I/O error
            throw std::runtime_error("lost");
        },
        1, done);
    writer.submit(insert(2), 1, done);
    gate.open();
    writer.drain();
    EXPECT_EQ(failed, 3);
    EXPECT_EQ(rows(), 0);
    writer.submit(insert(3), 1, done);
    writer.drain();
    EXPECT_EQ(stored, 1);
    EXPECT_EQ(rows(), 1);
}

TEST_F(WriterTest, ADamagedFileIsNotWrittenToAnyMore) {
    Writer writer(opened());
    Gate gate;
    writer.submit(gate.task(), 0, {});
    gate.wait_until_entered();
    std::atomic<int> damaged = 0, ran = 0; // SQLite's own word for it is 11, SQLITE_CORRUPT
    const auto done = [&](const std::exception_ptr& error) {
        try {
            if (error) std::rethrow_exception(error);
        } catch (const StoreError& failure) {
            damaged += failure.corrupt_file();
        }
    };
    writer.submit(insert(1), 1, done);
    writer.submit([](Database&) { throw StoreError(11, "database disk image is malformed"); }, 1, done);
    gate.open();
    writer.drain();
    EXPECT_EQ(damaged, 2) << "with its whole group";
    writer.submit([&](Database&) { ++ran; }, 1, done);
    writer.drain();
    EXPECT_EQ(damaged, 3);
    EXPECT_EQ(ran, 0);
    EXPECT_EQ(rows(), 0);
}

TEST_F(WriterTest, ManyThreadsLoseNothing) {
    std::atomic<int> acknowledged = 0;
    {
        Writer writer(opened(), {.group = 10});
        std::vector<std::jthread> producers;
        for (int p = 0; p < 4; ++p)
            producers.emplace_back([&writer, &acknowledged, p] {
                for (int n = 0; n < 200; ++n) {
                    Writer::Done done = [&acknowledged](const std::exception_ptr& e) {
                        acknowledged += e ? 0 : 1;
                    };
                    writer.submit(insert(p * 1000 + n), 100, std::move(done));
                }
            });
    }
    EXPECT_EQ(acknowledged, 800);
    EXPECT_EQ(rows(), 800);
}

TEST_F(WriterTest, StoppingEndsWhatWaitsAndTakesNothingMore) {
    std::atomic<int> ended = 0;
    Writer writer(opened());
    Gate gate;
    writer.submit(gate.task(), 0, {});
    gate.wait_until_entered();
    for (int n = 0; n < 300; ++n)
        writer.submit(insert(n), 1, [&](const std::exception_ptr&) { ++ended; });
    gate.open();
    writer.stop();
    EXPECT_EQ(ended, 300);
    EXPECT_EQ(rows(), 300);
    EXPECT_NO_THROW(writer.stop());
    EXPECT_THROW(writer.submit(insert(1), 1, {}), std::logic_error);
}

} // namespace
} // namespace khabar::store
