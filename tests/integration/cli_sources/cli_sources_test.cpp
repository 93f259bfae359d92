// `khabar import opml`, `export opml` and `discover` as a user runs them: what they write is configuration
// that khabar takes.

#include "daemon/cli/sources/source_stanza.hpp"
#include "daemon/cli/terminal/exit_status.hpp"
#include "daemon/settings/load.hpp"
#include "daemon/store/hosts.hpp"
#include "daemon/store/orders.hpp"
#include "daemon/store/schema.hpp"
#include "daemon/store/sources.hpp"
#include "parsers/opml/opml.hpp"
#include "tests/integration/cli_read/run_program.hpp"
#include "tests/support/http_server/http_server.hpp"
#include "tests/support/temporary_folder/temporary_folder.hpp"

#include <boost/json.hpp>
#include <gmock/gmock.h>

#include <chrono>
#include <fstream>
#include <functional>

namespace khabar {
namespace {

using namespace std::chrono_literals;
using test::Ran;
using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

class CliSources : public testing::Test {
  protected:
    CliSources() {
        std::filesystem::create_directories(folder / "sources.d");
        write("khabar.yaml", "fetch:\n  delay: 0s\n"); // politeness is tested elsewhere
    }
    void write(const std::string& name, const std::string& text) const {
        std::ofstream(folder / name, std::ios::binary) << text;
    }
    Ran khabar(std::vector<std::string> arguments) const {
        arguments.insert(arguments.begin(), KHABAR_PROGRAM);
        return test::run_program(
            std::move(arguments),
            {"HOME=" + folder.string(), "KHABAR_CONFIG=" + (folder / "khabar.yaml").string()}, folder);
    }
    // The archive that a configuration names `khabar.db`.
    void change_archive(const std::function<void(store::Database&)>& change) const {
        store::Database db(folder / "khabar.db");
        store::migrate(db);
        store::Transaction transaction(db);
        change(db);
        transaction.commit();
    }
    [[nodiscard]] settings::Loaded configuration() const { return settings::load(folder / "khabar.yaml"); }

