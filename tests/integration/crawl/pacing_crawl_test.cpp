// Hosts and their turns in a whole crawl: what one host asks for holds through redirects and restarts, and
// costs nobody else anything.

#include "daemon/store/hosts.hpp"

#include <algorithm>

#include "crawl_fixture.hpp"

namespace khabar::pipeline {
namespace {

using namespace std::chrono_literals;

class PacingCrawlTest : public CrawlTest {
  protected:
    // Feed and three pages on a server of its own: another host.
    void add_healthy_source() {
        other_.route("/feed", [this](const HttpRequest&) {
            std::string items;
            for (int i = 0; i < 3; ++i)
                items.append("<item><title>T</title><link>" + other_.url("/" + std::to_string(i)) +
                             "</link></item>");
            return rss(items);
        });
        for (int i = 0; i < 3; ++i)
            other_.route("/" + std::to_string(i), [i](const HttpRequest&) {
                return html(page("Story " + std::to_string(i), i + 20));
            });
        settings::Source source;
        source.id = "healthy";
        source.url = other_.url("/feed");
        settings_.sources.push_back(source);
    }
    [[nodiscard]] std::string group() const { return "127.0.0.1:" + std::to_string(server_.port()); }
    [[nodiscard]] std::size_t asked(std::string_view target) const {
        const auto requests = server_.requests();
        return static_cast<std::size_t>(
            std::count_if(requests.begin(), requests.end(),
                          [&](const HttpRequest& seen) { return seen.target == target; }));
    }
    void close_for_a_day() {
        store::Database db = database();
        store::migrate(db);
        store::Transaction transaction(db);
        store::HostPacing row;
        row.group = group();
        row.next_allowed = Clock::wall() + 24h;
        store::save_host(db, row);
        transaction.commit();
    }

