#include "daemon/cli/run_command.hpp"

#include "daemon/cli/exit_status.hpp"

namespace khabar::cli {

int run_run(const RunOptions&) { return exit_software; }

} // namespace khabar::cli