    const test::TemporaryFolder temporary;
    const std::filesystem::path folder = temporary.path();
};

// A feed and the one article that it lists.
void serve_feed(test::HttpServer& server, const std::string& feed, const std::string& article) {
    server.route(feed, [&server, article](const test::HttpRequest&) {
        return test::HttpReply{
            .headers = {{"content-type", "application/rss+xml"}},
            .body = "<rss version='2.0'><channel><title>T</title><item><title>Plan</title><link>" +
                    server.url(article) + "</link></item></channel></rss>"};
    });
    server.route(article, [article](const test::HttpRequest&) {
        return test::HttpReply{
            .headers = {{"content-type", "text/html; charset=utf-8"}},
            .body =
                "<html><head><title>Plan " + article + "</title></head><body><article><h1>Plan " + article +
                "</h1><p>The council met on Tuesday to decide on the plan, and after four hours it agreed "
                "with nine votes.</p><p>Work will begin in the spring, said the mayor, and end before the "
                "autumn rains come.</p></article></body></html>"};
    });
}

constexpr const char* list = R"(<opml version="2.0"><body>
  <outline text="سوريا"><outline text="عنب بلدي" xmlUrl="https://a.example/feed/"/>
    <outline text="The: &quot;Paper&quot; # 1" xmlUrl="https://b.example/rss.xml" category="agency" language="ar"/></outline>
  <outline text="yes" xmlUrl="https://c.example/feed"/>
  <outline text="again" xmlUrl="https://a.example/feed/"/>
  <outline text="mail" xmlUrl="mailto:desk@a.example"/>
  <outline text="known" xmlUrl="https://known.example/feed"/>
</body></opml>)";

TEST_F(CliSources, AnImportedListIsConfiguration) {
    write("sources.d/old.yaml", "sources:\n  - id: yes\n    url: https://known.example/feed\n");
    write("list.opml", list);
    const std::string output = (folder / "sources.d/new.yaml").string();
    const Ran ran = khabar({"import", "opml", (folder / "list.opml").string(), "-o", output});
    EXPECT_EQ(ran.status, cli::exit_ok) << ran.err;
    EXPECT_THAT(ran.err,
                AllOf(HasSubstr("twice in the list"), HasSubstr("configured already"),
                      HasSubstr("mailto:desk@a.example"), HasSubstr("3 of 6 feeds taken, 3 left out")));
    const settings::Loaded loaded = configuration();
    ASSERT_THAT(loaded.problems, IsEmpty()) << test::contents(output);
    ASSERT_EQ(loaded.settings.sources.size(), 4U);
    EXPECT_EQ(loaded.settings.sources[0].name, "عنب بلدي");
    EXPECT_EQ(loaded.settings.sources[0].id, "a-example");
    EXPECT_THAT(loaded.settings.sources[0].tags, ElementsAre("سوريا"));
    EXPECT_EQ(loaded.settings.sources[1].name, "The: \"Paper\" # 1");
    EXPECT_THAT(loaded.settings.sources[1].tags, ElementsAre("سوريا", "agency"));
    EXPECT_EQ(loaded.settings.sources[1].language, "ar");
    EXPECT_EQ(loaded.settings.sources[2].id, "yes-2");
}

TEST_F(CliSources, AFileIsOverwrittenByForceOnly) {
    write("list.opml", list);
    write("mine.yaml", "precious");
    const std::string output = (folder / "mine.yaml").string();
    const std::vector<std::string> command = {"import", "opml", (folder / "list.opml").string(), "-o",
                                              output};
    EXPECT_EQ(khabar(command).status, cli::exit_io);
    EXPECT_EQ(test::contents(output), "precious");
    std::vector<std::string> forced = command;
    forced.emplace_back("--force");
    EXPECT_EQ(khabar(forced).status, cli::exit_ok);
    EXPECT_THAT(test::contents(output), HasSubstr("https://a.example/feed/"));
}

TEST_F(CliSources, ARoundTripKeepsFeedsTagsAndNames) {
    write("sources.d/all.yaml",
          "sources:\n"
          "  - {id: one, url: https://a.example/feed, name: \"A & B\", tags: [x, y], language: ar}\n"
          "  - {id: two, url: https://b.example/feed}\n"
          "  - {id: map, kind: sitemap, url: https://c.example/sitemap.xml}\n");
    const std::string opml = (folder / "out.opml").string();
    const Ran exported = khabar({"export", "opml", "-o", opml});
    EXPECT_EQ(exported.status, cli::exit_ok);
    EXPECT_THAT(exported.err, HasSubstr("1 sources without a feed"));
    const auto parsed = opml::parse(test::contents(opml));
    ASSERT_TRUE(parsed);
    EXPECT_FALSE(parsed->salvaged);
    std::filesystem::remove(folder / "sources.d/all.yaml");
    EXPECT_EQ(khabar({"import", "opml", opml, "-o", (folder / "sources.d/back.yaml").string()}).status,
              cli::exit_ok);
    const settings::Loaded loaded = configuration();
    ASSERT_THAT(loaded.problems, IsEmpty());
    ASSERT_EQ(loaded.settings.sources.size(), 2U);
    EXPECT_EQ(loaded.settings.sources[0].name, "A & B");
    EXPECT_THAT(loaded.settings.sources[0].tags, ElementsAre("x", "y"));
    EXPECT_EQ(loaded.settings.sources[0].language, "ar");
    EXPECT_EQ(loaded.settings.sources[1].url, "https://b.example/feed");
}

TEST_F(CliSources, WhatIsNoListIsNamed) {
    write("list.opml", "<html>");
    EXPECT_EQ(khabar({"import", "opml", (folder / "list.opml").string()}).status, cli::exit_data);
    EXPECT_EQ(khabar({"import", "opml", (folder / "absent.opml").string()}).status, cli::exit_no_input);
}

TEST_F(CliSources, DiscoverPrintsASourceThatIsConfiguration) {
    test::HttpServer server;
    const auto serve = [&](const std::string& path, const std::string& type, const std::string& body) {
        server.route(path, [type, body](const test::HttpRequest&) {
            test::HttpReply reply;
            reply.headers = {{"content-type", type}};
            reply.body = body;
            return reply;
        });
    };
    serve("/", "text/html",
          "<html lang=ar><head><title>The: Paper</title>"
          "<link rel=alternate type='application/rss+xml' href='/feed'></head><body>x</body></html>");
    serve("/feed", "application/rss+xml",
          "<rss version='2.0'><channel><title>T</title><item><link>" + server.url("/a") +
              "</link></item></channel></rss>");
    const Ran yaml = khabar({"discover", server.url("/"), "--allow-private"});
    EXPECT_EQ(yaml.status, cli::exit_ok) << yaml.err;
    EXPECT_THAT(yaml.out, HasSubstr("announced by the page"));
    write("sources.d/found.yaml", yaml.out);
    const settings::Loaded loaded = configuration();
    ASSERT_THAT(loaded.problems, IsEmpty()) << yaml.out;
    ASSERT_EQ(loaded.settings.sources.size(), 1U);
    EXPECT_EQ(loaded.settings.sources[0].url, server.url("/feed"));
    EXPECT_EQ(loaded.settings.sources[0].name, "The: Paper");
    EXPECT_EQ(loaded.settings.sources[0].language, "ar");
    const Ran json = khabar({"discover", server.url("/"), "--allow-private", "--json"});
    const auto answer = boost::json::parse(json.out).as_object();
    EXPECT_EQ(answer.at("findings").at(0).at("entries"), 1);
    EXPECT_EQ(answer.at("source").at("kind"), "feed");
}

TEST_F(CliSources, InspectFetchesAnAddressAndFollowsAnIndexNewestFirst) {
    test::HttpServer server;
    const auto serve = [&](const std::string& path, const std::string& type, const std::string& body) {
        server.route(path, [type, body](const test::HttpRequest&) {
            return test::HttpReply{.headers = {{"content-type", type}}, .body = body};
        });
    };
    serve("/feed", "application/rss+xml; charset=windows-1256",
          "<rss "
          "version='2.0'><channel><title>\xCE\xC8\xD1</title><item><link>/a</link></item></channel></rss>");
    serve("/robots.txt", "text/plain", "User-agent: *\nDisallow: /hidden");
    serve("/index.xml", "application/xml",
          "<sitemapindex><sitemap><loc>" + server.url("/old.xml") +
              "</loc><lastmod>2020-01-01</lastmod></sitemap><sitemap><loc>" + server.url("/new.xml") +
              "</loc><lastmod>2025-01-01</lastmod></sitemap><sitemap><loc>" + server.url("/gone.xml") +
              "</loc></sitemap></sitemapindex>");
    serve("/old.xml", "application/xml", "<urlset><url><loc>" + server.url("/1") + "</loc></url></urlset>");
    serve("/new.xml", "application/xml", "<urlset><url><loc>" + server.url("/2") + "</loc></url></urlset>");
    const auto inspect = [&](const std::string& kind, const std::string& path) {
        const Ran ran = khabar({"inspect", kind, server.url(path), "--allow-private", "--json"});
        EXPECT_EQ(ran.status, cli::exit_ok) << ran.err;
        return boost::json::parse(ran.out).as_object();
    };
    const auto feed = inspect("feed", "/feed");
    EXPECT_EQ(feed.at("title"), "خبر");
    EXPECT_EQ(feed.at("entries").at(0).at("link"), boost::json::value(server.url("/a")));
    const auto index = inspect("sitemap", "/index.xml");
    ASSERT_EQ(index.at("locs").as_array().size(), 2U);
    EXPECT_EQ(index.at("locs").at(0).at("loc"), boost::json::value(server.url("/2")));
    ASSERT_EQ(index.at("files").as_array().size(), 3U);
    EXPECT_TRUE(index.at("files").at(2).as_object().contains("error"));
    EXPECT_EQ(index.at("unread"), 0);
    const Ran hidden = khabar({"inspect", "links", server.url("/hidden"), "--allow-private"});
    EXPECT_EQ(hidden.status, cli::exit_failed);
    EXPECT_THAT(hidden.err, HasSubstr("robots"));
    const Ran unasked = khabar({"inspect", "feed", server.url("/feed")});
    EXPECT_EQ(unasked.status, cli::exit_failed);
}

TEST_F(CliSources, FetchTellsASitemapFromAPage) {
    test::HttpServer server;
    server.route("/map.xml", [](const test::HttpRequest&) {
        return test::HttpReply{.headers = {{"content-type", "application/xml"}},
                               .body = "<urlset><url><loc>https://a.example/1</loc></url></urlset>"};
    });
    const Ran ran = khabar({"fetch", server.url("/map.xml"), "--allow-private"});
    EXPECT_EQ(ran.status, cli::exit_failed);
    EXPECT_THAT(ran.err, AllOf(HasSubstr("a sitemap and no page"), HasSubstr("khabar inspect sitemap")));
}

TEST_F(CliSources, FetchAndRunSayAlikeThatTheDatabaseCannotBeHad) {
    write("no.db", std::string(4096, 'x'));
    for (const auto& [database, status] : {std::pair<std::string, int>("no.db", cli::exit_data),
                                           std::pair<std::string, int>("no.db/a.db", cli::exit_io)}) {
        write("khabar.yaml", "store:\n  database: " + (folder / database).string() + "\n");
        const Ran fetched = khabar({"fetch", "--store", "http://127.0.0.1:1/"});
        EXPECT_EQ(fetched.status, status) << fetched.err;
        EXPECT_THAT(fetched.err, HasSubstr("stopped by the database"));
        EXPECT_EQ(khabar({"run"}).status, status);
    }
}

TEST_F(CliSources, RunSaysInOneLineThatItsStatusAddressIsTaken) {
    const test::HttpServer taken;
    const std::string address = "127.0.0.1:" + std::to_string(taken.port());
    write("khabar.yaml",
          "store:\n  database: " + (folder / "a.db").string() + "\nstatus:\n  listen: " + address + "\n");
    const Ran ran = khabar({"run"});
    EXPECT_EQ(ran.status, cli::exit_unavailable);
    EXPECT_THAT(ran.err, HasSubstr("not started"));
    EXPECT_THAT(ran.err, HasSubstr(address + ": Address already in use"));
    EXPECT_THAT(ran.err, testing::Not(HasSubstr("/usr/include")));
}

TEST_F(CliSources, DiscoverDoesNotLookIntoThePrivateNetworkUnasked) {
    test::HttpServer server;
    const Ran ran = khabar({"discover", server.url("/")});
    EXPECT_EQ(ran.status, cli::exit_failed);
    EXPECT_THAT(ran.err, HasSubstr("cannot look at the site"));
    EXPECT_THAT(server.requests(), IsEmpty());
}

// "127.0.0.1" is what a configured source on that host is called where nobody names it otherwise.
TEST_F(CliSources, AFeedThatIsFetchedOnceLeavesConfiguredSourcesAlone) {
    test::HttpServer server;
    serve_feed(server, "/feed", "/a");
    serve_feed(server, "/other", "/b");
    write("khabar.yaml",
          "fetch:\n  delay: 0s\nstore:\n  database: khabar.db\nsources:\n  - {id: 127.0.0.1, url: \"" +
              server.url("/feed") + "\"}\n");
    EXPECT_EQ(khabar({"fetch", "127.0.0.1", "--allow-private"}).status, cli::exit_ok);
    const std::string once = server.url("/other?page=1");
    std::string with_password = once;
    with_password.insert(once.find("127."), "user:sesame@");
    const Ran ran = khabar({"fetch", with_password, "--allow-private"});
    EXPECT_EQ(ran.status, cli::exit_ok) << ran.err;
    EXPECT_THAT(ran.out, HasSubstr(once + ": 1 new, 0 known, 1 fetched, 1 stored"));
    const store::Database db(folder / "khabar.db");
    EXPECT_EQ(store::load_source_state(db, "127.0.0.1")->configured_url, server.url("/feed"));
    EXPECT_EQ(store::load_source_state(db, "127.0.0.1")->totals.polls, 1);
    EXPECT_EQ(store::load_source_state(db, once)->totals.polls, 1);
    const auto named = boost::json::parse(khabar({"sources", once, "--json"}).out);
    EXPECT_EQ(named.at("articles"), 1);
    EXPECT_EQ(named.at("configured"), false);
    const Ran articles = khabar({"articles", "--source", once, "--json"});
    EXPECT_THAT(articles.out, AllOf(HasSubstr("/b"), Not(HasSubstr("/a\""))));
}

TEST_F(CliSources, HostsTellsTheDelayThatSourcesAskFor) {
    store::HostPacing row;
    row.group = "a.example";
    change_archive([&row](store::Database& db) { store::save_host(db, row); });
    write("khabar.yaml", "store:\n  database: khabar.db\nsources:\n"
                         "  - {id: a, url: https://a.example/1, delay: 8s}\n"
                         "  - {id: b, url: https://www.a.example/2, delay: 0s}\n");
    const auto host = boost::json::parse(khabar({"hosts", "a.example", "--json"}).out);
    EXPECT_EQ(host.at("delay_ms"), 8000);
    EXPECT_EQ(host.at("reason"), "delay of a source");
}

TEST_F(CliSources, ASourceWhoseSecretCannotBeHadIsNotAsked) {
    test::HttpServer server;
    serve_feed(server, "/feed", "/a");
    const std::string main = "fetch:\n  delay: 0s\nstore:\n  database: khabar.db\n";
    write("khabar.yaml", main + "sources:\n  - id: locked\n    url: " + server.url("/feed") +
                             "\n    auth: {bearer: {env: KHABAR_TEST_TOKEN}}\n  - {id: open, url: " +
                             server.url("/feed?open") + "}\n");
    const Ran locked = khabar({"fetch", "locked", "--allow-private"});
    EXPECT_EQ(locked.status, cli::exit_config);
    EXPECT_THAT(locked.err,
                HasSubstr("khabar.yaml:8:20: environment variable 'KHABAR_TEST_TOKEN' is not set"));
    EXPECT_THAT(server.requests(), IsEmpty());
    EXPECT_EQ(khabar({"fetch", "open", "--allow-private"}).status, cli::exit_ok);
    EXPECT_FALSE(server.requests().empty());
    write("khabar.yaml",
          "fetch:\n  proxy: http://127.0.0.1:1\n  proxy_username: a\n  proxy_password: {file: absent}\n");
    for (const std::vector<std::string>& command : {std::vector<std::string>{"fetch", server.url("/a")},
                                                    {"explain", server.url("/a")},
                                                    {"discover", server.url("/")},
                                                    {"inspect", "feed", server.url("/feed")}}) {
        const Ran ran = khabar(command);
        EXPECT_EQ(ran.status, cli::exit_config) << command[0];
        EXPECT_THAT(ran.err, HasSubstr("absent")) << command[0];
    }
}

class CliFetchPacing : public CliSources {
  protected:
    CliFetchPacing() {
        serve_feed(server, "/feed", "/a");
        write("khabar.yaml", "fetch:\n  delay: 0s\n  robots: false\nstore:\n  database: khabar.db\nsources:\n"
                             "  - {id: paper, url: \"" +
                                 server.url("/feed") + "\", allow_private: true}\n");
    }
    [[nodiscard]] store::HostPacing closed_for(std::chrono::hours time) const {
        store::HostPacing row;
        row.group = group;
        row.next_allowed =
            std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now()) + time;
        return row;
    }
    [[nodiscard]] store::FineTime stored_opening() const {
        return store::next_allowed(store::Database(folder / "khabar.db"), group).value();
    }
    Ran fetch() const { return khabar({"fetch", "paper"}); }

