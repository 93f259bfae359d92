#pragma once
// `khabar extract`: the article of one saved page, or of a batch of them.

#include <string>

namespace khabar::cli {

struct ExtractOptions {
    std::string input = "-"; // file, or - for standard input
    std::string url;
    std::string format = "text"; // text, json, markdown
    bool text = false;           // input is flattened text, not HTML
    bool batch = false;          // JSON lines in and out
    unsigned workers = 0;        // 0: every core
};

// The process's exit status.
[[nodiscard]] int run_extract(const ExtractOptions& options);

} // namespace khabar::cli
