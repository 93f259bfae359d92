#include "daemon/cli/fetch_command.hpp"

#include "daemon/cli/exit_status.hpp"

namespace khabar::cli {

int run_fetch(const FetchOptions&) { return exit_software; }

} // namespace khabar::cli
