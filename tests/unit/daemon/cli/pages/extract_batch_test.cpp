#include "daemon/cli/pages/extract_batch.hpp"
#include "tests/unit/daemon/cli/temporary_file.hpp"

#include <boost/json.hpp>
#include <gmock/gmock.h>

#include <memory>
#include <sstream>

namespace khabar::cli {
namespace {

namespace json = boost::json;
using testing::HasSubstr;

struct CloseFile {
    void operator()(std::FILE* file) const noexcept { std::fclose(file); }
};
using File = std::unique_ptr<std::FILE, CloseFile>;

std::vector<json::object> batch(const std::string& lines, unsigned workers = 2) {
    const File output(std::tmpfile());
    std::istringstream input(lines);
    EXPECT_TRUE(extract_batch(input, output.get(), workers));
    std::rewind(output.get());
    std::string written;
    for (int c = 0; (c = std::fgetc(output.get())) != EOF;)
        written.push_back(static_cast<char>(c));
    std::vector<json::object> answers;
    std::istringstream out(written);
    for (std::string line; std::getline(out, line);)
        answers.push_back(json::parse(line).as_object());
    return answers;
}

std::string page(const std::string& n, const std::string& more = "") {
    return "<html><head><title>Story " + n + "</title></head><body><article><h1>Story " + n +
           "</h1><p>The council met on Tuesday to decide on plan " + n +
           ", and after four hours of debate it agreed.</p>" + more + "</article></body></html>";
}

std::string job(const std::string& id, const std::string& path, const std::string& url = "") {
    json::object object{{"id", id}, {"path", path}};
    if (!url.empty()) object["url"] = url;
    return json::serialize(object) + "\n";
}

TEST(ExtractBatch, AnswersEachLineInOrderAndGoesOnAfterABadOne) {
    const TemporaryFile good(page("one"), "good"), menu("<nav><a href=/a>A</a></nav>", "menu");
    const auto answers = batch(job("a", good.path(), "https://paper.example/1") +
                               "\n  \nnot json\n[1]\n{\"id\":7}\n" + job("b", "/nowhere") +
                               job("c", menu.path()) + "{\"id\":{\"x\":1},\"path\":\"" + good.path() + "\"}");
    ASSERT_EQ(answers.size(), 7u);
    EXPECT_EQ(answers[0].at("id"), "a");
    EXPECT_EQ(answers[0].at("title"), "Story one");
    EXPECT_THAT(std::string(answers[0].at("text").as_string()), HasSubstr("four hours"));
    EXPECT_FALSE(answers[0].contains("error"));
    EXPECT_TRUE(answers[1].at("id").is_null());
    EXPECT_THAT(std::string(answers[1].at("error").as_string()), HasSubstr("bad_json"));
    EXPECT_THAT(std::string(answers[2].at("error").as_string()), HasSubstr("not an object"));
    EXPECT_EQ(answers[3].at("id"), 7);
    EXPECT_THAT(std::string(answers[3].at("error").as_string()), HasSubstr("no \"path\""));
    EXPECT_THAT(std::string(answers[4].at("error").as_string()), HasSubstr("not_found"));
    EXPECT_THAT(std::string(answers[5].at("error").as_string()), HasSubstr("not_an_article"));
    EXPECT_EQ(answers[6].at("id").at("x"), 1); // whatever the id is, it comes back
}

TEST(ExtractBatch, LearnsFromTheBatchWhatASiteRepeats) {
    const std::string call = "<p>Write to us if you know more about this, by post or by telephone.</p>";
    std::vector<std::unique_ptr<TemporaryFile>> files;
    std::string site, strangers;
    for (int i = 0; i < 6; ++i) {
        const std::string n = std::to_string(i);
        files.push_back(std::make_unique<TemporaryFile>(page(std::string(1 + i, 'x'), call), n));
        site += job(n, files.back()->path(), "https://paper.example/" + n);
        strangers += job(n, files.back()->path(), "https://paper" + n + ".example/1");
    }
    for (const auto& answer : batch(site))
        EXPECT_THAT(std::string(answer.at("text").as_string()), testing::Not(HasSubstr("Write to us")));
    for (const auto& answer : batch(strangers))
        EXPECT_THAT(std::string(answer.at("text").as_string()), HasSubstr("Write to us"));
}

TEST(ExtractBatch, AnswersDoNotDependOnTheNumberOfWorkers) {
    std::vector<std::unique_ptr<TemporaryFile>> files;
    std::string jobs;
    for (int i = 0; i < 20; ++i) {
        files.push_back(std::make_unique<TemporaryFile>(page(std::to_string(i)), std::to_string(i)));
        jobs += job(std::to_string(i), files.back()->path(), "https://paper.example/" + std::to_string(i));
    }
    EXPECT_EQ(batch(jobs, 1), batch(jobs, 5));
}

TEST(ExtractBatch, AnEmptyBatchIsAnsweredByNothing) {
    EXPECT_TRUE(batch("").empty());
    EXPECT_TRUE(batch("\n \n").empty());
}

TEST(ExtractBatch, OutputThatCannotBeWrittenIsSaid) {
    const TemporaryFile good(page("one"));
    const File full(std::fopen("/dev/full", "w"));
    ASSERT_NE(full, nullptr);
    std::istringstream input(job("a", good.path()));
    EXPECT_FALSE(extract_batch(input, full.get(), 1));
}

} // namespace
} // namespace khabar::cli
