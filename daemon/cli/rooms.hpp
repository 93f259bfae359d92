#pragma once
// The commands by room, a file each: their names, options and help. A new command is added to its room's
// file.

#include "daemon/cli/add_command.hpp"

namespace khabar::cli {

void add_archive_commands(CLI::App& app,
                          Action& action);               // reading what is stored, and correcting its stories
void add_page_commands(CLI::App& app, Action& action);   // pages and texts given by hand, any single input
void add_source_commands(CLI::App& app, Action& action); // sources and hosts
void add_operate_commands(CLI::App& app, Action& action); // the daemon, its configuration, the database file

} // namespace khabar::cli
