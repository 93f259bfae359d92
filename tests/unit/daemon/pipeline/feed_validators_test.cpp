#include "daemon/pipeline/feed_validators.hpp"

#include <gtest/gtest.h>

namespace khabar::pipeline {
namespace {

KnownSource known(std::int64_t polls = 1) {
    KnownSource source;
    source.stored.etag = "W/\"a\"";
    source.stored.last_modified = "yesterday, about noon";
    source.stored.totals.polls = polls;
    source.validators.entries = 7;
    source.validators.from = "http://cdn.example/feed";
    return source;
}

net::Response answer(int status, std::string etag, std::string last_modified = "") {
    net::Response response;
    response.status = status;
    response.url = "http://other.example/feed";
    response.etag = std::move(etag);
    response.last_modified = std::move(last_modified);
    return response;
}

TEST(FeedValidators, AreSentAsTheyCameToWhereTheyCameFrom) {
    net::Request request{.url = *url::Url::parse("http://paper.example/feed")};
    add_validators(request, known());
    EXPECT_EQ(request.etag, "W/\"a\"");
    EXPECT_EQ(request.last_modified, "yesterday, about noon");
    EXPECT_EQ(request.validators_from, "http://cdn.example/feed");
}

TEST(FeedValidators, OnePollIn24AsksWithoutAndALiarIsAlwaysAskedWithout) {
    int conditional = 0;
    for (std::int64_t polls = 0; polls < 240; ++polls)
        conditional += may_ask_conditionally(known(polls)) ? 1 : 0;
    EXPECT_EQ(conditional, 230);
    KnownSource liar = known();
    liar.validators.distrusted = true;
    EXPECT_FALSE(may_ask_conditionally(liar));
}

TEST(FeedValidators, TheSameETagForOtherEntriesIsALie) {
    EXPECT_EQ(judge(known(), answer(200, "W/\"a\""), 8), Verdict::liar);
    EXPECT_EQ(judge(known(), answer(200, "W/\"a\""), 7), Verdict::trust) << "the same entries";
    EXPECT_EQ(judge(known(), answer(200, "\"b\""), 8), Verdict::trust) << "both changed";
    EXPECT_EQ(judge(known(), answer(304, ""), 7), Verdict::trust);
    KnownSource dated = known();
    dated.stored.etag.clear();
    EXPECT_EQ(judge(dated, answer(200, "", "yesterday, about noon"), 8), Verdict::liar);
    EXPECT_EQ(judge(dated, answer(200, "\"new\"", "yesterday, about noon"), 8), Verdict::trust);
    KnownSource first = known();
    first.validators.entries = 0;
    EXPECT_EQ(judge(first, answer(200, "W/\"a\""), 8), Verdict::trust) << "nothing to compare with";
    KnownSource none = known();
    none.stored.etag.clear();
    none.stored.last_modified.clear();
    EXPECT_EQ(judge(none, answer(200, ""), 8), Verdict::trust);
}

TEST(FeedValidators, AChangeSeenOnlyWithoutThemIsLookedInto) {
    EXPECT_EQ(judge(known(23), answer(200, "\"b\""), 8), Verdict::ask_again);
    EXPECT_EQ(judge(known(23), answer(200, "\"b\""), 7), Verdict::trust);
}

TEST(FeedValidators, A304RefreshesWhatItNames) {
    KnownSource source = known();
    keep_validators(source, answer(304, "\"b\""), 99);
    EXPECT_EQ(source.stored.etag, "\"b\"");
    EXPECT_EQ(source.stored.last_modified, "yesterday, about noon");
    EXPECT_EQ(source.validators.entries, 7U);
    EXPECT_EQ(source.validators.from, "http://other.example/feed");
    keep_validators(source, answer(200, ""), 99);
    EXPECT_TRUE(source.stored.etag.empty()) << "a whole answer without validators has none";
    EXPECT_EQ(source.validators.entries, 99U);
}

TEST(FeedValidators, TheDigestIsOfEntriesAndTheirDatesInAnyOrder) {
    std::vector<Candidate> one(2), other(2);
    one[0].link.key = other[1].link.key = "a";
    one[1].link.key = other[0].link.key = "b";
    EXPECT_EQ(entries_digest(one), entries_digest(other));
    other[0].updated = store::Time(std::chrono::seconds(5));
    EXPECT_NE(entries_digest(one), entries_digest(other));
    EXPECT_NE(entries_digest({}), 0U);
}

TEST(FeedValidators, SurviveARestart) {
    poll::SourceState policy;
    policy.interval = std::chrono::minutes(20);
    store::SourceState stored;
    Validators validators{18'000'000'000'000'000'000U, true, "http://cdn.example/feed?x=1"};
    stored.policy = pack_policy(policy, validators);
    EXPECT_EQ(unpack_validators(stored), validators);
    EXPECT_EQ(unpack_policy(stored).interval, policy.interval);
    for (const char* old : {"", "1200 0 0 0 0", "x y", "1200 0 0 0 0 7"}) {
        stored.policy = old;
        EXPECT_EQ(unpack_validators(stored), Validators()) << old;
    }
}

} // namespace
} // namespace khabar::pipeline
