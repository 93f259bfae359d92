#include "daemon/cli/articles_command.hpp"

#include "daemon/cli/exit_status.hpp"

namespace khabar::cli {

int run_articles(const ArticlesOptions&) { return exit_software; }

} // namespace khabar::cli
