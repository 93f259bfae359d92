#pragma once
// `khabar import opml` and `khabar export opml`: sources from and to the lists of feed readers.

#include <filesystem>

namespace khabar::cli {

struct OpmlImportOptions {
    std::filesystem::path config; // its sources are not imported again
    std::filesystem::path input;  // OPML; - for standard input
    std::filesystem::path output; // a sources.d file; empty: standard output
    bool force = false;           // overwrite it
};

struct OpmlExportOptions {
    std::filesystem::path config;
    std::filesystem::path output; // empty: standard output
    bool force = false;
};

// The process's exit status.
[[nodiscard]] int run_import_opml(const OpmlImportOptions& options);
[[nodiscard]] int run_export_opml(const OpmlExportOptions& options);

} // namespace khabar::cli