    static constexpr std::chrono::seconds link_lease_of_a_dead_run{170};
    HttpServer other_;
};

TEST_F(PacingCrawlTest, ARedirectWithinOneHostWaitsForItsTurnToo) {
    settings_.fetch.delay = 1h;
    server_.route("/feed", [this](const HttpRequest&) {
        return HttpReply{.status = 302, .headers = {{"Location", server_.url("/target")}}};
    });
    add_source("paper", "/feed");
    crawl([](const Crawl& crawl, Crawler&) { return crawl.counters.polls == 1; });
    store::Database db = database();
    EXPECT_EQ(store::last_attempt(db, "paper")->outcome, "throttled")
        << "an hour is longer than a fetch waits";
    EXPECT_EQ(asked("/feed"), 1U);
    EXPECT_EQ(asked("/target"), 0U);
}

TEST_F(PacingCrawlTest, ARedirectWithinOneHostIsFollowedWhenItsTurnComes) {
    settings_.fetch.delay = 20ms;
    server_.route("/feed", [this](const HttpRequest&) {
        return HttpReply{.status = 302, .headers = {{"Location", server_.url("/target")}}};
    });
    server_.route("/target", [](const HttpRequest&) { return rss(""); });
    add_source("paper", "/feed");
    crawl([](const Crawl& crawl, Crawler&) { return crawl.counters.polls == 1; });
    store::Database db = database();
    EXPECT_EQ(store::last_attempt(db, "paper")->outcome, "ok");
}

// Two hosts that redirect to each other, with room for one request in all.
TEST_F(PacingCrawlTest, RedirectsBetweenHostsHoldNoPlaceWhileTheyWait) {
    settings_.fetch.concurrency = 1;
    settings_.fetch.robots = true;
    add_healthy_source();
    server_.route("/feed", [this](const HttpRequest&) {
        return rss(item("/a") + item("/b") + item("/c") + item("/d"));
    });
    for (const char* path : {"/a", "/b", "/c", "/d"})
        server_.route(path, [this, path = std::string(path)](const HttpRequest&) {
            return HttpReply{.status = 302, .headers = {{"Location", other_.url("/moved" + path)}}};
        });
    other_.fallback([](const HttpRequest& request) { return html(page("Moved " + request.target, 60)); });
    add_source("paper", "/feed");
    const Counters counted =
        crawl([](const Crawl& crawl, Crawler&) { return crawl.counters.pages_stored == 7; });
    EXPECT_EQ(counted.pages_stored, 7U);
}

TEST_F(PacingCrawlTest, RetryAfterIsStoredAtOnceAndHoldsAfterAKill) {
    server_.route("/feed", [](const HttpRequest&) {
        return HttpReply{.status = 429, .headers = {{"Retry-After", "7200"}}};
    });
    add_source("paper", "/feed");
    add_source("sister", "/feed?2");
    bool stored = false;
    crawl([this, &stored](const Crawl& crawl, Crawler&) {
        if (crawl.counters.polls == 0) return false;
        for (const store::HostPacing& host : store::load_hosts(database()))
            stored |= host.group == group() && host.next_allowed > Clock::wall() + 7000s && host.strikes == 1;
        return stored; // before any shutdown: a kill -9 here loses nothing
    });
    ASSERT_TRUE(stored);
    EXPECT_EQ(asked("/feed") + asked("/feed?2"), 1U) << "the group is closed, not the address";
    database().execute("UPDATE source SET next_due = 1");
    add_healthy_source();
    const Counters counted =
        crawl([](const Crawl& crawl, Crawler&) { return crawl.counters.pages_stored == 3; });
    EXPECT_EQ(asked("/feed") + asked("/feed?2"), 1U);
    EXPECT_EQ(counted.polls_failed, 0U) << "waiting for a host is nobody's failure";
}

TEST_F(PacingCrawlTest, AClosedHostDoesNotFillTheHouse) {
    settings_.fetch.concurrency = 1;
    close_for_a_day();
    for (int i = 0; i < 50; ++i)
        add_source("closed-" + std::to_string(i), "/feed?" + std::to_string(i));
    {
        store::Database db = database();
        store::Transaction transaction(db);
        std::vector<store::NewLink> links(200);
        for (std::size_t i = 0; i < links.size(); ++i) {
            links[i].key = "closed/" + std::to_string(i);
            links[i].url = server_.url("/page/" + std::to_string(i));
            links[i].source_id = "closed-" + std::to_string(i % 50);
        }
        store::add_links(db, links, Clock::wall());
        transaction.commit();
    }
    add_healthy_source();
    crawl([](const Crawl& crawl, Crawler&) { return crawl.counters.pages_stored == 3; });
    EXPECT_TRUE(server_.requests().empty());
    store::Database db = database();
    std::size_t waiting = 0;
    for (int i = 0; i < 50; ++i)
        for (const store::Link& link :
             store::due_links_of(db, "closed-" + std::to_string(i), Clock::wall() + 48h, 1000)) {
            ++waiting;
            EXPECT_EQ(link.attempts, 0U) << "waiting for a host is no attempt";
        }
    EXPECT_EQ(waiting, 200U);
}

TEST_F(PacingCrawlTest, WhatADeadRunHadClaimedIsFetchedAtTheNextStart) {
    server_.route("/a", [](const HttpRequest&) { return html(page("A", 1)); });
    {
        store::Database db = database();
        store::migrate(db);
        store::Transaction transaction(db);
        store::NewLink link;
        link.key = "a";
        link.url = server_.url("/a");
        link.due = Clock::wall() + link_lease_of_a_dead_run;
        store::add_links(db, std::vector<store::NewLink>{link}, Clock::wall());
        transaction.commit();
    }
    const Counters counted =
        crawl([](const Crawl& crawl, Crawler&) { return crawl.counters.pages_stored == 1; });
    EXPECT_EQ(counted.pages_stored, 1U);
}

TEST_F(PacingCrawlTest, TheDelayOfASourceHoldsForItsHost) {
    server_.route("/feed", [this](const HttpRequest&) { return rss(item("/a")); });
    add_source("paper", "/feed");
    settings_.sources[0].delay = 1h;
    std::optional<poll::Duration> spacing;
    crawl([this, &spacing](const Crawl& crawl, Crawler&) {
        spacing = crawl.gate.spacing(group());
        return crawl.counters.polls == 1;
    });
    EXPECT_EQ(spacing, 1h);
    EXPECT_EQ(asked("/a"), 0U);
}

TEST_F(PacingCrawlTest, TheLongestDelayOfTheSourcesOnAHostHolds) {
    server_.route("/feed", [](const HttpRequest&) { return rss(""); });
    for (const auto& [id, delay] : {std::pair("a", 8s), std::pair("b", 0s), std::pair("off", 3600s)}) {
        add_source(id, std::string("/feed?") + id);
        settings_.sources.back().delay = delay;
    }
    settings_.sources.back().enabled = false;
    std::optional<poll::Duration> spacing;
    crawl([this, &spacing](const Crawl& crawl, Crawler&) {
        spacing = crawl.gate.spacing(group());
        return crawl.counters.polls == 1;
    });
    EXPECT_EQ(spacing, 8s);
}

TEST_F(PacingCrawlTest, AReloadTakesADelayBack) {
    server_.route("/feed", [](const HttpRequest&) { return rss(""); });
    add_source("paper", "/feed");
    settings_.sources[0].delay = 1h;
    settings::Settings next = settings_;
    next.sources[0].delay.reset();
    std::optional<poll::Duration> before, after;
    crawl([&](const Crawl& crawl, Crawler& crawler) {
        if (crawl.counters.polls == 0) return false;
        after = crawl.gate.spacing(group());
        if (!before) {
            before = after;
            reload(crawl, crawler, next);
        }
        return after < 1h;
    });
    EXPECT_EQ(before, 1h);
    EXPECT_LT(after, 1h);
}

} // namespace
} // namespace khabar::pipeline
