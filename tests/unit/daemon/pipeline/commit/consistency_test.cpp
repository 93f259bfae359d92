// Whatever happens in the middle of a commit, articles, revisions, stories, edges and the journal agree
// afterwards; and two writers on one file find each other's copies.

#include "daemon/pipeline/commit/commit_draft.hpp"
#include "daemon/pipeline/commit/remove_article.hpp"
#include "daemon/pipeline/commit/retraction.hpp"
#include "daemon/pipeline/retention.hpp"
#include "daemon/store/articles.hpp"
#include "daemon/store/changes.hpp"
#include "daemon/store/links.hpp"
#include "daemon/store/revisions.hpp"
#include "daemon/store/schema.hpp"
#include "daemon/store/visits.hpp"
#include "tests/support/temporary_folder/temporary_folder.hpp"

#include <gtest/gtest.h>
#include <sqlite3.h>
#include <stdlib.h>

#include <filesystem>
#include <functional>
#include <thread>

namespace khabar::pipeline {
namespace {

const store::Time noon(std::chrono::seconds(1'760'529'600));

const std::string bridge = "The new bridge over the northern canal was opened on Monday by the minister of "
                           "transport after two years of "
                           "work. It has four lanes and a path for walkers, and is to take the lorries out "
                           "of the old town. The ministry "
                           "put the cost at twelve million. Three hundred people of the region worked on it, "
                           "and the school beside its "
                           "eastern end, closed while piles were driven, opens again next week.";
const std::string market =
    "Traders of the covered market voted to keep their stalls open on Fridays during the harvest. Growers "
    "from the "
    "hills bring apricots and almonds long before sunrise, and had asked for a second scale at the gate. The "
    "guild "
    "promised one by the end of the month, and cheaper places for those who sell less than a cart a day.";

// The handle of the database that was opened last.
sqlite3* opened = nullptr;
int remember(sqlite3* database, char**, const sqlite3_api_routines*) {
    opened = database;
    return SQLITE_OK;
}

// Cuts SQLite short after so many steps of its virtual machine.
struct Fuse {
    std::int64_t left = 0;
    static int burn(void* fuse) { return --static_cast<Fuse*>(fuse)->left == 0 ? 1 : 0; }
};

// Of letters only, each another.
std::string words(int begin, int end) {
    std::string text;
    for (int i = begin; i < end; ++i)
        for (const int letter : {i / 26, i % 26, (i * 7) % 26, -1})
            text.push_back(letter < 0 ? ' ' : static_cast<char>('a' + letter));
    return text;
}

Commit draft(const std::string& url, const std::string& text, int hour = 0) {
    Commit commit;
    commit.url = url;
    commit.source_id = url;
    commit.fetched_at = noon + std::chrono::hours(hour);
    commit.draft.text = text;
    commit.draft.article.title = "A report";
    return commit;
}

struct Bench {
    explicit Bench(const std::filesystem::path& file = ":memory:") {
        sqlite3_auto_extension(reinterpret_cast<void (*)()>(remember));
        database.emplace(file);
        sqlite3_cancel_auto_extension(reinterpret_cast<void (*)()>(remember));
        handle = opened;
        store::migrate(*database);
        story::create_tables(*database);
        forget();
    }
    void forget() {
        stories.emplace(*database, story::stored_texts(*database));
    } // as the writer after a failure
    template <typename Work>
    void transact(Work&& work) {
        store::Transaction transaction(*database);
        work();
        transaction.commit();
    }
    Committed run(const Commit& commit) {
        Committed committed;
        transact([&] { committed = commit_draft(*database, *stories, commit); });
        return committed;
    }
    std::string text(const std::string& sql) const {
        store::Statement row = database->prepare(sql);
        std::string all;
        while (row.step())
            all.append(row.text(0)).append("\n");
        return all;
    }

    std::optional<store::Database> database;
    std::optional<story::StoryIndex> stories;
    sqlite3* handle = nullptr;
};

// Each finds what must not be.
constexpr std::string_view impossible[] = {
    "SELECT 'article without story ' || id FROM article WHERE id NOT IN (SELECT article FROM story_member)",
    R"(SELECT 'member without article ' || article FROM story_member WHERE article NOT IN (SELECT id
         FROM article))",
    "SELECT 'member of no story ' || article FROM story_member WHERE story NOT IN (SELECT id FROM story)",
    "SELECT 'story without member ' || id FROM story WHERE id NOT IN (SELECT story FROM story_member)",
    R"(SELECT 'representative elsewhere ' || id FROM story s WHERE NOT EXISTS (SELECT 1 FROM
         story_member m WHERE m.article = s.representative AND m.story = s.id))",
    R"(SELECT 'times of ' || id FROM story s WHERE first <> (SELECT min(time) FROM story_member
         WHERE story = s.id) OR last <> (SELECT max(time) FROM story_member WHERE story = s.id))",
    R"(SELECT 'likened to none of its story ' || m.article FROM story_member m WHERE other IS NOT
         NULL AND NOT EXISTS (SELECT 1 FROM story_member o WHERE o.article = m.other AND o.story =
         m.story))",
    R"(SELECT 'edge to nowhere ' || "from" FROM story_edge WHERE "from" NOT IN (SELECT id FROM
         article) OR "to" NOT IN (SELECT id FROM article))",
    "SELECT 'posting of no story' FROM story_posting WHERE story NOT IN (SELECT id FROM story)",
    "SELECT 'revision of no article ' || article FROM revision WHERE article NOT IN (SELECT id FROM article)",
    R"(SELECT 'present text kept twice ' || article FROM revision r WHERE (body IS NULL) <> (number
         = (SELECT max(number) FROM revision WHERE article = r.article)))",
    "SELECT 'visit of no article ' || article FROM visit WHERE article NOT IN (SELECT id FROM article)",
    R"(SELECT 'dropped copy of no article ' || key FROM dropped_copy WHERE article NOT IN (SELECT id
         FROM article))",
    "SELECT 'both stored and dropped ' || key FROM dropped_copy WHERE key IN (SELECT key FROM article)",
    "SELECT 'stored without article ' || key FROM link WHERE state = 'done' AND article_id IS NULL",
    R"(SELECT 'link to no article ' || key FROM link WHERE state = 'pending' AND article_id IS NOT
         NULL AND article_id NOT IN (SELECT id FROM article))",
    R"(SELECT 'address forgotten ' || url FROM change WHERE kind = 'removed' AND url NOT IN (SELECT
         url FROM link))",
    R"(SELECT 'gap in the journal' WHERE (SELECT count(*) FROM change) <> (SELECT
         coalesce(max(sequence), 0) FROM change))",
    R"(SELECT 'told of no article ' || article FROM change WHERE kind = 'new' AND article NOT IN
         (SELECT id FROM article) AND article NOT IN (SELECT article FROM change WHERE kind =
         'removed'))",
    R"(SELECT 'untold article ' || id FROM article WHERE id NOT IN (SELECT article FROM change WHERE
         kind = 'new'))",
    R"(SELECT 'untold revision ' || article FROM revision r WHERE number > 1 AND NOT EXISTS (SELECT
         1 FROM change c WHERE c.kind = 'revised' AND c.article = r.article AND c.revision = r.number))",
};

