#pragma once
// `khabar hosts`: how each host is treated, and why.

#include <filesystem>
#include <string>

namespace khabar::cli {

struct HostsOptions {
    std::filesystem::path config;
    std::filesystem::path database;
    std::string host; // empty: all; any host of a group
    bool json = false;
};

// The process's exit status. A running daemon writes what it knows every half minute: that is what is shown.
[[nodiscard]] int run_hosts(const HostsOptions& options);

} // namespace khabar::cli
