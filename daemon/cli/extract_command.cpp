#include "daemon/cli/extract_command.hpp"

#include "daemon/cli/exit_status.hpp"

namespace khabar::cli {

int run_extract(const ExtractOptions&) { return exit_software; }

} // namespace khabar::cli