std::string wrong(const Bench& bench) {
    std::string all;
    for (const std::string_view sql : impossible)
        all.append(bench.text(std::string(sql)));
    return all;
}

// All that a commit may change, as one string.
std::string state(const Bench& bench) {
    return bench.text("SELECT id || ' ' || title || ' ' || content_hash FROM article") +
           bench.text("SELECT article || ' ' || story || ' ' || coalesce(other, 0) FROM story_member") +
           bench.text("SELECT id || ' ' || representative FROM story") +
           bench.text("SELECT count(*) FROM story_posting") + bench.text("SELECT count(*) FROM story_edge") +
           bench.text("SELECT article || ' ' || number || ' ' || coalesce(length(body), 0) FROM revision") +
           bench.text("SELECT sequence || kind FROM change") +
           bench.text("SELECT key || ' ' || article FROM dropped_copy") +
           bench.text("SELECT key || ' ' || state || ' ' || coalesce(article_id, 0) FROM link") +
           bench.text("SELECT article || ' ' || checked_at FROM visit") +
           bench.text("SELECT count(*) FROM story_ruling");
}

std::string story_tables(const Bench& bench) {
    return bench.text("SELECT article || ' ' || story || ' ' || time FROM story_member ORDER BY 1") +
           bench.text(
               "SELECT id || ' ' || representative || ' ' || first || ' ' || last FROM story ORDER BY 1") +
           bench.text("SELECT count(*) FROM story_posting") + bench.text("SELECT count(*) FROM story_edge");
}

