#include "daemon/store/daemon_lock.hpp"
#include "daemon/store/orders.hpp"
#include "daemon/store/sources.hpp"

#include <gmock/gmock.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <fstream>
#include <functional>

#include "test_database.hpp"

namespace khabar::store {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;

class OrdersTest : public StoreTest {
  protected:
    std::int64_t give(Verb verb, std::string_view subject) {
        Transaction transaction(database);
        const std::int64_t id = give_order(database, verb, subject, at(1000));
        transaction.commit();
        return id;
    }
    std::vector<std::string> open() {
        std::vector<std::string> out;
        for (const Order& order : open_orders(database, 100))
            out.push_back(std::string(name(order.verb)) + " " + order.subject);
        return out;
    }
};

TEST_F(OrdersTest, AreTakenInTheirOrderUntilTheyAreAnswered) {
    const std::int64_t first = give(Verb::poll_now, "b");
    give(Verb::pause, "a");
    EXPECT_THAT(open(), ::testing::ElementsAre("poll-now b", "pause a"));
    EXPECT_EQ(find_answer(database, first), std::nullopt);
    answer_order(database, first, "polled");
    EXPECT_THAT(open(), ::testing::ElementsAre("pause a"));
    EXPECT_EQ(find_answer(database, first), "polled");
}

TEST_F(OrdersTest, TheLaterOfTwoOppositesStands) {
    const std::int64_t pause = give(Verb::pause, "a");
    give(Verb::pause, "b");
    give(Verb::resume, "a");
    EXPECT_THAT(open(), ::testing::ElementsAre("pause b", "resume a"));
    EXPECT_EQ(find_answer(database, pause), "");
}

TEST_F(OrdersTest, TheSameOrderTwiceIsOne) {
    for (int i = 0; i < 5; ++i)
        give(Verb::reset, "a");
    EXPECT_THAT(open(), ::testing::ElementsAre("reset a"));
}

TEST_F(OrdersTest, OnlyAnswersAreForgotten) {
    const std::int64_t first = give(Verb::poll_now, "a");
    give(Verb::poll_now, "b");
    answer_order(database, first, "polled");
    forget_answers(database, at(1001));
    EXPECT_EQ(find_answer(database, first), "") << "forgotten";
    EXPECT_THAT(open(), ::testing::ElementsAre("poll-now b"));
}

TEST_F(OrdersTest, AHostRuleIsSetChangedAndTakenBack) {
    using namespace std::chrono_literals;
    set_host_rule(database, "example.org", 5000ms);
    set_host_rule(database, "example.org", 7000ms);
    ASSERT_EQ(load_host_rules(database).size(), 1u);
    EXPECT_EQ(load_host_rules(database).front().delay, 7000ms);
    set_host_rule(database, "example.org", std::nullopt);
    EXPECT_THAT(load_host_rules(database), IsEmpty());
}

TEST_F(OrdersTest, AFileFromBeforeThereWereOrdersGetsTheTables) {
    database.execute(
        "DROP TABLE operator_order; DROP TABLE host_rule; DELETE FROM part WHERE name = 'orders'");
    EXPECT_FALSE(has_orders(database));
    EXPECT_THROW(require_current(database), StoreError);
    migrate(database);
    EXPECT_TRUE(has_orders(database));
    EXPECT_NO_THROW(require_current(database));
    EXPECT_THAT(open(), IsEmpty());
}

TEST_F(OrdersTest, SavingAPollDoesNotUndoAPause) {
    SourceState state;
    state.id = "paper";
    state.configured_url = state.feed_url = "https://paper.example/feed";
    save_source_state(database, state);
    pause_source(database, "paper", true);
    save_source_state(database, state); // by a daemon that has not heard of it
    EXPECT_TRUE(load_source_state(database, "paper")->paused);
}

TEST_F(OrdersTest, AResetForgetsWhatWasLearntAndKeepsTheRest) {
    PollRecord record;
    record.state.id = "paper";
    record.state.configured_url = "https://paper.example/feed";
    record.state.feed_url = "https://moved.example/feed";
    record.state.etag = "\"one\"";
    record.state.failures = 7;
    record.state.policy = "something";
    record.attempt.outcome = "timed_out";
    save_poll(database, record);
    pause_source(database, "paper", true);
    reset_source(database, "paper", at(5000));
    const SourceState after = *load_source_state(database, "paper");
    EXPECT_EQ(after.feed_url, "https://paper.example/feed");
    EXPECT_EQ(after.etag + after.policy + after.failure_class, "");
    EXPECT_EQ(after.failures, 0u);
    EXPECT_EQ(after.next_due, at(5000));
    EXPECT_TRUE(after.paused);
    EXPECT_EQ(after.totals.failed_polls, 1);
    EXPECT_EQ(load_attempts(database, "paper").size(), 1u);
}

TEST_F(OrdersTest, ASourceThatWasNeverPolledCanBePausedAndMadeDue) {
    pause_source(database, "new", true);
    make_source_due(database, "other", at(9));
    EXPECT_TRUE(load_source_state(database, "new")->paused);
    EXPECT_EQ(load_source_state(database, "other")->next_due, at(9));
}

TEST_F(OrdersTest, TheMedianDelayIsTheMiddleOne) {
    EXPECT_EQ(median_delay(database, "example"), std::nullopt);
    int number = 0;
    for (const int delay : {5, -30, 600, 60, 7000}) { // a date ahead of its fetch is no delay
        NewArticle made = article(++number);
        made.published_at = made.fetched_at - std::chrono::seconds(delay);
        add(made);
    }
    add(article(++number)); // no date: does not count
    EXPECT_EQ(median_delay(database, "example"), std::chrono::seconds(60));
}

// The lock holds between processes, so another one asks.
int status_of_child(const std::function<int()>& work) {
    const pid_t child = fork();
    if (child == 0) _exit(work());
    int status = 0;
    waitpid(child, &status, 0);
    return WEXITSTATUS(status);
}

TEST(DaemonLock, KeepsASecondDaemonOutAndNamesTheFirst) {
    const DatabaseFolder folder;
    const DaemonLock lock(folder.file());
    const pid_t me = getpid();
    const int status = status_of_child([&] {
        if (running_daemon(folder.file()) != me) return 1;
        try {
            const DaemonLock second(folder.file());
        } catch (const DaemonRunning& error) {
            const bool named =
                std::string(error.what()).find("process " + std::to_string(me)) != std::string::npos;
            return named ? 0 : 2;
        }
        return 3;
    });
    EXPECT_EQ(status, 0);
}

TEST(DaemonLock, EndsWithItsProcessHoweverThatEnds) {
    const DatabaseFolder folder;
    status_of_child([&] {
        new DaemonLock(folder.file()); // never destroyed
        raise(SIGKILL);
        return 0;
    });
    EXPECT_TRUE(std::filesystem::exists(folder.file("khabar.db.lock")));
    EXPECT_EQ(running_daemon(folder.file()), std::nullopt);
    EXPECT_NO_THROW(DaemonLock(folder.file()));
}

TEST(DaemonLock, WithoutALockFileNoDaemonRuns) {
    const DatabaseFolder folder;
    EXPECT_EQ(running_daemon(folder.file()), std::nullopt);
}

TEST(DaemonLock, MakesTheFolderAndSaysWhyItCannot) {
    const DatabaseFolder folder;
    EXPECT_NO_THROW(DaemonLock(folder.file("deep") / "er" / "khabar.db"));
    std::ofstream(folder.file("file")) << "no folder";
    try {
        const DaemonLock lock(folder.file("file") / "khabar.db");
        FAIL() << "a file is no folder";
    } catch (const StoreError& error) {
        EXPECT_THAT(error.what(), HasSubstr("file"));
    }
}

} // namespace
} // namespace khabar::store
