#pragma once
// Runs a program to its end and keeps what it wrote.

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <vector>

namespace khabar::test {

struct Ran {
    int status = -1; // exit status; 128 + signal where one ended it
    std::string out, err;
};

inline std::string contents(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

// Output goes by way of two files in `folder`, or where `out` says. `environment` is all there is.
inline Ran run_program(std::vector<std::string> arguments, std::vector<std::string> environment,
                       const std::filesystem::path& folder, std::filesystem::path out = {}) {
    const auto pointers = [](std::vector<std::string>& strings) {
        std::vector<char*> list;
        for (std::string& string : strings)
            list.push_back(string.data());
        list.push_back(nullptr);
        return list;
    };
    if (out.empty()) out = folder / "out";
    const std::string err = folder / "err";
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    constexpr int flags = O_WRONLY | O_CREAT | O_TRUNC;
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, out.c_str(), flags, 0600);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, err.c_str(), flags, 0600);
    pid_t child = 0;
    auto argv = pointers(arguments), envp = pointers(environment);
    const int failed = posix_spawn(&child, argv[0], &actions, nullptr, argv.data(), envp.data());
    posix_spawn_file_actions_destroy(&actions);
    if (failed != 0) throw std::runtime_error("posix_spawn " + arguments[0]);
    int status = 0;
    waitpid(child, &status, 0);
    const bool kept = std::filesystem::is_regular_file(out);
    return {WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status),
            kept ? contents(out) : std::string(), contents(err)};
}

} // namespace khabar::test
