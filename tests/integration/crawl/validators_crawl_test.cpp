// Servers that lie about what has changed.

#include <algorithm>

#include "crawl_fixture.hpp"

namespace khabar::pipeline {
namespace {

class ValidatorsCrawlTest : public CrawlTest {
  protected:
    ValidatorsCrawlTest() {
        server_.fallback([](const HttpRequest& request) { return html(page(request.target, 5)); });
    }
    void poll_again(std::int64_t polls_so_far) {
        database().execute("UPDATE source SET next_due = 1, polls = " + std::to_string(polls_so_far));
        crawl([](const Crawl& crawl, Crawler&) { return crawl.counters.polls == 1; });
    }
    [[nodiscard]] store::Attempt last() const { return *store::last_attempt(database(), "paper"); }
    [[nodiscard]] std::string last_etag_sent() const {
        const auto requests = server_.requests();
        const auto feed = std::find_if(requests.rbegin(), requests.rend(),
                                       [](const HttpRequest& request) { return request.target == "/feed"; });
        return feed->header("if-none-match");
    }
    // To whoever asks conditionally, whatever the feed holds by then.
    void says_304_for_ever() {
        server_.route("/feed", [this](const HttpRequest& request) {
            if (!request.header("if-none-match").empty()) return HttpReply{.status = 304};
            HttpReply reply = rss(item(path_));
            reply.headers = {{"content-type", "application/rss+xml"}, {"etag", etag_}};
            return reply;
        });
    }

    std::string path_ = "/a", etag_ = "\"one\"";
};

TEST_F(ValidatorsCrawlTest, WhoSays304ForEverIsFoundOutAndRemembered) {
    says_304_for_ever();
    add_source("paper", "/feed");
    crawl([](const Crawl& crawl, Crawler&) { return crawl.counters.polls == 1; });
    path_ = "/b";
    etag_ = "\"two\"";
    poll_again(1);
    EXPECT_EQ(last().outcome, "not_modified") << "taken in";
    poll_again(23);
    EXPECT_EQ(last().outcome, "ok");
    EXPECT_EQ(last().new_links, 1U);
    EXPECT_NE(last().error.find("not sent any more"), std::string::npos) << last().error;
    path_ = "/c";
    poll_again(30);
    EXPECT_EQ(last().new_links, 1U);
    EXPECT_EQ(last_etag_sent(), "") << "remembered after a restart";
}

TEST_F(ValidatorsCrawlTest, TheSameETagForAnotherFeedIsALie) {
    std::string path = "/a";
    server_.route("/feed",
                  [&, this](const HttpRequest&) { return rss(item(path)); }); // its ETag is always "one"
    add_source("paper", "/feed");
    crawl([](const Crawl& crawl, Crawler&) { return crawl.counters.polls == 1; });
    path = "/b";
    poll_again(1);
    EXPECT_EQ(last_etag_sent(), "\"one\"");
    EXPECT_NE(last().error.find("not sent any more"), std::string::npos) << last().error;
    poll_again(2);
    EXPECT_EQ(last_etag_sent(), "");
}

TEST_F(ValidatorsCrawlTest, AnHonestServerIsAskedConditionallyAsBefore) {
    std::string path = "/a", etag = "\"one\"";
    server_.route("/feed", [&, this](const HttpRequest& request) {
        if (request.header("if-none-match") == etag) return HttpReply{.status = 304};
        HttpReply reply = rss(item(path));
        reply.headers = {{"content-type", "application/rss+xml"}, {"etag", etag}};
        return reply;
    });
    add_source("paper", "/feed");
    crawl([](const Crawl& crawl, Crawler&) { return crawl.counters.polls == 1; });
    path = "/b";
    etag = "\"two\"";
    poll_again(23);
    EXPECT_EQ(last().error, "");
    poll_again(24);
    EXPECT_EQ(last_etag_sent(), "\"two\"");
    EXPECT_EQ(last().outcome, "not_modified");
}

// The first address is gone; what is said of validators holds for what is read instead.
TEST_F(ValidatorsCrawlTest, AFallbackThatLiesIsFoundOutToo) {
    std::string path = "/a";
    server_.route("/feed",
                  [&, this](const HttpRequest&) { return rss(item(path)); }); // its ETag never changes
    add_source("paper", "/gone");
    settings_.sources.back().fallbacks.push_back({.url = server_.url("/feed")});
    server_.route("/gone", [](const HttpRequest&) { return HttpReply{.status = 410}; });
    crawl([](const Crawl& crawl, Crawler&) { return crawl.counters.polls == 1; });
    ASSERT_EQ(last().outcome, "ok") << "410 is for good: the fallback is asked at once";
    path = "/b";
    poll_again(2);
    EXPECT_EQ(last_etag_sent(), "\"one\"");
    EXPECT_NE(last().error.find(server_.url("/feed") + " does not change"), std::string::npos)
        << last().error;
    EXPECT_EQ(last().new_links, 1U);
    poll_again(3);
    EXPECT_EQ(last_etag_sent(), "") << "remembered after a restart";
}

TEST_F(ValidatorsCrawlTest, AFallbackThatSays304ForEverIsFoundOut) {
    says_304_for_ever();
    add_source("paper", "/gone");
    settings_.sources.back().fallbacks.push_back({.url = server_.url("/feed")});
    server_.route("/gone", [](const HttpRequest&) { return HttpReply{.status = 410}; });
    crawl([](const Crawl& crawl, Crawler&) { return crawl.counters.polls == 1; });
    ASSERT_EQ(last().outcome, "ok") << "410 is for good: the fallback is asked at once";
    path_ = "/b";
    etag_ = "\"two\"";
    poll_again(2);
    EXPECT_EQ(last().outcome, "not_modified") << "taken in";
    poll_again(23);
    EXPECT_EQ(last().new_links, 1U);
    EXPECT_NE(last().error.find("not sent any more"), std::string::npos) << last().error;
    poll_again(30);
    EXPECT_EQ(last_etag_sent(), "");
}

TEST_F(ValidatorsCrawlTest, AFileOfASitemapThatLiesIsFoundOut) {
    std::string more;
    const auto xml = [](std::string body) {
        HttpReply reply{.body = std::move(body)};
        reply.headers = {{"content-type", "text/xml"}, {"etag", "\"one\""}};
        return reply;
    };
    const auto entry = [this](const std::string& path) {
        return "<url><loc>" + server_.url(path) + "</loc></url>";
    };
    server_.route("/feed",
                  [&](const HttpRequest&) { return xml("<urlset>" + entry("/a") + more + "</urlset>"); });
    server_.route("/index", [&, this](const HttpRequest&) {
        return xml("<sitemapindex><sitemap><loc>" + server_.url("/feed") + "</loc></sitemap></sitemapindex>");
    });
    add_source("paper", "/index");
    settings_.sources.back().kind = settings::SourceKind::sitemap;
    crawl([](const Crawl& crawl, Crawler&) { return crawl.counters.polls == 1; });
    poll_again(1);
    EXPECT_EQ(last().error, "") << "the index has the same ETag and other news each time";
    more = entry("/b");
    poll_again(2);
    EXPECT_EQ(last_etag_sent(), "\"one\"");
    EXPECT_NE(last().error.find(server_.url("/feed") + " does not change"), std::string::npos)
        << last().error;
    EXPECT_EQ(last().new_links, 1U);
    poll_again(3);
    EXPECT_EQ(last_etag_sent(), "");
    EXPECT_EQ(last().error, "") << "said once";
}

} // namespace
} // namespace khabar::pipeline
