#include "daemon/pipeline/source/sitemap_entries.hpp"
#include "parsers/date/parse.hpp"

#include <gtest/gtest.h>

namespace khabar::pipeline {
namespace {

using namespace std::chrono_literals;

constexpr store::Time now{std::chrono::seconds(1'760'000'000)}; // 2025-10-09

sitemap::Location at(const std::string& address, const std::string& lastmod = "") {
    sitemap::Location location;
    location.address = "https://paper.example" + address;
    if (!lastmod.empty()) location.last_modified = date::parse(lastmod);
    return location;
}

SitemapRule rule() {
    SitemapRule rule;
    rule.source_id = "paper";
    rule.since = now - default_age;
    return rule;
}

std::vector<std::string> taken(const SitemapNews& news) {
    std::vector<std::string> paths;
    for (const Candidate& candidate : news.candidates)
        paths.push_back(candidate.link.url.substr(21));
    return paths;
}

using Paths = std::vector<std::string>;

TEST(SitemapEntries, TakesWhatIsRecentByAnyOfItsDates) {
    sitemap::Sitemap map;
    map.locations = {at("/new", "2025-10-08"), at("/old", "2024-01-01"), at("/2025/10/07/by-address"),
                     at("/2019/10/07/by-address")};
    map.locations.push_back(at("/news", "2024-01-01"));
    map.locations.back().news.emplace();
    map.locations.back().news->title = "Today";
    map.locations.back().news->published = date::parse("2025-10-09T06:00:00Z");
    const SitemapNews news = news_of(map, rule(), {});
    EXPECT_EQ(taken(news), (Paths{"/new", "/2025/10/07/by-address", "/news"}));
    EXPECT_EQ(news.old, 2U);
    EXPECT_EQ(news.candidates[2].link.title, "Today");
}

TEST(SitemapEntries, PassesUndatedOnesOverAtFirstAndTakesThoseThatComeLater) {
    sitemap::Sitemap map;
    map.locations = {at("/a"), at("/b")};
    SitemapRule first = rule();
    const SitemapNews before = news_of(map, first, {});
    EXPECT_EQ(taken(before), Paths{});
    ASSERT_EQ(before.passed_over.size(), 2U);
    map.locations.push_back(at("/c"));
    first.first_reading = false;
    EXPECT_EQ(taken(news_of(map, first, {before.passed_over.begin(), before.passed_over.end()})),
              Paths{"/c"});
}

TEST(SitemapEntries, TakesUndatedOnesOfANewsSitemap) {
    sitemap::Sitemap map;
    map.locations = {at("/a")};
    SitemapRule news = rule();
    news.undated_are_new = true;
    EXPECT_EQ(taken(news_of(map, news, {})), Paths{"/a"});
}

TEST(SitemapEntries, BackfillTakesAllAndTheNewestComeFirst) {
    sitemap::Sitemap map;
    map.locations = {at("/undated"), at("/old", "2014-01-01"), at("/new", "2025-10-08"),
                     at("/mid", "2020-05-05")};
    SitemapRule all = rule();
    all.since.reset();
    SitemapNews news = news_of(map, all, {});
    sort_newest_first(news.candidates);
    EXPECT_EQ(taken(news), (Paths{"/new", "/mid", "/old", "/undated"}));
    EXPECT_TRUE(news.passed_over.empty());
}

TEST(SitemapEntries, RemembersABoundedNumber) {
    sitemap::Sitemap map;
    map.locations = {at("/a"), at("/b")};
    std::unordered_set<std::uint64_t> many;
    for (std::uint64_t i = 0; i + 1 < max_passed_over; ++i)
        many.insert(i);
    EXPECT_EQ(news_of(map, rule(), many).passed_over.size(), 1U);
}

TEST(SitemapEntries, ALastmodThatIsTheMomentOfAskingIsNoUpdate) {
    sitemap::Sitemap map;
    for (int i = 0; i < 10; ++i)
        map.locations.push_back(at("/story-" + std::to_string(i), "2025-10-09T07:00:00Z"));
    for (const Candidate& candidate : discover(map, "paper", {}).candidates)
        EXPECT_FALSE(candidate.updated);
    map.locations = {at("/a", "2025-10-09T07:00:00Z"), at("/b", "2025-10-08T07:00:00Z")};
    for (const Candidate& candidate : discover(map, "paper", {}).candidates)
        EXPECT_TRUE(candidate.updated);
}

} // namespace
} // namespace khabar::pipeline
