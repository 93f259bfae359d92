// The page of a stored article is looked at again (`revisit:`): what the server may say then, and what the
// archive makes of it. Time does not pass here; the database's past is moved back instead.

#include "daemon/store/changes.hpp"
#include "daemon/store/revisions.hpp"
#include "daemon/store/visits.hpp"

#include "crawl_fixture.hpp"

namespace khabar::pipeline {
namespace {

using namespace std::chrono_literals;
using test::RawStep;
using Kind = RawStep::Kind;

class RevisitCrawlTest : public CrawlTest {
  protected:
    RevisitCrawlTest() {
        settings_.fetch.revisit = {1h, 6h, 72h};
        server_.route("/feed", [this](const HttpRequest&) { return rss(item("/a")); });
        answer(tagged(page("A bridge opens", 1), "\"first\""));
        add_source("paper", "/feed");
        crawl([](const Crawl& crawl, Crawler&) { return crawl.counters.pages_stored == 1; });
    }

    static HttpReply tagged(std::string body, const std::string& etag) {
        HttpReply reply = html(std::move(body));
        reply.headers.emplace_back("etag", etag);
        return reply;
    }
    void answer(HttpReply reply) {
        server_.route("/a", [reply = std::move(reply)](const HttpRequest&) { return reply; });
    }
    void answer(std::vector<RawStep> steps) {
        server_.raw("/a", [steps = std::move(steps)](const HttpRequest&) { return steps; });
    }
    void answer_status(int status) { answer(HttpReply{.status = status}); }

    // So long ago, now, is everything that has happened; feeds are not due for it.
    void pass(std::chrono::seconds time) {
        const std::string by = " - " + std::to_string(time.count());
        store::Database db = database();
        db.execute("UPDATE link SET due = due" + by + ", discovered_at = discovered_at" + by);
        db.execute("UPDATE article SET fetched_at = fetched_at" + by);
        db.execute("UPDATE visit SET checked_at = checked_at" + by + ", shorter_at = shorter_at" + by +
                   ", missing_at = missing_at" + by + ", retracted_at = retracted_at" + by);
        db.execute("UPDATE source SET next_due = 4000000000");
    }
    [[nodiscard]] std::size_t looks() const {
        std::size_t count = 0;
        for (const HttpRequest& request : server_.requests())
            count += request.target == "/a" ? 1 : 0;
        return count;
    }
    [[nodiscard]] HttpRequest last_look() const {
        HttpRequest last;
        for (const HttpRequest& request : server_.requests())
            if (request.target == "/a") last = request;
        return last;
    }
    // After so much time the daemon runs, looks at the page once and drains.
    Counters look_again(std::chrono::seconds after = 1h) {
        pass(after);
        const std::size_t before = looks();
        return crawl([&](const Crawl&, Crawler& crawler) {
            return looks() == before + 1 && crawler.in_flight() == 0;
        });
    }

