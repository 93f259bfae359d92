#pragma once
// The whole command line: parses it and runs the command. CLI11 is seen by this one translation unit only.

namespace khabar::cli {

// The process's exit status.
[[nodiscard]] int run(int argc, const char* const* argv);

} // namespace khabar::cli
