#include "daemon/store/links.hpp"

#include <gmock/gmock.h>

#include "test_database.hpp"

namespace khabar::store {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class Links : public StoreTest {
  protected:
    static NewLink link(std::string key, Time due = {}, std::string source = "example") {
        NewLink made;
        made.url = "https://" + key;
        made.key = std::move(key);
        made.source_id = std::move(source);
        made.due = due;
        return made;
    }
    AddedLinks add_all(const std::vector<NewLink>& links, Time now = at(100)) {
        return add_links(database, links, now);
    }
    static std::vector<std::string> keys(const std::vector<Link>& links) {
        std::vector<std::string> out;
        for (const Link& one : links)
            out.push_back(one.key);
        return out;
    }
    std::vector<std::string> due(Time now, std::size_t limit = 100) {
        return keys(due_links_of(database, "example", now, limit));
    }
    std::int64_t id(std::string_view key) { return find_link(database, key).value().id; }
};

TEST_F(Links, EveryFieldComesBackAsItWas) {
    NewLink put = link("a.example/1", at(50));
    put.entry_id = "urn:1";
    put.title = "عنوان";
    put.summary_html = "<p>s</p>";
    put.content_html = "<p>c</p>";
    put.published = "2025-10-15";
    add_all({put}, at(42));
    const auto got = find_link(database, put.key);
    ASSERT_TRUE(got);
    EXPECT_EQ(got->url, put.url);
    EXPECT_EQ(got->source_id, put.source_id);
    EXPECT_EQ(got->entry_id, put.entry_id);
    EXPECT_EQ(got->title, put.title);
    EXPECT_EQ(got->summary_html, put.summary_html);
    EXPECT_EQ(got->content_html, put.content_html);
    EXPECT_EQ(got->published, put.published);
    EXPECT_EQ(got->due, put.due);
    EXPECT_EQ(got->discovered_at, at(42));
    EXPECT_EQ(got->state, LinkState::pending);
    EXPECT_EQ(got->attempts, 0U);
    EXPECT_FALSE(find_link(database, "a.example/2"));
}

TEST_F(Links, OnlyNewOnesAreAdded) {
    add(article(9)); // key example.org/9
    const AddedLinks first = add_all({link("a/1"), link("a/2"), link("a/1"), link("example.org/9")});
    EXPECT_EQ(first.added, 2U);
    EXPECT_EQ(first.known, 2U);
    const AddedLinks again = add_all({link("a/2"), link("a/3")});
    EXPECT_EQ(again.added, 1U);
    EXPECT_EQ(again.known, 1U);
    const std::vector<std::string> asked = {"a/1", "a/4", "example.org/9", "a/3"};
    EXPECT_THAT(known_keys(database, asked), ElementsAre(true, false, true, true));
}

TEST_F(Links, AreGivenOutLongestDueFirst) {
    add_all({link("late", at(30)), link("early", at(10)), link("future", at(31)), link("same", at(10))});
    EXPECT_THAT(due(at(30)), ElementsAre("early", "same", "late"));
    EXPECT_THAT(due(at(30), 1), ElementsAre("early"));
    EXPECT_THAT(due(at(9)), IsEmpty());
    EXPECT_EQ(next_link_due(database, "example"), at(10));
}

TEST_F(Links, NothingPendingIsNeverDue) {
    EXPECT_EQ(next_link_due(database, "example"), std::nullopt);
    EXPECT_TRUE(next_links_due(database).empty());
}

TEST_F(Links, SourcesTakeTurns) {
    add_all({link("b/1", at(5), "b"), link("b/2", at(6), "b"), link("a/1", at(9), "a"),
             link("c/1", at(99), "c"), link("d/1", at(1), "")});
    const auto waiting = [this] {
        std::vector<std::string> out;
        for (const SourceDue& source : next_links_due(database))
            out.push_back(source.source_id + "@" + std::to_string(source.due.time_since_epoch().count()));
        return out;
    };
    EXPECT_THAT(waiting(), ElementsAre("@1", "a@9", "b@5", "c@99"));
    EXPECT_THAT(keys(due_links_of(database, "b", at(10), 9)), ElementsAre("b/1", "b/2"));
    EXPECT_THAT(keys(due_links_of(database, "b", at(10), 1)), ElementsAre("b/1"));
    EXPECT_THAT(keys(due_links_of(database, "c", at(10), 9)), IsEmpty());
    link_done(database, id("a/1"), 1);
    EXPECT_THAT(waiting(), ElementsAre("@1", "b@5", "c@99"));
}

TEST_F(Links, WhatADeadRunClaimedAndAWrongClockPutOffIsDueAtTheNextStart) {
    add_all({link("due", at(900)), link("claimed", at(1100)), link("later", at(5000)),
             link("another century", at(3'000'000'000)), link("done", at(1100))});
    link_done(database, id("done"), 1);
    EXPECT_EQ(recover_links(database, at(1000), std::chrono::seconds(180), std::chrono::seconds(10'000)), 2);
    EXPECT_THAT(due(at(1000)), ElementsAre("due", "claimed", "another century"));
    EXPECT_THAT(due(at(5000)), testing::SizeIs(4));
}

TEST_F(Links, AFailedOneComesBackWhenItIsToBeRetried) {
    add_all({link("a/1", at(10))});
    link_failed(database, id("a/1"), {"timed_out", "after 30 s", at(70)});
    EXPECT_THAT(due(at(69)), IsEmpty());
    EXPECT_THAT(due(at(70)), ElementsAre("a/1"));
    const auto got = find_link(database, "a/1");
    EXPECT_EQ(got->attempts, 1U);
    EXPECT_EQ(got->error, "timed_out");
    EXPECT_EQ(got->error_detail, "after 30 s");
}

TEST_F(Links, EndedOnesStayKnownAndForgetTheFeedsHtml) {
    for (const char* key : {"a/done", "a/failed", "a/gone"}) {
        NewLink made = link(key);
        made.content_html = made.summary_html = "<p>long</p>";
        add_all({made});
    }
    link_done(database, id("a/done"), 5);
    link_failed(database, id("a/failed"), {"not_an_article", "", std::nullopt});
    link_gone(database, id("a/gone"), {"gone", "410", std::nullopt});
    EXPECT_THAT(due(at(1'000'000)), IsEmpty());
    EXPECT_EQ(find_link(database, "a/done")->state, LinkState::done);
    EXPECT_EQ(find_link(database, "a/failed")->state, LinkState::failed);
    EXPECT_EQ(find_link(database, "a/gone")->state, LinkState::gone);
    EXPECT_EQ(find_link(database, "a/gone")->error_detail, "410");
    EXPECT_EQ(find_link(database, "a/done")->content_html + find_link(database, "a/done")->summary_html, "");
    EXPECT_EQ(add_all({link("a/done"), link("a/failed"), link("a/gone")}).added, 0U);
    const LinkCounts counts = count_links(database, "example");
    EXPECT_EQ(counts.pending, 0);
    EXPECT_EQ(counts.done, 1);
    EXPECT_EQ(counts.failed, 1);
    EXPECT_EQ(counts.gone, 1);
    EXPECT_EQ(count_links(database, "other").done, 0);
    EXPECT_EQ(count_links(database).done, 1);
}

TEST_F(Links, WhatAnotherEndedIsNotOpenedByAFailure) {
    add_all({link("a/done", at(10))});
    link_done(database, id("a/done"), 5);
    link_failed(database, id("a/done"), {"timed_out", "", at(70)});
    link_failed(database, id("a/done"), {"not_an_article", "", std::nullopt});
    link_gone(database, id("a/done"), {"gone", "410", std::nullopt});
    EXPECT_EQ(find_link(database, "a/done")->state, LinkState::done);
    EXPECT_EQ(find_link(database, "a/done")->error, "");
    EXPECT_THAT(due(at(1'000'000)), IsEmpty());
}

TEST_F(Links, OnlyADoneOneIsOpenedAgain) {
    add_all({link("a/done"), link("a/gone"), link("a/pending", at(900))});
    link_failed(database, id("a/done"), {"timed_out", "", at(1)});
    link_done(database, id("a/done"), 1);
    link_gone(database, id("a/gone"), {});
    EXPECT_TRUE(reopen_link(database, "a/done", at(70)));
    for (const char* key : {"a/gone", "a/pending", "a/unknown"})
        EXPECT_FALSE(reopen_link(database, key, at(70))) << key;
    EXPECT_THAT(due(at(70)), ElementsAre("a/done"));
    EXPECT_EQ(find_link(database, "a/done")->attempts, 0U);
}

TEST_F(Links, PostponingIsNoAttemptAndWakesNothingThatEnded) {
    add_all({link("a/1", at(10)), link("a/2", at(10))});
    postpone_link(database, id("a/1"), at(500));
    link_done(database, id("a/2"), 1);
    postpone_link(database, id("a/2"), at(0));
    EXPECT_THAT(due(at(499)), IsEmpty());
    EXPECT_THAT(due(at(500)), ElementsAre("a/1"));
    EXPECT_EQ(find_link(database, "a/1")->attempts, 0U);
}

TEST_F(Links, TheDaysNewOnesAreCountedInEveryState) {
    add_all({link("a/old")}, at(10));
    add_all({link("a/1"), link("a/2")}, at(100));
    add_all({link("b/1", {}, "b")}, at(100));
    link_done(database, id("a/1"), 1);
    EXPECT_EQ(count_links_since(database, "example", at(50)), 2);
    EXPECT_EQ(count_links_since(database, "example", at(10)), 3);
    EXPECT_EQ(count_links_since(database, "example", at(101)), 0);
}

TEST_F(Links, HugeHtmlIsCutBetweenLetters) {
    NewLink made = link("a/1");
    made.content_html = "x";
    while (made.content_html.size() <= max_link_html)
        made.content_html.append("ب");
    add_all({made});
    const auto got = find_link(database, "a/1");
    EXPECT_EQ(got->content_html.size(), max_link_html - 1); // x and two bytes a letter: an odd size
}

std::string plan(const Database& database, const std::string& sql) {
    Statement explain = database.prepare("EXPLAIN QUERY PLAN " + sql);
    std::string plan;
    while (explain.step())
        plan.append(explain.text(3)).push_back('\n');
    return plan;
}

// A queue of a million must cost a look-up, not a scan.
TEST_F(Links, TheQueueIsReadThroughItsIndexes) {
    EXPECT_THAT(
        plan(database,
             "SELECT id, url FROM link WHERE state = 'pending' AND due <= 5 ORDER BY due, id LIMIT 3"),
        testing::AllOf(testing::HasSubstr("link_due"), testing::Not(testing::HasSubstr("TEMP B-TREE"))));
    EXPECT_THAT(plan(database, "SELECT min(due) FROM link WHERE state = 'pending'"),
                testing::HasSubstr("link_due"));
    EXPECT_THAT(plan(database,
                     "SELECT count(*) FROM link WHERE source_id = 'a' AND state IN ('pending', 'done', "
                     "'failed', 'gone') AND discovered_at >= 5"),
                testing::HasSubstr("link_source_state (source_id=? AND state=? AND discovered_at>?)"));
}

} // namespace
} // namespace khabar::store
