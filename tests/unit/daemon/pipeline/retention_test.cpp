#include "daemon/pipeline/commit/commit_draft.hpp"
#include "daemon/pipeline/retention.hpp"
#include "daemon/store/articles.hpp"
#include "daemon/store/changes.hpp"
#include "daemon/store/check.hpp"
#include "daemon/store/links.hpp"
#include "daemon/store/schema.hpp"
#include "daemon/store/search.hpp"
#include "daemon/store/visits.hpp"

#include <gtest/gtest.h>

namespace khabar::pipeline {
namespace {

using namespace std::chrono_literals;
constexpr store::Time now = std::chrono::sys_days(std::chrono::year(2025) / 10 / 15);
constexpr auto day = 24h;

class RetentionTest : public testing::Test {
  protected:
    static Commit draft(const std::string& source, int number, std::chrono::hours age) {
        Commit commit;
        commit.url = "https://news.example/" + source + "/" + std::to_string(number);
        commit.source_id = source;
        commit.fetched_at = now - age;
        commit.draft.text = "Report " + std::to_string(number) + " of " + source + " about the harbour.";
        commit.draft.article.title = "Report " + std::to_string(number);
        commit.draft.article.blocks.push_back({.text = commit.draft.text});
        return commit;
    }

    std::int64_t add(const std::string& source, int number, std::chrono::hours age) {
        return commit_draft(database, stories, draft(source, number, age)).article;
    }

    std::size_t remove(std::size_t limit = 100) {
        return remove_expired(database, stories, settings, now, limit);
    }

    [[nodiscard]] bool there(std::int64_t id) const { return store::find_article(database, id).has_value(); }

    static store::Database prepared() {
        store::Database made(":memory:");
        store::migrate(made);
        story::create_tables(made);
        return made;
    }

    store::Database database = prepared();
    story::StoryIndex stories{database, story::stored_texts(database)};
    settings::Settings settings;
};

TEST_F(RetentionTest, KeepsForEverWhereNothingIsSaid) {
    add("paper", 1, 10'000 * day);
    EXPECT_EQ(remove(), 0U);
}

TEST_F(RetentionTest, ASourcesOwnWordGoesBeforeTheArchives) {
    settings.store.keep = 30 * day;
    settings.sources = {{.id = "brief", .keep = 7 * day},
                        {.id = "long", .keep = 90 * day},
                        {.id = "ever", .keep = 0s},
                        {.id = "paper"}};
    const auto brief = add("brief", 1, 8 * day), fresh = add("brief", 2, 6 * day);
    const auto ever = add("ever", 7, 900 * day);
    const auto kept = add("long", 3, 89 * day), paper = add("paper", 4, 31 * day);
    const auto by_hand = add("", 5, 31 * day), of_no_source = add("gone", 6, 29 * day);
    EXPECT_EQ(remove(), 3U);
    EXPECT_FALSE(there(brief));
    EXPECT_TRUE(there(fresh));
    EXPECT_TRUE(there(kept));
    EXPECT_TRUE(there(ever));
    EXPECT_FALSE(there(paper));
    EXPECT_FALSE(there(by_hand));
    EXPECT_TRUE(there(of_no_source));
    EXPECT_EQ(remove(), 0U);
}

TEST_F(RetentionTest, WorksInSmallStepsOldestFirst) {
    settings.store.keep = 30 * day;
    const auto younger = add("paper", 1, 40 * day), older = add("paper", 2, 50 * day);
    EXPECT_EQ(remove(1), 1U);
    EXPECT_FALSE(there(older));
    EXPECT_TRUE(there(younger));
}

TEST_F(RetentionTest, WhatWasRemovedIsNeverNewAndLeavesNoTrace) {
    settings.store.keep = 30 * day;
    const auto id = add("", 1, 40 * day); // by hand: no link of its own
    EXPECT_EQ(remove(), 1U);
    const std::vector<std::string> keys{"news.example/1"};
    EXPECT_TRUE(store::known_keys(database, keys).front());
    EXPECT_TRUE(store::search_articles(database, "harbour").empty());
    EXPECT_FALSE(stories.find(id).has_value());
    EXPECT_TRUE(store::find_disagreements(database).empty());
    const auto changes = store::changes_after(database, 0, 10);
    ASSERT_EQ(changes.size(), 2U);
    EXPECT_EQ(changes.back().kind, store::ChangeKind::removed);
}

// Retention does not wait for a page that is looked at again just then.
TEST_F(RetentionTest, APageUnderWayBringsNothingBack) {
    settings.store.keep = 30 * day;
    store::NewLink link;
    link.url = "https://news.example/paper/1";
    link.key = "news.example/paper/1";
    link.source_id = "paper";
    store::add_links(database, {&link, 1}, now - 40 * day);
    Commit commit = draft("paper", 1, 40 * day);
    commit.link = store::find_link(database, link.key)->id;
    commit.revisit = {40 * day};
    commit.found_at = commit.fetched_at;
    const std::int64_t id = commit_draft(database, stories, commit).article;
    ASSERT_EQ(store::find_link(database, link.key)->state, store::LinkState::pending);
    ASSERT_EQ(remove(), 1U);
    const auto journal = store::journal(database).last;

    commit.fetched_at = now;
    EXPECT_EQ(commit_draft(database, stories, commit).kind, CommitKind::removed);
    EXPECT_EQ(commit_unmodified(database, stories, commit, id).kind, CommitKind::removed);
    store::link_failed(database, *commit.link, {"timed_out", "", now});
    EXPECT_EQ(store::find_link(database, link.key)->state, store::LinkState::done);
    EXPECT_EQ(store::count_articles(database), 0);
    EXPECT_FALSE(store::find_visit(database, id));
    EXPECT_EQ(store::journal(database).last, journal);
    EXPECT_TRUE(store::find_disagreements(database).empty());
}

TEST_F(RetentionTest, ALinkThatWaitsForWhatWasRemovedKnowsItsArticle) {
    settings.store.keep = 30 * day;
    store::NewLink link;
    link.key = "news.example/1";
    store::add_links(database, {&link, 1}, now);
    add("", 1, 40 * day); // by hand, beside the link
    EXPECT_EQ(remove(), 1U);
    EXPECT_TRUE(store::find_disagreements(database).empty());
}

} // namespace
} // namespace khabar::pipeline
