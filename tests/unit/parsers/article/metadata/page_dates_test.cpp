#include "parsers/article/metadata/metadata.hpp"

#include <gtest/gtest.h>

#include <string>

namespace khabar::article {
namespace {

using namespace std::chrono;

constexpr sys_seconds now = sys_days{2026y / 3 / 1} + 12h;

struct Dates {
    std::string published, updated;
};

Dates dates_of(const std::string& head, const std::string& body,
               std::string_view url = "https://www.example.org/news/flower-show.html") {
    const auto page = html::Document::parse(
        "<html><head>" + head + "</head><body><main><h1>Flower show opens in the park</h1>" + body +
        "<p>The minister of agriculture opened the yearly flower show in the town park, and said that "
        "farmers "
        "had sold twice as much as in the year before.</p></main></body></html>");
    EXPECT_TRUE(page.has_value());
    Hints hints;
    hints.url = url;
    hints.now = now;
    const auto metadata = read_metadata(*page, hints);
    const auto iso = [](const std::optional<date::DateTime>& date) {
        return date ? date::to_iso8601(*date) : std::string("none");
    };
    return {iso(metadata.published), iso(metadata.updated)};
}

std::string linked(const std::string& published, const std::string& modified) {
    return "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"Flower show opens "
           "in "
           "the park\",\"datePublished\":\"" +
           published + "\",\"dateModified\":\"" + modified + "\"}</script>";
}

TEST(PageDates, ADistanceLongAgoNamesNoDay) {
    EXPECT_EQ(dates_of("", "<div class=post-meta>2 months ago</div>").published, "none");
    EXPECT_EQ(dates_of("", "<div class=post-meta>منذ سنة</div>").published, "none");
    EXPECT_EQ(dates_of("", "<p>Last year</p>").published, "none");
    EXPECT_EQ(dates_of("", "<div class=post-meta>3 days ago</div>").published, "2026-02-26");
    EXPECT_EQ(dates_of("", "<div class=post-meta>12 October</div>").published, "2025-10-12");
}

TEST(PageDates, ASiteBuildersJsonLdIsDoubted) {
    EXPECT_EQ(dates_of(linked("Nov 05, 2025", "Nov 05, 2025"), "<p>January 31, 2024</p>").published,
              "2024-01-31");
    EXPECT_EQ(
        dates_of(linked("2025-11-05T22:02:58Z", "2025-11-05T22:02:45Z"), "<p>January 31, 2024</p>").published,
        "2024-01-31");
    // Alone it is better than nothing; written by a CMS it is the best there is.
    EXPECT_EQ(dates_of(linked("Nov 05, 2025", ""), "").published, "2025-11-05");
    EXPECT_EQ(
        dates_of(linked("2025-11-05T08:00:00Z", "2025-11-06T08:00:00Z"), "<p>January 31, 2024</p>").published,
        "2025-11-05T08:00:00Z");
    // A post that was scheduled is published after its last change.
    EXPECT_EQ(
        dates_of(linked("2025-11-05T08:00:00Z", "2025-11-04T08:00:00Z"), "<p>January 31, 2024</p>").published,
        "2025-11-05T08:00:00Z");
}

TEST(PageDates, TheOtherReadingAgreesWithWhoSaysSo) {
    const std::string american = "<meta name=date content='11/01/2023 12:43:42'>";
    EXPECT_EQ(dates_of(american, "").published, "2023-01-11T12:43:42");
    EXPECT_EQ(dates_of(american, "<p>Published: 01.11.2023</p>").published.substr(0, 10), "2023-11-01");
}

TEST(PageDates, AnUpdateOnTheSameLineIsNotThePublication) {
    EXPECT_EQ(dates_of("", "<div><span>Published on Oct 21, 2025</span> <span>Updated on Nov 3, "
                           "2025</span></div>")
                  .published,
              "2025-10-21");
}

TEST(PageDates, AnUpdateAloneStandsForThePublication) {
    EXPECT_EQ(dates_of("", "<p>Updated: October 21, 2025</p>").published, "2025-10-21");
    EXPECT_EQ(dates_of("", "<p>آخر تحديث: 21 تشرين الأول 2025</p>").published, "2025-10-21");
}

TEST(PageDates, AnAttributeMayHoldTheDate) {
    EXPECT_EQ(dates_of("", "<abbr class=published itemprop=datePublished "
                           "title='2025-10-21T20:38:00Z'>8:38 pm</abbr>")
                  .published,
              "2025-10-21T20:38:00Z");
}

TEST(PageDates, ASmallAsideInTheArticleTellsOfIt) {
    EXPECT_EQ(dates_of("", "<aside class=meta><time datetime=2025-10-21>21 October</time></aside>").published,
              "2025-10-21");
}

TEST(PageDates, TheBoxOfTheOnlyArticleIsNoWidget) {
    const auto page = html::Document::parse(
        "<html><body><div>" + std::string(2000, ' ') +
        "</div><div class='widget Blog'><div itemscope itemtype='https://schema.org/BlogPosting'><h2 class="
        "title itemprop=name>Flower show opens</h2><span itemprop=datePublished>Tuesday, October 21, "
        "2025</span><p>The minister opened the flower show in the park.</p></div></div><ul>" +
        std::string("<li><a href=/x>Other</a></li><li><a href=/y>More</a></li><li><a href=/z>Last</a></li>") +
        "</ul></body></html>");
    ASSERT_TRUE(page.has_value());
    Hints hints;
    hints.now = now;
    const auto metadata = read_metadata(*page, hints);
    ASSERT_TRUE(metadata.published.has_value());
    EXPECT_EQ(date::to_iso8601(*metadata.published), "2025-10-21");
}

TEST(PageDates, OneFieldUnderTwoNamesSpeaksOnce) {
    EXPECT_EQ(dates_of("<meta name=date content=2025-10-25><meta name=dc.date content=2025-10-25>",
                       "<h2>21.10.2025</h2>")
                  .published,
              "2025-10-21");
}

TEST(PageDates, TwoLabelsOnOneLineGiveBothDates) {
    const auto both = dates_of("", "<p>Published on 21 October 2025 Updated on 3 November 2025</p>");
    EXPECT_EQ(both.published, "2025-10-21");
    EXPECT_EQ(both.updated, "2025-11-03");
    const auto turned = dates_of("", "<p>Updated: 3 November 2025, Published: 21 October 2025</p>");
    EXPECT_EQ(turned.published, "2025-10-21");
    EXPECT_EQ(turned.updated, "2025-11-03");
    const auto arabic = dates_of("", "<p>نشر في 21/10/2025 آخر تحديث 03/11/2025</p>");
    EXPECT_EQ(arabic.published, "2025-10-21");
    EXPECT_EQ(arabic.updated, "2025-11-03");
}

TEST(PageDates, ASentenceTellsADayOfTheSolarCalendar) {
    EXPECT_EQ(dates_of("", "<p>این مطلب در ۱۲ آبان ۱۴۰۳ منتشر شد.</p>").published, "2024-11-02");
}

TEST(PageDates, NeighbouringDaysOfCardsDoNotAgree) {
    EXPECT_EQ(dates_of("", "<div class=x-date>Dec 17, 2025</div><p>Park.</p><div class=x-date>Oct 30, "
                           "2025</div><div class=x-date>Oct 29, 2025</div>")
                  .published,
              "2025-12-17");
}

TEST(PageDates, ElementsSideBySideAreTwoThingsToSay) {
    EXPECT_EQ(dates_of("", "<div><span>Mar 27, 2025</span><span>5 mins</span></div>").published,
              "2025-03-27");
}

TEST(PageDates, ACardsMicrodataIsNotTheArticles) {
    const std::string title = "<title>Flower show opens in the park</title>";
    const std::string card = "<div itemscope itemtype=https://schema.org/Thing><span itemprop=datePublished "
                             "content=2026-02-13T12:00:00Z>Feb 13, 2026</span><meta itemprop=datePublished "
                             "content=2026-02-13></div>";
    EXPECT_EQ(dates_of(title, "<p>Published: May 9, 2025</p>" + card).published, "2025-05-09");
}

TEST(PageDates, ManyDeclaredDatesAreOfCards) {
    const auto card = [](const std::string& day) {
        return "<li><span itemprop=datePublished content=" + day + ">" + day + "</span></li>";
    };
    EXPECT_EQ(dates_of("", "<p>May 9, 2025</p><p>Park.</p><ul>" + card("2026-02-13") + card("2026-02-10") +
                               card("2026-02-07") + "</ul>")
                  .published,
              "2025-05-09");
}

TEST(PageDates, ASiteBuildersUpdateIsDoubtedToo) {
    EXPECT_EQ(dates_of(linked("Nov 05, 2025", "Nov 02, 2025"), "<p>January 31, 2024</p>").published,
              "2024-01-31");
}

TEST(PageDates, AnEarlierUpdateOutweighsTheTimeOfServing) {
    EXPECT_EQ(dates_of("<meta name=date content=2026-02-13T11:52:23>", "<p>Stand: 12.02.2026 18:00 Uhr</p>")
                  .published,
              "2026-02-12T18:00");
}

TEST(PageDates, ATitlesPartMayBeTheDay) {
    EXPECT_EQ(dates_of("<title>Flower show opens in the park | Example | 28.04.2023</title>",
                       "<h2>The minister is sure <i>24.04.2023</i></h2>")
                  .published,
              "2023-04-28");
}

TEST(PageDates, ASentenceMayTellOfThePublication) {
    EXPECT_EQ(dates_of("", "<p>This entry was posted on Saturday, May 3rd, 2025 at 10:00 and is filed under "
                           "Parks. You can follow it.</p>")
                  .published,
              "2025-05-03");
    EXPECT_EQ(dates_of("",
                       "<p>Dieser Beitrag wurde am Samstag, 3. Mai 2025 um 10 Uhr veröffentlicht und unter "
                       "Parks abgelegt.</p>")
                  .published,
              "2025-05-03");
    // Not a source's date where the page tells of its own update.
    EXPECT_EQ(dates_of("<meta property=article:modified_time content=2025-06-01>",
                       "<p>Doe J. Flowers in parks. Journal of Parks. Published online May 22, 2019.</p>")
                  .published,
              "2025-06-01");
    EXPECT_EQ(dates_of("", "<p>The park was opened on Saturday, May 3rd, 2025 at 10:00 by the mayor.</p>")
                  .published,
              "none");
}

TEST(PageDates, NumbersAreReadAsThePageWritesThem) {
    EXPECT_EQ(dates_of("", "<span class=date>3/4/2025</span>").published, "2025-04-03");
    EXPECT_EQ(dates_of("", "<span class=date>3/4/2025</span><i class=card-date>1/21/2025</i>").published,
              "2025-03-04");
    EXPECT_EQ(dates_of("", "<span class=date>3/4/2025</span><i class=card-date>21/1/2025</i>").published,
              "2025-04-03");
}

TEST(PageDates, AnArchivesAddressHoldsThePages) {
    EXPECT_EQ(
        dates_of("", "", "https://archive.example/web/20131110121040/http://www.example.org/2013/04/04/show")
            .published,
        "2013-04-04");
    EXPECT_EQ(dates_of("", "", "https://archive.example/web/20131110/https://www.example.org/show").published,
              "none");
}

TEST(PageDates, ALineUnderTheHeadlineIsHeardWhateverItsBoxIsCalled) {
    const std::string title = "<title>Flower show opens in the park</title>";
    EXPECT_EQ(dates_of(title, "<div class=newsletter-details><p>May 9, 2025</p></div>").published,
              "2025-05-09");
}

TEST(PageDates, TheOffsetIsTheOneThatAWitnessTells) {
    const auto utc = linked("2025-05-10T01:30:00Z", "");
    // Told of the same instant by another witness.
    EXPECT_EQ(
        dates_of(utc + "<meta property='article:published_time' content='2025-05-09T21:30:00-04:00'>", "")
            .published,
        "2025-05-09T21:30:00-04:00");
    // The day shown alone tells the least offset; with the update's, the newsroom's own.
    const std::string shown = "<div class=post-meta>May 9, 2025</div>";
    EXPECT_EQ(dates_of(utc, shown).published, "2025-05-09T23:30:00-02:00");
    EXPECT_EQ(
        dates_of(utc + "<meta property='article:modified_time' content='2025-05-11T08:00:00-05:00'>", shown)
            .published,
        "2025-05-09T20:30:00-05:00");
    // A server's zone that puts it on a day nobody shows is not the newsroom's.
    EXPECT_EQ(dates_of(utc + "<meta property='article:published_time' content='2025-05-09T21:30:00-04:00'>",
                       "<div class=post-meta>May 10, 2025</div>")
                  .published,
              "2025-05-10T01:30:00Z");
}

} // namespace
} // namespace khabar::article
