#pragma once
// `khabar inspect`: look at any single input as khabar reads it.

#include <string>

namespace khabar::cli {

struct InspectOptions {
    std::string kind;
    std::string input = "-"; // file, URL text for `url`, or -
    bool json = false;
    bool batch = false;
};

// The process's exit status.
[[nodiscard]] int run_inspect(const InspectOptions& options);

} // namespace khabar::cli
