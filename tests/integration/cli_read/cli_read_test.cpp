// `khabar articles`, `show`, `search` and `sources` as a user runs them, against a file that the store wrote.

#include "daemon/cli/terminal/exit_status.hpp"
#include "daemon/store/articles.hpp"
#include "daemon/store/links.hpp"
#include "daemon/store/schema.hpp"
#include "daemon/store/sources.hpp"
#include "daemon/story/story_index.hpp"
#include "tests/support/temporary_folder/temporary_folder.hpp"

#include <boost/json.hpp>
#include <gmock/gmock.h>

#include <sstream>

#include "run_program.hpp"

namespace khabar {
namespace {

namespace json = boost::json;
using test::Ran;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

store::Time at(std::int64_t seconds) {
    return store::Time(std::chrono::seconds(seconds));
}

class CliRead : public testing::Test {
  protected:
    std::filesystem::path file() const { return folder / "khabar.db"; }

    Ran khabar(std::vector<std::string> arguments, std::vector<std::string> environment = {}) const {
        arguments.insert(arguments.begin(), KHABAR_PROGRAM);
        environment.push_back("HOME=" + folder.string());
        environment.push_back("KHABAR_CONFIG=" + (folder / "khabar.yaml").string());
        return test::run_program(std::move(arguments), std::move(environment), folder);
    }
    Ran asked(std::vector<std::string> arguments) const {
        arguments.insert(arguments.end(), {"--db", file().string()});
        return khabar(std::move(arguments));
    }
    static std::vector<json::object> lines(const std::string& out) {
        std::vector<json::object> objects;
        std::istringstream in(out);
        for (std::string line; std::getline(in, line);)
            objects.push_back(json::parse(line).as_object());
        return objects;
    }
    void write_configuration(const std::string& more = {}) const {
        std::filesystem::create_directories(folder / "sources.d");
        std::ofstream(folder / "khabar.yaml") << "store:\n  database: " << file().string() << "\n" << more;
        std::ofstream(folder / "sources.d/a.yaml") << "sources:\n"
                                                      "  - id: harbour\n"
                                                      "    name: أخبار المرفأ\n"
                                                      "    url: https://harbour.example/feed\n"
                                                      "  - id: fresh\n"
                                                      "    name: Never polled\n"
                                                      "    url: https://fresh.example/feed\n";
    }
    // Two articles of one source, and its polls.
    void fill() const {
        store::Database database(file());
        store::migrate(database);
        store::Transaction transaction(database);
        store::NewArticle arabic;
        arabic.url = "https://harbour.example/1";
        arabic.key = "harbour.example/1";
        arabic.title = "مُحافظ المدينة يفتتح المرفأ";
        arabic.authors = {"ليلى حداد", "Omar Saleh"};
        arabic.published = "2025-10-15T23:44+03:00";
        arabic.published_at = at(1760561040);
        arabic.language = "ar";
        arabic.text = "افتتح المحافظ المرفأ الجديد أمس.\n\nوسوريا حاضرة.";
        arabic.markdown = "# مُحافظ المدينة يفتتح المرفأ\n\nافتتح المحافظ المرفأ الجديد أمس.";
        arabic.tags = {"مرافئ"};
        arabic.source_id = "harbour";
        arabic.fetched_at = at(1760561999);
        store::insert_article(database, arabic);
        store::NewArticle hostile;
        hostile.url = "https://harbour.example/2";
        hostile.key = "harbour.example/2";
        hostile.title = "Harbour \x1b[31mred\x1b[0m \u202ereversed\u2069";
        hostile.text = "First\x1b]0;title\x07 line of the harbour.\n\n  Second\rline.";
        hostile.source_id = "harbour";
        hostile.via = store::Via::feed;
        store::insert_article(database, hostile);
        store::PollRecord poll;
        poll.state.id = "harbour";
        poll.state.feed_url = "https://harbour.example/moved";
        poll.state.next_due = at(4'000'000'000);
        poll.state.interval = std::chrono::minutes(15);
        poll.state.interval_reason = "half of its items were new";
        poll.state.last_success = at(1'760'000'000);
        poll.attempt.at = at(1'760'000'000);
        poll.attempt.outcome = "ok";
        poll.attempt.status = 200;
        poll.attempt.new_links = 2;
        poll.attempt.known_links = 18;
        for (int i = 0; i < 35; ++i)
            store::save_poll(database, poll);
        poll.state.id = "old";
        poll.attempt.outcome = "dns_failed";
        poll.attempt.error = "no such host\n\x1b[2J";
        store::save_poll(database, poll);
        store::NewLink waiting;
        waiting.key = "harbour.example/3";
        waiting.source_id = "harbour";
        store::add_links(database, {&waiting, 1}, at(1));
        transaction.commit();
    }

    const test::TemporaryFolder temporary;
    const std::filesystem::path folder = temporary.path();
};

TEST_F(CliRead, AMissingDatabaseIsNamedWithTheRemedy) {
    for (const char* command : {"articles", "sources"}) {
        const Ran ran = asked({command});
        EXPECT_EQ(ran.status, cli::exit_no_input);
        EXPECT_EQ(ran.out, "");
        EXPECT_THAT(ran.err, AllOf(HasSubstr(file().string()), HasSubstr("khabar run"), HasSubstr("--db")));
    }
    EXPECT_EQ(asked({"show", "1"}).status, cli::exit_no_input);
    EXPECT_EQ(asked({"search", "x"}).status, cli::exit_no_input);
    EXPECT_FALSE(std::filesystem::exists(file())) << "asking makes nothing";
}

TEST_F(CliRead, AForeignFileIsRefused) {
    std::ofstream(file()) << std::string(5000, 'x');
    const Ran ran = asked({"articles"});
    EXPECT_EQ(ran.status, cli::exit_data);
    EXPECT_THAT(ran.err, HasSubstr("not an SQLite database"));
}

TEST_F(CliRead, ArticlesOfTheSourcesWithATag) {
    fill();
    write_configuration();
    std::ofstream(folder / "sources.d/a.yaml")
        << "sources:\n"
           "  - {id: harbour, url: 'https://harbour.example/feed', tags: [sea]}\n"
           "  - {id: fresh, url: 'https://fresh.example/feed', tags: [land]}\n";
    const Ran sea = khabar({"articles", "--json", "--tag", "sea"});
    EXPECT_EQ(sea.status, 0) << sea.err;
    EXPECT_FALSE(lines(sea.out).empty());
    for (const json::object& line : lines(sea.out))
        EXPECT_EQ(line.at("source"), "harbour");
    EXPECT_TRUE(lines(khabar({"articles", "--json", "--tag", "land"}).out).empty());
    const Ran none = khabar({"articles", "--tag", "sky"});
    EXPECT_EQ(none.status, cli::exit_usage);
    EXPECT_THAT(none.err, HasSubstr("no source has the tag 'sky'"));
}

TEST_F(CliRead, TheConfiguredDatabaseIsTaken) {
    fill();
    write_configuration();
    const Ran ran = khabar({"articles", "--json"});
    EXPECT_EQ(ran.status, 0) << ran.err;
    EXPECT_EQ(lines(ran.out).size(), 2U);
    std::filesystem::rename(folder / "khabar.yaml", folder / "other.yaml");
    EXPECT_EQ(khabar({"articles", "-c", (folder / "other.yaml").string()}).status, 0);
}

TEST_F(CliRead, ABrokenConfigurationIsAnErrorOnlyWhereItIsNeeded) {
    fill();
    write_configuration("intervall: 3\n");
    const Ran ran = khabar({"articles"});
    EXPECT_EQ(ran.status, cli::exit_config);
    EXPECT_THAT(ran.err, HasSubstr("intervall"));
    EXPECT_EQ(asked({"articles"}).status, 0);
}

TEST_F(CliRead, ArticlesAsJsonLinesNewestFirst) {
    fill();
    const auto articles = lines(asked({"articles", "--json"}).out);
    ASSERT_EQ(articles.size(), 2U);
    EXPECT_EQ(articles[0].at("id"), 2);
    EXPECT_EQ(articles[0].at("via"), "feed");
    EXPECT_TRUE(articles[0].at("published").is_null());
    const json::object& arabic = articles[1];
    EXPECT_EQ(arabic.at("title"), "مُحافظ المدينة يفتتح المرفأ");
    EXPECT_EQ(arabic.at("author"), "ليلى حداد, Omar Saleh");
    EXPECT_EQ(arabic.at("authors").as_array().size(), 2U);
    EXPECT_EQ(arabic.at("published"), "2025-10-15T23:44+03:00");
    EXPECT_EQ(arabic.at("published_at"), "2025-10-15T20:44:00Z");
    EXPECT_EQ(arabic.at("source"), "harbour");
    EXPECT_EQ(arabic.at("language"), "ar");
    for (const char* key : {"url", "site", "fetched_at", "story", "duplicate_of"})
        EXPECT_TRUE(arabic.contains(key)) << key;
}

TEST_F(CliRead, ArticlesObeySourceAndLimit) {
    fill();
    EXPECT_EQ(lines(asked({"articles", "--json", "-n", "1"}).out).size(), 1U);
    EXPECT_EQ(lines(asked({"articles", "--json", "--source", "harbour"}).out).size(), 2U);
    const Ran none = asked({"articles", "--source", "nobody"});
    EXPECT_EQ(none.out, "");
    EXPECT_EQ(none.status, 0);
}

TEST_F(CliRead, NoControlCharacterReachesTheTerminal) {
    fill();
    for (const auto& arguments : std::vector<std::vector<std::string>>{{"articles"},
                                                                       {"show", "2"},
                                                                       {"show", "2", "--format", "markdown"},
                                                                       {"search", "harbour"},
                                                                       {"sources"},
                                                                       {"sources", "old"}}) {
        const Ran ran = asked(arguments);
        EXPECT_EQ(ran.status, 0) << arguments[0] << ran.err;
        for (const char* bad : {"\x1b", "\x07", "\r", "\u202e", "\u2069"})
            EXPECT_THAT(ran.out, Not(HasSubstr(bad))) << arguments[0];
    }
}

TEST_F(CliRead, ShowPrintsTheArticleInEachForm) {
    fill();
    const Ran text = asked({"show", "1"});
    EXPECT_TRUE(text.out.starts_with("مُحافظ المدينة يفتتح المرفأ\n\n")) << text.out;
    EXPECT_THAT(text.out, HasSubstr("url        https://harbour.example/1\n"));
    EXPECT_THAT(text.out, HasSubstr("\n\nافتتح المحافظ المرفأ الجديد أمس.\n\nوسوريا حاضرة.\n"));
    EXPECT_THAT(asked({"show", "2"}).out, HasSubstr("from the feed's own text"));
    EXPECT_THAT(asked({"show", "1", "--format", "markdown"}).out, testing::StartsWith("# مُحافظ"));
    const auto object = lines(asked({"show", "1", "--json"}).out).at(0);
    EXPECT_EQ(object.at("text"), "افتتح المحافظ المرفأ الجديد أمس.\n\nوسوريا حاضرة.");
    EXPECT_EQ(object.at("tags").as_array().at(0), "مرافئ");
    for (const char* key :
         {"id", "key", "updated", "lead", "markdown", "image", "credit", "entry_id", "story"})
        EXPECT_TRUE(object.contains(key)) << key;
}

TEST_F(CliRead, ShowSaysThatAnArticleIsNotThere) {
    fill();
    const Ran ran = asked({"show", "99"});
    EXPECT_EQ(ran.status, cli::exit_failed);
    EXPECT_THAT(ran.err, HasSubstr("no article 99"));
    EXPECT_EQ(asked({"show", "x"}).status, cli::exit_usage);
}

TEST_F(CliRead, APageInEachForm) {
    std::ofstream(folder / "page.html")
        << "<title>Plan agreed</title><article><h1>Plan agreed</h1><p>The council "
           "met on Tuesday to decide on the plan, and it agreed.</p></article>";
    const std::string page = folder / "page.html";
    const Ran told = khabar({"extract", page, "--json"});
    ASSERT_EQ(told.status, cli::exit_ok) << told.err;
    EXPECT_EQ(json::parse(told.out).at("title").as_string(), "Plan agreed");
    EXPECT_EQ(khabar({"extract", page, "--format", "json"}).out, told.out);
    EXPECT_THAT(khabar({"extract", page}).out, HasSubstr("The council met"));
    EXPECT_EQ(khabar({"extract", page, "--json", "--format", "text"}).status, cli::exit_usage);
}

TEST_F(CliRead, AUsageErrorReadsLikeAnyOtherAndIsSafeToPrint) {
    for (const std::vector<std::string>& typed :
         {std::vector<std::string>{}, {"fly"}, {"show", "x"}, {"articles", "--wings"}}) {
        const Ran ran = khabar(typed);
        EXPECT_EQ(ran.status, cli::exit_usage);
        EXPECT_THAT(ran.err, StartsWith("khabar: "));
    }
    EXPECT_THAT(khabar({"articles", "--\033[2J"}).err, Not(HasSubstr("\033")));
}

TEST_F(CliRead, WhatStandardOutputDidNotTakeIsAnError) {
    fill();
    const std::string file_option = "--db", file_name = file().string();
    for (const std::vector<std::string>& command :
         std::vector<std::vector<std::string>>{{"articles", file_option, file_name},
                                               {"articles", "--json", file_option, file_name},
                                               {"export", "articles", file_option, file_name},
                                               {"search", "harbour", file_option, file_name},
                                               {"inspect", "url", "https://harbour.example/1"},
                                               {"--help"}}) {
        std::vector<std::string> arguments = command;
        arguments.insert(arguments.begin(), KHABAR_PROGRAM);
        const Ran ran =
            test::run_program(std::move(arguments), {"HOME=" + folder.string()}, folder, "/dev/full");
        EXPECT_EQ(ran.status, cli::exit_io) << command.front();
        EXPECT_EQ(ran.err, "khabar: cannot write to standard output: No space left on device\n")
            << command.front();
    }
}

TEST_F(CliRead, SearchFindsFoldedAndStemmedWordsAndMarksThem) {
    fill();
    const auto hits = lines(asked({"search", "سورية", "محافظ", "--json"}).out);
    ASSERT_EQ(hits.size(), 1U);
    EXPECT_EQ(hits[0].at("id"), 1);
    EXPECT_GT(hits[0].at("score").as_double(), 0);
    const std::string snippet(hits[0].at("snippet").as_string());
    EXPECT_THAT(snippet, HasSubstr("وسوريا"));
    // «المحافظ» is the second word: code points 6 to 13.
    EXPECT_EQ(hits[0].at("marks").as_array().at(0), (json::array{6, 13}));
    EXPECT_THAT(asked({"search", "harbour"}).out, HasSubstr("https://harbour.example/2"));
    EXPECT_EQ(lines(asked({"search", "--json", "-n", "0", "harbour"}).out).size(), 0U);
}

TEST_F(CliRead, SearchWithoutAHitAndWithHostileSyntax) {
    fill();
    const Ran none = asked({"search", "nowhere"});
    EXPECT_EQ(none.status, cli::exit_failed);
    EXPECT_EQ(none.out + none.err, "");
    for (const char* query : {"\"", "NEAR(", "title:", "a AND", "*", "{"})
        EXPECT_LE(asked({"search", query}).status, cli::exit_failed) << query;
}

TEST_F(CliRead, SourcesShowsConfiguredOnesAndThoseOnlyTheArchiveKnows) {
    fill();
    write_configuration();
    const auto sources = lines(khabar({"sources", "--json"}).out);
    ASSERT_EQ(sources.size(), 3U);
    const json::object& harbour = sources[0];
    EXPECT_EQ(harbour.at("id"), "harbour");
    EXPECT_EQ(harbour.at("name"), "أخبار المرفأ");
    EXPECT_EQ(harbour.at("next_due"), "2096-10-02T07:06:40Z");
    EXPECT_EQ(harbour.at("interval"), 900);
    EXPECT_EQ(harbour.at("interval_reason"), "half of its items were new");
    EXPECT_EQ(harbour.at("last_outcome"), "ok");
    EXPECT_EQ(harbour.at("polls"), 35);
    EXPECT_EQ(harbour.at("new"), 70);
    EXPECT_EQ(harbour.at("known"), 630);
    EXPECT_EQ(harbour.at("failed"), 0);
    EXPECT_EQ(harbour.at("articles"), 2);
    EXPECT_EQ(harbour.at("links").as_object().at("pending"), 1);
    EXPECT_EQ(sources[1].at("id"), "fresh");
    EXPECT_TRUE(sources[1].at("last_success").is_null());
    EXPECT_EQ(sources[2].at("id"), "old");
    EXPECT_EQ(sources[2].at("configured"), false);
    EXPECT_EQ(sources[2].at("failed"), 1);

    const std::string table = khabar({"sources"}).out;
    EXPECT_THAT(table,
                AllOf(HasSubstr("half of its items were new"), HasSubstr("15 min"), HasSubstr("أخبار المرفأ"),
                      HasSubstr("dns_failed"), HasSubstr("removed"), HasSubstr("never")));
}

TEST_F(CliRead, OneSourceWithItsLastThirtyAttempts) {
    fill();
    write_configuration();
    const auto object = lines(khabar({"sources", "harbour", "--json"}).out).at(0);
    const json::array& attempts = object.at("attempts").as_array();
    ASSERT_EQ(attempts.size(), 30U);
    EXPECT_EQ(attempts[0].at("status"), 200);
    EXPECT_EQ(attempts[0].at("new"), 2);
    const std::string text = khabar({"sources", "harbour"}).out;
    EXPECT_THAT(text, AllOf(HasSubstr("35 polls, 0 failed; 70 new, 630 known links"), HasSubstr("1 waiting"),
                            HasSubstr("moved to"), HasSubstr("2025-10-09 08:53:20Z  ok")));
    const Ran unknown = khabar({"sources", "nobody"});
    EXPECT_EQ(unknown.status, cli::exit_failed);
    EXPECT_THAT(unknown.err, HasSubstr("no source 'nobody'"));
}

TEST_F(CliRead, StoriesAreJoinedIn) {
    const std::string text =
        "The harbour of the old town was opened again on Monday after two years of work on its walls and "
        "cranes. The "
        "mayor thanked the engineers and said that ships from nine countries had already asked for a berth. "
        "Fishermen, "
        "who had waited outside the bay, brought in the first catch before noon and sold it on the new quay.";
    {
        store::Database database(file());
        store::migrate(database);
        story::create_tables(database);
        story::StoryIndex stories(database, [&](std::int64_t) {
            return story::StoredText{"Harbour opened", text};
        });
        store::Transaction transaction(database);
        for (const char* key : {"a.example/1", "b.example/2"}) {
            store::NewArticle article;
            article.key = key;
            article.title = "Harbour opened";
            article.text = text;
            article.source_id = key;
            const auto id = store::insert_article(database, article).id;
            stories.place({.article = id,
                           .title = article.title,
                           .text = text,
                           .source = key,
                           .fetched = at(1760561040)});
        }
        transaction.commit();
    }
    const auto articles = lines(asked({"articles", "--json"}).out);
    ASSERT_EQ(articles.size(), 2U);
    EXPECT_EQ(articles[0].at("story"), articles[1].at("story"));
    EXPECT_EQ(articles[0].at("duplicate_of"), 1);
    EXPECT_TRUE(articles[1].at("duplicate_of").is_null());
    EXPECT_EQ(lines(asked({"show", "2", "--json"}).out).at(0).at("duplicate_of"), 1);
    EXPECT_EQ(lines(asked({"search", "harbour", "--json"}).out).at(0).at("story"), articles[0].at("story"));
    EXPECT_THAT(asked({"show", "2"}).out, HasSubstr("the same as article 1"));
    EXPECT_THAT(asked({"articles"}).out,
                testing::ContainsRegex("ID +STORY +COPY OF.*\n +2 +1 +1 .*\n +1 +1   "));
    EXPECT_THAT(asked({"search", "harbour"}).out, HasSubstr("story 1, copy of 1  "));
}

// Somebody who may read the file and nothing more. Root may everything, so the tests' root becomes nobody for
// it.
TEST_F(CliRead, ReadingNeedsNoRightToWrite) {
    fill();
    namespace fs = std::filesystem;
    fs::copy_file(KHABAR_PROGRAM, folder / "khabar"); // where nobody can reach it
    const auto locked = folder / "locked";
    fs::create_directory(locked);
    fs::rename(file(), locked / "khabar.db");
    fs::permissions(folder, fs::perms(0755));
    std::vector<std::string> command = {(folder / "khabar").string(), "articles", "--json", "--db",
                                        (locked / "khabar.db").string()};
    if (geteuid() == 0)
        command.insert(command.begin(),
                       {"/usr/bin/setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"});
    fs::permissions(locked, fs::perms(0555));
    const Ran read = test::run_program(command, {}, folder);
    EXPECT_EQ(read.status, 0) << read.err;
    EXPECT_EQ(lines(read.out).size(), 2U);
    fs::permissions(locked, fs::perms(0600));
    const Ran refused = test::run_program(command, {}, folder);
    fs::permissions(locked, fs::perms(0700));
    EXPECT_EQ(refused.status, cli::exit_no_input);
    EXPECT_THAT(refused.err, AllOf(HasSubstr("ermission denied"), HasSubstr("user that khabar runs as")));
}

TEST_F(CliRead, ReadingGoesOnWhileTheDaemonWrites) {
    fill();
    store::Database daemon(file());
    store::migrate(daemon);
    store::Transaction transaction(daemon);
    daemon.execute("UPDATE article SET title = 'changed'");
    const auto articles = lines(asked({"articles", "--json"}).out);
    ASSERT_EQ(articles.size(), 2U);
    EXPECT_NE(articles[0].at("title"), "changed");
}

} // namespace
} // namespace khabar
