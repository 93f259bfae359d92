// `khabar history`, `diff`, `stories`, `story`, `export` and `changes` as a user runs them.

#include "daemon/cli/terminal/exit_status.hpp"
#include "daemon/pipeline/commit/commit_draft.hpp"
#include "daemon/store/articles.hpp"
#include "daemon/store/schema.hpp"
#include "daemon/story/story_index.hpp"
#include "tests/support/temporary_folder/temporary_folder.hpp"

#include <boost/json.hpp>
#include <gmock/gmock.h>

#include <sstream>
#include <thread>

#include "run_program.hpp"

namespace khabar {
namespace {

namespace json = boost::json;
using test::Ran;
using testing::AllOf;
using testing::ContainsRegex;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

const std::string harbour =
    "The harbour of the old town was opened again on Monday after two years of work on its walls and cranes. "
    "The "
    "mayor thanked the engineers and said that ships from nine countries had already asked for a berth. "
    "Fishermen, "
    "who had waited outside the bay, brought in the first catch before noon and sold it on the new quay.";
const std::string school =
    "Pupils of the northern quarter returned to their school this week, which had been closed since the "
    "winter "
    "storms took its roof. Parents painted the class rooms by themselves, and a workshop across the street "
    "gave "
    "sixty tables. The ministry promised a second teacher for mathematics before the end of the term.";

class CliStories : public testing::Test {
  protected:
    CliStories() {
        database.emplace(file());
        store::migrate(*database);
        story::create_tables(*database);
        stories.emplace(*database, story::stored_texts(*database));
    }
    std::filesystem::path file() const { return folder / "khabar.db"; }

