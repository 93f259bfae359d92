// Each kind of source finds, fetches and stores; fallbacks take over; what is hostile is bounded and named.

#include "daemon/pipeline/source/sitemap_walk.hpp"
#include "tests/integration/source_kinds/newsroom.hpp"

#include <gmock/gmock.h>

namespace khabar::pipeline {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

using SourceKinds = Newsroom;

TEST_F(SourceKinds, ASitemapIndexIsReadNewestFirstAndItsFilesOnlyWhenTheyChange) {
    const std::string changed = hours_ago(1);
    serve("/sitemap.xml", index(file_entry("/2014.xml", "2014-05-01") + file_entry("/now.xml", changed)));
    serve("/now.xml", urlset(url_entry("/a", hours_ago(2)) + url_entry("/b", hours_ago(3)) +
                             url_entry("/old", "2014-05-01")));
    for (const char* path : {"/a", "/b", "/old"})
        serve_article(path, std::string("Story ") + path);
    const OneShotReport first = poll(source(SourceKind::sitemap, "/sitemap.xml"));
    EXPECT_EQ(first.poll.outcome, "ok");
    EXPECT_THAT(titles(), ElementsAre("Story /a", "Story /b"));
    EXPECT_EQ(asked("/2014.xml"), 0U) << "its last change is older than what is wanted";
    EXPECT_EQ(poll(source(SourceKind::sitemap, "/sitemap.xml")).poll.outcome, "not_modified");
    EXPECT_EQ(asked("/now.xml"), 1U);
    EXPECT_EQ(asked("/sitemap.xml"), 2U);
}

TEST_F(SourceKinds, AnArchiveWithoutDatesIsPassedOverAndWhatComesLaterIsNews) {
    serve("/sitemap.xml", urlset(url_entry("/one", "") + url_entry("/two", "")));
    for (const char* path : {"/one", "/two", "/three"})
        serve_article(path, std::string("Story ") + path);
    const settings::Source paper = source(SourceKind::sitemap, "/sitemap.xml");
    EXPECT_EQ(poll(paper).poll.added, 0U);
    serve("/sitemap.xml", urlset(url_entry("/three", "") + url_entry("/one", "") + url_entry("/two", "")));
    EXPECT_EQ(poll(paper).poll.added, 1U);
    EXPECT_THAT(titles(), ElementsAre("Story /three"));
}

TEST_F(SourceKinds, BackfillTakesTheArchiveWithinTheBoundOfAPollAndLosesNothing) {
    std::string entries;
    for (int i = 0; i < 5; ++i) {
        const std::string path = "/story-" + std::to_string(i);
        entries += url_entry(path, "2014-05-0" + std::to_string(i + 1));
        serve_article(path, "Story " + std::to_string(i));
    }
    server_.route("/sitemap.xml", [body = urlset(entries)](const test::HttpRequest& request) {
        test::HttpReply reply;
        reply.headers = {{"content-type", "text/xml"}, {"etag", "\"one\""}};
        if (request.header("if-none-match") == "\"one\"")
            reply.status = 304;
        else
            reply.body = body;
        return reply;
    });
    settings_.poll.new_urls_per_poll = 2;
    settings::Source paper = source(SourceKind::sitemap, "/sitemap.xml");
    paper.backfill = true;
    poll(paper);
    EXPECT_THAT(titles(), ElementsAre("Story 3", "Story 4")) << "the newest first";
    poll(paper);
    poll(paper);
    EXPECT_EQ(titles().size(), 5U);
    EXPECT_EQ(poll(paper).poll.outcome, "not_modified") << "all taken: from now on it is asked conditionally";
}

TEST_F(SourceKinds, AFeedLongerThanTheBoundOfAPollLosesNothing) {
    const std::string body = rss({"/a", "/b", "/c"});
    for (const char* path : {"/a", "/b", "/c"})
        serve_article(path, std::string("Story ") + path);
    server_.route("/feed", [body](const test::HttpRequest& request) {
        test::HttpReply reply;
        reply.headers = {{"content-type", "application/rss+xml"}, {"etag", "\"one\""}};
        if (request.header("if-none-match").empty())
            reply.body = body;
        else
            reply.status = 304;
        return reply;
    });
    settings_.poll.new_urls_per_poll = 2;
    poll(source(SourceKind::feed, "/feed"));
    EXPECT_EQ(poll(source(SourceKind::feed, "/feed")).poll.added, 1U);
    EXPECT_EQ(titles().size(), 3U);
}

TEST_F(SourceKinds, ANewsSitemapGivesTitlesAndDates) {
    std::string entry = url_entry("/a", "");
    entry.insert(entry.find("</url>"),
                 "<news:news><news:title>From the map</news:title><news:publication_date>" + hours_ago(2) +
                     "</news:publication_date></news:news>");
    serve("/news.xml",
          "<urlset xmlns:news='http://www.google.com/schemas/sitemap-news/0.9'>" + entry + "</urlset>");
    serve_article("/a", "Story a");
    EXPECT_EQ(poll(source(SourceKind::news_sitemap, "/news.xml")).poll.added, 1U);
    EXPECT_THAT(titles(), ElementsAre("Story a"));
}

std::string front_page() {
    std::string page = "<html><body><nav><a href='/politics/'>Politics</a></nav><main>";
    for (int i = 0; i < 6; ++i) {
        const std::string number = std::to_string(i);
        page += "<article><h2><a href='/story/report-number-" + number +
                "-of-the-city-council'>Report number " + number +
                " of the city council on the state of its bridges</a></h2></article>";
    }
    return page + "</main><footer><a href='/about/'>About us</a></footer></body></html>";
}

TEST_F(SourceKinds, AListingFindsItsArticlesByItself) {
    serve("/", front_page(), "text/html");
    for (int i = 0; i < 6; ++i)
        serve_article("/story/report-number-" + std::to_string(i) + "-of-the-city-council",
                      "Report " + std::to_string(i));
    const OneShotReport report = poll(source(SourceKind::listing, "/"));
    EXPECT_EQ(report.poll.added, 6U);
    EXPECT_EQ(titles().size(), 6U);
    EXPECT_EQ(asked("/politics/"), 0U);
}

TEST_F(SourceKinds, AListingFollowsSelectorAndPattern) {
    serve("/", front_page(), "text/html");
    serve_article("/story/report-number-3-of-the-city-council", "Report 3");
    settings::Source paper = source(SourceKind::listing, "/");
    paper.links = "article h2";
    paper.pattern = "/story/*-3-*";
    EXPECT_EQ(poll(paper).poll.added, 1U);
    EXPECT_THAT(titles(), ElementsAre("Report 3"));
    paper.pattern = "/nothing/*";
    const OneShotReport none = poll(paper);
    EXPECT_EQ(none.poll.outcome, "empty");
    EXPECT_THAT(none.poll.error, HasSubstr("'pattern'"));
}

TEST_F(SourceKinds, AListingObeysRobotsTxt) {
    serve("/robots.txt", "User-agent: *\nDisallow: /private/\n", "text/plain");
    serve("/private/", front_page(), "text/html");
    EXPECT_EQ(poll(source(SourceKind::listing, "/private/")).poll.outcome, "robots_denied");
    EXPECT_EQ(asked("/private/"), 0U);
}

TEST_F(SourceKinds, WordPressGivesWholeArticlesWithoutAskingForTheirPages) {
    const std::string body(900, 'x');
    serve("/wp-json/wp/v2/posts",
          R"([{"id": 7, "link": ")" + server_.url("/market/") + R"(", "title": {"rendered": "The market"},
               "date": "2025-10-12T01:30:00", "date_gmt": "2025-10-11T22:30:00",
               "content": {"rendered": "<p>First paragraph.</p><p>)" +
              body + R"(</p>", "protected": false},
               "_embedded": {"author": [{"name": "Samira Khatib"}],
                             "wp:featuredmedia": [{"source_url": "/uploads/market.jpg"}],
                             "wp:term": [[{"taxonomy": "category", "name": "Economy"}]]}}])",
          "application/json");
    const OneShotReport report = poll(source(SourceKind::wordpress, "/"));
    EXPECT_EQ(report.pages.stored, 1U);
    EXPECT_EQ(asked("/market/"), 0U);
    const store::Database database(settings_.store.database);
    const auto id = store::list_articles(database, store::ArticleFilter()).at(0).id;
    const auto article = store::find_article(database, id);
    EXPECT_EQ(article->text, "First paragraph.\n\n" + body);
    EXPECT_EQ(article->published, "2025-10-12T01:30:00+03:00");
    EXPECT_THAT(article->authors, ElementsAre("Samira Khatib"));
    EXPECT_THAT(article->tags, ElementsAre("Economy"));
    EXPECT_EQ(article->image, server_.url("/uploads/market.jpg"));
}

