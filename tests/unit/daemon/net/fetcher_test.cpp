// A fetcher against a server that behaves.
#include "tests/support/fetch_fixture/fetch_fixture.hpp"

#include <boost/asio/bind_cancellation_slot.hpp>
#include <boost/asio/cancellation_signal.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>

namespace khabar::net {
namespace {

using test::HttpReply;
using test::HttpRequest;

TEST_F(FetchTest, PageWithEverythingThatIsKnownOfIt) {
    server_.route("/a", [](const HttpRequest&) {
        return HttpReply{.headers = {{"Content-Type", "text/html; charset=utf-8"},
                                     {"ETag", "W/\"x y\""},
                                     {"Last-Modified", "Sun, 01 Mar 2026 12:00:00 GMT"},
                                     {"Cache-Control", "max-age=600"},
                                     {"X-Custom", "1"}},
                         .body = "<p>خبر</p>"};
    });
    const auto response = fetch("/a?b=c#d");
    ASSERT_TRUE(response.has_value()) << to_string(response.error());
    EXPECT_EQ(response->status, 200);
    EXPECT_EQ(response->body, "<p>خبر</p>");
    EXPECT_EQ(response->content_type, "text/html; charset=utf-8");
    EXPECT_EQ(response->etag, "W/\"x y\"");
    EXPECT_EQ(response->last_modified, "Sun, 01 Mar 2026 12:00:00 GMT");
    EXPECT_EQ(response->fresh_for, std::chrono::seconds(600));
    EXPECT_EQ(response->headers.get("X-Custom"), "1");
    EXPECT_EQ(response->remote_address, "127.0.0.1");
    EXPECT_EQ(response->bytes_received, 13u);
    EXPECT_GT(response->timings.total.count(), 0);
    EXPECT_GE(response->timings.total, response->timings.first_byte);
    EXPECT_FALSE(response->moved_permanently());
    EXPECT_EQ(server_.requests().at(0).target, "/a?b=c"); // a fragment stays at home
}

TEST_F(FetchTest, RequestSaysWhoAsksAndWhatIsRead) {
    settings_.user_agent = "khabar-test/1";
    ASSERT_TRUE(fetch("/a").has_value());
    Request other = to("/a");
    other.user_agent = "other/2";
    other.accept = "application/rss+xml";
    other.headers = {{"X-Token", "t"}, {"X-Bad\r\nInjected", "1"}, {"X-Worse", "1\r\nInjected: 2"}};
    ASSERT_TRUE(fetch(std::move(other)).has_value());
    const auto requests = server_.requests();
    EXPECT_EQ(requests.at(0).header("user-agent"), "khabar-test/1");
    EXPECT_EQ(requests.at(0).header("accept"), "*/*");
    EXPECT_EQ(requests.at(0).header("accept-encoding"), "gzip, deflate, br, zstd");
    EXPECT_EQ(requests.at(0).header("host"), "127.0.0.1:" + std::to_string(server_.port()));
    EXPECT_EQ(requests.at(1).header("user-agent"), "other/2");
    EXPECT_EQ(requests.at(1).header("accept"), "application/rss+xml");
    EXPECT_EQ(requests.at(1).header("x-token"), "t");
    EXPECT_EQ(requests.at(1).header("injected"), "");
    EXPECT_EQ(requests.at(1).header("x-worse"), "");
}

TEST_F(FetchTest, ValidatorsGoBackAsTheyCameAnd304HasNoBody) {
    server_.route("/feed", [](const HttpRequest& request) {
        const bool same = request.header("if-none-match") == "W/\"1\"" &&
                          request.header("if-modified-since") == "yesterday";
        return HttpReply{.status = same ? 304 : 200, .headers = {{"ETag", "W/\"2\""}}, .body = "x"};
    });
    EXPECT_EQ(fetch("/feed")->status, 200);
    Request again = to("/feed");
    again.etag = "W/\"1\"";
    again.last_modified = "yesterday";
    const auto response = fetch(std::move(again));
    ASSERT_TRUE(response.has_value()) << to_string(response.error());
    EXPECT_TRUE(response->not_modified());
    EXPECT_EQ(response->etag, "W/\"2\"");
    EXPECT_EQ(response->body, "");
}

// Nothing came, and nothing is known that could stand for it.
TEST_F(FetchTest, A304ThatNobodyAskedForIsAnError) {
    server_.route("/feed", [](const HttpRequest&) { return HttpReply{.status = 304}; });
    server_.route("/moved", [](const HttpRequest&) {
        return HttpReply{.status = 302, .headers = {{"Location", "/feed"}}};
    });
    EXPECT_EQ(error_of("/feed"), Errc::protocol_error);
    EXPECT_NE(last_detail_.find("304"), std::string::npos) << last_detail_;
    Request strangers = to("/feed"); // are not sent to this host
    strangers.etag = "\"1\"";
    strangers.validators_from = "http://other.example/feed";
    EXPECT_EQ(error_of(std::move(strangers)), Errc::protocol_error);
    Request moved = to("/moved");
    moved.last_modified = "yesterday";
    EXPECT_TRUE(fetch(std::move(moved))->not_modified());
}

TEST_F(FetchTest, StatusesAreAnswersNotErrors) {
    for (const int status : {404, 410, 429, 500, 503}) {
        server_.route("/s", [status](const HttpRequest&) {
            return HttpReply{.status = status, .headers = {{"Retry-After", "120"}}, .body = "why"};
        });
        const auto response = fetch("/s");
        ASSERT_TRUE(response.has_value()) << status;
        EXPECT_EQ(response->status, status);
        EXPECT_EQ(response->retry_after, std::chrono::seconds(120));
        EXPECT_EQ(response->body, "why");
    }
}

TEST_F(FetchTest, ConnectionIsUsedAgain) {
    page("/a", "a");
    EXPECT_FALSE(fetch("/a")->reused_connection);
    EXPECT_TRUE(fetch("/a")->reused_connection);
    EXPECT_EQ(server_.connections(), 1u);
}

TEST_F(FetchTest, CookiesAreNotKept) {
    server_.route("/a", [](const HttpRequest&) {
        return HttpReply{.headers = {{"Set-Cookie", "id=1; Path=/"}}, .body = "a"};
    });
    ASSERT_TRUE(fetch("/a").has_value());
    ASSERT_TRUE(fetch("/a").has_value());
    EXPECT_EQ(server_.requests().at(1).header("cookie"), "");
}

TEST_F(FetchTest, CodingsAreUndone) {
    const std::string text(100'000, 'k');
    const std::pair<const char*, std::string> codings[] = {
        {"gzip", test::gzip(text)}, {"br", test::brotli(text)}, {"zstd", test::zstd(text)}};
    for (const auto& [name, bytes] : codings) {
        server_.route("/c", [name = std::string(name), bytes = bytes](const HttpRequest&) {
            return HttpReply{.headers = {{"Content-Encoding", name}}, .body = bytes};
        });
        const auto response = fetch("/c");
        ASSERT_TRUE(response.has_value()) << name << ": " << to_string(response.error());
        EXPECT_EQ(response->body, text);
        EXPECT_EQ(response->bytes_received, bytes.size());
    }
}

TEST_F(FetchTest, ChunkedWithTrailersThatAreNotBelieved) {
    raw("/t", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nETag: \"1\"\r\n\r\n"
              "3\r\nabc\r\n2\r\nde\r\n0\r\nETag: \"evil\"\r\nX-Late: 1\r\n\r\n");
    const auto response = fetch("/t");
    ASSERT_TRUE(response.has_value()) << to_string(response.error());
    EXPECT_EQ(response->body, "abcde");
    EXPECT_EQ(response->etag, "\"1\"");
    EXPECT_FALSE(response->headers.has("x-late"));
}

TEST_F(FetchTest, InformationalAnswersAreForgotten) {
    raw("/i",
        "HTTP/1.1 103 Early Hints\r\nETag: \"early\"\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
    const auto response = fetch("/i");
    ASSERT_TRUE(response.has_value()) << to_string(response.error());
    EXPECT_EQ(response->status, 200);
    EXPECT_EQ(response->etag, "");
    EXPECT_EQ(response->body, "ok");
}

TEST_F(FetchTest, BodyIsBoundedAndCanBeCutInstead) {
    page("/big", std::string(5000, 'b'));
    Request exact = to("/big");
    exact.bounds.max_bytes = 5000;
    EXPECT_EQ(fetch(exact)->body.size(), 5000u);
    Request over = exact;
    over.bounds.max_bytes = 4999;
    EXPECT_EQ(error_of(over), Errc::too_large);
    over.cut_at_max = true;
    const auto cut = fetch(over);
    ASSERT_TRUE(cut.has_value());
    EXPECT_EQ(cut->body.size(), 4999u);
    EXPECT_TRUE(cut->cut);
}

TEST_F(FetchTest, NothingListensThere) {
    // Port 1 is never handed out; one of a server that has gone may be another test's by now.
    EXPECT_EQ(error_of(request("http://127.0.0.1:1/")), Errc::connect_failed);
}

TEST_F(FetchTest, NameThatIsNone) {
    EXPECT_EQ(error_of(request("http://no-such-host.invalid/")), Errc::dns_failed);
}

TEST_F(FetchTest, OtherSchemesAreNotFetched) {
    EXPECT_EQ(error_of(request("ftp://127.0.0.1/")), Errc::bad_url);
    EXPECT_EQ(error_of(request("file:///etc/passwd")), Errc::bad_url);
}

TEST_F(FetchTest, ProxyOfTheEnvironmentIsNotUsed) {
    ::setenv("http_proxy", "http://127.0.0.1:1", 1);
    page("/a", "direct");
    const auto response = fetch("/a");
    ::unsetenv("http_proxy");
    ASSERT_TRUE(response.has_value()) << to_string(response.error());
    EXPECT_EQ(response->body, "direct");
}

TEST_F(FetchTest, ProxyOfTheSettingsIs) {
    settings_.proxy = server_.url("");
    settings_.allow_private = false; // the proxy stands where the operator put it
    page("http://example.org/p", "by proxy");
    const auto response = fetch(request("http://example.org/p"));
    ASSERT_TRUE(response.has_value()) << to_string(response.error());
    EXPECT_EQ(response->body, "by proxy");
    EXPECT_EQ(error_of(request("http://127.0.0.1/p")), Errc::refused_address);
}

TEST_F(FetchTest, ManyAtOnce) {
    server_.fallback([](const HttpRequest& request) { return HttpReply{.body = request.target}; });
    std::vector<std::optional<Result<Response>>> results(50);
    for (std::size_t i = 0; i < results.size(); ++i)
        start(to("/" + std::to_string(i)), results[i]);
    std::size_t done = 0;
    run_until([&] {
        done = static_cast<std::size_t>(
            std::ranges::count_if(results, [](const auto& r) { return r.has_value(); }));
        return done == results.size();
    });
    ASSERT_EQ(done, results.size());
    for (std::size_t i = 0; i < results.size(); ++i)
        EXPECT_EQ((*results[i])->body, "/" + std::to_string(i));
    EXPECT_EQ(fetcher().running(), 0u);
}

// No descriptor is to be had while it lives.
class DescriptorFamine {
  public:
    DescriptorFamine() {
        for (int fd = ::dup(0); fd >= 0; fd = ::dup(0)) {
            taken_.push_back(fd);
            if (taken_.size() == 1) limit(static_cast<rlim_t>(fd) + 20);
        }
    }
    ~DescriptorFamine() {
        for (const int fd : taken_)
            ::close(fd);
        ::setrlimit(RLIMIT_NOFILE, &before_);
    }
    DescriptorFamine(const DescriptorFamine&) = delete;
    DescriptorFamine& operator=(const DescriptorFamine&) = delete;

  private:
    void limit(rlim_t most) {
        ::getrlimit(RLIMIT_NOFILE, &before_);
        rlimit low = before_;
        low.rlim_cur = most;
        ::setrlimit(RLIMIT_NOFILE, &low);
    }
    rlimit before_{};
    std::vector<int> taken_;
};

TEST_F(FetchTest, OutOfDescriptorsIsOurFaultAndPasses) {
#ifdef __clang__
#if __has_feature(undefined_behavior_sanitizer)
    GTEST_SKIP() << "UBSan's vptr check opens a pipe to probe memory, and reports an error when it cannot";
#endif
#endif
    page("/a", "a");
    static_cast<void>(fetcher());
    {
        const DescriptorFamine famine;
        EXPECT_EQ(error_of("/a"), Errc::cancelled);
        EXPECT_EQ(last_detail_, "out of file descriptors here");
    }
    EXPECT_EQ(fetch("/a")->body, "a");
}

class FetchEnds : public FetchTest {
  protected:
    FetchEnds() {
        raw("/stall",
            std::vector<test::RawStep>{{.kind = test::RawStep::Kind::send, .bytes = "HTTP/1.1 200 OK\r\n"},
                                       {.kind = test::RawStep::Kind::stall}});
    }
    void until_the_server_was_asked() {
        while (server_.requests().empty())
            context_.poll(), context_.restart();
    }
    std::optional<Result<Response>> out_;
};

TEST_F(FetchEnds, WhenItsCoroutineIsCancelled) {
    boost::asio::cancellation_signal signal;
    auto handler = boost::asio::bind_cancellation_slot(signal.slot(), boost::asio::detached);
    boost::asio::co_spawn(context_, keep(fetcher().fetch(to("/stall")), &out_), handler);
    until_the_server_was_asked();
    EXPECT_EQ(fetcher().running(), 1u);
    signal.emit(boost::asio::cancellation_type::terminal);
    run_until([&] { return out_.has_value(); });
    ASSERT_TRUE(out_.has_value());
    EXPECT_EQ(out_->error().code, Errc::cancelled);
    EXPECT_EQ(fetcher().running(), 0u);
}

TEST_F(FetchEnds, WhenTheFetcherIsClosed) {
    start(to("/stall"), out_);
    until_the_server_was_asked();
    fetcher().close();
    run_until([&] { return out_.has_value(); });
    ASSERT_TRUE(out_.has_value());
    EXPECT_EQ(out_->error().code, Errc::cancelled);
    EXPECT_EQ(error_of("/stall"), Errc::cancelled); // and stays closed
}

TEST_F(FetchEnds, WhenTheFetcherGoesBeforeTheCoroutineRuns) {
    auto late = fetcher().fetch(to("/stall"));
    fetcher_.reset();
    start(std::move(late), out_);
    run_until([&] { return out_.has_value(); });
    ASSERT_TRUE(out_.has_value());
    EXPECT_EQ(out_->error().code, Errc::cancelled);
}

TEST_F(FetchEnds, WithTheFetcherAndTheLoopUnderIt) { // nothing to expect: the sanitizers look
    start(to("/stall"), out_);
    until_the_server_was_asked();
    fetcher_.reset();
    EXPECT_FALSE(out_.has_value());
}

} // namespace
} // namespace khabar::net
