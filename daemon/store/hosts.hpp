#pragma once
// What must survive a restart so that no host is treated worse after it: pacing, and the robots.txt cache.

#include "daemon/store/database.hpp"
#include "daemon/store/time.hpp"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace khabar::store {

inline constexpr std::size_t max_robots_bytes = 512u << 10; // RFC 9309, section 2.5

struct HostPacing {
    std::string group;                   // registrable domain or address
    FineTime next_allowed{};             // no request before
    std::chrono::milliseconds delay{};   // between two requests, as it stands
    std::chrono::milliseconds latency{}; // smoothed
    std::chrono::milliseconds crawl_delay{};
    std::uint32_t strikes = 0; // 429 and 503 running
    std::string reason;        // of the delay, for a person
    std::string policy;        // whatever else daemon/poll wants back; opaque here
};

// Inside the caller's Transaction.
void save_host(Database& database, const HostPacing& pacing);
[[nodiscard]] std::vector<HostPacing> load_hosts(const Database& database);
[[nodiscard]] std::optional<FineTime> next_allowed(const Database& database, std::string_view group);
// An operator's reset. Inside the caller's Transaction.
void forget_host(Database& database, std::string_view group);
// Those that may be asked since before then and have no strikes: nothing is lost with them.
void forget_hosts(Database& database, FineTime before);

struct RobotsRow {
    std::string host; // scheme and authority: "https://example.org:8443"
    Time fetched_at{}, expires{};
    int status = 0;   // HTTP; an older khabar stored those that say nothing (5xx, 429) too
    std::string body; // at most max_robots_bytes are kept
};

// Inside the caller's Transaction.
void save_robots(Database& database, const RobotsRow& row);
[[nodiscard]] std::optional<RobotsRow> find_robots(const Database& database, std::string_view host);
// Without the file itself.
struct RobotsState {
    std::string origin;
    Time fetched_at{}, expires{};
    int status = 0;
};
[[nodiscard]] std::vector<RobotsState> load_robots_states(const Database& database);
void forget_robots(Database& database, Time expired_before);

} // namespace khabar::store
