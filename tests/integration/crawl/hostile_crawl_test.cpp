// Sources that misbehave in every way we know, all at once, beside healthy ones: each is bounded, named as
// `khabar sources` will show it, and costs the healthy ones nothing.

#include "tests/support/http_server/private_addresses.hpp"
#include "tests/support/nginx/nginx.hpp"

#include <gmock/gmock.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <map>

#include "crawl_fixture.hpp"

namespace khabar::pipeline {
namespace {

using namespace std::chrono_literals;
using test::RawStep;
using Kind = RawStep::Kind;
using Steps = std::vector<RawStep>;

constexpr std::size_t feed_bytes = 256u << 10;
constexpr std::size_t bomb_bytes = 16u << 20;
// What a server can get rid of before it notices that nobody listens: our bound, and the kernel's buffers.
constexpr std::size_t most_taken = feed_bytes + (12u << 20);

constexpr const char* any = "*"; // which one depends on what is noticed first

struct Expected {
    std::string outcome; // of the attempt
    std::string kind;    // class of the failure
};

class HostileCrawlTest : public CrawlTest {
  protected:
    HostileCrawlTest() {
        settings_.fetch.per_host = 100; // all the bad ones are on one server, and none waits for another
        settings_.fetch.concurrency = 100;
        settings_.fetch.feed_bytes = feed_bytes;
        settings_.fetch.transfer_timeout = 20s; // a loaded machine under a sanitizer is slow
        settings_.fetch.connect_timeout = 20s;
    }

    void expect(const std::string& id, const std::string& url, std::string outcome, std::string kind) {
        settings::Source source;
        source.id = id;
        source.url = url;
        settings_.sources.push_back(source);
        expected_[id] = {std::move(outcome), std::move(kind)};
    }
    void raw(const std::string& id, Steps steps, std::string outcome, std::string kind) {
        server_.raw("/" + id, [steps = std::move(steps)](const HttpRequest&) { return steps; });
        expect(id, server_.url("/" + id), std::move(outcome), std::move(kind));
    }
    void raw(const std::string& id, std::string bytes, std::string outcome, std::string kind) {
        raw(id, Steps{{Kind::send, std::move(bytes)}}, std::move(outcome), std::move(kind));
    }
    void reply(const std::string& id, HttpReply reply, std::string outcome, std::string kind) {
        server_.route("/" + id, [reply = std::move(reply)](const HttpRequest&) { return reply; });
        expect(id, server_.url("/" + id), std::move(outcome), std::move(kind));
    }
    void redirect(const std::string& id, const std::string& location, std::string outcome, std::string kind) {
        reply(id, HttpReply{.status = 302, .headers = {{"Location", location}}}, std::move(outcome),
              std::move(kind));
    }
    void coded(const std::string& id, const std::string& coding, std::string body, std::string outcome,
               std::string kind) {
        reply(id, HttpReply{.headers = {{"Content-Encoding", coding}}, .body = std::move(body)},
              std::move(outcome), std::move(kind));
    }

    // Three feeds of two pages each, on a server of their own.
    void add_healthy() {
        for (int feed = 0; feed < 3; ++feed) {
            const std::string name = "/feed" + std::to_string(feed);
            std::string items;
            for (int i = 0; i < 2; ++i) {
                const std::string path = name + "-" + std::to_string(i);
                items.append("<item><title>T</title><link>" + healthy_.url(path) + "</link></item>");
                healthy_.route(path, [seed = feed * 10 + i](const HttpRequest&) {
                    return html(page("Story " + std::to_string(seed), seed));
                });
            }
            healthy_.route(name, [items](const HttpRequest&) { return rss(items); });
            settings::Source source;
            source.id = "healthy-" + std::to_string(feed);
            source.url = healthy_.url(name);
            settings_.sources.push_back(source);
        }
    }
    static constexpr std::uint64_t healthy_pages = 6;

    void every_poll_ends_as_expected() {
        add_healthy();
        crawl([this](const Crawl& crawl, Crawler&) {
            return crawl.counters.polls >= settings_.sources.size() &&
                   crawl.counters.pages_stored == healthy_pages;
        });
        const store::Database db = database();
        for (const auto& [id, expected] : expected_) {
            const auto attempt = store::last_attempt(db, id);
            const auto state = store::load_source_state(db, id);
            ASSERT_TRUE(attempt && state) << id;
            if (expected.outcome != any) {
                EXPECT_EQ(attempt->outcome, expected.outcome) << id << ": " << attempt->error;
            }
            if (expected.kind != any) {
                EXPECT_EQ(state->failure_class, expected.kind) << id << ": " << attempt->outcome;
            }
            if (attempt->outcome != "ok") {
                EXPECT_FALSE(attempt->error.empty()) << id << " is to be explained";
            }
            EXPECT_GT(*state->next_due, Clock::wall()) << id << " comes again";
            EXPECT_LE(server_.bytes_sent("/" + id), most_taken) << id;
        }
    }

