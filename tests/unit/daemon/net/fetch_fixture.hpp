#pragma once
// A fetcher, its event loop, and the server it talks to.

#include "daemon/net/fetcher.hpp"
#include "tests/support/http_server/http_server.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <gtest/gtest.h>

#include <optional>

namespace khabar::net {

class FetchTest : public testing::Test {
  protected:
    FetchTest() {
        settings_.allow_private = true;
    } // the server is on loopback; tests of the gate close it again

    static Request request(const std::string& url) {
        auto parsed = url::Url::parse(url);
        EXPECT_TRUE(parsed.has_value()) << url;
        Request request{.url = std::move(*parsed)};
        request.bounds.connect_timeout =
            std::chrono::seconds(20); // a loaded machine under a sanitizer is slow
        request.bounds.transfer_timeout = std::chrono::seconds(20);
        return request;
    }
    Request to(std::string_view target) const { return request(server_.url(target)); }

    Fetcher& fetcher() {
        if (!fetcher_) fetcher_.emplace(context_.get_executor(), settings_);
        return *fetcher_;
    }

    static boost::asio::awaitable<void> keep(boost::asio::awaitable<Result<Response>> fetch,
                                             std::optional<Result<Response>>* out) {
        auto result = co_await std::move(fetch);
        out->emplace(std::move(result));
    }

    Result<Response> fetch(Request request) {
        std::optional<Result<Response>> out;
        boost::asio::co_spawn(context_, keep(fetcher().fetch(std::move(request)), &out),
                              boost::asio::detached);
        run_until([&] { return out.has_value(); });
        if (!out) return fail(Errc::cancelled, "the loop ran dry");
        return std::move(*out);
    }
    Result<Response> fetch(std::string_view target) { return fetch(to(target)); }

    Errc error_of(Request request) {
        auto result = fetch(std::move(request));
        EXPECT_FALSE(result.has_value()) << "status " << (result ? result->status : 0);
        last_detail_ = result ? "" : result.error().detail;
        return result ? Errc::not_known : result.error().code;
    }
    Errc error_of(std::string_view target) { return error_of(to(target)); }

    template <typename Done>
    void run_until(Done done) {
        context_.restart();
        while (!done() && context_.run_one() != 0) {
        }
    }

    // A raw answer: these bytes, then the end of the connection.
    void raw(std::string path, std::string bytes) {
        server_.raw(std::move(path), [bytes](const test::HttpRequest&) {
            return std::vector<test::RawStep>{{.kind = test::RawStep::Kind::send, .bytes = bytes}};
        });
    }
    void raw(std::string path, std::vector<test::RawStep> steps) {
        server_.raw(std::move(path), [steps](const test::HttpRequest&) { return steps; });
    }
    void redirect(std::string path, std::string location, int status = 302) {
        server_.route(std::move(path), [location, status](const test::HttpRequest&) {
            return test::HttpReply{.status = status, .headers = {{"Location", location}}, .body = "moved"};
        });
    }
    void page(std::string path, std::string body) {
        server_.route(std::move(path), [body](const test::HttpRequest&) {
            return test::HttpReply{.headers = {{"Content-Type", "text/html"}}, .body = body};
        });
    }

    settings::Fetch settings_;
    test::HttpServer server_;
    boost::asio::io_context context_{1};
    std::optional<Fetcher> fetcher_;
    std::string last_detail_;
};

} // namespace khabar::net
