// HTTP/2 servers that misbehave, beside one that does not.

#include "tests/support/h2_server/h2_server.hpp"
#include "tests/support/nginx/nginx.hpp"
#include "tests/support/text/repeated.hpp"

#include <gmock/gmock.h>

#include "crawl_fixture.hpp"

namespace khabar::pipeline {
namespace {

using namespace std::chrono_literals;
using test::h2_frame;
using test::H2Server;
using test::H2Step;

enum Frame : std::uint8_t {
    data = 0,
    headers = 1,
    rst_stream = 3,
    settings_ = 4,
    ping = 6,
    goaway = 7,
    window_update = 8,
    continuation = 9
};
constexpr std::uint8_t end_headers = 4;
const std::string status_200 = "\x88"; // HPACK's static table, entry 8

struct Case {
    std::string id;
    std::vector<H2Step> steps;
    std::vector<std::string> outcomes; // any of these: which one depends on what curl notices first
};

std::string many(const std::string& frame) {
    return test::repeated(frame, 500);
}

std::vector<Case> cases() {
    const std::string last_stream_none(8, '\0');
    const std::string not_ours = std::string("\0\0\0\0\0\0\0\x0b", 8); // ENHANCE_YOUR_CALM
    const std::string answer = h2_frame(headers, end_headers, 1, status_200);
    const std::string block(16384, 'x');
    std::vector<Case> all;
    all.push_back(
        {"goaway", {{h2_frame(goaway, 0, 0, last_stream_none)}}, {"reset", "protocol_error", "timed_out"}});
    all.push_back(
        {"goaway-calm", {{h2_frame(goaway, 0, 0, not_ours)}}, {"reset", "protocol_error", "timed_out"}});
    all.push_back({"silent", {}, {"timed_out"}});
    all.push_back({"headers-then-silence", {{answer}}, {"timed_out"}});
    all.push_back(
        {"reset", {{h2_frame(rst_stream, 0, 1, std::string("\0\0\0\2", 4))}}, {"protocol_error", "reset"}});
    all.push_back(
        {"reset-in-the-middle",
         {{answer + h2_frame(data, 0, 1, "some") + h2_frame(rst_stream, 0, 1, std::string("\0\0\0\2", 4))}},
         {"protocol_error", "reset", "truncated"}});
    all.push_back({"endless",
                   {{answer}, {h2_frame(data, 0, 1, block), true}},
                   {"too_large", "protocol_error", "timed_out"}});
    all.push_back({"continuations",
                   {{h2_frame(headers, 0, 1, status_200)}, {h2_frame(continuation, 0, 1, block), true}},
                   {"protocol_error", "reset", "too_large"}});
    all.push_back(
        {"pings", {{many(h2_frame(ping, 0, 0, "12345678"))}}, {"protocol_error", "reset", "timed_out"}});
    all.push_back(
        {"settings", {{many(h2_frame(settings_, 0, 0, ""))}}, {"protocol_error", "reset", "timed_out"}});
    // Each would keep libcurl reading for ever (net/flood_guard.hpp).
    const std::pair<const char*, std::string> floods[] = {
        {"pings-for-ever", h2_frame(ping, 0, 0, "12345678")},
        {"settings-for-ever", h2_frame(settings_, 0, 0, "")},
        {"unknown-for-ever", h2_frame(0x42, 0, 0, "what is this?")},
        {"window-updates-for-ever", h2_frame(window_update, 0, 0, std::string("\0\0\0\1", 4))}};
    for (const auto& [id, frame] : floods)
        all.push_back({id, {{many(frame), true}}, {"protocol_error", "reset", "timed_out"}});
    all.push_back({"empty-data-for-ever",
                   {{answer}, {many(h2_frame(data, 0, 1, "")), true}},
                   {"protocol_error", "reset", "timed_out"}});
    all.push_back({"garbage", {{std::string(4096, 'Z')}}, {"protocol_error", "reset"}});
    return all;
}

TEST_F(CrawlTest, Http2ServersThatMisbehaveAreNamedAndCostNobodyElseAnything) {
    const test::Nginx nginx;
    nginx.file("feed.xml", "<rss version='2.0'><channel><title>x</title></channel></rss>");
    settings_.fetch.connect_timeout = 5s;
    settings_.fetch.transfer_timeout = 5s;
    settings_.fetch.feed_bytes = 60'000; // below HTTP/2's first window: nobody needs to grant more
    prepare_ = [&nginx](Crawl& crawl) { crawl.fetcher.trust_only(nginx.ca_file()); };
    std::vector<std::unique_ptr<H2Server>> servers;
    const std::vector<Case> all = cases();
    for (const Case& one : all) {
        servers.push_back(std::make_unique<H2Server>(nginx.certificate_file(), nginx.key_file(), one.steps));
        settings::Source source;
        source.id = one.id;
        source.url = servers.back()->url("/feed");
        settings_.sources.push_back(source);
    }
    settings::Source good;
    good.id = "good";
    good.url = nginx.https("/feed.xml");
    settings_.sources.push_back(good);
    crawl([this](const Crawl& crawl, Crawler&) { return crawl.counters.polls == settings_.sources.size(); });
    const store::Database db = database();
    EXPECT_EQ(store::last_attempt(db, "good")->outcome, "ok");
    for (std::size_t i = 0; i < all.size(); ++i) {
        const auto attempt = store::last_attempt(db, all[i].id);
        ASSERT_TRUE(attempt.has_value()) << all[i].id;
        EXPECT_THAT(all[i].outcomes, testing::Contains(attempt->outcome))
            << all[i].id << ": " << attempt->error;
        EXPECT_FALSE(attempt->error.empty()) << all[i].id;
        EXPECT_NE(store::load_source_state(db, all[i].id)->failure_class, "ours") << all[i].id;
    }
}

} // namespace
} // namespace khabar::pipeline