    test::HttpServer server;
    const std::string group = "127.0.0.1:" + std::to_string(server.port());
};

TEST_F(CliFetchPacing, AHostThatIsClosedIsNotAsked) {
    const store::HostPacing closed = closed_for(20h);
    change_archive([&](store::Database& db) { store::save_host(db, closed); });
    const Ran source = fetch();
    EXPECT_EQ(source.status, cli::exit_failed);
    EXPECT_THAT(source.err, HasSubstr("is not to be asked for"));
    const Ran page = khabar({"fetch", "--store", server.url("/a"), "--allow-private"});
    EXPECT_EQ(page.status, cli::exit_failed);
    EXPECT_THAT(page.err, HasSubstr("is not to be asked for"));
    EXPECT_THAT(server.requests(), IsEmpty());
    EXPECT_EQ(stored_opening(), closed.next_allowed);
}

TEST_F(CliFetchPacing, TheOperatorsDelayHolds) {
    change_archive([&](store::Database& db) { store::set_host_rule(db, group, 3h); });
    const Ran ran = fetch();
    EXPECT_THAT(ran.out, HasSubstr("1 new, 0 known, 1 fetched, 0 stored, 1 failed"));
    EXPECT_EQ(server.requests().size(), 1U);
}

TEST_F(CliFetchPacing, WhatAHostAsksForIsKept) {
    server.route("/feed", [](const test::HttpRequest&) {
        return test::HttpReply{.status = 429, .headers = {{"Retry-After", "7200"}}};
    });
    const store::FineTime soon = closed_for(1h).next_allowed;
    EXPECT_EQ(fetch().status, cli::exit_failed);
    EXPECT_GT(stored_opening(), soon);
    EXPECT_EQ(fetch().status, cli::exit_failed);
    EXPECT_EQ(server.requests().size(), 1U);
}

TEST_F(CliFetchPacing, WhatADaemonLearnsMeanwhileStays) {
    const store::HostPacing closed = closed_for(20h);
    server.route("/a", [&](const test::HttpRequest&) {
        change_archive([&](store::Database& db) { store::save_host(db, closed); });
        return test::HttpReply{.status = 404};
    });
    EXPECT_EQ(fetch().status, cli::exit_ok);
    EXPECT_EQ(stored_opening(), closed.next_allowed);
}

TEST(SourceStanza, IdsAreUnique) {
    std::set<std::string, std::less<>> taken;
    EXPECT_EQ(cli::make_source_id("The Paper", "https://a.example/", taken), "the-paper");
    EXPECT_EQ(cli::make_source_id("The Paper", "https://a.example/", taken), "the-paper-2");
    EXPECT_EQ(cli::make_source_id("جريدة", "https://www.a.example/feed", taken), "a-example");
    EXPECT_EQ(cli::make_source_id("", "", taken), "source");
    EXPECT_LE(cli::make_source_id(std::string(500, 'x'), "", taken).size(), 64U);
}

} // namespace
} // namespace khabar
