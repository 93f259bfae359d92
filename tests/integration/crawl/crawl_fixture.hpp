#pragma once
// A small newsroom: a real server, a real database file, the real threads, and a daemon that runs until the
// test has seen enough.

#include "daemon/pipeline/crawler.hpp"
#include "daemon/store/articles.hpp"
#include "daemon/store/links.hpp"
#include "daemon/store/schema.hpp"
#include "daemon/store/sources.hpp"
#include "tests/support/http_server/http_server.hpp"
#include "tests/support/temporary_folder/temporary_folder.hpp"

#include <gtest/gtest.h>

#include <functional>
#include <optional>

namespace khabar::pipeline {

using test::HttpReply;
using test::HttpRequest;
using test::HttpServer;

inline constexpr std::chrono::seconds test_patience{
    20}; // a bound for what hangs, never part of what is right

std::string paragraph(int seed);
std::string page(const std::string& title, int seed);
HttpReply html(std::string body);
HttpReply rss(const std::string& items);

class CrawlTest : public ::testing::Test {
  protected:
    CrawlTest();
    ~CrawlTest() override;

    std::string item(const std::string& path, const std::string& extra = "");
    void add_source(const std::string& id, const std::string& path);

    // A daemon from start to drained; it drains when `enough` says so.
    Counters crawl(const std::function<bool(const Crawl&, Crawler&)>& enough);
    // While it runs.
    static void reload(const Crawl& crawl, Crawler& crawler, const settings::Settings& next);

    [[nodiscard]] store::Database database() const { return store::Database(settings_.store.database); }

    test::TemporaryFolder folder_;
    HttpServer server_;
    settings::Settings settings_;
    std::function<void(Crawl&)> prepare_; // before it starts
};

} // namespace khabar::pipeline
