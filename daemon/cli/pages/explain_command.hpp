#pragma once
// `khabar explain`: every decision about one page, and what a site rule would change.

#include <filesystem>
#include <string>

namespace khabar::cli {

struct ExplainOptions {
    std::filesystem::path config;
    std::filesystem::path database;
    std::string target;         // http(s) URL, id of a stored article, file, or - for standard input
    std::string url;            // where a file came from
    std::filesystem::path rule; // site rules to try instead of the configured ones
    std::filesystem::path html; // where to write the picture
    bool json = false;
    bool offline = false; // never fetch: of a stored article, what the archive knows
    bool allow_private = false;
};

// The process's exit status: exit_failed where the page cannot be had or holds no article (the report is
// printed all the same).
[[nodiscard]] int run_explain(const ExplainOptions& options);

} // namespace khabar::cli
