#pragma once
// What is to be said of a host group: its pacing, its robots.txt and the operator's word, brought together.

#include "daemon/settings/settings.hpp"
#include "daemon/store/hosts.hpp"

#include <boost/json/object.hpp>

#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace khabar::cli {

struct HostReport {
    std::string group;
    std::chrono::milliseconds delay{};            // in force between two requests
    std::string reason;                           // why it is that long
    std::optional<std::chrono::milliseconds> set; // by `khabar hosts set`
    store::HostPacing pacing;
    std::vector<store::RobotsState> robots; // of its origins
};

// By name.
[[nodiscard]] std::vector<HostReport> report_hosts(const store::Database& database,
                                                   const settings::Settings& settings);

// "host","delay_ms","reason","set_ms" or
// null,"latency_ms","crawl_delay_ms","throttle_ms","strikes","next_allowed",
// "robots":[{"origin","state","status","fetched_at","expires"}]
[[nodiscard]] boost::json::object to_json(const HostReport& report);

// "rules", "none (404)", "unreachable": what its robots.txt amounts to; several origins apart by commas.
[[nodiscard]] std::string robots_words(const HostReport& report);

} // namespace khabar::cli
