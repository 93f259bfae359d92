#include "daemon/pipeline/source/document_validators.hpp"
#include "daemon/pipeline/source/known_source.hpp"
#include "parsers/date/iso8601.hpp"

#include <gtest/gtest.h>

namespace khabar::pipeline {
namespace {

constexpr Way way{1};
constexpr std::uint64_t held = 7U << 16 | 1, others = 8U << 16 | 1; // digests of one way of reading

store::Validators known() {
    return {"W/\"a\"", "yesterday, about noon", "http://cdn.example/feed", held, false};
}

net::Response answer(int status, std::string etag, std::string last_modified = "") {
    net::Response response;
    response.status = status;
    response.url = "http://other.example/feed";
    response.etag = std::move(etag);
    response.last_modified = std::move(last_modified);
    return response;
}

TEST(DocumentValidators, OnePollIn24AsksWithout) {
    int whole = 0;
    for (std::int64_t polls = 0; polls < 240; ++polls)
        whole += asks_whole(polls) ? 1 : 0;
    EXPECT_EQ(whole, 10);
    EXPECT_FALSE(asks_whole(0));
}

TEST(DocumentValidators, TheSameETagForOtherEntriesIsALie) {
    EXPECT_EQ(judge(known(), true, answer(200, "W/\"a\""), others), Verdict::liar);
    EXPECT_EQ(judge(known(), true, answer(200, "W/\"a\""), held), Verdict::trust) << "the same entries";
    EXPECT_EQ(judge(known(), true, answer(200, "\"b\""), others), Verdict::trust) << "both changed";
    EXPECT_EQ(judge(known(), true, answer(304, ""), held), Verdict::trust);
    store::Validators dated = known();
    dated.etag.clear();
    EXPECT_EQ(judge(dated, true, answer(200, "", "yesterday, about noon"), others), Verdict::liar);
    EXPECT_EQ(judge(dated, true, answer(200, "\"new\"", "yesterday, about noon"), others), Verdict::trust);
    store::Validators first = known();
    first.entries = 0;
    EXPECT_EQ(judge(first, true, answer(200, "W/\"a\""), others), Verdict::trust)
        << "nothing to compare with";
    EXPECT_EQ(judge({.entries = held}, true, answer(200, ""), others), Verdict::trust);
}

TEST(DocumentValidators, AChangeSeenOnlyWithoutThemIsLookedInto) {
    EXPECT_EQ(judge(known(), false, answer(200, "\"b\""), others), Verdict::ask_again);
    EXPECT_EQ(judge(known(), false, answer(200, "\"b\""), held), Verdict::trust);
    store::Validators liar = known();
    liar.distrusted = true;
    EXPECT_EQ(judge(liar, false, answer(200, "\"b\""), others), Verdict::trust) << "known already";
}

TEST(DocumentValidators, A304RefreshesWhatItNames) {
    const auto refreshed = kept(known(), answer(304, "\"b\""), 99);
    EXPECT_EQ(refreshed.etag, "\"b\"");
    EXPECT_EQ(refreshed.last_modified, "yesterday, about noon");
    EXPECT_EQ(refreshed.entries, held);
    EXPECT_EQ(refreshed.from, "http://other.example/feed");
    const auto whole = kept(refreshed, answer(200, ""), 99);
    EXPECT_TRUE(whole.etag.empty()) << "a whole answer without validators has none";
    EXPECT_EQ(whole.entries, 99U);
}

TEST(DocumentValidators, TheDigestIsOfEntriesAndTheirDatesInAnyOrder) {
    std::vector<Candidate> one(2), other(2);
    one[0].link.key = other[1].link.key = "a";
    one[1].link.key = other[0].link.key = "b";
    EXPECT_EQ(entries_digest(one, way), entries_digest(other, way));
    other[0].updated = store::Time(std::chrono::seconds(5));
    EXPECT_NE(entries_digest(one, way), entries_digest(other, way));
    EXPECT_NE(entries_digest(std::vector<Candidate>(), way), 0U);
}

TEST(DocumentValidators, TheDigestOfASitemapIsOfItsAddressesAndTheirDates) {
    sitemap::Sitemap one, other;
    one.locations.push_back({"https://a.example/1", date::parse_iso8601("2026-03-04"), std::nullopt});
    other.locations.push_back({"https://a.example/1", date::parse_iso8601("2026-03-04"), std::nullopt});
    EXPECT_EQ(entries_digest(one, way), entries_digest(other, way));
    other.locations[0].last_modified = date::parse_iso8601("2026-03-05");
    EXPECT_NE(entries_digest(one, way), entries_digest(other, way));
    EXPECT_NE(entries_digest(sitemap::Sitemap(), way), 0U);
}

settings::SourceInput listing(std::string links = "", std::string pattern = "") {
    settings::SourceInput input;
    input.kind = settings::SourceKind::listing;
    input.links = std::move(links);
    input.pattern = std::move(pattern);
    return input;
}

// The bytes may be the same: an upgrade, a reload or the end of summer time makes nobody a liar.
TEST(DocumentValidators, WhatWasReadInAnotherWayIsNotCompared) {
    using namespace std::chrono_literals;
    const std::vector<Candidate> some(2), more(3);
    store::Validators before = known();
    before.entries = entries_digest(some, way_of_reading(listing(), 60min));
    const auto verdict = [&](const settings::SourceInput& input, std::chrono::minutes zone,
                             bool sent = true) {
        return judge(before, sent, answer(200, before.etag),
                     entries_digest(more, way_of_reading(input, zone)));
    };
    EXPECT_EQ(verdict(listing(), 60min), Verdict::liar);
    EXPECT_EQ(verdict(listing(), 120min), Verdict::trust);
    EXPECT_EQ(verdict(listing("main a"), 60min), Verdict::trust);
    EXPECT_EQ(verdict(listing("", "/news/*"), 60min), Verdict::trust);
    EXPECT_EQ(verdict(listing(), 120min, false), Verdict::trust) << "nothing to ask again for";
    before.entries = 1234567890123456789U; // of a khabar whose digests say nothing of the way
    EXPECT_EQ(verdict(listing(), 60min), Verdict::trust);
}

TEST(DocumentValidators, OfAFeedThatIsReadTheSameWayThePatternIsNoMatter) {
    settings::SourceInput feed;
    const std::uint16_t mark = way_of_reading(feed, {}).mark;
    feed.pattern = "/news/*";
    EXPECT_EQ(way_of_reading(feed, {}).mark, mark);
}

TEST(DocumentValidators, SurviveARestart) {
    poll::SourceState policy;
    policy.interval = std::chrono::minutes(20);
    store::SourceState stored;
    stored.etag = "\"a\"";
    const store::Validators validators{"\"a\"", "", "http://cdn.example/feed?x=1",
                                       18'000'000'000'000'000'000U, true};
    stored.policy = pack_policy(policy, validators);
    EXPECT_EQ(unpack_validators(stored), validators);
    EXPECT_EQ(unpack_policy(stored).interval, policy.interval);
    for (const char* old : {"", "1200 0 0 0 0", "x y", "1200 0 0 0 0 7"}) {
        stored.policy = old;
        EXPECT_EQ(unpack_validators(stored), store::Validators{.etag = "\"a\""}) << old;
    }
}

} // namespace
} // namespace khabar::pipeline
