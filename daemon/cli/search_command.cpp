#include "daemon/cli/search_command.hpp"

#include "daemon/cli/exit_status.hpp"

namespace khabar::cli {

int run_search(const SearchOptions&) { return exit_software; }

} // namespace khabar::cli
