// kill -9 in the middle of writing: what was acknowledged is there, once, and the file is sound.

#include "daemon/store/links.hpp"

#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <set>

#include "test_database.hpp"

extern char** environ;

namespace khabar::store {
namespace {

constexpr int rounds = 20;

// Starts the writer at `first`, kills it when `enough` numbers were acknowledged, and returns all that came.
std::set<int> write_and_kill(const std::filesystem::path& file, int first, std::size_t enough) {
    int ends[2];
    if (pipe(ends) != 0) throw std::runtime_error("pipe");
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
    posix_spawn_file_actions_addclose(&actions, ends[0]);
    std::string program(CRASH_WRITER), path(file.string()), number(std::to_string(first));
    char* arguments[] = {program.data(), path.data(), number.data(), nullptr};
    pid_t child = 0;
    if (posix_spawn(&child, program.c_str(), &actions, nullptr, arguments, environ) != 0)
        throw std::runtime_error("posix_spawn");
    posix_spawn_file_actions_destroy(&actions);
    close(ends[1]);

    std::set<int> acknowledged;
    std::string line;
    bool killed = false;
    for (char byte = 0;
         read(ends[0], &byte, 1) == 1;) { // what was in the pipe when it died was acknowledged too
        if (byte != '\n') {
            line.push_back(byte);
            continue;
        }
        acknowledged.insert(std::stoi(line));
        line.clear();
        if (!killed && acknowledged.size() >= enough) killed = kill(child, SIGKILL) == 0;
    }
    close(ends[0]);
    waitpid(child, nullptr, 0);
    return acknowledged;
}

std::string integrity(const Database& database) {
    Statement check = database.prepare("PRAGMA integrity_check");
    return check.step() ? check.string(0) : "no answer";
}

TEST(Crash, EveryAcknowledgedRowIsThereOnce) {
    const DatabaseFolder folder;
    std::set<int> acknowledged;
    for (int round = 0; round < rounds; ++round) {
        // At another point of a group each time.
        const auto enough = static_cast<std::size_t>(1 + round * 7 % 60);
        const std::set<int> now = write_and_kill(folder.file(), round * 100'000, enough);
        ASSERT_GE(now.size(), enough);
        acknowledged.insert(now.begin(), now.end());

        Database database(folder.file());
        ASSERT_EQ(integrity(database), "ok");
        for (const int number : now) {
            const auto id = find_article_id(database, "example.org/" + std::to_string(number));
            ASSERT_TRUE(id) << number;
            const auto link = find_link(database, "link.example.org/" + std::to_string(number));
            ASSERT_TRUE(link) << number;
            ASSERT_EQ(link->state, LinkState::done);
        }
    }
    Database database(folder.file());
    EXPECT_GE(count_articles(database), static_cast<std::int64_t>(acknowledged.size()));
    // Article and link go together, whether acknowledged or not.
    EXPECT_EQ(count_articles(database), count_links(database).done);
    EXPECT_EQ(count_links(database).pending, 0);
    EXPECT_NO_THROW(database.execute("INSERT INTO article_index(article_index) VALUES('integrity-check')"));
}

} // namespace
} // namespace khabar::store