    std::int64_t commit(const std::string& url, const std::string& title, const std::string& text,
                        int hour = 0, settings::DuplicatePolicy policy = settings::DuplicatePolicy::link) {
        pipeline::Commit work;
        work.url = url;
        work.source_id = url.substr(8, url.find('.') - 8);
        work.fetched_at = store::Time(std::chrono::seconds(1'760'529'600) + std::chrono::hours(hour));
        work.duplicates = policy;
        work.draft.text = text;
        work.draft.article.title = title;
        store::Transaction transaction(*database);
        const pipeline::Committed committed = pipeline::commit_draft(*database, *stories, work);
        transaction.commit();
        return committed.article;
    }
    Ran khabar(std::vector<std::string> arguments) const {
        arguments.insert(arguments.begin(), KHABAR_PROGRAM);
        arguments.insert(arguments.end(), {"--db", file().string()});
        return test::run_program(std::move(arguments), {"HOME=" + folder.string()}, folder);
    }
    std::vector<json::object> lines(std::vector<std::string> arguments) const {
        const Ran ran = khabar(std::move(arguments));
        EXPECT_EQ(ran.status, 0) << ran.err;
        std::vector<json::object> objects;
        std::istringstream in(ran.out);
        for (std::string line; std::getline(in, line);)
            objects.push_back(json::parse(line).as_object());
        return objects;
    }

    const test::TemporaryFolder temporary;
    const std::filesystem::path folder = temporary.path();
    std::optional<store::Database> database;
    std::optional<story::StoryIndex> stories;
};

TEST_F(CliStories, HistoryAndDiffOfARevisedArticle) {
    commit("https://a.example/1", "Harbour opens", harbour);
    EXPECT_EQ(khabar({"diff", "1"}).status, cli::exit_failed);
    commit("https://a.example/1", "Harbour opens", harbour + " A second quay follows.", 1);
    const auto history = lines({"history", "1", "--json"});
    ASSERT_EQ(history.size(), 2U);
    EXPECT_EQ(history[1].at("revision"), 2);
    EXPECT_EQ(history[1].at("words_added"), 4);
    EXPECT_THAT(khabar({"history", "1"}).out, HasSubstr("text; +4 -0 words"));
    EXPECT_THAT(khabar({"diff", "1"}).out, HasSubstr("[+A second quay follows.+]"));
    EXPECT_THAT(khabar({"diff", "1", "2", "1"}).out, HasSubstr("[-A second quay follows.-]"));
    const auto diff = lines({"diff", "1", "--json"}).at(0);
    EXPECT_EQ(diff.at("words_added"), 4);
    EXPECT_FALSE(diff.at("changes").as_object().contains("title"));
    EXPECT_THAT(khabar({"show", "1", "--revision", "1"}).out, Not(HasSubstr("second quay")));
    EXPECT_THAT(khabar({"show", "1"}).out, AllOf(HasSubstr("second quay"), HasSubstr("revision 2 of 2")));
    EXPECT_EQ(khabar({"show", "1", "--revision", "7"}).status, cli::exit_failed);
    EXPECT_EQ(khabar({"history", "9"}).status, cli::exit_failed);
}

TEST_F(CliStories, AChangeInArabicStandsInAnIsolate) {
    const std::string text = "قال المحافظ إن المرفأ سيفتح يوم الاثنين بعد أعمال استمرت عامين كاملين.";
    commit("https://a.example/1", "مرفأ", text);
    commit("https://a.example/1", "مرفأ", text + " وأضاف أن السفن وصلت.", 1);
    EXPECT_THAT(khabar({"diff", "1"}).out, HasSubstr("\u2068[+وأضاف أن السفن وصلت.+]\u2069"));
    const std::int64_t other = commit("https://b.example/1", "مرفأ", text);
    commit("https://b.example/1", "مرفأ", text + "\n\nوأضاف أن السفن وصلت.\n\nوعاد الصيادون.", 1);
    EXPECT_THAT(
        khabar({"diff", std::to_string(other)}).out,
        HasSubstr("كاملين.\n\n\u2068[+وأضاف أن السفن وصلت.+]\u2069\n\n\u2068[+وعاد الصيادون.+]\u2069"));
}

TEST_F(CliStories, StoriesWithTheirSourcesInOrder) {
    commit("https://a.example/1", "Harbour opens", harbour);
    commit("https://b.example/1", "Harbour opens", harbour, 2);
    commit("https://c.example/1", "School", school, 3);
    const auto all = lines({"stories", "--json"});
    ASSERT_EQ(all.size(), 2U);
    EXPECT_EQ(all[0].at("title"), "School");
    EXPECT_EQ(all[0].at("copies"), 0);
    EXPECT_EQ(all[1].at("copies"), 1);
    EXPECT_EQ(json::serialize(all[1].at("sources")), R"(["a","b"])");
    EXPECT_EQ(lines({"stories", "--json", "--min-copies", "1"}).size(), 1U);
    EXPECT_EQ(lines({"stories", "--json", "--source", "b"}).size(), 1U);
    EXPECT_EQ(lines({"stories", "--json", "--since", "2025-10-15T14:30Z"}).size(), 1U);
    EXPECT_EQ(lines({"stories", "--json", "-n", "1"}).size(), 1U);
    EXPECT_EQ(khabar({"stories", "--since", "soonish"}).status, cli::exit_usage);
    EXPECT_THAT(khabar({"stories"}).out, AllOf(HasSubstr("a, b"), HasSubstr("Harbour opens")));

    const auto story = lines({"story", "1", "--json"}).at(0);
    const json::array& members = story.at("members").as_array();
    ASSERT_EQ(members.size(), 2U);
    EXPECT_TRUE(members[0].at("copy_of").is_null());
    EXPECT_EQ(members[1].at("copy_of").at("article"), 1);
    EXPECT_EQ(members[1].at("copy_of").at("kind"), "same");
    EXPECT_EQ(members[1].at("copy_of").at("containment"), 1.0);
    EXPECT_THAT(khabar({"story", "1"}).out, AllOf(HasSubstr("the fullest is article 1\n"), HasSubstr("first"),
                                                  ContainsRegex("same 1 +1\\.00 +1\\.00 +Harbour opens\n")));
    EXPECT_EQ(khabar({"story", "77"}).status, cli::exit_failed);
    EXPECT_EQ(khabar({"story"}).status, cli::exit_usage);
}

TEST_F(CliStories, OfNothingOneLineIsSaidAndMachinesAreToldNothing) {
    for (const char* list : {"stories", "articles", "sources", "hosts"}) {
        const Ran people = khabar({list}), machines = khabar({list, "--json"});
        EXPECT_EQ(people.err, "khabar: no " + std::string(list) + "\n");
        EXPECT_EQ(people.out + machines.out + machines.err, "") << list;
        EXPECT_EQ(people.status + machines.status, 0) << list;
    }
    EXPECT_EQ(khabar({"story", "rulings"}).err, "khabar: no rulings\n");
}

TEST_F(CliStories, WhoWasPutThereByHandIsSaid) {
    commit("https://a.example/1", "Harbour opens", harbour);
    commit("https://b.example/1", "Harbour opens", harbour, 2);
    commit("https://c.example/1", "School", school, 3);
    ASSERT_EQ(khabar({"story", "merge", "1", "2"}).status, 0);
    EXPECT_THAT(khabar({"story", "1"}).out, ContainsRegex(" 3  c +by hand +School\n"));
}

TEST_F(CliStories, OneArticleAStory) {
    commit("https://a.example/1", "Harbour opens", harbour);
    commit("https://b.example/1", "Harbour opens", harbour, 2);
    commit("https://c.example/1", "School", school, 3);
    EXPECT_EQ(lines({"articles", "--json"}).size(), 3U);
    EXPECT_EQ(lines({"articles", "--json", "--one-per-story"}).size(), 2U);
    EXPECT_EQ(lines({"articles", "--json", "--one-per-story", "--source", "b"}).size(), 1U);
    EXPECT_EQ(lines({"search", "--json", "harbour"}).size(), 2U);
    EXPECT_EQ(lines({"search", "--json", "--one-per-story", "harbour"}).size(), 1U);
    const auto whole = lines({"export", "articles", "--format", "jsonl"});
    ASSERT_EQ(whole.size(), 3U);
    EXPECT_EQ(whole[0].at("id"), 1);
    EXPECT_EQ(whole[0].at("text"), harbour.c_str());
    EXPECT_EQ(whole[1].at("duplicate_of"), 1);
    EXPECT_EQ(lines({"export", "articles", "--one-per-story"}).size(), 2U);
    EXPECT_EQ(lines({"export", "articles", "--since", "2025-10-15T14:30Z"}).size(), 1U);
    EXPECT_EQ(khabar({"export", "everything"}).status, cli::exit_usage);
}

TEST_F(CliStories, DroppedCopiesAreCountedAndShown) {
    commit("https://a.example/1", "Harbour opens", harbour, 0, settings::DuplicatePolicy::drop);
    commit("https://b.example/1", "Harbour opens", harbour, 2, settings::DuplicatePolicy::drop);
    const auto story = lines({"story", "1", "--json"}).at(0);
    EXPECT_EQ(story.at("articles"), 1);
    EXPECT_EQ(story.at("dropped"), 1);
    EXPECT_EQ(story.at("copies"), 1);
    EXPECT_EQ(json::serialize(story.at("sources")), R"(["a","b"])");
    EXPECT_EQ(story.at("dropped_copies").as_array().at(0).at("url"), "https://b.example/1");
    EXPECT_THAT(khabar({"story", "1"}).out, HasSubstr("https://b.example/1"));
}

TEST_F(CliStories, CorrectionsBesideADaemonThatHasTheFileOpen) {
    commit("https://a.example/1", "Harbour opens", harbour);
    commit("https://b.example/1", "Harbour opens", harbour, 1);
    const auto split = lines({"story", "split", "1", "2", "--json"}).at(0);
    const std::int64_t other = split.at("other_story").as_int64();
    EXPECT_EQ(stories->find(2)->story, other);
    commit("https://c.example/1", "Harbour opens", harbour, 2);
    EXPECT_NE(stories->find(1)->story, stories->find(2)->story) << "the daemon keeps to it";
    EXPECT_THAT(khabar({"story", "rulings"}).out, HasSubstr("split 1: article 2"));
    EXPECT_EQ(khabar({"story", "merge", "1", std::to_string(other)}).status, cli::exit_failed);
    EXPECT_EQ(khabar({"story", "revoke", "1"}).status, 0);
    EXPECT_EQ(stories->find(1)->story, stories->find(2)->story);
    EXPECT_EQ(khabar({"story", "split", "1", "2", "--db", "/nowhere/x.db"}).status, cli::exit_usage);
}

TEST_F(CliStories, ChangesByCursor) {
    commit("https://a.example/1", "Harbour opens", harbour);
    commit("https://a.example/1", "Harbour opens", harbour + " A second quay follows.", 1);
    commit("https://c.example/1", "School", school, 3);
    const auto all = lines({"changes", "--since", "0", "--json"});
    ASSERT_EQ(all.size(), 3U);
    EXPECT_EQ(all[0].at("kind"), "new");
    EXPECT_EQ(all[0].at("url"), "https://a.example/1");
    EXPECT_EQ(all[1].at("kind"), "revised");
    EXPECT_EQ(all[1].at("revision"), 2);
    EXPECT_EQ(all[2].at("cursor"), 3);
    EXPECT_EQ(lines({"changes", "--since", "2"}).size(), 1U);
    EXPECT_EQ(lines({"changes", "--since", "3"}).size(), 0U);
    EXPECT_EQ(lines({"changes", "--since", "now"}).size(), 0U);
    EXPECT_EQ(lines({"changes", "-n", "2"}).size(), 2U);
    const Ran ahead = khabar({"changes", "--since", "9"});
    EXPECT_EQ(ahead.status, cli::exit_data);
    EXPECT_THAT(ahead.err, HasSubstr("ahead of this archive"));
    database->execute("DELETE FROM change WHERE sequence < 3");
    const Ran old = khabar({"changes", "--since", "1"});
    EXPECT_EQ(old.status, cli::exit_data);
    EXPECT_THAT(old.err, HasSubstr("no longer kept; the oldest is 3"));
    EXPECT_EQ(lines({"changes", "--since", "2"}).size(), 1U);
    EXPECT_EQ(khabar({"changes", "--since", "x"}).status, cli::exit_data);
}

TEST_F(CliStories, ChangesAreFollowedUntilThereAreEnough) {
    commit("https://a.example/1", "Harbour opens", harbour);
    Ran ran;
    std::thread follower([&] { ran = khabar({"changes", "--follow", "-n", "3"}); });
    commit("https://c.example/1", "School", school, 3);
    commit("https://c.example/1", "School", school + " The roof is new.", 4);
    follower.join();
    EXPECT_EQ(ran.status, 0) << ran.err;
    std::vector<std::string> kinds;
    std::istringstream in(ran.out);
    for (std::string line; std::getline(in, line);)
        kinds.emplace_back(json::parse(line).at("kind").as_string());
    EXPECT_THAT(kinds, ElementsAre("new", "new", "revised"));
}

} // namespace
} // namespace khabar
