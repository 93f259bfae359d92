#include "daemon/cli/operate/reload_command.hpp"

#include "daemon/cli/input/open_database.hpp"
#include "daemon/cli/operate/daemon_answer.hpp"
#include "daemon/cli/terminal/exit_status.hpp"
#include "daemon/cli/terminal/moment.hpp"
#include "daemon/store/daemon_lock.hpp"
#include "daemon/store/orders.hpp"
#include "parsers/text/fold.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>
#include <fmt/format.h>

#include <cstdio>

namespace khabar::cli {

namespace {

namespace json = boost::json;

constexpr std::chrono::seconds patience{60}; // a hundred thousand sources take a few seconds to read

std::string line_of(const json::value& value) {
    return text::escape_for_log(std::string_view(value.as_string()), 4096);
}

void print_each(const json::value& outcome, const char* key, std::string_view label) {
    for (const json::value& entry : outcome.at(key).as_array())
        fmt::print("{:<9} {}\n", label, line_of(entry));
}

void print_changed(const json::value& outcome) {
    for (const json::value& source : outcome.at("changed").as_array()) {
        std::string keys;
        for (const json::value& key : source.at("keys").as_array())
            keys.append(keys.empty() ? "" : ", ").append(line_of(key));
        fmt::print("{:<9} {}{}\n", "changed", line_of(source.at("id")),
                   keys.empty() ? "" : " (" + keys + ")");
    }
}

int print_text(const json::value& outcome) {
    for (const json::value& problem : outcome.at("problems").as_array())
        fmt::print(stderr, "{}\n", line_of(problem));
    if (!outcome.at("failure").as_string().empty())
        fmt::print(stderr, "khabar: {}\n", line_of(outcome.at("failure")));
    if (!outcome.at("ok").as_bool()) {
        fmt::print(stderr, "khabar: not reloaded; the daemon goes on with the configuration it has\n");
        return outcome.at("problems").as_array().empty() ? exit_io : exit_config;
    }
    print_each(outcome, "settings", "setting");
    print_each(outcome, "added", "added");
    print_changed(outcome);
    print_each(outcome, "removed", "removed");
    print_each(outcome, "sites", "site");
    print_each(outcome, "restart", "restart");
    fmt::print("reloaded: {} added, {} changed, {} removed{}\n", outcome.at("added").as_array().size(),
               outcome.at("changed").as_array().size(), outcome.at("removed").as_array().size(),
               outcome.at("restart").as_array().empty() ? "" : "; what is marked restart waits for one");
    return exit_ok;
}

int report(const ReloadOptions& options, const std::string& answer) {
    boost::system::error_code error;
    const json::value outcome = json::parse(answer, error);
    if (error) {
        fmt::print(stderr, "khabar: the daemon's answer could not be read; its log has it\n");
        return exit_software;
    }
    if (!options.json) return print_text(outcome);
    fmt::print("{}\n", answer);
    if (outcome.at("ok").as_bool()) return exit_ok;
    return outcome.at("problems").as_array().empty() ? exit_io : exit_config;
}

int no_daemon(const store::Database& database) {
    fmt::print(stderr, "khabar: no daemon runs on {}; `khabar run` or `systemctl start khabar` starts one\n",
               database.file());
    return exit_unavailable;
}

} // namespace

int run_reload(const ReloadOptions& options) {
    // A broken file is told here already, and the daemon not troubled with it.
    auto archive = open_database_to_change(options.config, options.database);
    if (!archive) return archive.error();
    try {
        store::Database& database = archive->database;
        if (!store::running_daemon(database.file())) return no_daemon(database);
        store::Transaction transaction(database);
        const auto now = current_time();
        const std::int64_t order = store::give_order(database, store::Verb::reload, "", now);
        transaction.commit();
        const auto answer = wait_for_answer(database, order, std::chrono::steady_clock::now() + patience);
        if (answer) return report(options, *answer);
        fmt::print(stderr, "khabar: the daemon has not answered in {} s; its log says what it is doing\n",
                   patience.count());
        return exit_unavailable;
    } catch (const store::StoreError& error) {
        fmt::print(stderr, "khabar: {}\n", error.what());
        return exit_io;
    }
}

} // namespace khabar::cli
