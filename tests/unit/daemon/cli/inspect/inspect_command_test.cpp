#include "daemon/cli/inspect/inspect_command.hpp"
#include "daemon/cli/terminal/exit_status.hpp"
#include "tests/unit/daemon/cli/temporary_file.hpp"

#include <boost/json.hpp>
#include <gtest/gtest.h>

#include <sstream>

namespace khabar::cli {
namespace {

namespace json = boost::json;

struct Run {
    int status = 0;
    std::string out, err;
};

Run inspect(const InspectOptions& options) {
    testing::internal::CaptureStdout();
    testing::internal::CaptureStderr();
    Run run;
    run.status = run_inspect(options);
    std::fflush(stdout);
    run.out = testing::internal::GetCapturedStdout();
    run.err = testing::internal::GetCapturedStderr();
    return run;
}

std::vector<json::object> batch(const std::string& kind, std::string_view lines) {
    const TemporaryFile file(lines);
    InspectOptions options;
    options.kind = kind;
    options.input = file.path();
    options.batch = true;
    const auto run = inspect(options);
    EXPECT_EQ(run.status, exit_ok);
    std::vector<json::object> answers;
    std::istringstream out(run.out);
    for (std::string line; std::getline(out, line);)
        answers.push_back(json::parse(line).as_object());
    return answers;
}

TEST(InspectFeed, ShowsHowATextBeginsWhereThereIsNoTitle) {
    // <rss><channel><link>https://a.example/</link><item><description>&lt;p>First words</description></item>
    // <item><link>https://a.example/2</link></item></channel></rss>
    const auto answers = batch(
        "feed",
        R"({"base64":"PHJzcz48Y2hhbm5lbD48bGluaz5odHRwczovL2EuZXhhbXBsZS88L2xpbms+PGl0ZW0+PGRlc2NyaXB0aW9uPiZsdDtwPkZpcnN0IHdvcmRzPC9kZXNjcmlwdGlvbj48L2l0ZW0+PGl0ZW0+PGxpbms+aHR0cHM6Ly9hLmV4YW1wbGUvMjwvbGluaz48L2l0ZW0+PC9jaGFubmVsPjwvcnNzPg=="})");
    ASSERT_EQ(answers.size(), 1u);
    EXPECT_EQ(answers[0].at("title"), "https://a.example/");
    EXPECT_EQ(answers[0].at("title_from"), "link");
    const auto& entries = answers[0].at("entries").as_array();
    ASSERT_EQ(entries.size(), 2u);
    EXPECT_EQ(entries[0].at("title"), "First words");
    EXPECT_EQ(entries[0].at("title_from"), "text");
    EXPECT_EQ(entries[1].at("title"), "https://a.example/2");
}

// The names are a contract: scripts read them.
TEST(InspectFeed, SaysOfAnEntryWhatWasAskedFor) {
    // {"items":[{"id":"i","url":"https://a.example/1","title":"T","authors":[{"name":"A"},{"name…
    const auto answers = batch(
        "feed",
        R"({"base64":"eyJpdGVtcyI6W3siaWQiOiJpIiwidXJsIjoiaHR0cHM6Ly9hLmV4YW1wbGUvMSIsInRpdGxlIjoiVCIsImF1dGhvcnMiOlt7Im5hbWUiOiJBIn0seyJuYW1lIjoiQiJ9XSwic3VtbWFyeSI6IlMiLCJjb250ZW50X2h0bWwiOiI8cD5DIiwiZGF0ZV9wdWJsaXNoZWQiOiIyMDI1LTEwLTEyVDEwOjAwOjAwWiJ9XX0="})");
    const auto& entry = answers.at(0).at("entries").at(0).as_object();
    const std::pair<std::string_view, std::string_view> fields[] = {
        {"id", "i"},           {"link", "https://a.example/1"},
        {"title", "T"},        {"author", "A, B"},
        {"summary", "S"},      {"content", "<p>C"},
        {"original_link", ""}, {"published", "2025-10-12T10:00:00Z"}};
    for (const auto& [name, value] : fields)
        EXPECT_EQ(entry.at(name).as_string(), value) << name;
    EXPECT_TRUE(entry.at("updated").is_null());
    EXPECT_EQ(entry.at("authors").as_array().size(), 2u);
}

TEST(InspectBatch, AnswersEachLineInOrderAndGoesOnAfterABadOne) {
    const auto answers = batch("url", R"({"id":"a","input":"http://A.example"}
not json
[1]

{"id":7,"input":"//b","base":"https://c.example/d"}
{"input":""}
{"id":null,"input":"x","base":"no base"})");
    ASSERT_EQ(answers.size(), 6u);
    EXPECT_EQ(answers[0].at("id"), "a");
    EXPECT_EQ(answers[0].at("href"), "http://a.example/");
    EXPECT_EQ(answers[0].at("key"), "a.example");
    EXPECT_TRUE(answers[1].at("id").is_null());
    EXPECT_TRUE(answers[1].contains("error"));
    EXPECT_TRUE(answers[2].at("id").is_null());
    EXPECT_TRUE(answers[2].contains("error"));
    EXPECT_EQ(answers[3].at("id"), 7);
    EXPECT_EQ(answers[3].at("href"), "https://b/");
    EXPECT_TRUE(answers[4].at("id").is_null());
    EXPECT_TRUE(answers[4].at("href").is_null());
    EXPECT_TRUE(answers[5].at("href").is_null());
}

TEST(InspectSingle, PrintsForPeopleOrAsJson) {
    InspectOptions options;
    options.kind = "url";
    options.input = "http://a.example/?utm_source=x";
    const auto people = inspect(options);
    EXPECT_EQ(people.status, exit_ok);
    EXPECT_NE(people.out.find("key: a.example\n"), std::string::npos) << people.out;
    options.json = true;
    const auto machine = inspect(options);
    EXPECT_EQ(json::parse(machine.out).at("fetch"), "http://a.example/");
}

TEST(InspectSingle, FurtherFieldsComeFromOptions) {
    InspectOptions options;
    options.kind = "url";
    options.input = "b";
    options.fields["base"] = "http://a.example/c/";
    options.json = true;
    EXPECT_EQ(json::parse(inspect(options).out).at("href"), "http://a.example/c/b");
}

TEST(InspectSingle, ExitStatusTellsWhatWasWrong) {
    InspectOptions options;
    options.kind = "url";
    options.input = "no scheme";
    const auto refused = inspect(options);
    EXPECT_EQ(refused.status, exit_data);
    EXPECT_NE(refused.err.find("bad_url"), std::string::npos);
    options.kind = "encoding";
    options.input = "/nowhere/at/all";
    EXPECT_EQ(inspect(options).status, exit_no_input);
    options.batch = true;
    EXPECT_EQ(inspect(options).status, exit_no_input);
    options.kind = "horoscope";
    const auto unknown = inspect(options);
    EXPECT_EQ(unknown.status, exit_usage);
    EXPECT_NE(unknown.err.find("robots"), std::string::npos); // what there is
}

TEST(InspectSingle, ADateIsReadFromToday) {
    InspectOptions options;
    options.kind = "date";
    options.input = "3 days ago";
    EXPECT_EQ(inspect(options).out.find("date: 2"), 0U);
    options.fields["now"] = "2026-03-04T00:00:00Z";
    EXPECT_EQ(inspect(options).out, "date: 2026-03-01\nprecision: day\n");
    EXPECT_TRUE(batch("date", R"({"input":"3 days ago"})")[0].at("date").is_null()) << "a batch has no clock";
}

TEST(InspectSingle, WhatComesFromOutsideCannotSteerATerminal) {
    const TemporaryFile file("<rss><channel><title>A&#x9b;31m \x1b]0;B\u202e</title></channel></rss>");
    InspectOptions options;
    options.kind = "feed";
    options.input = file.path();
    const auto run = inspect(options);
    EXPECT_EQ(run.status, exit_ok);
    for (const char* control : {"\x1b", "\u009b", "\u202e"})
        EXPECT_EQ(run.out.find(control), std::string::npos) << run.out;
}

TEST(InspectSingle, AMissingFileIsNamedWithTheReason) {
    InspectOptions options;
    options.kind = "feed";
    options.input = "/nowhere/at/all";
    EXPECT_EQ(inspect(options).err, "not_known: cannot open /nowhere/at/all: No such file or directory\n");
}

TEST(InspectLinks, APageSaysWhereItStandsWhereNobodyElseDoes) {
    const std::string head =
        R"(<link rel=canonical href="/x"><meta property="og:url" content="https://a.example/news/">)";
    const std::string body = R"(<link rel=alternate type="application/rss+xml" href="feed.xml">)";
    const TemporaryFile file("<html><head>" + head + body + "</head><body></body></html>");
    InspectOptions options;
    options.kind = "links";
    options.input = file.path();
    options.json = true;
    const auto found = json::parse(inspect(options).out);
    EXPECT_EQ(found.at("url"), "https://a.example/news/");
    EXPECT_EQ(found.at("feeds").at(0).at("url"), "https://a.example/news/feed.xml");
    options.fields["url"] = "https://b.example/";
    EXPECT_EQ(json::parse(inspect(options).out).at("feeds").at(0).at("url"), "https://b.example/feed.xml");
    options.fields["url"] = "b.example";
    options.json = false;
    const auto refused = inspect(options);
    EXPECT_EQ(refused.status, exit_data);
    EXPECT_NE(refused.err.find("bad_url: url:"), std::string::npos) << refused.err;
}

TEST(InspectSingle, RobotsFileListsItsRules) {
    const TemporaryFile file("User-agent: *\nDisallow: /a\nSitemap: https://a.example/s\nCrawl-delay: 2\n");
    InspectOptions options;
    options.kind = "robots";
    options.input = file.path();
    const auto run = inspect(options);
    EXPECT_EQ(run.status, exit_ok);
    EXPECT_EQ(run.out, "rules: 1\n    disallow: /a\n    line: 2\n\ncrawl_delay: 2\nsitemaps: 1\n    "
                       "https://a.example/s\n");
}

} // namespace
} // namespace khabar::cli
