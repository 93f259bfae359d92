#include "daemon/cli/inspect_command.hpp"

#include "daemon/cli/exit_status.hpp"

namespace khabar::cli {

int run_inspect(const InspectOptions&) { return exit_software; }

} // namespace khabar::cli
