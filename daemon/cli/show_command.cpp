#include "daemon/cli/show_command.hpp"

#include "daemon/cli/exit_status.hpp"

namespace khabar::cli {

int run_show(const ShowOptions&) { return exit_software; }

} // namespace khabar::cli
