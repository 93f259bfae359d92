#include "daemon/cli/check_command.hpp"

#include "daemon/cli/exit_status.hpp"

namespace khabar::cli {

int run_check(const CheckOptions&) { return exit_software; }

} // namespace khabar::cli