using Work = std::function<void(Bench&)>;

// Does the work again and again, each time cut short a little later, until it comes to its end.
void cut_short_everywhere(Bench& bench, const Work& work) {
    const std::string before = state(bench);
    int cuts = 0;
    for (std::int64_t steps = 1;;
         steps += 1 + steps / 12) { // every point at first, then 8 % further each time
        Fuse fuse{steps};
        bool cut = false;
        try {
            bench.transact([&] { // between BEGIN and COMMIT
                sqlite3_progress_handler(bench.handle, 1, &Fuse::burn, &fuse);
                work(bench);
            });
        } catch (const store::StoreError&) {
            cut = true;
        }
        sqlite3_progress_handler(bench.handle, 0, nullptr, nullptr);
        ASSERT_EQ(wrong(bench), "") << "cut after " << steps << " steps";
        if (!cut) break;
        ++cuts;
        ASSERT_EQ(state(bench), before) << "cut after " << steps << " steps";
        bench.forget();
    }
    EXPECT_GT(cuts, 20);
    EXPECT_NE(state(bench), before);
}

TEST(Consistency, OfANewArticleAndACopy) {
    Bench bench;
    cut_short_everywhere(bench, [](Bench& b) {
        static_cast<void>(commit_draft(*b.database, *b.stories, draft("https://a.example/1", bridge)));
    });
    cut_short_everywhere(bench, [](Bench& b) {
        static_cast<void>(commit_draft(*b.database, *b.stories, draft("https://b.example/1", bridge, 1)));
    });
    EXPECT_EQ(bench.stories->find(2)->duplicate_of, 1);
}

TEST(Consistency, OfARevision) {
    Bench bench;
    bench.run(draft("https://a.example/1", bridge));
    bench.run(draft("https://b.example/1", bridge, 1));
    cut_short_everywhere(bench, [](Bench& b) {
        static_cast<void>(
            commit_draft(*b.database, *b.stories, draft("https://a.example/1", bridge + " " + market, 2)));
    });
    EXPECT_EQ(store::find_revision(*bench.database, 1, 1)->text, bridge);
}

TEST(Consistency, OfARemoval) {
    Bench bench;
    bench.run(draft("https://a.example/1", bridge));
    bench.run(draft("https://b.example/1", bridge, 1));
    bench.run(draft("https://c.example/1", bridge, 2));
    cut_short_everywhere(bench, [](Bench& b) {
        EXPECT_TRUE(remove_article(*b.database, *b.stories, 1, noon + std::chrono::hours(3)));
    });
    const auto changes = store::changes_after(*bench.database, 3, 5);
    ASSERT_EQ(changes.size(), 1U);
    EXPECT_EQ(changes[0].kind, store::ChangeKind::removed);
    EXPECT_EQ(changes[0].url, "https://a.example/1");
    EXPECT_EQ(bench.stories->find(3)->duplicate_of, 2);
    EXPECT_FALSE(remove_article(*bench.database, *bench.stories, 1, noon));
}

