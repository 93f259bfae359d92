#pragma once
// Standard output: that all of it arrived is part of every command's exit status.

#include <boost/json/object.hpp>

#include <functional>

namespace khabar::cli {

// One line. Throws std::system_error where standard output does not take it, as fmt::print does: what runs
// inside with_whole_output need not look.
void print_json_line(const boost::json::object& object);

// Runs a command and flushes what it printed. The command's status; or exit_io where standard output did not
// take everything (a full disk), after one line on standard error with the reason. Other exceptions pass.
[[nodiscard]] int with_whole_output(const std::function<int()>& command);

} // namespace khabar::cli
