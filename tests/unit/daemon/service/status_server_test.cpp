#include "daemon/service/status_server.hpp"
#include "daemon/settings/listen_address.hpp"
#include "tests/support/temporary_folder/temporary_folder.hpp"

#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/local/stream_protocol.hpp>
#include <boost/asio/read.hpp>
#include <boost/asio/write.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <future>
#include <thread>

namespace khabar::service {
namespace {

namespace asio = boost::asio;
using testing::HasSubstr;
using testing::StartsWith;

// A loopback address of this process alone: tests that run beside this one take ports of 127.0.0.1, and one
// that we had just left would be theirs the next moment.
std::string own_address(std::uint16_t port) {
    const auto process = static_cast<std::uint32_t>(::getpid()); // of 22 bits at most
    const asio::ip::address_v4 host((127U << 24U) + (64U << 16U) + process);
    return host.to_string() + ":" + std::to_string(port);
}

class StatusServerTest : public testing::Test {
  protected:
    StatusServerTest()
        : server(loop.get_executor(), {.metrics =
                                           [] {
                                               return Answer{200, "khabar_polls_total 1\n"};
                                           },
                                       .health =
                                           [] {
                                               return Answer{503, "no progress for 61 s\n"};
                                           },
                                       .ready =
                                           [] {
                                               return Answer{200, "ready\n"};
                                           }}),
          thread([this] { loop.run(); }) {}
    ~StatusServerTest() override {
        on_loop([this] { server.stop(); });
        loop.stop();
        thread.join();
    }

    template <typename Work>
    void on_loop(Work work) {
        std::packaged_task<void()> task(std::move(work));
        auto done = task.get_future();
        asio::post(loop, [&] { task(); });
        done.get();
    }
    void listen(const std::string& address) {
        on_loop([&] { server.listen(address); });
    }

    template <typename Protocol>
    static std::string talk(const typename Protocol::endpoint& endpoint, const std::string& words) {
        asio::io_context context;
        typename Protocol::socket socket(context);
        socket.connect(endpoint);
        asio::write(socket, asio::buffer(words));
        std::string answer;
        boost::system::error_code end;
        asio::read(socket, asio::dynamic_buffer(answer), end);
        return answer;
    }
    static asio::ip::tcp::endpoint endpoint_of(const std::string& address) {
        const auto where = settings::listen_address(address);
        return {asio::ip::make_address(where->host), where->port};
    }
    static std::string talk(const std::string& address, const std::string& words) {
        return talk<asio::ip::tcp>(endpoint_of(address), words);
    }
    static std::string get(const std::string& address, const std::string& path) {
        return talk(address, "GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    }

    asio::io_context loop{1};
    asio::executor_work_guard<asio::io_context::executor_type> work{loop.get_executor()};
    StatusServer server;
    std::thread thread;
};

TEST_F(StatusServerTest, ServesThePages) {
    const std::string address = own_address(9464);
    listen(address);
    EXPECT_THAT(get(address, "/metrics"), HasSubstr("\r\n\r\nkhabar_polls_total 1\n"));
    EXPECT_THAT(get(address, "/metrics"), HasSubstr("Content-Type: text/plain; version=0.0.4"));
    EXPECT_THAT(get(address, "/healthz"), StartsWith("HTTP/1.1 503 "));
    EXPECT_THAT(get(address, "/readyz"), StartsWith("HTTP/1.1 200 "));
    EXPECT_THAT(get(address, "/"), StartsWith("HTTP/1.1 404 "));
}

TEST_F(StatusServerTest, KeepsAConnectionForFurtherRequests) {
    const std::string address = own_address(9464);
    listen(address);
    const std::string answers =
        talk(address, "GET /readyz HTTP/1.1\r\nHost: x\r\n\r\n"
                      "HEAD /readyz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    EXPECT_THAT(answers, HasSubstr("ready\nHTTP/1.1 200 "));
    EXPECT_TRUE(answers.ends_with("\r\n\r\n")) << answers;
    EXPECT_THAT(answers.substr(answers.rfind("HTTP/1.1")), HasSubstr("Content-Length: 6\r\n"));
}

TEST_F(StatusServerTest, RefusesWhatItDoesNotServe) {
    const std::string address = own_address(9464);
    listen(address);
    EXPECT_THAT(talk(address, "DELETE /metrics HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"),
                StartsWith("HTTP/1.1 405 "));
    EXPECT_EQ(talk(address, "no such protocol\r\n\r\n"), "");
    EXPECT_EQ(talk(address, "GET / HTTP/1.1\r\nX: " + std::string(20'000, 'x') + "\r\n\r\n"), "");
    EXPECT_THAT(get(address, "/readyz"), StartsWith("HTTP/1.1 200 "));
}

// Sixteen who say nothing do not keep the seventeenth out for ever: it waits until one of them has left.
TEST_F(StatusServerTest, WhoComesBeyondTheBoundWaitsAndIsServed) {
    const std::string address = own_address(9464);
    listen(address);
    asio::io_context context;
    std::vector<asio::ip::tcp::socket> silent;
    for (int i = 0; i < 16; ++i) {
        silent.emplace_back(context);
        silent.back().connect(endpoint_of(address));
    }
    auto late = std::async(std::launch::async, [&] { return get(address, "/readyz"); });
    silent.pop_back();
    EXPECT_THAT(late.get(), HasSubstr("ready\n"));
}

TEST_F(StatusServerTest, MovesToANewAddressAndStaysWhereItCannot) {
    const std::string first = own_address(9464), second = own_address(9465), third = own_address(9466);
    listen(first);
    listen(second);
    EXPECT_THAT(get(second, "/readyz"), StartsWith("HTTP/1.1 200 "));
    EXPECT_THROW(get(first, "/readyz"), boost::system::system_error);
    asio::io_context context;
    const asio::ip::tcp::acceptor taken(context, endpoint_of(third));
    EXPECT_THAT([&] { listen(third); },
                testing::ThrowsMessage<ListenFailed>(third + ": Address already in use"));
    EXPECT_THAT(get(second, "/readyz"), StartsWith("HTTP/1.1 200 "));
}

TEST_F(StatusServerTest, UnixSocketTakesAStaleOnesPlaceAndGoesWhenDone) {
    const test::TemporaryFolder folder;
    const std::string file = (folder / "status.sock").string();
    {
        asio::io_context context; // a daemon that was killed leaves its file
        const asio::local::stream_protocol::acceptor stale(context,
                                                           asio::local::stream_protocol::endpoint(file));
    }
    ASSERT_TRUE(std::filesystem::exists(file));
    listen("unix:" + file);
    const auto answer =
        talk<asio::local::stream_protocol>(asio::local::stream_protocol::endpoint(file),
                                           "GET /readyz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    EXPECT_THAT(answer, HasSubstr("ready"));
    listen("");
}

} // namespace
} // namespace khabar::service
