// `khabar discover`: a site is looked at, and what is proposed was tried.

#include "daemon/pipeline/source/site_probe.hpp"
#include "tests/integration/source_kinds/newsroom.hpp"

#include <gmock/gmock.h>

namespace khabar::pipeline {
namespace {

using testing::Contains;
using testing::ElementsAre;

class SiteProbe : public Newsroom {
  protected:
    Result<SiteReport> probe(const std::string& path) {
        settings::Source site;
        site.id = "discover";
        site.url = server_.url(path);
        return on_loop([site](Crawl& crawl) { return probe_optional(crawl, site); }).value();
    }
    static boost::asio::awaitable<std::optional<Result<SiteReport>>> probe_optional(Crawl& crawl,
                                                                                    settings::Source site) {
        Result<SiteReport> report = co_await probe_site(crawl, std::move(site));
        co_return std::optional<Result<SiteReport>>(std::move(report));
    }

    static std::vector<std::string> kinds(const SiteReport& report) {
        std::vector<std::string> names;
        for (const Finding& finding : report.findings)
            names.emplace_back(settings::name(finding.input.kind));
        return names;
    }
    static std::string page(const std::string& head) {
        std::string body;
        for (int i = 0; i < 6; ++i)
            body += "<article><h2><a href='/story/report-number-" + std::to_string(i) +
                    "-of-the-city-council'>Report " + std::to_string(i) +
                    " of the city council on the state of its bridges</a></h2></article>";
        return "<html lang='ar'><head><title>The Paper</title>" + head + "</head><body>" + body +
               "</body></html>";
    }
};

TEST_F(SiteProbe, ProposesWhatAnswersInOrder) {
    serve("/",
          page("<meta name=generator content='WordPress 6.5'>"
               "<link rel=alternate type='application/rss+xml' href='/feed/'>"
               "<link rel=alternate type='application/rss+xml' href='/gone/'>"),
          "text/html");
    serve("/feed/", rss({"/a", "/b"}), "application/rss+xml");
    serve("/robots.txt", "Sitemap: " + server_.url("/news.xml") + "\n", "text/plain");
    serve("/news.xml", urlset(url_entry("/a", hours_ago(1))));
    serve("/wp-json/wp/v2/posts",
          R"([{"link": ")" + server_.url("/a") + R"(", "content": {"rendered": "<p>All of it.</p>"}}])",
          "application/json");
    const auto report = probe("/");
    ASSERT_TRUE(report);
    EXPECT_THAT(kinds(*report), ElementsAre("feed", "wordpress", "news_sitemap", "listing"));
    EXPECT_EQ(report->title, "The Paper");
    EXPECT_EQ(report->language, "ar");
    EXPECT_EQ(report->software, "wordpress");
    EXPECT_EQ(report->findings[0].entries, 2U);
    EXPECT_EQ(report->findings[1].full_texts, 1U);
    ASSERT_FALSE(report->refusals.empty());
    EXPECT_EQ(report->refusals[0].input.url, server_.url("/gone/"));
    EXPECT_EQ(report->refusals[0].error.code, Errc::not_found);
}

TEST_F(SiteProbe, FindsAFeedThatNothingAnnounces) {
    serve("/", page(""), "text/html");
    serve("/rss.xml", rss({"/a"}), "text/xml");
    const auto report = probe("/");
    ASSERT_TRUE(report);
    EXPECT_THAT(kinds(*report), Contains("feed"));
    EXPECT_EQ(report->findings[0].input.url, server_.url("/rss.xml"));
}

TEST_F(SiteProbe, TakesAFeedForWhatItIs) {
    serve("/feed", rss({"/a"}), "application/rss+xml");
    const auto report = probe("/feed");
    ASSERT_TRUE(report);
    EXPECT_THAT(kinds(*report), ElementsAre("feed"));
    EXPECT_EQ(report->title, "Paper");
}

TEST_F(SiteProbe, HasNothingOfABarePageAndKeepsItsBound) {
    serve("/", "<html><body><p>Under construction.</p></body></html>", "text/html");
    const auto report = probe("/");
    ASSERT_TRUE(report);
    EXPECT_TRUE(report->findings.empty());
    EXPECT_FALSE(report->refusals.empty());
    EXPECT_LE(server_.requests().size(), max_probes + 1);
}

TEST_F(SiteProbe, SaysWhyTheSiteCannotBeSeen) {
    const auto report = probe("/missing");
    ASSERT_FALSE(report);
    EXPECT_EQ(report.error().code, Errc::not_found);
}

TEST(SiteProbeRank, PutsWhatIsStaleBehind) {
    const store::Time now{std::chrono::seconds(1'760'000'000)};
    Finding dead;
    dead.newest = now - std::chrono::hours(24 * 400);
    Finding listing;
    listing.input.kind = settings::SourceKind::listing;
    std::vector<Finding> findings = {dead, listing};
    rank(findings, now);
    EXPECT_EQ(findings[0].input.kind, settings::SourceKind::listing);
}

} // namespace
} // namespace khabar::pipeline