    HttpServer healthy_;
    std::map<std::string, Expected> expected_;
};

TEST_F(HostileCrawlTest, BombsAndCodings) {
    const std::string zeros(bomb_bytes, '\0');
    coded("gzip-bomb", "gzip", test::gzip(zeros), "too_large", "parse");
    coded("double-gzip-bomb", "gzip, gzip", test::gzip(test::gzip(zeros)), "too_large", "parse");
    coded("brotli-bomb", "br", test::brotli(zeros), "too_large", "parse");
    coded("zstd-bomb", "zstd", test::zstd(zeros), "too_large", "parse");
    coded("three-codings", "gzip, gzip, gzip", "x", "unsupported", "parse");
    coded("unknown-coding", "compress", "x", "unsupported", "parse");
    coded("not-gzip", "br", "<rss/>", any, any);
    const std::string whole = test::gzip(paragraph(1) + paragraph(2));
    coded("truncated-gzip", "gzip", whole.substr(0, whole.size() / 2), "truncated", "temporary");
    every_poll_ends_as_expected();
}

TEST_F(HostileCrawlTest, LengthsAndChunks) {
    const std::string ok = "HTTP/1.1 200 OK\r\n";
    raw("short-length", ok + "Content-Length: 100\r\n\r\nshort", "truncated", "temporary");
    raw("huge-length", ok + "Content-Length: 99999999999999\r\n\r\nhello", "truncated", "temporary");
    raw("negative-length", ok + "Content-Length: -5\r\n\r\nhello", "protocol_error", "server");
    raw("double-length", ok + "Content-Length: 5\r\nContent-Length: 60\r\n\r\nhello", any, any);
    raw("no-last-chunk", ok + "Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n", "truncated", "temporary");
    raw("bad-chunk", ok + "Transfer-Encoding: chunked\r\n\r\nzz\r\nhello\r\n", "protocol_error", "server");
    raw("huge-chunk", ok + "Transfer-Encoding: chunked\r\n\r\nffffffffffffffffff\r\n", "protocol_error",
        "server");
    raw("reset-in-the-middle", Steps{{Kind::send, ok + "Content-Length: 1000\r\n\r\nsome"}, {Kind::reset}},
        "reset", "temporary");
    raw("nothing", "", "reset", "temporary");
    every_poll_ends_as_expected();
}

// Floods end by their bytes, so they get all the time that a slow machine under a sanitizer needs.
TEST_F(HostileCrawlTest, FloodsEndByTheirBytes) {
    settings_.fetch.connect_timeout = 60s;
    settings_.fetch.transfer_timeout = 60s;
    const std::string ok = "HTTP/1.1 200 OK\r\n";
    const std::string block(64u << 10, 'x');
    raw("endless", Steps{{Kind::send, ok + "\r\n"}, {Kind::repeat, block}}, "too_large", "parse");
    raw("endless-chunks",
        Steps{{Kind::send, ok + "Transfer-Encoding: chunked\r\n\r\n"},
              {Kind::repeat, "10000\r\n" + block + "\r\n"}},
        "too_large", "parse");
    raw("header-flood", Steps{{Kind::send, ok}, {Kind::repeat, "X-Flood: " + std::string(500, 'x') + "\r\n"}},
        "too_large", "parse");
    raw("many-headers", Steps{{Kind::send, ok}, {Kind::repeat, "A: b\r\n"}}, "too_large", "parse");
    raw("1xx-flood", Steps{{Kind::repeat, "HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n"}}, "too_large",
        "parse");
    raw("redirect-with-endless-body",
        Steps{{Kind::send, "HTTP/1.1 302 Found\r\nLocation: /nowhere\r\n\r\n"}, {Kind::repeat, block}},
        "not_found", "missing");
    every_poll_ends_as_expected();
}

TEST_F(HostileCrawlTest, TricklesEndByTheClock) {
    settings_.fetch.transfer_timeout = 4s;
    const std::string ok = "HTTP/1.1 200 OK\r\n";
    const std::string block(64u << 10, 'x');
    raw("drip", Steps{{Kind::send, ok + "Content-Length: 9999\r\n\r\n"}, {Kind::drip, block, 100ms}},
        "timed_out", "temporary");
    raw("slow-headers", Steps{{Kind::send, ok + "X: "}, {Kind::drip, block, 100ms}}, "timed_out",
        "temporary");
    raw("silent", Steps{{Kind::stall}}, "timed_out", "temporary");
    every_poll_ends_as_expected();
}

TEST_F(HostileCrawlTest, NotHttp) {
    raw("http-0.9", "<rss version='2.0'><channel/></rss>", "protocol_error", "server");
    raw("no-status", "HTTP/1.1 abc OK\r\n\r\n", "protocol_error", "server");
    raw("other-protocol", "ICY 200 OK\r\n\r\n", "protocol_error", "server");
    raw("nul-in-header", std::string("HTTP/1.1 200 OK\r\nX: a\0b\r\n\r\n", 27), "protocol_error", "server");
    expect("no-tls", "https" + server_.url("/x").substr(4), "tls_failed", "server");
    every_poll_ends_as_expected();
}

TEST_F(HostileCrawlTest, Redirects) {
    redirect("loop", server_.url("/loop"), "too_many_redirects", "missing");
    redirect("ping", server_.url("/pong"), "too_many_redirects", "missing");
    redirect("pong", server_.url("/ping"), "too_many_redirects", "missing");
    server_.route("/chain", [this](const HttpRequest& request) {
        return HttpReply{.status = 302,
                         .headers = {{"Location", server_.url("/chain?" + request.target.substr(6) + "x")}}};
    });
    expect("chain", server_.url("/chain"), "too_many_redirects", "missing");
    redirect("to-file", "file:///etc/passwd", "bad_url", "missing");
    redirect("to-gopher", "gopher://127.0.0.1:70/", "bad_url", "missing");
    redirect("to-javascript", "javascript:alert(1)", "bad_url", "missing");
    redirect("to-data", "data:text/html,x", "bad_url", "missing");
    redirect("to-ftp", "ftp://127.0.0.1/", "bad_url", "missing");
    redirect("to-no-host", "http://", "bad_url", "missing");
    every_poll_ends_as_expected();
}

TEST_F(HostileCrawlTest, RefusalsAndWrongContent) {
    for (const int status : {401, 403, 407, 451})
        reply("refused-" + std::to_string(status), HttpReply{.status = status}, "blocked", "blocked");
    reply("missing", HttpReply{.status = 404}, "not_found", "missing");
    reply("gone", HttpReply{.status = 410}, "gone", "gone");
    reply("teapot", HttpReply{.status = 418}, "http_client_error", "missing");
    reply("broken", HttpReply{.status = 500}, "http_server_error", "server");
    reply("html", html(page("A page where a feed was", 1)), "wrong_content", "parse");
    reply("image", HttpReply{.headers = {{"Content-Type", "image/png"}}, .body = "\x89PNG\r\n\x1a\n0000"},
          any, "parse");
    reply("empty", HttpReply{.headers = {{"Content-Type", "text/xml"}}}, any, "parse");
    server_.route("/login",
                  [](const HttpRequest&) { return html("<html><form><input type=password></form></html>"); });
    redirect("to-login", server_.url("/login"), "wrong_content", "parse");
    reply("laughs",
          rss("<!DOCTYPE lolz [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>]>&b;"), "ok",
          "");
    every_poll_ends_as_expected();
}

// The bytes are windows-1256 whatever header and declaration say.
TEST_F(HostileCrawlTest, AWrongCharsetIsReadAllTheSame) {
    const std::string body =
        "<?xml version='1.0' encoding='utf-8'?><rss version='2.0'><channel><title>x</title><item>"
        "<title>\xc7\xe1\xd1\xc6\xed\xd3 \xed\xde\xe6\xe1 \xc7\xe1\xed\xe6\xe3</title><link>" +
        server_.url("/article") + "</link></item></channel></rss>";
    reply("charset",
          HttpReply{.headers = {{"Content-Type", "application/rss+xml; charset=utf-8"}}, .body = body}, "ok",
          "");
    every_poll_ends_as_expected();
    const auto link =
        store::find_link(database(), "127.0.0.1:" + std::to_string(server_.port()) + "/article");
    ASSERT_TRUE(link.has_value());
    EXPECT_EQ(link->title, "الرئيس يقول اليوم");
}

TEST_F(HostileCrawlTest, StormsCloseTheirHostAndNoOther) {
    std::vector<std::unique_ptr<HttpServer>> storms;
    for (const int status : {429, 503})
        for (const char* wait : {"", "3600"}) {
            storms.push_back(std::make_unique<HttpServer>());
            storms.back()->fallback([status, wait = std::string(wait)](const HttpRequest&) {
                HttpReply reply{.status = status};
                if (!wait.empty()) reply.headers = {{"Retry-After", wait}};
                return reply;
            });
            for (int i = 0; i < 5; ++i)
                expect("storm-" + std::to_string(storms.size()) + "-" + std::to_string(i),
                       storms.back()->url("/" + std::to_string(i)), "throttled", "temporary");
        }
    settings_.fetch.per_host = 1;
    add_healthy();
    const Counters counted = crawl([](const Crawl& crawl, Crawler&) {
        return crawl.counters.pages_stored == healthy_pages && crawl.counters.polls_failed >= 4;
    });
    EXPECT_EQ(counted.polls_failed, 4U) << "one answer closes a host for all its sources";
    for (const auto& storm : storms)
        EXPECT_EQ(storm->requests().size(), 1U);
    const store::Database db = database();
    for (const store::SourceState& state : store::load_source_states(db)) {
        if (!state.id.starts_with("storm")) continue;
        EXPECT_EQ(store::last_attempt(db, state.id)->outcome, "throttled");
        EXPECT_EQ(state.failure_class, "temporary");
    }
}

// The bad ones hang for ever here; had they held anything that the healthy ones need, this would not end.
TEST_F(HostileCrawlTest, HealthySourcesFinishWhileTheBadAreStillOpen) {
    settings_.fetch.transfer_timeout = 1h;
    settings_.fetch.connect_timeout = 1h;
    settings_.fetch.concurrency = 32;
    const std::string block(64u << 10, 'x');
    for (int i = 0; i < 10; ++i) {
        raw("silent-" + std::to_string(i), Steps{{Kind::stall}}, "", "");
        raw("drip-" + std::to_string(i),
            Steps{{Kind::send, "HTTP/1.1 200 OK\r\n\r\n"}, {Kind::drip, block, 1ms}}, "", "");
    }
    add_healthy();
    bool all_open = false;
    crawl([&all_open](const Crawl& crawl, Crawler& crawler) {
        if (crawl.counters.pages_stored < healthy_pages || crawler.in_flight() < 20) return false;
        all_open = crawl.counters.polls == 3;
        crawler.abort();
        return true;
    });
    EXPECT_TRUE(all_open);
    for (const auto& [id, expected] : expected_)
        EXPECT_FALSE(store::last_attempt(database(), id).has_value()) << "shutting down is nobody's failure";
}

TEST_F(HostileCrawlTest, Certificates) {
    test::Nginx nginx;
    nginx.file("feed.xml", "<rss version='2.0'><channel><title>x</title></channel></rss>");
    expect("good", nginx.https("/feed.xml"), "ok", "");
    expect("expired", nginx.expired("/feed.xml"), "tls_failed", "server");
    expect("misnamed", nginx.misnamed("/feed.xml"), "tls_failed", "server");
    prepare_ = [&nginx](Crawl& crawl) { crawl.fetcher.trust_only(nginx.ca_file()); };
    settings_.fetch.connect_timeout = 10s;
    settings_.fetch.transfer_timeout = 10s;
    every_poll_ends_as_expected();
}

// Every way to name this machine, as where a source redirects to. By way of a proxy the first
// hop is a public name.
TEST_F(HostileCrawlTest, PrivateAddresses) {
    settings_.fetch.allow_private = false;
    settings_.fetch.proxy = server_.url("");
    const std::string port = ":" + std::to_string(server_.port());
    int number = 0;
    for (const std::string_view host : test::private_addresses) {
        const std::string target = "http://" + std::string(host) + port + "/secret";
        const std::string id = "private-" + std::to_string(number++);
        server_.route("http://" + id + ".example/", [target](const HttpRequest&) {
            return HttpReply{.status = 302, .headers = {{"Location", target}}};
        });
        expect(id, "http://" + id + ".example/", "refused_address", "missing");
    }
    ASSERT_GE(number, 33);
    crawl([this](const Crawl& crawl, Crawler&) { return crawl.counters.polls >= settings_.sources.size(); });
    const store::Database db = database();
    for (const auto& [id, expected] : expected_) {
        const auto attempt = store::last_attempt(db, id);
        ASSERT_TRUE(attempt.has_value()) << id;
        EXPECT_TRUE(attempt->outcome == expected.outcome || attempt->outcome == "bad_url")
            << id << ": " << attempt->outcome << " " << attempt->error;
        EXPECT_EQ(store::load_source_state(db, id)->failure_class, "missing");
    }
    for (const HttpRequest& request : server_.requests())
        EXPECT_EQ(request.target.find("/secret"), std::string::npos) << request.target;
}

// A door for every article: by redirect, by a form for a password, or a notice of a kind that we do not know.
TEST_F(HostileCrawlTest, ALoginPageForEveryArticleIsNeverStored) {
    const std::string form = "<html><head><title>Welcome</title></head><body><h1>Welcome</h1><p>" +
                             paragraph(4) +
                             "</p><form><input name=u><input type=\"password\" name=p></form></body></html>";
    server_.route("/login", [form](const HttpRequest&) { return html(form); });
    for (const std::string source : {"redirected", "formed", "noticed"}) {
        std::string items;
        for (int i = 0; i < 4; ++i) {
            const std::string path = "/" + source + "/" + std::to_string(i);
            items.append("<item><title>Volcano erupts near lagoon " + std::to_string(i) + "</title><link>" +
                         server_.url(path) + "</link></item>");
            if (source == "redirected")
                server_.route(path, [path](const HttpRequest&) {
                    return HttpReply{.status = 302, .headers = {{"Location", "/login?next=" + path}}};
                });
            if (source == "formed") server_.route(path, [form](const HttpRequest&) { return html(form); });
            if (source == "noticed")
                server_.route(path, [](const HttpRequest&) { return html(page("Become a member", 77)); });
        }
        server_.route("/" + source, [items](const HttpRequest&) { return rss(items); });
        add_source(source, "/" + source);
    }
    settings_.fetch.per_host = 1; // one after the other: which notice was the first is then one page
    crawl([](const Crawl& crawl, Crawler&) {
        return crawl.counters.pages_failed + crawl.counters.pages_stored == 12;
    });
    store::Database db = database();
    EXPECT_EQ(store::count_articles(db, "redirected"), 0);
    EXPECT_EQ(store::count_articles(db, "formed"), 0);
    EXPECT_EQ(store::count_articles(db, "noticed"), 2)
        << "the first two of them may have been a story and its copy";
    const std::string base = "127.0.0.1:" + std::to_string(server_.port());
    for (const char* path : {"/redirected/0", "/redirected/3", "/formed/0", "/formed/3"}) {
        const auto link = store::find_link(db, base + path);
        ASSERT_TRUE(link.has_value()) << path;
        EXPECT_EQ(link->error, "blocked") << path << ": " << link->error_detail;
    }
}

TEST_F(HostileCrawlTest, PagesThatFailedShowAtTheNextPollOfTheirSource) {
    server_.route("/feed", [this](const HttpRequest&) { return rss(item("/a") + item("/b")); });
    server_.route("/a", [](const HttpRequest&) { return HttpReply{.status = 403}; });
    server_.route("/b", [](const HttpRequest&) { return HttpReply{.status = 403}; });
    add_source("paper", "/feed");
    settings_.sources[0].interval = 1s;
    settings_.poll.min_interval = 1s;
    std::size_t failed = 0;
    crawl([&failed](const Crawl& crawl, Crawler&) {
        if (crawl.counters.pages_failed == 2 && failed == 0) failed = crawl.counters.polls;
        return failed > 0 && crawl.counters.polls > failed + 1;
    });
    std::uint32_t shown = 0;
    std::string why;
    for (const store::Attempt& attempt : store::load_attempts(database(), "paper")) {
        shown += attempt.failed_links;
        if (attempt.failed_links > 0) why = attempt.error;
    }
    EXPECT_EQ(shown, 2U);
    EXPECT_NE(why.find("blocked: HTTP 403"), std::string::npos) << why;
}

// Calendars and the like: new addresses at every poll, for ever.
TEST_F(HostileCrawlTest, AMintOfAddressesIsHeldToItsBudget) {
    settings_.poll.new_urls_per_poll = 20;
    settings_.poll.new_urls_per_day = 30;
    settings_.poll.min_interval = 1s;
    int poll = 0;
    server_.route("/mint", [this, &poll](const HttpRequest&) {
        std::string items;
        for (int i = 0; i < 100; ++i)
            items.append(item("/calendar?day=" + std::to_string(poll * 100 + i)));
        ++poll;
        return rss(items);
    });
    server_.fallback([](const HttpRequest& request) { return html(page(request.target, 3)); });
    settings::Source source;
    source.id = "mint";
    source.url = server_.url("/mint");
    source.interval = 1s;
    settings_.sources.push_back(source);
    crawl([](const Crawl& crawl, Crawler&) { return crawl.counters.polls >= 3; });
    const store::Database db = database();
    EXPECT_EQ(store::load_source_state(db, "mint")->totals.new_links, 30);
    const auto attempts = store::load_attempts(db, "mint");
    ASSERT_GE(attempts.size(), 3U);
    EXPECT_EQ(attempts.back().new_links, 20U);
}

} // namespace
} // namespace khabar::pipeline
