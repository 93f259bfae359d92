#pragma once
// The whole command line: parses it and runs the command. What commands there are: rooms.hpp.

namespace khabar::cli {

// The process's exit status (terminal/exit_status.hpp). An error of usage has been told on standard error.
[[nodiscard]] int run(int argc, const char* const* argv);

} // namespace khabar::cli
