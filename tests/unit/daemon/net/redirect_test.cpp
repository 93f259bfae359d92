#include "daemon/net/redirect.hpp"
#include "tests/support/fetch_fixture/fetch_fixture.hpp"

namespace khabar::net {
namespace {

using test::HttpReply;
using test::HttpRequest;

url::Url parsed(std::string_view text) {
    return url::Url::parse(text).value();
}

TEST(RedirectTarget, IsResolvedAndStripped) {
    const auto from = parsed("https://example.org/a/b?c");
    EXPECT_EQ(redirect_target(from, "../d#e")->href(), "https://example.org/d");
    EXPECT_EQ(redirect_target(from, "//example.net/x?y=z")->href(), "https://example.net/x?y=z");
    EXPECT_EQ(redirect_target(from, "https://user:secret@example.net/")->href(), "https://example.net/");
}

class BadTarget : public testing::TestWithParam<const char*> {};
TEST_P(BadTarget, IsRefused) {
    const auto target = redirect_target(parsed("https://example.org/"), GetParam());
    ASSERT_FALSE(target.has_value());
    EXPECT_EQ(target.error().code, Errc::bad_url);
}
INSTANTIATE_TEST_SUITE_P(Targets, BadTarget,
                         testing::Values("file:///etc/passwd", "gopher://127.0.0.1:70/_x",
                                         "ftp://example.org/", "javascript:alert(1)", "data:text/html,x",
                                         "dict://localhost:11211/", "http://", "/a\x01", "/a\tb"));

struct CarryCase {
    const char* owner;
    const char* target;
    bool may;
};
class Carry : public testing::TestWithParam<CarryCase> {};
TEST_P(Carry, OnlyToTheSameOriginOrItsHttps) {
    EXPECT_EQ(may_carry_headers(parsed(GetParam().owner), parsed(GetParam().target)), GetParam().may);
}
INSTANTIATE_TEST_SUITE_P(Pairs, Carry,
                         testing::Values(CarryCase{"http://a.example/x", "http://a.example/y", true},
                                         CarryCase{"http://a.example/", "https://a.example/", true},
                                         CarryCase{"https://a.example/", "http://a.example/", false},
                                         CarryCase{"https://a.example/", "https://b.example/", false},
                                         CarryCase{"https://a.example/", "https://www.a.example/", false},
                                         CarryCase{"http://a.example/", "http://a.example:8080/", false},
                                         CarryCase{"http://a.example:8080/", "https://a.example/", false}));

// What the operator gave for one server goes to that server, and to no other that it redirects to.
TEST_F(FetchTest, CredentialsStayWithTheirOrigin) {
    test::HttpServer other;
    std::string seen_here, seen_there;
    const auto header = [](const HttpRequest& request) {
        return std::string(request.header("authorization"));
    };
    server_.route("/feed", [&](const HttpRequest& request) {
        seen_here = header(request);
        HttpReply reply;
        reply.status = 302;
        reply.headers = {{"location", other.url("/elsewhere")}};
        return reply;
    });
    other.route("/elsewhere", [&](const HttpRequest& request) {
        seen_there = "[" + header(request) + "]";
        return HttpReply();
    });
    Request request{.url = parsed(server_.url("/feed"))};
    request.credentials =
        Credentials{.owner = parsed(server_.url("/")), .fields = {{"Authorization", "Bearer t0ken"}}};
    ASSERT_TRUE(fetch(std::move(request)).has_value());
    EXPECT_EQ(seen_here, "Bearer t0ken");
    EXPECT_EQ(seen_there, "[]");
}

// The address that is asked may be another's: a feed that has moved, a page on an article host.
TEST_F(FetchTest, CredentialsAreNotSentWhereTheirOwnerIsNotAsked) {
    std::string seen;
    server_.route("/page", [&](const HttpRequest& request) {
        seen = "[" + std::string(request.header("cookie")) + "]";
        return HttpReply();
    });
    for (const char* owner : {"https://paper.example/", "https://127.0.0.1/", "http://127.0.0.1:1/"}) {
        Request request{.url = parsed(server_.url("/page"))};
        request.credentials = Credentials{.owner = parsed(owner), .fields = {{"Cookie", "session=1"}}};
        ASSERT_TRUE(fetch(std::move(request)).has_value());
        EXPECT_EQ(seen, "[]") << owner;
    }
}

TEST_F(FetchTest, FollowsAChainAndRemembersIt) {
    redirect("/1", "/2", 301);
    redirect("/2", server_.url("/3"), 308);
    page("/3", "here");
    const auto response = fetch("/1");
    ASSERT_TRUE(response.has_value()) << to_string(response.error());
    EXPECT_EQ(response->url, server_.url("/3"));
    EXPECT_EQ(response->body, "here");
    ASSERT_EQ(response->hops.size(), 2u);
    EXPECT_EQ(response->hops[0].status, 301);
    EXPECT_EQ(response->hops[0].from, server_.url("/1"));
    EXPECT_EQ(response->hops[1].to, server_.url("/3"));
    EXPECT_TRUE(response->moved_permanently());
}

TEST_F(FetchTest, OneTemporaryHopIsNoMove) {
    redirect("/1", "/2", 301);
    redirect("/2", "/3", 302);
    page("/3", "here");
    EXPECT_FALSE(fetch("/1")->moved_permanently());
}

TEST_F(FetchTest, RedirectWithoutLocationIsTheAnswer) {
    server_.route("/1",
                  [](const HttpRequest&) { return HttpReply{.status = 302, .headers = {}, .body = "lost"}; });
    EXPECT_EQ(fetch("/1")->status, 302);
}

TEST_F(FetchTest, RedirectsAreBounded) {
    for (int i = 0; i < 12; ++i)
        redirect("/" + std::to_string(i), "/" + std::to_string(i + 1));
    page("/10", "ten hops");
    EXPECT_EQ(fetch("/0")->hops.size(), 10u);
    redirect("/10", "/11");
    EXPECT_EQ(error_of("/0"), Errc::too_many_redirects);
    Request five = to("/6");
    five.bounds.redirects = 5;
    page("/11", "five hops");
    EXPECT_EQ(fetch(five)->body, "five hops");
    five.bounds.redirects = 4;
    EXPECT_EQ(error_of(five), Errc::too_many_redirects);
    five.bounds.redirects = 0;
    EXPECT_EQ(error_of(five), Errc::too_many_redirects);
}

TEST_F(FetchTest, LoopsEndAtTheirFirstRound) {
    redirect("/a", "/b");
    redirect("/b", "/a");
    EXPECT_EQ(error_of("/a"), Errc::too_many_redirects);
    EXPECT_EQ(server_.requests().size(), 2u);
    redirect("/self", "/self");
    EXPECT_EQ(error_of("/self"), Errc::too_many_redirects);
}

TEST_F(FetchTest, RedirectOutOfHttpIsRefused) {
    for (const char* target : {"file:///etc/passwd", "gopher://127.0.0.1:70/_x", "ftp://127.0.0.1/"}) {
        redirect("/out", target);
        EXPECT_EQ(error_of("/out"), Errc::bad_url) << target;
    }
}

TEST_F(FetchTest, EndlessBodyOfARedirectIsNotRead) {
    raw("/r",
        std::vector<test::RawStep>{
            {.kind = test::RawStep::Kind::send, .bytes = "HTTP/1.1 302 Found\r\nLocation: /there\r\n\r\n"},
            {.kind = test::RawStep::Kind::repeat, .bytes = std::string(10'000, 'x')}});
    page("/there", "arrived");
    const auto response = fetch("/r");
    ASSERT_TRUE(response.has_value()) << to_string(response.error());
    EXPECT_EQ(response->body, "arrived");
}

TEST_F(FetchTest, NothingSecretFollowsToAnotherHost) {
    page("/there", "ok");
    redirect("/here", "/again");
    redirect("/again", server_.url("localhost", "/there"));
    Request asked = request("http://user:pass@127.0.0.1:" + std::to_string(server_.port()) + "/here");
    asked.headers = {{"Authorization-Token", "secret"}, {"Cookie", "c=1"}};
    asked.etag = "\"v\"";
    asked.last_modified = "then";
    ASSERT_TRUE(fetch(std::move(asked)).has_value());
    const auto requests = server_.requests();
    ASSERT_EQ(requests.size(), 3u);
    for (const std::size_t same_host : {0u, 1u}) {
        EXPECT_EQ(requests[same_host].header("authorization"), "Basic dXNlcjpwYXNz");
        EXPECT_EQ(requests[same_host].header("authorization-token"), "secret");
        EXPECT_EQ(requests[same_host].header("if-none-match"), "\"v\"");
    }
    for (const char* name :
         {"authorization", "authorization-token", "cookie", "if-none-match", "if-modified-since", "referer"})
        EXPECT_EQ(requests[2].header(name), "") << name;
    EXPECT_EQ(requests[2].header("host"), "localhost:" + std::to_string(server_.port()));
}

TEST_F(FetchTest, ValidatorsGoToTheHostTheyCameFrom) {
    page("/there", "ok");
    redirect("/here", server_.url("localhost", "/there"));
    Request asked = to("/here");
    asked.etag = "\"v\"";
    asked.validators_from = server_.url("localhost", "/there");
    ASSERT_TRUE(fetch(std::move(asked)).has_value());
    EXPECT_EQ(server_.requests().at(0).header("if-none-match"), "");
    EXPECT_EQ(server_.requests().at(1).header("if-none-match"), "\"v\"");
}

TEST_F(FetchTest, HopGateSeesEveryTargetAndCanSayNo) {
    redirect("/1", "/2");
    redirect("/2", "/3");
    std::vector<std::string> seen;
    Request asked = to("/1");
    auto gate = [&seen](url::Url target) -> boost::asio::awaitable<Result<void>> {
        seen.push_back(target.href());
        if (target.path() == "/3") co_return fail(Errc::robots_denied, "line 7");
        co_return Result<void>();
    };
    asked.hop_gate = gate;
    EXPECT_EQ(error_of(std::move(asked)), Errc::robots_denied);
    EXPECT_EQ(seen, (std::vector<std::string>{server_.url("/2"), server_.url("/3")}));
    EXPECT_EQ(server_.requests().size(), 2u);
}

} // namespace
} // namespace khabar::net