TEST_F(SourceKinds, AFallbackTakesOverAndTheFirstIsTriedAgainLater) {
    serve("/news.xml", urlset(url_entry("/a", hours_ago(1))));
    serve_article("/a", "Story a");
    settings::Source paper = source(SourceKind::feed, "/feed"); // 404
    paper.fallbacks = {input(SourceKind::listing, "/none"), input(SourceKind::news_sitemap, "/news.xml")};
    const OneShotReport first = poll(paper);
    EXPECT_EQ(first.poll.outcome, "ok");
    EXPECT_THAT(titles(), ElementsAre("Story a"));
    EXPECT_EQ(inputs().used, 2U);
    EXPECT_THAT(inputs().reason, HasSubstr("404"));
    poll(paper);
    EXPECT_EQ(asked("/feed"), 1U) << "not before a day has passed";
    store::Database database(settings_.store.database);
    store::InputState aged = inputs();
    aged.retried = *aged.retried - std::chrono::hours(25);
    store::save_input_state(database, "paper", aged);
    serve("/feed", rss({"/a"}));
    EXPECT_EQ(poll(paper).poll.outcome, "ok");
    EXPECT_EQ(asked("/feed"), 2U);
    EXPECT_EQ(inputs(), store::InputState());
}

TEST_F(SourceKinds, WhereNothingAnswersTheFirstErrorIsTold) {
    settings::Source paper = source(SourceKind::feed, "/feed");
    paper.fallbacks = {input(SourceKind::sitemap, "/sitemap.xml")};
    serve("/sitemap.xml", "<html><p>no</p></html>", "text/html");
    const OneShotReport report = poll(paper);
    EXPECT_EQ(report.poll.outcome, "not_found");
    EXPECT_TRUE(report.poll.source.stored.next_due);
}

