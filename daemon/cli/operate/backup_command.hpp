#pragma once
// `khabar backup FILE`: a copy of the archive, made while the daemon works.

#include <filesystem>

namespace khabar::cli {

struct BackupOptions {
    std::filesystem::path config, database;
    std::filesystem::path target;
};

// The process's exit status.
[[nodiscard]] int run_backup(const BackupOptions& options);

} // namespace khabar::cli