// A copy that the feeds of `b.example` brought, under `duplicates: drop`.
Commit copy_to_drop(Bench& bench, const std::string& text, int hour) {
    Commit copy = draft("https://b.example/1", text, hour);
    copy.duplicates = settings::DuplicatePolicy::drop;
    store::NewLink link;
    link.key = "b.example/1";
    link.url = copy.url;
    link.source_id = copy.source_id;
    store::add_links(*bench.database, std::vector{link}, copy.fetched_at);
    copy.link = store::find_link(*bench.database, link.key)->id;
    return copy;
}

TEST(Consistency, OfACopyThatIsDropped) {
    Bench bench;
    bench.run(draft("https://a.example/1", bridge));
    const std::string stories = story_tables(bench);
    const Commit copy = copy_to_drop(bench, bridge, 1);
    cut_short_everywhere(bench, [&](Bench& b) {
        EXPECT_EQ(commit_draft(*b.database, *b.stories, copy).kind, CommitKind::dropped);
    });
    EXPECT_EQ(store::count_articles(*bench.database), 1);
    EXPECT_EQ(story_tables(bench), stories) << "of a dropped copy the stories keep nothing";
    EXPECT_EQ(store::find_link(*bench.database, "b.example/1")->state, store::LinkState::done);
    bench.run(draft("https://c.example/1", bridge, 2));
    EXPECT_EQ(wrong(bench), "");
}

// It is nearer to two articles than these are to each other. That they belong together stays known.
TEST(Consistency, OfADroppedCopyThatJoinsTwoStories) {
    Bench bench;
    bench.run(draft("https://a.example/1", words(0, 200)));
    bench.run(draft("https://c.example/1", words(60, 260)));
    ASSERT_EQ(bench.text("SELECT count(*) FROM story"), "2\n");
    const Commit copy = copy_to_drop(bench, words(30, 230), 1);
    cut_short_everywhere(bench, [&](Bench& b) {
        const Committed committed = commit_draft(*b.database, *b.stories, copy);
        EXPECT_EQ(committed.kind, CommitKind::dropped);
        EXPECT_EQ(committed.placement.merged, std::vector<std::int64_t>{2});
    });
    EXPECT_EQ(bench.text("SELECT article || ' of ' || story FROM story_member"), "1 of 1\n2 of 1\n");
    const auto changes = store::changes_after(*bench.database, 2, 5);
    ASSERT_EQ(changes.size(), 1U);
    EXPECT_EQ(changes[0].kind, store::ChangeKind::merged);
    EXPECT_TRUE(store::find_article(*bench.database, *changes[0].article)) << "told of what is there";
}

TEST(Consistency, OfRetention) {
    Bench bench;
    bench.run(draft("https://a.example/1", bridge));
    bench.run(copy_to_drop(bench, bridge, 1));
    bench.run(draft("https://a.example/1", bridge + " " + market, 2)); // revised
    bench.run(draft("https://c.example/1", bridge, 3));
    bench.run(draft("https://d.example/1", market, 400));
    settings::Settings settings;
    settings.store.keep = std::chrono::hours(100);
    cut_short_everywhere(bench, [&](Bench& b) {
        EXPECT_EQ(remove_expired(*b.database, *b.stories, settings, noon + std::chrono::hours(401), 10), 2U);
    });
    EXPECT_EQ(store::count_articles(*bench.database), 1);
    bench.run(draft("https://e.example/1", bridge, 402)); // what left is no copy's first
    EXPECT_EQ(wrong(bench), "");
}

