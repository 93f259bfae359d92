#include "daemon/cli/sources_command.hpp"

#include "daemon/cli/exit_status.hpp"

namespace khabar::cli {

int run_sources(const SourcesOptions&) { return exit_software; }

} // namespace khabar::cli
