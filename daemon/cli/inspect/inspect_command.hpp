#pragma once
// `khabar inspect`: look at any single input as khabar reads it.

#include <filesystem>
#include <map>
#include <string>

namespace khabar::cli {

struct InspectOptions {
    std::string kind;
    std::filesystem::path config; // for what is fetched: user agent, proxy, robots
    bool allow_private = false;
    std::string input =
        "-"; // file, http(s) address, the text itself for `url` and `date`, or - for standard input
    std::map<std::string, std::string>
        fields; // further request fields: "url", "base", "agent", "content_type", …
    bool json = false;
    bool batch = false; // JSON lines from standard input (or the file `input`)
};

// The process's exit status.
[[nodiscard]] int run_inspect(const InspectOptions& options);

} // namespace khabar::cli
