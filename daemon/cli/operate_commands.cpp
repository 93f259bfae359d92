#include "daemon/cli/add_command.hpp"
#include "daemon/cli/operate/backup_command.hpp"
#include "daemon/cli/operate/check_command.hpp"
#include "daemon/cli/operate/config_command.hpp"
#include "daemon/cli/operate/db_command.hpp"
#include "daemon/cli/operate/reload_command.hpp"
#include "daemon/cli/operate/run_command.hpp"
#include "daemon/cli/rooms.hpp"

namespace khabar::cli {

namespace {

void add_run(CLI::App& app, Action& action) {
    const auto [command, options] =
        add(app, "run", "Run the daemon: poll, fetch, extract, deduplicate, store", run_run, action);
    command->add_option("--log-format", options->log_format, "text or json, instead of what is configured")
        ->check(CLI::IsMember({"text", "json"}));
    command->add_option("--log-level", options->log_level, "trace, debug, info, warn or error")
        ->check(CLI::IsMember({"trace", "debug", "info", "warn", "error"}));
}

void add_check(CLI::App& app, Action& action) {
    const auto [command, options] = add(app, "check", "Validate the configuration", run_check, action);
    command->add_option("file", options->config, "khabar.yaml");
}

void add_config_dump(CLI::App& app, Action& action) {
    auto* command = app.add_subcommand("config", "The configuration in force");
    command->require_subcommand(1);
    const auto [dump, options] = add(
        *command, "dump", "Every setting with its value and where that comes from", run_config_dump, action);
    dump->add_option("source", options->source, "one source");
    dump->add_flag("--json", options->json, "JSON");
}

void add_reload(CLI::App& app, Action& action) {
    const auto [command, options] =
        add(app, "reload", "Have the running daemon read its configuration again", run_reload, action);
    command->add_flag("--json", options->json, "JSON");
}

void add_backup(CLI::App& app, Action& action) {
    const auto [command, options] =
        add(app, "backup", "Copy the archive to a new file, while the daemon works", run_backup, action);
    command->add_option("file", options->target, "the copy; must not exist")->required();
}

void add_db(CLI::App& app, Action& action) {
    auto* group = app.add_subcommand("db", "Look after the database file");
    group->require_subcommand(1);
    const auto [command, options] =
        add(*group, "check", "Is the file whole, and do its tables agree?", run_db_check, action);
    command->add_flag("--repair", options->repair, "make the search index anew where it disagrees");
    command->add_flag("--json", options->json, "JSON");
}

} // namespace

void add_operate_commands(CLI::App& app, Action& action) {
    add_run(app, action);
    add_check(app, action);
    add_config_dump(app, action);
    add_reload(app, action);
    add_backup(app, action);
    add_db(app, action);
}

} // namespace khabar::cli
