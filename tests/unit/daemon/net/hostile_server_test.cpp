// A fetcher against servers that misbehave: each misbehaviour is bounded and named.
#include "tests/support/fetch_fixture/fetch_fixture.hpp"
#include "tests/support/http_server/private_addresses.hpp"

#include <chrono>

namespace khabar::net {
namespace {

using test::HttpReply;
using test::HttpRequest;
using test::RawStep;
using Kind = RawStep::Kind;
using Steps = std::vector<RawStep>;
using namespace std::chrono_literals;

class Hostile : public FetchTest {
  protected:
    // Afterwards the fetcher still serves others.
    void TearDown() override {
        page("/good", "good");
        const auto response = fetch("/good");
        ASSERT_TRUE(response.has_value()) << to_string(response.error());
        EXPECT_EQ(response->body, "good");
        EXPECT_EQ(fetcher().running(), 0u);
    }
    Request impatient(std::string_view target) const {
        Request request = to(target);
        request.bounds.transfer_timeout = 200ms;
        return request;
    }
    void coded(std::string path, std::string coding, std::string bytes) {
        server_.route(std::move(path), [coding, bytes](const HttpRequest&) {
            return HttpReply{.headers = {{"Content-Encoding", coding}}, .body = bytes};
        });
    }
};

TEST_F(Hostile, CompressionBombs) {
    const std::string zeros(64u << 20, '\0');
    const std::pair<const char*, std::string> bombs[] = {{"gzip", test::gzip(zeros)},
                                                         {"gzip, gzip", test::gzip(test::gzip(zeros))},
                                                         {"br", test::brotli(zeros)},
                                                         {"zstd", test::zstd(zeros)}};
    for (const auto& [coding, bytes] : bombs) {
        coded("/bomb", coding, bytes);
        EXPECT_EQ(error_of("/bomb"), Errc::too_large) << coding;
    }
}

TEST_F(Hostile, TruncatedCodings) {
    std::string text;
    for (int i = 0; i < 5000; ++i)
        text.append(std::to_string(i * 7919));
    const std::pair<const char*, std::string> whole[] = {
        {"gzip", test::gzip(text)}, {"br", test::brotli(text)}, {"zstd", test::zstd(text)}};
    for (const auto& [coding, bytes] : whole) {
        coded("/cut", coding, bytes.substr(0, bytes.size() / 2));
        EXPECT_EQ(error_of("/cut"), Errc::truncated) << coding;
    }
}

TEST_F(Hostile, BodyShorterThanItsContentLength) {
    raw("/short", "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nshort");
    EXPECT_EQ(error_of("/short"), Errc::truncated);
}

TEST_F(Hostile, ChunksWithoutTheLast) {
    raw("/chunks", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n");
    EXPECT_EQ(error_of("/chunks"), Errc::truncated);
}

TEST_F(Hostile, ChunksThatAreNone) {
    raw("/chunks", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nhello\r\n");
    EXPECT_EQ(error_of("/chunks"), Errc::protocol_error);
    raw("/chunks", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nffffffffffffffffff\r\nhello\r\n");
    EXPECT_EQ(error_of("/chunks"), Errc::protocol_error);
}

TEST_F(Hostile, ContentLengthsThatAreNone) {
    raw("/length", "HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\nhello");
    EXPECT_EQ(error_of("/length"), Errc::protocol_error);
    raw("/length", "HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello");
    EXPECT_NE(error_of("/length"), Errc::not_known);
    raw("/length", "HTTP/1.1 200 OK\r\nContent-Length: 99999999999999\r\n\r\nhello");
    EXPECT_EQ(error_of("/length"), Errc::truncated);
}

TEST_F(Hostile, EndlessBodies) {
    const std::string block(64u << 10, 'x');
    raw("/endless", Steps{{Kind::send, "HTTP/1.1 200 OK\r\n\r\n"}, {Kind::repeat, block}});
    EXPECT_EQ(error_of("/endless"), Errc::too_large);
    raw("/endless", Steps{{Kind::send, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"},
                          {Kind::repeat, "10000\r\n" + block + "\r\n"}});
    EXPECT_EQ(error_of("/endless"), Errc::too_large);
    Request cut = to("/endless");
    cut.cut_at_max = true;
    cut.bounds.max_bytes = 512u << 10;
    EXPECT_EQ(fetch(std::move(cut))->body.size(), 512u << 10);
}

TEST_F(Hostile, OneByteAtATime) {
    raw("/drip", Steps{{Kind::send, "HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n"},
                       {Kind::drip, std::string(100'000, 'x')}});
    Request request = to("/drip");
    request.bounds.low_speed_time = 1s;
    EXPECT_EQ(error_of(std::move(request)), Errc::too_slow);
    EXPECT_EQ(error_of(impatient("/drip")), Errc::timed_out);
}

TEST_F(Hostile, HeadersThatNeverEnd) {
    raw("/slow", Steps{{Kind::send, "HTTP/1.1 200 OK\r\nX: "}, {Kind::drip, std::string(100'000, 'x')}});
    EXPECT_EQ(error_of(impatient("/slow")), Errc::timed_out);
    raw("/silent", Steps{{Kind::stall}});
    EXPECT_EQ(error_of(impatient("/silent")), Errc::timed_out);
}

TEST_F(Hostile, HeaderFloods) {
    raw("/flood", Steps{{Kind::send, "HTTP/1.1 200 OK\r\n"},
                        {Kind::repeat, "X-Flood: " + std::string(500, 'x') + "\r\n"}});
    EXPECT_EQ(error_of("/flood"), Errc::too_large);
    raw("/lines", Steps{{Kind::send, "HTTP/1.1 200 OK\r\n"}, {Kind::repeat, "A: b\r\n"}});
    EXPECT_EQ(error_of("/lines"), Errc::too_large);
    raw("/hints", Steps{{Kind::repeat, "HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n"}});
    EXPECT_EQ(error_of("/hints"), Errc::too_large);
}

TEST_F(Hostile, OneHeaderLineWithoutEnd) {
    raw("/line", Steps{{Kind::send, "HTTP/1.1 200 OK\r\nX: "}, {Kind::repeat, std::string(10'000, 'x')}});
    const Errc error = error_of("/line");
    EXPECT_TRUE(error == Errc::too_large || error == Errc::protocol_error)
        << name(error) << ": " << last_detail_;
}

TEST_F(Hostile, ResetInTheMiddle) {
    raw("/reset", Steps{{Kind::send, "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nsome"}, {Kind::reset}});
    EXPECT_EQ(error_of("/reset"), Errc::reset);
}

TEST_F(Hostile, NoAnswerAtAll) {
    raw("/nothing", "");
    EXPECT_EQ(error_of("/nothing"), Errc::reset);
}

TEST_F(Hostile, Http09) {
    raw("/old", "<html>no status line</html>");
    EXPECT_EQ(error_of("/old"), Errc::protocol_error);
}

TEST_F(Hostile, StatusLinesThatAreNone) {
    for (const char* line :
         {"HTTP/1.1 abc OK\r\n\r\n", "HTTP/9.9 200 OK\r\n\r\n", "ICY 200 OK\r\n\r\n", "HTTP/1.1\r\n\r\n"}) {
        raw("/status", line);
        EXPECT_EQ(error_of("/status"), Errc::protocol_error) << line;
    }
}

TEST_F(Hostile, TlsThatIsNone) {
    const std::string url = "https" + server_.url("/").substr(4);
    EXPECT_EQ(error_of(request(url)), Errc::tls_failed);
}

TEST_F(Hostile, UnknownCoding) {
    coded("/odd", "compress", "x");
    EXPECT_EQ(error_of("/odd"), Errc::unsupported);
}

TEST_F(Hostile, NulsInHeaders) {
    using namespace std::string_literals;
    raw("/nul", "HTTP/1.1 200 OK\r\nX: a\0b\r\nContent-Length: 1\r\n\r\nx"s);
    EXPECT_EQ(error_of("/nul"), Errc::protocol_error);
}

class Gate : public FetchTest {
  protected:
    Gate() {
        settings_.allow_private = false;
        page("/secret", "secret");
    }
};

// Every spelling ends at an address; the address decides.
TEST_F(Gate, SpellingsOfThisMachine) {
    const std::string port = ":" + std::to_string(server_.port()) + "/secret";
    std::vector<std::string_view> hosts(test::private_addresses.begin(), test::private_addresses.end());
    hosts.insert(hosts.end(), {"localhost", "LOCALHOST", "localhost."});
    for (const std::string_view host : hosts) {
        auto url = url::Url::parse("http://" + std::string(host) + port);
        if (!url) continue; // not even an address: refused earlier
        Request asked{.url = std::move(*url)};
        const Errc error = error_of(std::move(asked));
        const bool unknown_name = error == Errc::dns_failed && host == "localhost."; // some resolvers
        EXPECT_TRUE(error == Errc::refused_address || unknown_name) << host << ": " << name(error);
    }
    EXPECT_TRUE(server_.requests().empty());
}

TEST_F(Gate, OpensForOneRequestAndNotForTheNext) {
    Request trusted = to("/secret");
    trusted.allow_private = true;
    EXPECT_EQ(fetch(std::move(trusted))->body, "secret");
    EXPECT_EQ(error_of("/secret"),
              Errc::refused_address); // the connection that is open to it is not lent out
    EXPECT_EQ(server_.requests().size(), 1u);
}

TEST_F(Gate, StandsInTheWayOfRedirectsToo) {
    // By way of a proxy the first hop is a public name; what it redirects to is an address.
    settings_.proxy = server_.url("");
    redirect("http://news.example/", "http://169.254.169.254/latest/meta-data/");
    EXPECT_EQ(error_of(request("http://news.example/")), Errc::refused_address);
}

} // namespace
} // namespace khabar::net
