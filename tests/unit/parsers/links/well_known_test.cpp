#include "parsers/links/well_known.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace khabar::links {
namespace {

using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

Software software(const std::string& html) {
    return software_of(*html::Document::parse(html));
}

TEST(WellKnown, TellsTheSoftwareByGeneratorOrAssets) {
    EXPECT_EQ(software(R"(<meta name="Generator" content="WordPress 6.5">)"), Software::wordpress);
    EXPECT_EQ(software(R"(<meta name=generator content="Joomla! - Open Source Content Management">)"),
              Software::joomla);
    EXPECT_EQ(software(R"(<meta name=generator content="Drupal 10">)"), Software::drupal);
    EXPECT_EQ(software(R"(<img src="https://cdn.example/wp-content/uploads/1.jpg">)"), Software::wordpress);
    EXPECT_EQ(software(R"(<p>Powered by WordPress</p>)"), Software::unknown);
}

TEST(WellKnown, TriesTheSoftwaresOwnPathsFirst) {
    EXPECT_EQ(well_known_feeds("https://paper.example/", Software::wordpress)[0],
              "https://paper.example/feed/");
    EXPECT_EQ(well_known_feeds("https://paper.example/", Software::drupal)[0],
              "https://paper.example/rss.xml");
    EXPECT_EQ(well_known_feeds("https://paper.example/", Software::joomla)[0],
              "https://paper.example/?format=feed&type=rss");
    EXPECT_EQ(well_known_sitemaps("https://paper.example/", Software::wordpress)[0],
              "https://paper.example/sitemap_index.xml");
}

TEST(WellKnown, TriesTheSectionBeforeTheSite) {
    const auto feeds = well_known_feeds("https://paper.example/world/?x=1", Software::wordpress);
    EXPECT_EQ(feeds[0], "https://paper.example/world/feed/");
    EXPECT_EQ(feeds[1], "https://paper.example/feed/");
}

TEST(WellKnown, HoldsThePathsOfEverySoftwareEachOnce) {
    for (const Software kind : {Software::unknown, Software::wordpress, Software::blogger}) {
        auto feeds = well_known_feeds("https://paper.example/", kind);
        for (const char* path : {"/feed/", "/?feed=rss2", "/?format=feed&type=rss", "/rss.xml", "/rss",
                                 "/rss/", "/feed.xml", "/atom.xml", "/index.xml", "/feeds/posts/default",
                                 "/arc/outboundfeeds/rss/?outputType=xml", "/feed.json"})
            EXPECT_THAT(feeds, Contains(std::string("https://paper.example") + path));
        EXPECT_THAT(feeds, Not(Contains(HasSubstr("sitemap"))));
        std::ranges::sort(feeds);
        EXPECT_EQ(std::ranges::adjacent_find(feeds), feeds.end());
    }
}

TEST(WellKnown, PutsTheLinesOfRobotsTxtBeforeItsGuesses) {
    const std::vector<std::string> robots = {"https://paper.example/map.xml", "/relative.xml"};
    const auto sitemaps = well_known_sitemaps("https://paper.example/", Software::unknown, robots);
    EXPECT_EQ(sitemaps[0], "https://paper.example/map.xml");
    EXPECT_EQ(sitemaps[1], "https://paper.example/relative.xml");
    EXPECT_EQ(sitemaps[2], "https://paper.example/news-sitemap.xml");
    EXPECT_THAT(sitemaps, Contains("https://paper.example/wp-sitemap.xml"));
}

TEST(WellKnown, HasNothingForWhatIsNoWebAddress) {
    EXPECT_THAT(well_known_feeds("", Software::unknown), IsEmpty());
    EXPECT_THAT(well_known_sitemaps("mailto:a@b.example", Software::unknown), IsEmpty());
}

} // namespace
} // namespace khabar::links
