#include "daemon/cli/cluster_command.hpp"

#include "daemon/cli/exit_status.hpp"

namespace khabar::cli {

int run_cluster(const ClusterOptions&) { return exit_software; }

} // namespace khabar::cli
