#include "daemon/cli/command_line.hpp"

#include "daemon/cli/rooms.hpp"
#include "daemon/cli/terminal/exit_status.hpp"
#include "daemon/cli/terminal/output.hpp"
#include "parsers/text/fold.hpp"

#include <string>

namespace khabar::cli {

namespace {

struct Room {
    const char* title; // in --help
    void (*add)(CLI::App&, Action&);
};
constexpr Room rooms[] = {{"The daemon", add_operate_commands},
                          {"The archive", add_archive_commands},
                          {"Sources and hosts", add_source_commands},
                          {"Pages and single inputs", add_page_commands}};

// As every other error of khabar reads. What was typed may hold anything.
std::string usage_error(const CLI::App* /*app*/, const CLI::Error& error) {
    return "khabar: " + text::escape_for_log(error.what()) + "\nRun with --help for more information.\n";
}

// Its commands stand below its title in --help.
void add_room(CLI::App& app, const Room& room, Action& action) {
    room.add(app, action);
    const auto untitled = [&](const CLI::App* command) { return command->get_group() == app.get_group(); };
    for (CLI::App* command : app.get_subcommands(untitled))
        command->group(room.title);
}

} // namespace

int run(int argc, const char* const* argv) {
    CLI::App app{"khabar: polls news sources, extracts their articles, recognises near-identical stories, "
                 "keeps them in SQLite"};
    app.set_version_flag("--version", "khabar " KHABAR_VERSION);
    app.require_subcommand(1);
    app.failure_message(usage_error);
    Action action;
    for (const Room& room : rooms)
        add_room(app, room, action);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return with_whole_output([&] { return app.exit(error) == 0 ? exit_ok : exit_usage; });
    }
    return with_whole_output(action);
}

} // namespace khabar::cli