TEST(Consistency, OfCorrectionsByHand) {
    Bench bench;
    bench.run(draft("https://a.example/1", bridge));
    bench.run(draft("https://b.example/1", bridge, 1));
    bench.run(draft("https://c.example/1", market, 2));
    cut_short_everywhere(bench, [](Bench& b) { EXPECT_TRUE(b.stories->split(1, {2}, noon)); });
    const std::int64_t other = bench.stories->find(3)->story;
    cut_short_everywhere(bench, [other](Bench& b) { EXPECT_TRUE(b.stories->merge(1, other, noon)); });
    cut_short_everywhere(bench, [](Bench& b) { EXPECT_TRUE(b.stories->revoke(2, noon)); });
    cut_short_everywhere(bench, [](Bench& b) { EXPECT_TRUE(b.stories->revoke(1, noon)); });
    EXPECT_EQ(bench.stories->find(2)->story, 1);
}

TEST(Consistency, TwoWritersFindEachOthersCopies) {
    const test::TemporaryFolder folder;
    const std::filesystem::path file = folder / "khabar.db";
    constexpr int reports = 12;
    const auto text = [](int number) { // of words that no other report has
        std::string report;
        for (int i = 0; i < 120; ++i)
            report.append("word")
                .append(std::to_string(number))
                .append("x")
                .append(std::to_string(i))
                .append(" ");
        return report;
    };
    Bench first(file), second(file);
    const auto write = [&](Bench& bench, const std::string& host) {
        for (int i = 0; i < reports; ++i)
            bench.run(draft("https://" + host + ".example/" + std::to_string(i), text(i)));
    };
    std::thread beside([&] { write(second, "second"); });
    write(first, "first");
    beside.join();
    EXPECT_EQ(wrong(first), "");
    EXPECT_EQ(store::count_articles(*first.database), 2 * reports);
    EXPECT_EQ(first.text("SELECT count(*) FROM story"), std::to_string(reports) + "\n");
    EXPECT_EQ(store::journal(*first.database).last, 2 * reports);
}

TEST(Retraction, GoneIsBelievedAtOnceAndTheArticleStays) {
    Bench bench;
    bench.run(draft("https://a.example/1", bridge));
    EXPECT_FALSE(note_missing(*bench.database, *bench.stories, 1, Errc::timed_out, noon));
    EXPECT_FALSE(store::find_visit(*bench.database, 1)) << "says nothing of the page";
    EXPECT_TRUE(note_missing(*bench.database, *bench.stories, 1, Errc::gone, noon));
    EXPECT_FALSE(note_missing(*bench.database, *bench.stories, 1, Errc::gone, noon)) << "told once";
    EXPECT_EQ(store::find_visit(*bench.database, 1)->retracted_at, noon);
    EXPECT_TRUE(store::find_article(*bench.database, 1));
    EXPECT_EQ(store::changes_after(*bench.database, 1, 5).at(0).kind, store::ChangeKind::retracted);
}

TEST(Retraction, NotFoundMustBeSeenAgainLater) {
    Bench bench;
    bench.run(draft("https://a.example/1", bridge));
    EXPECT_FALSE(note_missing(*bench.database, *bench.stories, 1, Errc::not_found, noon));
    EXPECT_FALSE(
        note_missing(*bench.database, *bench.stories, 1, Errc::not_found, noon + missing_confirmed / 2));
    EXPECT_TRUE(note_missing(*bench.database, *bench.stories, 1, Errc::not_found, noon + missing_confirmed));
}

TEST(Retraction, APageThatIsThereAgainIsRestored) {
    Bench bench;
    bench.run(draft("https://a.example/1", bridge));
    EXPECT_TRUE(note_missing(*bench.database, *bench.stories, 1, Errc::gone, noon));
    bench.run(draft("https://a.example/1", bridge, 5));
    EXPECT_FALSE(store::find_visit(*bench.database, 1)->retracted_at);
    const auto changes = store::changes_after(*bench.database, 0, 5);
    ASSERT_EQ(changes.size(), 3U);
    EXPECT_EQ(changes[2].kind, store::ChangeKind::restored);
    bench.run(draft("https://a.example/1", bridge, 6));
    EXPECT_EQ(store::journal(*bench.database).last, 3) << "told once";
}

} // namespace
} // namespace khabar::pipeline
