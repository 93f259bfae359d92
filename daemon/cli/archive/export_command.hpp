#pragma once
// `khabar export articles`: everything that is stored, for other programs.

#include <filesystem>
#include <string>

namespace khabar::cli {

struct ExportOptions {
    std::filesystem::path config;
    std::filesystem::path database;
    std::string what = "articles";
    std::string format = "jsonl";
    std::string since;  // fetched at or after: a date, or a length of time back from now (2d)
    std::string source; // only this one
    bool one_per_story = false;
};

// One article after the other, oldest first: memory is that of one. All of one moment: what a daemon stores
// meanwhile is not in it. The process's exit status.
[[nodiscard]] int run_export(const ExportOptions& options);

} // namespace khabar::cli
