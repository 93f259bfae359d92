#pragma once
// `khabar show`: one stored article.

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

namespace khabar::cli {

struct ShowOptions {
    std::filesystem::path config;
    std::filesystem::path database;
    std::int64_t id = 0;
    std::optional<std::int64_t> revision; // none: the present text
    std::string format = "text";          // text, markdown
    bool json = false;
};

// The process's exit status.
[[nodiscard]] int run_show(const ShowOptions& options);

} // namespace khabar::cli
