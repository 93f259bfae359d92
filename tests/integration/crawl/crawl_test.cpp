// The crawl as a whole. Each test is a small newsroom.

#include "daemon/pipeline/one_shot.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>

#include "crawl_fixture.hpp"

namespace khabar::pipeline {
namespace {

TEST_F(CrawlTest, FromFeedToStoredArticles) {
    server_.route("/feed", [this](const HttpRequest&) { return rss(item("/a") + item("/b") + item("/c")); });
    for (const auto& [path, seed] : {std::pair("/a", 1), std::pair("/b", 2), std::pair("/c", 3)})
        server_.route(path, [path = std::string(path), seed = seed](const HttpRequest&) {
            return html(page("Story " + path, seed));
        });
    add_source("paper", "/feed");
    const Counters counted =
        crawl([](const Crawl& crawl, Crawler&) { return crawl.counters.pages_stored == 3; });
    EXPECT_EQ(counted.links_new, 3U);
    store::Database db = database();
    const auto articles = store::list_articles(db, store::ArticleFilter());
    ASSERT_EQ(articles.size(), 3U);
    const auto one = store::find_article(
        db, *store::find_article_id(db, "127.0.0.1:" + std::to_string(server_.port()) + "/a"));
    EXPECT_EQ(one->title, "Story /a");
    EXPECT_EQ(one->text, paragraph(1) + "\n\n" + paragraph(101));
    EXPECT_EQ(one->source_id, "paper");
}

TEST_F(CrawlTest, CopiesOfAStoryAreRecognised) {
    server_.route("/feed", [this](const HttpRequest&) { return rss(item("/a") + item("/copy")); });
    server_.route("/a", [](const HttpRequest&) { return html(page("First headline", 5)); });
    server_.route("/copy", [](const HttpRequest&) { return html(page("Another headline", 5)); });
    add_source("paper", "/feed");
    const Counters counted =
        crawl([](const Crawl& crawl, Crawler&) { return crawl.counters.pages_stored == 2; });
    EXPECT_EQ(counted.pages_copies, 1U);
}

TEST_F(CrawlTest, AMissingPageIsRetriedLaterAndOthersAreStored) {
    server_.route("/feed", [this](const HttpRequest&) { return rss(item("/gone-missing") + item("/b")); });
    server_.route("/b", [](const HttpRequest&) { return html(page("B", 2)); });
    add_source("paper", "/feed");
    crawl([](const Crawl& crawl, Crawler&) {
        return crawl.counters.pages_stored == 1 && crawl.counters.pages_failed == 1;
    });
    store::Database db = database();
    const auto link = store::find_link(db, "127.0.0.1:" + std::to_string(server_.port()) + "/gone-missing");
    ASSERT_TRUE(link.has_value());
    EXPECT_EQ(link->state, store::LinkState::pending);
    EXPECT_EQ(link->error, "not_found");
    EXPECT_EQ(link->attempts, 1U);
    EXPECT_GT(link->due, Clock::wall());
}

// A cache before the server that takes everybody for itself.
TEST_F(CrawlTest, APageThatWasNeverSeenIsNotUnmodified) {
    server_.route("/feed", [this](const HttpRequest&) { return rss(item("/a") + item("/b")); });
    server_.route("/a", [](const HttpRequest&) { return HttpReply{.status = 304}; });
    server_.route("/b", [](const HttpRequest&) { return html(page("B", 2)); });
    add_source("paper", "/feed");
    crawl([](const Crawl& crawl, Crawler& crawler) {
        return crawl.counters.pages_stored == 1 && crawl.counters.links_new == 2 && crawler.in_flight() == 0;
    });
    store::Database db = database();
    const auto link = store::find_link(db, "127.0.0.1:" + std::to_string(server_.port()) + "/a");
    ASSERT_TRUE(link.has_value());
    EXPECT_EQ(link->state, store::LinkState::pending);
    EXPECT_EQ(link->error, "protocol_error");
    EXPECT_FALSE(link->article.has_value());
}

TEST_F(CrawlTest, AFeedThatWasNeverReadIsNotUnmodified) {
    server_.route("/feed", [](const HttpRequest&) { return HttpReply{.status = 304}; });
    add_source("paper", "/feed");
    const Counters counted = crawl([](const Crawl& crawl, Crawler&) { return crawl.counters.polls == 1; });
    EXPECT_EQ(counted.polls_failed, 1U);
}

TEST_F(CrawlTest, AGonePageLeavesWhatTheFeedSaid) {
    const std::string said = "<description>" + paragraph(9) + "</description>";
    server_.route("/feed", [this, said](const HttpRequest&) { return rss(item("/withdrawn", said)); });
    server_.route("/withdrawn", [](const HttpRequest&) { return HttpReply{.status = 410}; });
    add_source("paper", "/feed");
    crawl([](const Crawl& crawl, Crawler&) { return crawl.counters.pages_stored == 1; });
    store::Database db = database();
    const auto articles = store::list_articles(db, store::ArticleFilter());
    ASSERT_EQ(articles.size(), 1U);
    EXPECT_EQ(articles[0].via, store::Via::feed);
    EXPECT_EQ(store::find_article(db, articles[0].id)->text, paragraph(9));
}

// A page made to exhaust the parser: twice it is tried, then the feed's words stand for it and say why.
TEST_F(CrawlTest, APageBeyondOurBoundsLeavesWhatTheFeedSaidAndTheReason) {
    const std::string said = "<description>" + paragraph(9) + "</description>";
    server_.route("/feed", [this, said](const HttpRequest&) { return rss(item("/hostile", said)); });
    server_.route("/hostile", [](const HttpRequest&) {
        std::string flood;
        for (int i = 0; i < 600'000; ++i)
            flood += "<p>x";
        return html(flood);
    });
    add_source("paper", "/feed");
    crawl([](const Crawl& crawl, Crawler&) { return crawl.counters.pages_failed == 1; });
    const std::string key = "127.0.0.1:" + std::to_string(server_.port()) + "/hostile";
    {
        store::Database db = database();
        EXPECT_EQ(store::find_link(db, key)->error, "too_large");
        EXPECT_EQ(store::count_articles(db), 0);
        db.execute("UPDATE link SET due = 1600000000");
    }
    crawl([](const Crawl& crawl, Crawler&) { return crawl.counters.pages_stored == 1; });
    store::Database db = database();
    const auto article = store::find_article(db, store::find_article_id(db, key).value_or(0));
    ASSERT_TRUE(article.has_value());
    EXPECT_EQ(article->via, store::Via::feed);
    EXPECT_EQ(article->text, paragraph(9));
    EXPECT_NE(article->via_reason.find("too_large: HTML parse needed over"), std::string::npos)
        << article->via_reason;
}

TEST_F(CrawlTest, AnEntryWithoutTextOfASourceWithoutPagesIsAFailureThatIsTold) {
    server_.route("/feed", [this](const HttpRequest&) { return rss(item("/a")); });
    add_source("paper", "/feed");
    settings_.sources[0].full_text = false;
    std::string last;
    const Counters counted = crawl([&last](const Crawl& crawl, Crawler&) {
        const auto failures = crawl.failed_pages.find("paper");
        if (failures == crawl.failed_pages.end()) return false;
        last = failures->second.last;
        return true;
    });
    EXPECT_EQ(counted.pages_failed, 1U);
    EXPECT_EQ(counted.page_failures.at(Errc::not_an_article), 1U);
    EXPECT_EQ(last, "not_an_article: the feed carries no text for this entry");
}

TEST_F(CrawlTest, RobotsTxtIsObeyedForPages) {
    settings_.fetch.robots = true;
    server_.route("/robots.txt", [](const HttpRequest&) {
        return HttpReply{.body = "User-agent: *\nDisallow: /private\n"};
    });
    server_.route("/feed", [this](const HttpRequest&) { return rss(item("/private/a") + item("/b")); });
    server_.route("/b", [](const HttpRequest&) { return html(page("B", 2)); });
    server_.route("/private/a", [](const HttpRequest&) { return html(page("Secret", 3)); });
    add_source("paper", "/feed");
    crawl([](const Crawl& crawl, Crawler&) {
        return crawl.counters.pages_stored == 1 && crawl.counters.pages_failed == 1;
    });
    std::size_t robots = 0;
    for (const HttpRequest& request : server_.requests()) {
        EXPECT_NE(request.target, "/private/a");
        robots += request.target == "/robots.txt" ? 1 : 0;
    }
    EXPECT_EQ(robots, 1U) << "asked once, kept for the day";
}

TEST_F(CrawlTest, ARestartPollsConditionallyAndFetchesNothingTwice) {
    server_.route("/feed", [this](const HttpRequest& request) {
        if (request.header("if-none-match") == "\"one\"") return HttpReply{.status = 304};
        return rss(item("/a"));
    });
    server_.route("/a", [](const HttpRequest&) { return html(page("A", 1)); });
    add_source("paper", "/feed");
    crawl([](const Crawl& crawl, Crawler&) { return crawl.counters.pages_stored == 1; });
    {
        store::Database db = database();
        store::SourceState state = *store::load_source_state(db, "paper");
        EXPECT_EQ(state.etag, "\"one\"");
        state.next_due = Clock::wall();
        store::Transaction transaction(db);
        store::save_source_state(db, state);
        transaction.commit();
    }
    crawl([](const Crawl& crawl, Crawler&) { return crawl.counters.polls == 1; });
    store::Database db = database();
    EXPECT_EQ(store::last_attempt(db, "paper")->outcome, "not_modified");
    std::size_t pages = 0;
    for (const HttpRequest& request : server_.requests())
        pages += request.target == "/a" ? 1 : 0;
    EXPECT_EQ(pages, 1U);
}

// What a poll learns while the operator has the source forget everything rests on what was to be forgotten.
TEST_F(CrawlTest, AResetDuringAPollIsNotUndoneByIt) {
    int polls = 0;
    server_.route("/feed", [this, &polls](const HttpRequest& request) {
        if (request.header("if-none-match").empty()) return rss("");
        store::Database db = database();
        store::Transaction transaction(db);
        store::reset_source(db, "paper", Clock::wall());
        transaction.commit();
        ++polls;
        return HttpReply{.status = 304};
    });
    add_source("paper", "/feed");
    crawl([](const Crawl& crawl, Crawler&) { return crawl.counters.polls == 1; });
    {
        store::Database db = database();
        EXPECT_EQ(store::load_source_state(db, "paper")->etag, "\"one\"");
        db.execute("UPDATE source SET next_due = 1600000000");
    }
    crawl([](const Crawl& crawl, Crawler&) { return crawl.counters.polls == 2; });
    EXPECT_EQ(polls, 1) << "the second of them asked without the forgotten ETag";
    EXPECT_EQ(server_.requests().size(), 3U);
    EXPECT_EQ(store::load_attempts(database(), "paper").size(), 3U) << "what happened is still told";
}

TEST_F(CrawlTest, AnEntryThatTheFeedSaysWasUpdatedIsFetchedAgain) {
    std::string updated = "2020-01-01T00:00:00Z";
    int seed = 1;
    server_.route("/feed", [this, &updated](const HttpRequest&) {
        HttpReply reply = rss("");
        reply.headers = {{"content-type", "application/atom+xml"}};
        reply.body = "<feed "
                     "xmlns='http://www.w3.org/2005/Atom'><title>P</title><entry><id>1</id><title>A</"
                     "title><link href='" +
                     server_.url("/a") + "'/><updated>" + updated + "</updated></entry></feed>";
        return reply;
    });
    server_.route("/a", [&seed](const HttpRequest&) { return html(page("A", seed)); });
    add_source("paper", "/feed");
    settings_.sources[0].interval = std::chrono::seconds(1);
    settings_.poll.min_interval = std::chrono::seconds(1);
    crawl([](const Crawl& crawl, Crawler&) { return crawl.counters.pages_stored == 1; });
    seed = 2;
    {
        store::Database db = database(); // the stored article is older than the change
        db.execute("UPDATE article SET fetched_at = 1600000000");
        db.execute("UPDATE source SET next_due = 1600000000");
    }
    updated = "2021-01-01T00:00:00Z";
    const Counters counted =
        crawl([](const Crawl& crawl, Crawler&) { return crawl.counters.pages_updated == 1; });
    EXPECT_EQ(counted.pages_updated, 1U);
    store::Database db = database();
    EXPECT_EQ(store::count_articles(db), 1);
    EXPECT_NE(store::find_article(db, 1)->text.find("Report 2"), std::string::npos);
}

TEST_F(CrawlTest, ABrokenFeedIsNamedAndDoesNotDelayOthers) {
    server_.route("/broken",
                  [](const HttpRequest&) { return html("<html><body><p>Log in</p></body></html>"); });
    server_.route("/feed", [this](const HttpRequest&) { return rss(item("/a")); });
    server_.route("/a", [](const HttpRequest&) { return html(page("A", 1)); });
    add_source("broken", "/broken");
    add_source("paper", "/feed");
    crawl([](const Crawl& crawl, Crawler&) {
        return crawl.counters.pages_stored == 1 && crawl.counters.polls_failed == 1;
    });
    store::Database db = database();
    EXPECT_EQ(store::last_attempt(db, "broken")->outcome, "wrong_content");
    const store::SourceState state = *store::load_source_state(db, "broken");
    EXPECT_EQ(state.failure_class, "parse");
    EXPECT_GT(*state.next_due, Clock::wall());
}

TEST_F(CrawlTest, AReloadTakesNewSourcesAtOnceAndDropsOldOnes) {
    server_.route("/feed", [this](const HttpRequest&) { return rss(item("/a")); });
    server_.route("/second", [this](const HttpRequest&) { return rss(item("/b")); });
    server_.route("/a", [](const HttpRequest&) { return html(page("A", 1)); });
    server_.route("/b", [](const HttpRequest&) { return html(page("B", 2)); });
    add_source("paper", "/feed");
    bool reloaded = false;
    std::size_t sources = 0;
    crawl([&](const Crawl& crawl, Crawler& crawler) {
        if (crawl.counters.pages_stored == 1 && !std::exchange(reloaded, true)) {
            settings::Settings next = settings_;
            next.sources[0].id = "second";
            next.sources[0].url = server_.url("/second");
            reload(crawl, crawler, next);
        }
        sources = crawler.sources();
        return crawl.counters.pages_stored == 2;
    });
    EXPECT_TRUE(reloaded);
    EXPECT_EQ(sources, 1u);
    EXPECT_EQ(store::count_articles(database(), "paper"), 1) << "articles of a removed source stay";
}

TEST_F(CrawlTest, DrainingGivesBackWhatWaitsAndCommitsWhatRuns) {
    settings_.fetch.delay = longest_wait / 2; // after the first request the next waits for its turn
    server_.route("/feed", [this](const HttpRequest&) { return rss(item("/a") + item("/b")); });
    add_source("paper", "/feed");
    crawl([](const Crawl& crawl, Crawler& crawler) {
        return crawl.counters.polls == 1 && crawler.in_flight() > 0;
    });
    store::Database db = database();
    const auto due = store::due_links_of(db, "paper", Clock::wall() + std::chrono::seconds(1), 10);
    EXPECT_EQ(due.size(), 2U) << "no attempt was counted, nothing is lost";
    for (const store::Link& link : due)
        EXPECT_EQ(link.attempts, 0U);
}

class OneShotTest : public CrawlTest {
  protected:
    OneShotReport fetch_once(const std::function<void(const OneShotProgress&)>& tell = {}) {
        boost::asio::io_context loop{1};
        const auto work = boost::asio::make_work_guard(loop);
        Archive archive(settings_.store.database);
        CpuPool pool(1);
        Crawl crawl(loop.get_executor(), std::make_shared<const settings::Settings>(settings_), archive,
                    pool);
        OneShotReport report;
        boost::asio::co_spawn(loop, poll_and_fetch(crawl, settings_.sources[0], tell),
                              [&](std::exception_ptr error, OneShotReport made) {
                                  EXPECT_FALSE(error);
                                  report = std::move(made);
                                  loop.stop();
                              });
        loop.run_for(test_patience);
        return report;
    }
};

TEST_F(OneShotTest, FetchesASourceAndReportsProgress) {
    server_.route("/feed", [this](const HttpRequest&) { return rss(item("/a") + item("/missing")); });
    server_.route("/a", [](const HttpRequest&) { return html(page("A", 1)); });
    add_source("paper", "/feed");
    std::vector<std::size_t> seen;
    const OneShotReport report =
        fetch_once([&seen](const OneShotProgress& progress) { seen.push_back(progress.done); });
    EXPECT_EQ(report.poll.added, 2U);
    EXPECT_EQ(report.pages.total, 2U);
    EXPECT_EQ(report.pages.stored, 1U);
    EXPECT_EQ(report.pages.failed, 1U);
    EXPECT_EQ(seen, (std::vector<std::size_t>{0, 1, 2}));
}

// As where a host is so slow that leases end while their links wait for it.
TEST_F(OneShotTest, WhatIsInWorkIsNotTakenAgainWhenItsLeaseEnds) {
    std::string items;
    for (int i = 0; i < 6; ++i) {
        const std::string path = "/" + std::to_string(i);
        items += item(path);
        server_.route(path, [this, i](const HttpRequest&) {
            database().execute("UPDATE link SET due = 1 WHERE state = 'pending'");
            return html(page("Story " + std::to_string(i), i));
        });
    }
    server_.route("/feed", [items](const HttpRequest&) { return rss(items); });
    add_source("paper", "/feed");
    const OneShotReport report = fetch_once();
    EXPECT_EQ(report.pages.done, 6U);
    EXPECT_EQ(report.pages.stored, 6U);
    EXPECT_EQ(server_.requests().size(), 7U) << "the feed, and each page once";
}

} // namespace
} // namespace khabar::pipeline
