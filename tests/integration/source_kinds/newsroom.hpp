#pragma once
// A loopback site and a khabar that polls it once at a time, with a real database file.

#include "daemon/pipeline/one_shot.hpp"
#include "daemon/store/articles.hpp"
#include "daemon/store/inputs.hpp"
#include "parsers/date/date_time.hpp"
#include "tests/support/http_server/http_server.hpp"
#include "tests/support/temporary_folder/temporary_folder.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <gtest/gtest.h>

#include <functional>

namespace khabar::pipeline {

class Newsroom : public ::testing::Test {
  protected:
    using SourceKind = settings::SourceKind;

    Newsroom() {
        settings_.store.database = folder_ / "khabar.db";
        settings_.fetch.delay = std::chrono::milliseconds(0);
        settings_.fetch.allow_private = true;
        settings_.fetch.user_agent = "khabar/test";
        settings_.workers = 1;
    }

    // The loop with all its parts, until `work` ends.
    template <typename Work>
    auto on_loop(Work work) {
        boost::asio::io_context loop{1};
        const auto guard = boost::asio::make_work_guard(loop);
        Archive archive(settings_.store.database);
        CpuPool pool(settings_.workers);
        Crawl crawl(loop.get_executor(), std::make_shared<const settings::Settings>(settings_), archive,
                    pool);
        using Value = typename std::invoke_result_t<Work, Crawl&>::value_type;
        std::optional<Value> result;
        std::exception_ptr error;
        auto ended = [&](std::exception_ptr thrown, Value value) {
            error = thrown;
            result.emplace(std::move(value));
            loop.stop();
        };
        boost::asio::co_spawn(loop, work(crawl), ended);
        loop.run();
        if (error) std::rethrow_exception(error);
        return std::move(*result);
    }

    OneShotReport poll(const settings::Source& source) {
        return on_loop([source](Crawl& crawl) { return poll_and_fetch(crawl, source, {}); });
    }

    [[nodiscard]] settings::Source source(SourceKind kind, const std::string& path) const {
        settings::Source source;
        source.id = "paper";
        source.kind = kind;
        source.url = server_.url(path);
        return source;
    }
    [[nodiscard]] settings::SourceInput input(SourceKind kind, const std::string& path) const {
        return source(kind, path);
    }

    void serve(const std::string& path, std::string body, const std::string& type = "application/xml") {
        server_.route(path, [body = std::move(body), type](const test::HttpRequest&) {
            test::HttpReply reply;
            reply.headers = {{"content-type", type}};
            reply.body = body;
            return reply;
        });
    }
    // A page that reads like an article.
    void serve_article(const std::string& path, const std::string& title) {
        static const std::vector<std::string> words{"harbour", "council", "bridge", "winter", "teacher",
                                                    "railway", "market",  "museum", "border", "garden",
                                                    "judge",   "budget",  "storm",  "valley", "school"};
        const std::size_t seed = std::hash<std::string>{}(title);
        std::string text;
        for (std::size_t i = 0; i < 8; ++i) {
            text += "<p>The report says";
            for (std::size_t word = 0; word < 25; ++word)
                text += " the " + words[(seed / (i + 1) + word * word + i * word * 7) % words.size()];
            text += " was seen again this week.</p>";
        }
        serve(path,
              "<html><head><title>" + title + "</title></head><body><article><h1>" + title + "</h1>" + text +
                  "</article></body></html>",
              "text/html; charset=utf-8");
    }

    [[nodiscard]] std::string hours_ago(int hours) const {
        const auto now = std::chrono::time_point_cast<std::chrono::seconds>(std::chrono::system_clock::now());
        return date::to_iso8601(now - std::chrono::hours(hours));
    }
    [[nodiscard]] std::string url_entry(const std::string& path, const std::string& lastmod) const {
        return "<url><loc>" + server_.url(path) + "</loc>" +
               (lastmod.empty() ? "" : "<lastmod>" + lastmod + "</lastmod>") + "</url>";
    }
    [[nodiscard]] std::string file_entry(const std::string& path, const std::string& lastmod) const {
        return "<sitemap><loc>" + server_.url(path) + "</loc>" +
               (lastmod.empty() ? "" : "<lastmod>" + lastmod + "</lastmod>") + "</sitemap>";
    }
    static std::string urlset(const std::string& entries) { return "<urlset>" + entries + "</urlset>"; }
    static std::string index(const std::string& entries) {
        return "<sitemapindex>" + entries + "</sitemapindex>";
    }
    [[nodiscard]] std::string rss(const std::vector<std::string>& paths) const {
        std::string items;
        for (const std::string& path : paths)
            items += "<item><title>" + path + "</title><link>" + server_.url(path) + "</link></item>";
        return "<rss version='2.0'><channel><title>Paper</title>" + items + "</channel></rss>";
    }

    [[nodiscard]] std::vector<std::string> titles() const {
        const store::Database database(settings_.store.database);
        std::vector<std::string> titles;
        for (const auto& article : store::list_articles(database, store::ArticleFilter()))
            titles.push_back(article.title);
        std::ranges::sort(titles);
        return titles;
    }
    [[nodiscard]] store::InputState inputs() const {
        return store::load_input_state(store::Database(settings_.store.database), "paper");
    }
    // How often a path was asked for.
    [[nodiscard]] std::size_t asked(const std::string& path) const {
        std::size_t count = 0;
        for (const auto& request : server_.requests())
            if (request.target == path) ++count;
        return count;
    }

    test::TemporaryFolder folder_;
    test::HttpServer server_;
    settings::Settings settings_;
};

} // namespace khabar::pipeline