TEST_F(SourceKinds, ASitemapThatNamesItselfForEverEnds) {
    server_.fallback([this](const test::HttpRequest& request) {
        test::HttpReply reply;
        std::string files = file_entry("/sitemap.xml", "");
        for (int i = 0; i < 200; ++i)
            files += file_entry(request.target + "-" + std::to_string(i), "");
        reply.headers = {{"content-type", "text/xml"}};
        reply.body = index(files);
        return reply;
    });
    serve("/robots.txt", "", "text/plain");
    poll(source(SourceKind::sitemap, "/sitemap.xml"));
    EXPECT_LE(server_.requests().size(), max_sitemap_files + 1);
    EXPECT_EQ(asked("/sitemap.xml"), 1U);
}

TEST_F(SourceKinds, ABombIsNamed) {
    const std::string bomb = test::gzip(std::string(60u << 20, ' '));
    serve("/sitemap.xml.gz", bomb, "application/gzip");
    EXPECT_EQ(poll(source(SourceKind::sitemap, "/sitemap.xml.gz")).poll.outcome, "too_large");
    serve("/sitemap.xml.gz", test::gzip(bomb), "application/gzip");
    EXPECT_EQ(poll(source(SourceKind::sitemap, "/sitemap.xml.gz")).poll.outcome, "bad_feed")
        << "unpacked once";
}

TEST_F(SourceKinds, GarbageOfEachKindIsNamed) {
    serve("/garbage", std::string("\x01\x02{]<", 5), "application/octet-stream");
    EXPECT_EQ(poll(source(SourceKind::feed, "/garbage")).poll.outcome, "bad_feed");
    EXPECT_EQ(poll(source(SourceKind::sitemap, "/garbage")).poll.outcome, "bad_feed");
    EXPECT_EQ(poll(source(SourceKind::listing, "/garbage")).poll.outcome, "empty");
    serve("/wp-json/wp/v2/posts", R"({"code": "no", "message": "Not for you."})", "application/json");
    const OneShotReport report = poll(source(SourceKind::wordpress, "/"));
    EXPECT_EQ(report.poll.outcome, "bad_feed");
    EXPECT_THAT(report.poll.error, HasSubstr("Not for you."));
}

} // namespace
} // namespace khabar::pipeline
