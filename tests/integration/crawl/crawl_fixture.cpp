#include "crawl_fixture.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>

namespace khabar::pipeline {

namespace {

boost::asio::awaitable<void> run(Crawler& crawler) {
    co_await crawler.restore();
    co_await crawler.run();
}

} // namespace

std::string paragraph(int seed) {
    static const std::vector<std::string> words{"harbour", "council", "bridge", "winter", "teacher",
                                                "railway", "market",  "museum", "border", "garden",
                                                "judge",   "budget",  "storm",  "valley"};
    std::string text = "Report " + std::to_string(seed) + " says";
    for (int i = 0; i < 40; ++i)
        text.append(" the ").append(
            words[static_cast<std::size_t>(seed * 7 + i * i + i * seed) % words.size()]);
    return text + " was seen.";
}

std::string page(const std::string& title, int seed) {
    return "<html><head><title>" + title + "</title></head><body><article><h1>" + title + "</h1><p>" +
           paragraph(seed) + "</p><p>" + paragraph(seed + 100) + "</p></article></body></html>";
}

HttpReply html(std::string body) {
    HttpReply reply;
    reply.headers = {{"content-type", "text/html; charset=utf-8"}};
    reply.body = std::move(body);
    return reply;
}

HttpReply rss(const std::string& items) {
    HttpReply reply;
    reply.headers = {{"content-type", "application/rss+xml"}, {"etag", "\"one\""}};
    reply.body =
        "<?xml version='1.0'?><rss version='2.0'><channel><title>Paper</title>" + items + "</channel></rss>";
    return reply;
}

CrawlTest::CrawlTest() {
    settings_.store.database = folder_ / "khabar.db";
    settings_.fetch.delay = std::chrono::milliseconds(0);
    settings_.fetch.allow_private = true;
    settings_.fetch.robots = false;
    settings_.fetch.user_agent = "khabar/test";
    settings_.workers = 2;
}

CrawlTest::~CrawlTest() = default;

std::string CrawlTest::item(const std::string& path, const std::string& extra) {
    return "<item><title>" + path + "</title><link>" + server_.url(path) + "</link>" + extra + "</item>";
}

void CrawlTest::add_source(const std::string& id, const std::string& path) {
    settings::Source source;
    source.id = id;
    source.url = server_.url(path);
    settings_.sources.push_back(source);
}

Counters CrawlTest::crawl(const std::function<bool(const Crawl&, Crawler&)>& enough) {
    boost::asio::io_context loop{1};
    const auto work = boost::asio::make_work_guard(loop);
    Archive archive(settings_.store.database);
    CpuPool pool(settings_.workers);
    Crawl crawl(loop.get_executor(), std::make_shared<const settings::Settings>(settings_), archive, pool);
    if (prepare_) prepare_(crawl);
    Crawler crawler(crawl);
    bool ended = false;
    boost::asio::co_spawn(loop, run(crawler), [&ended](std::exception_ptr error) {
        EXPECT_FALSE(error);
        ended = true;
    });
    const auto until = std::chrono::steady_clock::now() + test_patience;
    while (!ended && std::chrono::steady_clock::now() < until) {
        loop.run_one_for(std::chrono::milliseconds(200));
        if (enough(crawl, crawler)) crawler.drain();
    }
    EXPECT_TRUE(ended) << "did not drain";
    return crawl.counters;
}

void CrawlTest::reload(const Crawl& crawl, Crawler& crawler, const settings::Settings& next) {
    boost::asio::co_spawn(crawl.executor, crawler.reload(std::make_shared<const settings::Settings>(next)),
                          boost::asio::detached);
}

} // namespace khabar::pipeline
