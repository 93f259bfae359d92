// robots.txt from the host, from memory and from the store, as every request meets it.

#include "daemon/pipeline/host/robots_gate.hpp"
#include "daemon/store/hosts.hpp"
#include "daemon/store/schema.hpp"
#include "tests/support/http_server/http_server.hpp"
#include "tests/support/temporary_folder/temporary_folder.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/use_future.hpp>
#include <gtest/gtest.h>

namespace khabar::pipeline {
namespace {

using test::HttpReply;
using test::HttpRequest;
using test::HttpServer;

constexpr const char* forbids_private = "User-agent: *\nDisallow: /private\n";

// A process that asks whether pages may be fetched; several may follow each other over one database.
class Process {
  public:
    Process(const std::filesystem::path& database, const settings::Settings& settings)
        : archive_(database),
          hosts_(loop_.get_executor(), std::make_shared<const settings::Settings>(settings), archive_) {}

    // name(Errc) of why not, or "allowed".
    std::string may(const std::string& url, bool allow_private = true) {
        auto asked = boost::asio::co_spawn(loop_, check_robots(hosts_, *url::Url::parse(url), allow_private),
                                           boost::asio::use_future);
        loop_.restart();
        while (asked.wait_for(std::chrono::seconds(0)) != std::future_status::ready)
            loop_.run_one();
        const FetchResult<void> answer = asked.get();
        return answer ? "allowed" : std::string(name(answer.error().error.code));
    }

  private:
    boost::asio::io_context loop_{1};
    Archive archive_;
    Hosts hosts_;
};

class RobotsGateTest : public ::testing::Test {
  protected:
    RobotsGateTest() {
        settings_.fetch.delay = std::chrono::milliseconds(0);
        settings_.fetch.user_agent = "khabar/test";
    }

    void serve(int status, std::string body) {
        server_.route("/robots.txt", [status, body = std::move(body)](const HttpRequest&) {
            return HttpReply{.status = status, .body = body};
        });
    }
    // What a former run left, or another khabar.
    void store_row(std::chrono::seconds age, int status, std::string body) const {
        store::Database database(folder_ / "khabar.db");
        store::migrate(database);
        store::RobotsRow row;
        row.host = server_.url("");
        row.fetched_at = Clock::wall() - age;
        row.expires = row.fetched_at + std::chrono::hours(24);
        row.status = status;
        row.body = std::move(body);
        store::Transaction transaction(database);
        store::save_robots(database, row);
        transaction.commit();
    }
    [[nodiscard]] std::string url(std::string_view target) const { return server_.url(target); }

    test::TemporaryFolder folder_;
    HttpServer server_;
    settings::Settings settings_;
};

TEST_F(RobotsGateTest, WhoMayNotAskAHostForbidsItToNobodyElse) {
    serve(200, forbids_private);
    Process process(folder_ / "khabar.db", settings_);
    EXPECT_EQ(process.may(url("/a"), false), "refused_address");
    EXPECT_EQ(process.may(url("/a")), "allowed");
    EXPECT_EQ(process.may(url("/private")), "robots_denied");
}

TEST_F(RobotsGateTest, WhatAFormerRunReadHoldsForItsDay) {
    store_row(std::chrono::hours(23), 200, forbids_private);
    serve(404, "");
    Process process(folder_ / "khabar.db", settings_);
    EXPECT_EQ(process.may(url("/private")), "robots_denied");
    EXPECT_TRUE(server_.requests().empty());
}

TEST_F(RobotsGateTest, WhatAWrongClockStoredIsReadAgain) {
    store_row(-std::chrono::years(3), 200, "User-agent: *\nDisallow: /\n");
    serve(200, forbids_private);
    Process process(folder_ / "khabar.db", settings_);
    EXPECT_EQ(process.may(url("/a")), "allowed");
    EXPECT_EQ(server_.requests().size(), 1U);
}

TEST_F(RobotsGateTest, OldRulesGoOnThroughRestartsWhileTheHostIsDown) {
    store_row(std::chrono::hours(30), 200, forbids_private);
    serve(500, "User-agent: *\nDisallow: /a\n");
    for (std::size_t runs = 1; runs <= 2; ++runs) {
        Process process(folder_ / "khabar.db", settings_);
        EXPECT_EQ(process.may(url("/a")), "allowed");
        EXPECT_EQ(process.may(url("/private")), "robots_denied");
        EXPECT_EQ(server_.requests().size(), runs) << "each run asks the host before it goes on with them";
    }
}

TEST_F(RobotsGateTest, AnErrorIsNotRememberedThroughARestart) {
    serve(500, "");
    EXPECT_EQ(Process(folder_ / "khabar.db", settings_).may(url("/a")), "http_server_error");
    serve(200, forbids_private);
    EXPECT_EQ(Process(folder_ / "khabar.db", settings_).may(url("/a")), "allowed");
}

TEST_F(RobotsGateTest, AnErrorThatAnOlderKhabarStoredIsNoRule) {
    store_row(std::chrono::hours(0), 500, "");
    serve(200, forbids_private);
    EXPECT_EQ(Process(folder_ / "khabar.db", settings_).may(url("/a")), "allowed");
}

} // namespace
} // namespace khabar::pipeline
