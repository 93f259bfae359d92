// `khabar explain` as a user runs it: an address, a file, a stored article, a rule that is tried.
#include "daemon/cli/terminal/exit_status.hpp"
#include "daemon/store/articles.hpp"
#include "daemon/store/schema.hpp"
#include "tests/integration/cli_read/run_program.hpp"
#include "tests/support/http_server/http_server.hpp"
#include "tests/support/temporary_folder/temporary_folder.hpp"

#include <boost/json.hpp>
#include <gmock/gmock.h>

namespace khabar {
namespace {

namespace json = boost::json;
using test::HttpReply;
using test::HttpRequest;
using test::Ran;
using testing::HasSubstr;
using testing::Not;

const std::string page =
    "<html><head><title>Plan agreed</title></head><body><article><h1>Plan agreed</h1><div "
    "class=entry-content>"
    "<p>The council met on Tuesday to decide on the plan, and after four hours it agreed with nine votes.</p>"
    "<p class=promo>Work will begin in the spring, said the mayor, and end before the autumn rains come.</p>"
    "</div></article></body></html>";

class ExplainCommand : public testing::Test {
  protected:
    ExplainCommand() {
        server.route("/plan", [](const HttpRequest&) {
            HttpReply reply;
            reply.headers = {{"content-type", "text/html; charset=utf-8"}, {"server", "presses/2"}};
            reply.body = page;
            return reply;
        });
        server.route("/old", [this](const HttpRequest&) {
            HttpReply reply;
            reply.status = 301;
            reply.headers = {{"location", server.url("/plan")}};
            return reply;
        });
        server.route("/robots.txt", [](const HttpRequest&) {
            return HttpReply{.body = "User-agent: *\nDisallow: /secret\nAllow: /plan\n"};
        });
    }

    Ran explain(std::vector<std::string> arguments) const {
        arguments.insert(arguments.begin(), {KHABAR_PROGRAM, "explain"});
        return test::run_program(std::move(arguments),
                                 {"HOME=" + folder.string(), "XDG_DATA_HOME=" + folder.string()}, folder);
    }
    std::string file(const std::string& name, const std::string& content) const {
        std::ofstream(folder / name, std::ios::binary) << content;
        return folder / name;
    }

