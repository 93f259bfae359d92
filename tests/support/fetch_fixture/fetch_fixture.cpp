#include "tests/support/fetch_fixture/fetch_fixture.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>

namespace khabar::net {

FetchTest::FetchTest() {
    settings_.allow_private = true; // the server is on loopback; tests of the gate close it again
}

FetchTest::~FetchTest() = default;

Request FetchTest::request(const std::string& url) {
    auto parsed = url::Url::parse(url);
    EXPECT_TRUE(parsed.has_value()) << url;
    Request request{.url = std::move(*parsed)};
    request.bounds.connect_timeout = std::chrono::seconds(20); // a loaded machine under a sanitizer is slow
    request.bounds.transfer_timeout = std::chrono::seconds(20);
    return request;
}

Fetcher& FetchTest::fetcher() {
    if (!fetcher_) fetcher_.emplace(context_.get_executor(), settings_);
    return *fetcher_;
}

boost::asio::awaitable<void> FetchTest::keep(boost::asio::awaitable<Result<Response>> fetch,
                                             std::optional<Result<Response>>* out) {
    auto result = co_await std::move(fetch);
    out->emplace(std::move(result));
}

void FetchTest::start(boost::asio::awaitable<Result<Response>> fetch, std::optional<Result<Response>>& out) {
    boost::asio::co_spawn(context_, keep(std::move(fetch), &out), boost::asio::detached);
}

void FetchTest::start(Request request, std::optional<Result<Response>>& out) {
    start(fetcher().fetch(std::move(request)), out);
}

Result<Response> FetchTest::fetch(Request request) {
    std::optional<Result<Response>> out;
    start(std::move(request), out);
    run_until([&] { return out.has_value(); });
    if (!out) return fail(Errc::cancelled, "the loop ran dry");
    return std::move(*out);
}

Errc FetchTest::error_of(Request request) {
    auto result = fetch(std::move(request));
    EXPECT_FALSE(result.has_value()) << "status " << (result ? result->status : 0);
    last_detail_ = result ? "" : result.error().detail;
    return result ? Errc::not_known : result.error().code;
}

void FetchTest::run_until(const std::function<bool()>& done) {
    context_.restart();
    while (!done() && context_.run_one() != 0) {
    }
}

void FetchTest::raw(std::string path, std::string bytes) {
    raw(std::move(path),
        std::vector<test::RawStep>{{.kind = test::RawStep::Kind::send, .bytes = std::move(bytes)}});
}

void FetchTest::raw(std::string path, std::vector<test::RawStep> steps) {
    server_.raw(std::move(path), [steps = std::move(steps)](const test::HttpRequest&) { return steps; });
}

void FetchTest::redirect(std::string path, std::string location, int status) {
    server_.route(std::move(path), [location = std::move(location), status](const test::HttpRequest&) {
        return test::HttpReply{.status = status, .headers = {{"Location", location}}, .body = "moved"};
    });
}

void FetchTest::page(std::string path, std::string body) {
    server_.route(std::move(path), [body = std::move(body)](const test::HttpRequest&) {
        return test::HttpReply{.headers = {{"Content-Type", "text/html"}}, .body = body};
    });
}

} // namespace khabar::net
