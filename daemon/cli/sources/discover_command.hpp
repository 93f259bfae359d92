#pragma once
// `khabar discover URL`: what a site offers, tried, as a source to put into sources.d.

#include <filesystem>
#include <string>

namespace khabar::cli {

struct DiscoverOptions {
    std::filesystem::path config; // its fetch settings are used; none is needed
    std::string url;
    bool allow_private = false;
    bool json = false;
};

// The process's exit status: exit_failed where the site gave nothing that can be polled.
[[nodiscard]] int run_discover(const DiscoverOptions& options);

} // namespace khabar::cli