    const test::TemporaryFolder temporary;
    const std::filesystem::path folder = temporary.path();
    test::HttpServer server;
};

TEST_F(ExplainCommand, AnAddressWithItsRedirectHeadersAndRobotsVerdict) {
    const Ran ran = explain({server.url("/old"), "--allow-private"});
    EXPECT_EQ(ran.status, cli::exit_ok) << ran.err;
    EXPECT_THAT(ran.out, HasSubstr("allowed"));
    EXPECT_THAT(ran.out, HasSubstr("301 " + server.url("/old") + " -> " + server.url("/plan")));
    EXPECT_THAT(ran.out, HasSubstr("status        200 from 127.0.0.1"));
    EXPECT_THAT(ran.out, HasSubstr("server        presses/2"));
    EXPECT_THAT(ran.out, HasSubstr("* HTTP header"));
    const Ran machine = explain({server.url("/plan"), "--allow-private", "--json"});
    const json::value out = json::parse(machine.out);
    EXPECT_EQ(out.at("fetch").at("status"), 200);
    EXPECT_EQ(out.at("fetch").at("robots"), "allowed, line 3");
    EXPECT_EQ(out.at("article").at("title"), "Plan agreed");
}

TEST_F(ExplainCommand, WhatRobotsForbidIsNotFetched) {
    const Ran ran = explain({server.url("/secret"), "--allow-private"});
    EXPECT_EQ(ran.status, cli::exit_failed);
    EXPECT_THAT(ran.out, HasSubstr("forbidden, line 2"));
    EXPECT_THAT(ran.err, HasSubstr("robots_denied"));
    for (const HttpRequest& request : server.requests())
        EXPECT_NE(request.target, "/secret");
}

TEST_F(ExplainCommand, PrivateAddressesNeedLeave) {
    const Ran ran = explain({server.url("/plan")});
    EXPECT_EQ(ran.status, cli::exit_failed);
    EXPECT_THAT(ran.out, HasSubstr("robots.txt    not asked"));
    EXPECT_THAT(ran.err, HasSubstr("refused_address"));
    EXPECT_TRUE(server.requests().empty());
}

TEST_F(ExplainCommand, AFileAndItsPicture) {
    const std::string picture = folder / "out.html";
    const Ran ran =
        explain({file("page.html", page), "--url", "https://paper.example/plan", "--html", picture});
    EXPECT_EQ(ran.status, cli::exit_ok) << ran.err;
    EXPECT_THAT(ran.out, HasSubstr("Kept (2 lines"));
    EXPECT_THAT(test::contents(picture), HasSubstr("Content-Security-Policy"));
    EXPECT_EQ(explain({folder / "none.html"}).status, cli::exit_no_input);
    EXPECT_EQ(explain({folder / "page.html", "--html", folder / "no/such/folder.html"}).status, cli::exit_io);
}

TEST_F(ExplainCommand, ARuleIsTriedAndItsEffectShown) {
    const std::string html = file("page.html", page);
    const std::string rule = file("rule.yaml", "sites:\n  - hosts: [paper.example]\n    drop: .promo\n");
    const Ran only = explain({html, "--rule", rule});
    EXPECT_EQ(only.status, cli::exit_ok) << only.err;
    EXPECT_THAT(only.out, HasSubstr("What the rule changes\n  - Work will begin"));
    EXPECT_THAT(only.out, HasSubstr("site rule     paper.example, " + rule));
    const std::string two = file("two.yaml", "sites:\n  - hosts: [paper.example]\n    drop: .promo\n"
                                             "  - hosts: [other.example]\n    drop: p\n");
    const Ran matched = explain({html, "--rule", two, "--url", "https://www.paper.example/1", "--json"});
    EXPECT_EQ(json::parse(matched.out).at("rule_effect").at("lost").as_array().size(), 1u);
    const Ran unmatched = explain({html, "--rule", two});
    EXPECT_EQ(unmatched.status, cli::exit_usage);
    EXPECT_THAT(unmatched.err, HasSubstr("--url"));
    const Ran broken =
        explain({html, "--rule", file("bad.yaml", "sites:\n  - hosts: [a.example]\n    drop: 'p['\n")});
    EXPECT_EQ(broken.status, cli::exit_config);
    EXPECT_THAT(broken.err, HasSubstr("bad.yaml:3:"));
}

TEST_F(ExplainCommand, AStoredArticleIsFetchedAgainOrToldFromTheArchive) {
    const std::string db = folder / "archive.db";
    {
        store::Database database(db);
        store::migrate(database);
        store::Transaction transaction(database);
        store::NewArticle article;
        article.url = server.url("/plan");
        article.key = "127.0.0.1/plan";
        article.title = "Plan \x1b[2J agreed";
        article.text = "Text.";
        store::insert_article(database, article);
        article.url = server.url("/withdrawn");
        article.key = "127.0.0.1/withdrawn";
        article.via = store::Via::feed;
        store::insert_article(database, article);
        transaction.commit();
    }
    const Ran again = explain({"1", "--db", db, "--allow-private"});
    EXPECT_EQ(again.status, cli::exit_ok) << again.err;
    EXPECT_THAT(again.out, HasSubstr("Kept (2 lines"));
    const Ran offline = explain({"1", "--db", db, "--offline"});
    EXPECT_EQ(offline.status, cli::exit_ok);
    EXPECT_THAT(offline.out, HasSubstr("keeps the text and not the page"));
    EXPECT_THAT(offline.out, Not(HasSubstr("\x1b")));
    const Ran withdrawn = explain({"2", "--db", db, "--allow-private"});
    EXPECT_EQ(withdrawn.status, cli::exit_failed);
    EXPECT_THAT(withdrawn.err, HasSubstr("not_found"));
    EXPECT_THAT(withdrawn.out, HasSubstr("what the feed said"));
    EXPECT_EQ(explain({"99", "--db", db}).status, cli::exit_failed);
}

TEST_F(ExplainCommand, ASourcesSecretsGoToItsOwnServerAlone) {
    test::HttpServer elsewhere;
    const std::string db = folder / "archive.db";
    {
        store::Database database(db);
        store::migrate(database);
        store::Transaction transaction(database);
        for (const test::HttpServer* each : {&server, &elsewhere}) {
            store::NewArticle article;
            article.source_id = "locked";
            article.key = article.url = each->url("/plan");
            store::insert_article(database, article);
        }
        transaction.commit();
    }
    const std::string config = file("khabar.yaml", "sources:\n  - {id: locked, url: \"" +
                                                       server.url("/feed") + "\", auth: {bearer: sesame}}\n");
    for (const char* id : {"1", "2"})
        explain({"-c", config, id, "--db", db, "--allow-private"});
    ASSERT_FALSE(server.requests().empty());
    EXPECT_EQ(server.requests().back().header("authorization"), "Bearer sesame");
    ASSERT_FALSE(elsewhere.requests().empty());
    for (const HttpRequest& request : elsewhere.requests())
        EXPECT_EQ(request.header("authorization"), "");
}

TEST_F(ExplainCommand, OfflineFetchesNothing) {
    EXPECT_EQ(explain({server.url("/plan"), "--offline", "--allow-private"}).status, cli::exit_usage);
    EXPECT_TRUE(server.requests().empty());
}

} // namespace
} // namespace khabar
