#pragma once
// A fetcher, its event loop, and the server it talks to.

#include "daemon/net/fetcher.hpp"
#include "tests/support/http_server/http_server.hpp"

#include <boost/asio/io_context.hpp>
#include <gtest/gtest.h>

#include <functional>
#include <optional>

namespace khabar::net {

class FetchTest : public testing::Test {
  protected:
    FetchTest();
    ~FetchTest() override;

    static Request request(const std::string& url);
    Request to(std::string_view target) const { return request(server_.url(target)); }

    Fetcher& fetcher();

    Result<Response> fetch(Request request);
    Result<Response> fetch(std::string_view target) { return fetch(to(target)); }

    Errc error_of(Request request);
    Errc error_of(std::string_view target) { return error_of(to(target)); }

    // Begins; `out` is filled while the loop runs.
    void start(Request request, std::optional<Result<Response>>& out);
    void start(boost::asio::awaitable<Result<Response>> fetch, std::optional<Result<Response>>& out);
    // The loop, until this is so or nothing is left to do.
    void run_until(const std::function<bool()>& done);

    // A raw answer: these bytes, then the end of the connection.
    void raw(std::string path, std::string bytes);
    void raw(std::string path, std::vector<test::RawStep> steps);
    void redirect(std::string path, std::string location, int status = 302);
    void page(std::string path, std::string body);

    static boost::asio::awaitable<void> keep(boost::asio::awaitable<Result<Response>> fetch,
                                             std::optional<Result<Response>>* out);

    settings::Fetch settings_;
    test::HttpServer server_;
    boost::asio::io_context context_{1};
    std::optional<Fetcher> fetcher_;
    std::string last_detail_;
};

} // namespace khabar::net