    [[nodiscard]] std::string key() const { return "127.0.0.1:" + std::to_string(server_.port()) + "/a"; }
    [[nodiscard]] store::StoredArticle article() const { return *store::find_article(database(), 1); }
    [[nodiscard]] store::Link link() const { return *store::find_link(database(), key()); }
    [[nodiscard]] std::vector<std::string> changes() const {
        std::vector<std::string> kinds;
        for (const store::Change& change : store::changes_after(database(), 0, 100))
            kinds.emplace_back(store::name(change.kind));
        return kinds;
    }
    [[nodiscard]] bool is_retracted() const {
        const auto visit = store::find_visit(database(), 1);
        return visit && visit->retracted_at;
    }
    // The next look is planned at that age of the link.
    void expect_next_at(std::chrono::seconds age) const {
        EXPECT_EQ(link().state, store::LinkState::pending);
        EXPECT_EQ(link().due - link().discovered_at, age);
    }
    void expect_as_first_stored() const {
        EXPECT_EQ(article().title, "A bridge opens");
        EXPECT_EQ(article().text, paragraph(1) + "\n\n" + paragraph(101));
        EXPECT_EQ(store::list_revisions(database(), 1).size(), 1U);
        EXPECT_EQ(store::count_articles(database()), 1);
    }
    using Kinds = std::vector<std::string>;
};

TEST_F(RevisitCrawlTest, NotModifiedChangesNothing) {
    server_.route("/a", [](const HttpRequest& request) {
        return HttpReply{.status = request.header("if-none-match") == "\"first\"" ? 304 : 500};
    });
    expect_next_at(1h);
    const Counters counted = look_again();
    EXPECT_EQ(last_look().header("if-none-match"), "\"first\"");
    EXPECT_EQ(counted.pages_failed, 0U);
    expect_as_first_stored();
    EXPECT_EQ(changes(), Kinds{"new"});
    EXPECT_EQ(store::find_visit(database(), 1)->visits, 1);
    expect_next_at(6h);
}

TEST_F(RevisitCrawlTest, AChangedTextIsARevision) {
    answer(tagged(page("A bridge opens", 2), "\"second\""));
    const Counters counted = look_again();
    EXPECT_EQ(counted.pages_updated, 1U);
    EXPECT_EQ(article().text, paragraph(2) + "\n\n" + paragraph(102));
    EXPECT_EQ(changes(), (Kinds{"new", "revised"}));
    const auto revisions = store::list_revisions(database(), 1);
    ASSERT_EQ(revisions.size(), 2U);
    EXPECT_EQ(revisions[1].changed, Kinds{"text"});
    EXPECT_EQ(store::find_revision(database(), 1, 1)->text, paragraph(1) + "\n\n" + paragraph(101));
    EXPECT_EQ(store::find_visit(database(), 1)->etag, "\"second\"");
    expect_next_at(6h);
}

TEST_F(RevisitCrawlTest, TheSameTextUnderAnotherETagIsNone) {
    answer(tagged(page("A bridge opens", 1), "\"second\""));
    look_again();
    expect_as_first_stored();
    EXPECT_EQ(changes(), Kinds{"new"});
    EXPECT_EQ(store::find_visit(database(), 1)->etag, "\"second\"");
    expect_next_at(6h);
}

TEST_F(RevisitCrawlTest, GoneIsRetractedAndKept) {
    answer_status(410);
    look_again();
    expect_as_first_stored();
    EXPECT_TRUE(is_retracted());
    EXPECT_EQ(changes(), (Kinds{"new", "retracted"}));
    expect_next_at(6h);
    look_again(5h);
    EXPECT_EQ(changes(), (Kinds{"new", "retracted"})) << "once";
    answer(tagged(page("A bridge opens", 1), "\"first\""));
    look_again(66h);
    EXPECT_FALSE(is_retracted());
    EXPECT_EQ(changes(), (Kinds{"new", "retracted", "restored"}));
    EXPECT_EQ(link().state, store::LinkState::done) << "that was its last age";
}

TEST_F(RevisitCrawlTest, NotFoundIsRetractedWhenItIsSeenAgain) {
    answer_status(404);
    look_again();
    EXPECT_FALSE(is_retracted()) << "servers say so while they are being repaired";
    EXPECT_EQ(changes(), Kinds{"new"});
    EXPECT_EQ(link().error, "not_found");
    look_again();
    EXPECT_TRUE(is_retracted());
    EXPECT_EQ(changes(), (Kinds{"new", "retracted"}));
    expect_as_first_stored();
}

TEST_F(RevisitCrawlTest, NotFoundOnceIsForgottenWhenThePageIsBack) {
    answer_status(404);
    look_again();
    answer(tagged(page("A bridge opens", 1), "\"first\""));
    look_again();
    answer_status(404);
    look_again(6h);
    EXPECT_FALSE(is_retracted()) << "counted from the first time again";
    EXPECT_EQ(changes(), Kinds{"new"});
}

// The transfer ends early, whichever way its length was told: the shortened text is never compared.
TEST_F(RevisitCrawlTest, ABrokenTransferIsNoRevision) {
    const std::string half = page("A bridge opens", 2).substr(0, page("A bridge opens", 2).size() / 2);
    const std::string head = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n";
    const std::string packed = test::gzip(page("A bridge opens", 2));
    const std::string cut = packed.substr(0, packed.size() - 12);
    const std::vector<std::vector<RawStep>> broken{
        {{Kind::send, head + "Content-Length: 100000\r\n\r\n" + half}},
        {{Kind::send, head + "Content-Length: 100000\r\n\r\n" + half}, {Kind::reset}},
        {{Kind::send, head + "Transfer-Encoding: chunked\r\n\r\n10\r\n" + half.substr(0, 16) + "\r\n"}},
        {{Kind::send, head + "Content-Encoding: gzip\r\nContent-Length: " + std::to_string(cut.size()) +
                          "\r\n\r\n" + cut}},
    };
    for (const auto& steps : broken) {
        answer(steps);
        look_again();
        expect_as_first_stored();
        EXPECT_EQ(changes(), Kinds{"new"});
        EXPECT_TRUE(link().error == "truncated" || link().error == "reset") << link().error;
        EXPECT_EQ(link().state, store::LinkState::pending) << "it is tried again";
    }
}

TEST_F(RevisitCrawlTest, ALoginPageIsNoRevision) {
    const std::string form = "<html><head><title>Members</title></head><body><h1>Members</h1><p>" +
                             paragraph(4) + "</p><form><input type=password></form></body></html>";
    server_.route("/login", [form](const HttpRequest&) { return html(form); });
    answer(html(form));
    look_again();
    expect_as_first_stored();
    EXPECT_EQ(link().error, "blocked");
    answer(HttpReply{.status = 302, .headers = {{"Location", "/login?next=/a"}}});
    look_again();
    expect_as_first_stored();
    EXPECT_EQ(link().error, "blocked");
    EXPECT_EQ(changes(), Kinds{"new"});
    EXPECT_FALSE(is_retracted());
}

// Withdrawn stories are often sent to the front page, a topic, or whatever replaced them.
TEST_F(RevisitCrawlTest, AnotherPageAtTheEndOfARedirectIsNoRevision) {
    const std::string front =
        "<html><head><title>Today's paper</title></head><body><article><h1>Today's paper</h1><p>" +
        paragraph(1).substr(0, 60) +
        "</p><p>Fishermen along the northern coast went back to sea on Sunday after three weeks of gales "
        "that "
        "had kept every boat in port, and the auction halls sold mackerel by noon for the first time since "
        "the holidays, at prices which buyers called absurd.</p><p>Pupils of the academy of music will "
        "play in the gallery every evening until spring; seats are free, yet must be asked for by letter, "
        "because last year's concerts drew twice as many listeners as the room can hold.</p></article></body>"
        "</html>";
    server_.route("/elsewhere", [front](const HttpRequest&) { return html(front); });
    answer(HttpReply{.status = 302, .headers = {{"Location", "/elsewhere"}}});
    look_again();
    expect_as_first_stored();
    EXPECT_EQ(changes(), Kinds{"new"});
    EXPECT_EQ(link().error, "wrong_content");
    EXPECT_NE(link().error_detail.find("/elsewhere"), std::string::npos) << link().error_detail;
}

TEST_F(RevisitCrawlTest, AStoryThatMovedIsStillItself) {
    server_.route("/moved", [](const HttpRequest&) {
        std::string body = page("A bridge opens", 1);
        body.insert(body.find("</article>"), "<p>Update: the toll will be collected from Monday on.</p>");
        return html(body);
    });
    answer(HttpReply{.status = 301, .headers = {{"Location", "/moved"}}});
    look_again();
    EXPECT_EQ(changes(), (Kinds{"new", "revised"}));
    EXPECT_NE(article().text.find("the toll"), std::string::npos);
    EXPECT_EQ(store::count_articles(database()), 1);
    expect_next_at(6h);
}

} // namespace
} // namespace khabar::pipeline
