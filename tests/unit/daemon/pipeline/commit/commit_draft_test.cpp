#include "daemon/pipeline/commit/commit_draft.hpp"
#include "daemon/store/articles.hpp"
#include "daemon/store/changes.hpp"
#include "daemon/store/dropped_copies.hpp"
#include "daemon/store/links.hpp"
#include "daemon/store/revisions.hpp"
#include "daemon/store/schema.hpp"
#include "daemon/store/visits.hpp"

#include <gtest/gtest.h>

namespace khabar::pipeline {
namespace {

const std::string story = "The council voted on Tuesday to rebuild the old market hall after the fire of "
                          "last winter, and set aside nine "
                          "million for the first two years of work. Traders who lost their stalls will be "
                          "given places in a tent on the "
                          "square until the hall reopens. The mayor said the vote was the most important of "
                          "her term, while members of the "
                          "opposition doubted that the money would last beyond the roof.";

const store::Time now(std::chrono::seconds(1'760'000'000));
const std::string link_key = "example.org/a";

class CommitDraft : public ::testing::Test {
  protected:
    CommitDraft() : database_(":memory:") {
        store::migrate(database_);
        story::create_tables(database_);
        stories_ = std::make_unique<story::StoryIndex>(
            database_, [this](std::int64_t id) -> std::optional<story::StoredText> {
                const auto article = store::find_article(database_, id);
                if (!article) return std::nullopt;
                return story::StoredText{article->title, article->text};
            });
    }

    static Commit draft(const std::string& url, const std::string& text) {
        Commit commit;
        commit.url = url;
        commit.source_id = "example";
        commit.fetched_at = now;
        commit.draft.text = text;
        commit.draft.article.title = "Market hall to be rebuilt";
        article::Block block;
        block.text = text;
        commit.draft.article.blocks.push_back(block);
        return commit;
    }

    // Of the page whose link came into the queue just now.
    Commit draft_of_link() {
        store::NewLink made;
        made.key = link_key;
        made.url = "https://example.org/a";
        made.source_id = "example";
        store::add_links(database_, {&made, 1}, now);
        Commit commit = draft(made.url, story);
        commit.link = link()->id;
        return commit;
    }

    std::optional<store::Link> link() { return store::find_link(database_, link_key); }

    Committed run(const Commit& commit) {
        store::Transaction transaction(database_);
        const Committed committed = commit_draft(database_, *stories_, commit);
        transaction.commit();
        return committed;
    }

    store::Database database_;
    std::unique_ptr<story::StoryIndex> stories_;
};

TEST_F(CommitDraft, StoresAnArticleAndFoundsItsStory) {
    const Committed committed = run(draft("https://example.org/a", story));
    EXPECT_EQ(committed.kind, CommitKind::stored);
    EXPECT_EQ(store::find_article(database_, committed.article)->text, story);
    EXPECT_NE(committed.placement.story, 0);
    EXPECT_FALSE(committed.placement.duplicate_of.has_value());
}

TEST_F(CommitDraft, TheSameAddressAgainIsUnchanged) {
    const Committed first = run(draft("https://example.org/a", story));
    const Committed again = run(draft("http://www.example.org/a/?utm_source=x", story));
    EXPECT_EQ(again.kind, CommitKind::unchanged);
    EXPECT_EQ(again.article, first.article);
    EXPECT_EQ(store::count_articles(database_), 1);
}

TEST_F(CommitDraft, AChangedTextIsAnUpdateOfTheSameArticle) {
    const Committed first = run(draft("https://example.org/a", story));
    const Committed again = run(draft("https://example.org/a", story + " A second vote follows in June."));
    EXPECT_EQ(again.kind, CommitKind::updated);
    EXPECT_EQ(again.article, first.article);
    EXPECT_EQ(again.placement.story, first.placement.story);
    EXPECT_NE(store::find_article(database_, first.article)->text.find("June"), std::string::npos);
}

TEST_F(CommitDraft, AMuchShorterTextNeverReplacesALongerOne) {
    const Committed first = run(draft("https://example.org/a", story));
    Commit cut = draft("https://example.org/a", story.substr(0, story.size() / 3));
    EXPECT_EQ(run(cut).kind, CommitKind::doubted);
    cut.fetched_at += std::chrono::hours(6); // a page that is cut every time is still cut
    EXPECT_EQ(run(cut).kind, CommitKind::doubted);
    EXPECT_EQ(store::find_article(database_, first.article)->text, story);
    EXPECT_EQ(store::list_revisions(database_, first.article).size(), 1U);
}

TEST_F(CommitDraft, AShortenedTextIsARevisionWhenItIsSeenAgain) {
    const Committed first = run(draft("https://example.org/a", story));
    Commit correction =
        draft("https://example.org/a", "This report was withdrawn: the vote did not take place.");
    EXPECT_EQ(run(correction).kind, CommitKind::doubted);
    correction.fetched_at += shortening_confirmed / 2;
    EXPECT_EQ(run(correction).kind, CommitKind::doubted) << "too soon after the first time";
    correction.fetched_at += shortening_confirmed;
    EXPECT_EQ(run(correction).kind, CommitKind::updated);
    EXPECT_EQ(store::find_revision(database_, first.article, 1)->text, story);
}

TEST_F(CommitDraft, AnotherTextInBetweenBeginsTheWaitAnew) {
    run(draft("https://example.org/a", story));
    Commit first = draft("https://example.org/a", "Please accept our cookies to read on.");
    EXPECT_EQ(run(first).kind, CommitKind::doubted);
    Commit whole = draft("https://example.org/a", story);
    whole.fetched_at += 2 * shortening_confirmed;
    EXPECT_EQ(run(whole).kind, CommitKind::unchanged);
    first.fetched_at = whole.fetched_at + shortening_confirmed;
    EXPECT_EQ(run(first).kind, CommitKind::doubted);
}

TEST_F(CommitDraft, ARevisionKeepsTheOldTextAndTellsTheJournal) {
    const Committed first = run(draft("https://example.org/a", story));
    Commit edit = draft("https://example.org/a", story + " A second vote follows in June.");
    edit.fetched_at += std::chrono::hours(1);
    const Committed second = run(edit);
    EXPECT_EQ(second.revision, 2);
    const auto revisions = store::list_revisions(database_, first.article);
    ASSERT_EQ(revisions.size(), 2U);
    EXPECT_EQ(revisions[1].changed, std::vector<std::string>{"text"});
    EXPECT_EQ(revisions[1].added, 6);
    EXPECT_EQ(store::find_revision(database_, first.article, 1)->text, story);
    const auto changes = store::changes_after(database_, 0, 10);
    ASSERT_EQ(changes.size(), 2U);
    EXPECT_EQ(changes[0].kind, store::ChangeKind::added);
    EXPECT_EQ(changes[1].kind, store::ChangeKind::revised);
    EXPECT_EQ(changes[1].revision, 2);
    EXPECT_EQ(changes[1].story, first.placement.story);
}

TEST_F(CommitDraft, TheSameInputAgainChangesNothing) {
    const Commit one = draft("https://example.org/a", story), two = draft("https://other.net/b", story);
    run(one);
    run(two);
    const store::Journal before = store::journal(database_);
    EXPECT_EQ(run(one).kind, CommitKind::unchanged);
    EXPECT_EQ(run(two).kind, CommitKind::unchanged);
    EXPECT_EQ(store::journal(database_).last, before.last);
    EXPECT_EQ(store::list_revisions(database_, 1).size(), 1U);
}

TEST_F(CommitDraft, SpacingQuotesAndAnExchangedBoxAreNoRevision) {
    const std::string box = "\n\nMarket day moved to Friday", other = "\n\nNew bus line to the hospital";
    run(draft("https://example.org/a", story + box));
    EXPECT_EQ(run(draft("https://example.org/a", story + "  \n" + box)).kind, CommitKind::unchanged);
    EXPECT_EQ(run(draft("https://example.org/a", story + other)).kind, CommitKind::unchanged);
}

TEST_F(CommitDraft, ACopyIsLinkedToItsStory) {
    const Committed first = run(draft("https://example.org/a", story));
    const Committed copy = run(draft("https://other.net/b", story));
    EXPECT_EQ(copy.kind, CommitKind::stored);
    EXPECT_EQ(copy.placement.story, first.placement.story);
    EXPECT_EQ(copy.placement.duplicate_of, first.article);
    EXPECT_EQ(store::count_articles(database_), 2);
}

TEST_F(CommitDraft, ThePolicyDropKeepsOnlyTheFirst) {
    const Committed first = run(draft("https://example.org/a", story));
    Commit second = draft("https://other.net/b", story);
    second.duplicates = settings::DuplicatePolicy::drop;
    const Committed copy = run(second);
    EXPECT_EQ(copy.kind, CommitKind::dropped);
    EXPECT_EQ(copy.article, first.article);
    EXPECT_EQ(store::count_articles(database_), 1);
    EXPECT_EQ(run(second).kind, CommitKind::dropped) << "a copy is counted once";
    const auto copies = store::dropped_copies(database_, first.article);
    ASSERT_EQ(copies.size(), 1U);
    EXPECT_EQ(copies[0].url, "https://other.net/b");
    EXPECT_EQ(store::count_dropped_copies(database_, first.article), 1);
    const auto changes = store::changes_after(database_, 0, 10);
    ASSERT_EQ(changes.size(), 1U) << "of a copy that is not kept nobody is told";
    EXPECT_EQ(changes[0].kind, store::ChangeKind::added);
}

TEST_F(CommitDraft, AStoredPageComesDueAgainAtItsAges) {
    Commit commit = draft_of_link();
    commit.found_at = now;
    commit.revisit = {std::chrono::hours(1), std::chrono::hours(6)};
    commit.validators = {"\"a\"", "", commit.url};
    EXPECT_EQ(run(commit).next_visit, now + std::chrono::hours(1));
    const auto waiting = link();
    EXPECT_EQ(waiting->state, store::LinkState::pending);
    EXPECT_EQ(waiting->due, now + std::chrono::hours(1));
    ASSERT_TRUE(waiting->article);
    EXPECT_EQ(store::find_visit(database_, *waiting->article)->etag, "\"a\"");
    EXPECT_EQ(store::count_links(database_).pending, 0) << "it is stored";

    commit.fetched_at = now + std::chrono::hours(1);
    {
        store::Transaction transaction(database_);
        const Committed looked = commit_unmodified(database_, *stories_, commit, *waiting->article);
        EXPECT_EQ(looked.kind, CommitKind::unchanged);
        EXPECT_EQ(looked.next_visit, now + std::chrono::hours(6));
        transaction.commit();
    }
    EXPECT_EQ(store::find_visit(database_, *waiting->article)->visits, 1);
    EXPECT_TRUE(store::reopen_link(database_, link_key, now + std::chrono::hours(2)))
        << "its feed knows better";
    EXPECT_EQ(link()->due, now + std::chrono::hours(2));

    commit.fetched_at = now + std::chrono::hours(6);
    EXPECT_EQ(run(commit).next_visit, std::nullopt);
    EXPECT_EQ(link()->state, store::LinkState::done);
}

TEST_F(CommitDraft, ARemovedArticleIsNotLookedAtAgain) {
    Commit commit = draft_of_link();
    commit.found_at = now;
    commit.revisit = {std::chrono::hours(1)};
    const Committed committed = run(commit);
    ASSERT_TRUE(store::remove_article(database_, committed.article));
    EXPECT_EQ(link()->state, store::LinkState::done);
    EXPECT_TRUE(store::due_links_of(database_, "example", now + std::chrono::hours(2), 10).empty());
}

TEST_F(CommitDraft, TheLinkEndsInTheSameTransaction) {
    Commit commit = draft_of_link();
    {
        store::Transaction transaction(database_);
        const Committed lost =
            commit_draft(database_, *stories_, commit); // and no commit: as if the process had died
        EXPECT_EQ(lost.kind, CommitKind::stored);
    }
    EXPECT_EQ(link()->state, store::LinkState::pending);
    EXPECT_EQ(store::count_articles(database_), 0);
    stories_.reset(); // what the writer does after a rollback
    stories_ = std::make_unique<story::StoryIndex>(database_, [](std::int64_t) { return std::nullopt; });
    run(commit);
    EXPECT_EQ(link()->state, store::LinkState::done);
}

} // namespace
} // namespace khabar::pipeline
