#include "daemon/store/sources.hpp"

#include "test_database.hpp"

namespace khabar::store {
namespace {

class Sources : public StoreTest {
  protected:
    static PollRecord poll(std::string id, std::int64_t when, std::string outcome = "ok") {
        PollRecord record;
        record.state.id = std::move(id);
        record.attempt.at = at(when);
        record.attempt.outcome = std::move(outcome);
        return record;
    }
};

TEST_F(Sources, EveryFieldComesBackAsItWas) {
    PollRecord put = poll("a", 1000);
    put.state.feed_url = "https://a.example/new";
    put.state.configured_url = "https://a.example/old";
    put.state.etag = "W/\"x\"";
    put.state.last_modified = "Wed, 15 Oct 2025 10:00:00 GMT";
    put.state.next_due = at(2000);
    put.state.interval = std::chrono::minutes(15);
    put.state.interval_reason = "half of the items were new";
    put.state.failures = 3;
    put.state.failure_class = "dns_failed";
    put.state.last_attempt = at(1000);
    put.state.last_success = at(900);
    put.state.redirect_url = "https://a.example/newer";
    put.state.redirect_seen = 2;
    put.state.paused = true;
    put.state.policy = R"({"liar":true})";
    put.attempt.status = 503;
    put.attempt.new_links = 4;
    put.attempt.known_links = 5;
    put.attempt.failed_links = 6;
    put.attempt.duration = std::chrono::milliseconds(321);
    put.attempt.error = "no answer";
    save_poll(database, put);

    const auto got = load_source_state(database, "a");
    ASSERT_TRUE(got);
    EXPECT_EQ(got->feed_url, put.state.feed_url);
    EXPECT_EQ(got->configured_url, put.state.configured_url);
    EXPECT_EQ(got->etag, put.state.etag);
    EXPECT_EQ(got->last_modified, put.state.last_modified);
    EXPECT_EQ(got->next_due, put.state.next_due);
    EXPECT_EQ(got->interval, put.state.interval);
    EXPECT_EQ(got->interval_reason, put.state.interval_reason);
    EXPECT_EQ(got->failures, put.state.failures);
    EXPECT_EQ(got->failure_class, put.state.failure_class);
    EXPECT_EQ(got->last_attempt, put.state.last_attempt);
    EXPECT_EQ(got->last_success, put.state.last_success);
    EXPECT_EQ(got->redirect_url, put.state.redirect_url);
    EXPECT_EQ(got->redirect_seen, put.state.redirect_seen);
    EXPECT_TRUE(got->paused);
    EXPECT_EQ(got->policy, put.state.policy);

    const auto attempt = last_attempt(database, "a");
    ASSERT_TRUE(attempt);
    EXPECT_EQ(attempt->at, put.attempt.at);
    EXPECT_EQ(attempt->outcome, put.attempt.outcome);
    EXPECT_EQ(attempt->status, 503);
    EXPECT_EQ(attempt->new_links, 4U);
    EXPECT_EQ(attempt->known_links, 5U);
    EXPECT_EQ(attempt->failed_links, 6U);
    EXPECT_EQ(attempt->duration, put.attempt.duration);
    EXPECT_EQ(attempt->error, put.attempt.error);
}

TEST_F(Sources, TotalsCountEveryPollAndOnlyPolls) {
    for (const char* outcome : {"ok", "not_modified", "timed_out"}) {
        PollRecord record = poll("a", 1, outcome);
        record.attempt.new_links = 2;
        record.attempt.known_links = 10;
        save_poll(database, record);
    }
    SourceState state = load_source_state(database, "a").value();
    state.next_due = at(77);
    save_source_state(database, state);
    const auto got = load_source_state(database, "a");
    EXPECT_EQ(got->totals.polls, 3);
    EXPECT_EQ(got->totals.new_links, 6);
    EXPECT_EQ(got->totals.known_links, 30);
    EXPECT_EQ(got->totals.failed_polls, 1);
    EXPECT_EQ(got->next_due, at(77));
    EXPECT_EQ(load_attempts(database, "a").size(), 3U);
}

TEST_F(Sources, TheLastThirtyAttemptsStayLatestFirst) {
    for (int i = 0; i < kept_attempts + 12; ++i) {
        save_poll(database, poll("a", i));
        save_poll(database, poll("b", i));
    }
    save_poll(database, poll("c", 1));
    for (const char* id : {"a", "b"}) {
        const auto attempts = load_attempts(database, id);
        ASSERT_EQ(attempts.size(), static_cast<std::size_t>(kept_attempts));
        EXPECT_EQ(attempts.front().at, at(kept_attempts + 11));
        EXPECT_EQ(attempts.back().at, at(12));
    }
    EXPECT_EQ(load_attempts(database, "c").size(), 1U);
    Statement rows = database.prepare("SELECT count(*) FROM attempt");
    ASSERT_TRUE(rows.step());
    EXPECT_EQ(rows.integer(0), 2 * kept_attempts + 1);
}

TEST_F(Sources, UnknownOnesAreNotThere) {
    EXPECT_FALSE(load_source_state(database, "x"));
    EXPECT_FALSE(last_attempt(database, "x"));
    EXPECT_TRUE(load_source_states(database).empty());
    save_poll(database, poll("b", 1));
    save_poll(database, poll("a", 1));
    const auto states = load_source_states(database);
    ASSERT_EQ(states.size(), 2U);
    EXPECT_EQ(states.front().id, "a");
    EXPECT_FALSE(states.front().next_due);
}

} // namespace
} // namespace khabar::store
