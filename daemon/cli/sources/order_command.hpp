#pragma once
// `khabar sources pause|resume|reset|poll-now` and `khabar hosts reset|set`: orders to the daemon, or to the
// one that runs next.

#include "daemon/store/orders.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace khabar::cli {

struct OrderOptions {
    std::filesystem::path config;
    std::filesystem::path database;
    store::Verb verb = store::Verb::pause;
    std::vector<std::string> subjects; // source ids and patterns with * ? […]; host names for the host verbs
    std::vector<std::string> tags;     // sources with one of these
    std::string delay;                 // of set_host: a duration, or "auto"
    bool json = false;
};

// The process's exit status. All or none: where one subject is not known, nothing is ordered.
[[nodiscard]] int run_order(const OrderOptions& options);

} // namespace khabar::cli
