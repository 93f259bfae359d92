#pragma once
// What every step of a crawl shares: the parts of the daemon, the settings in force, and what was counted.
// One per process; everything here belongs to the loop's thread.

#include "daemon/net/fetcher.hpp"
#include "daemon/pipeline/archive.hpp"
#include "daemon/pipeline/barrier.hpp"
#include "daemon/pipeline/clock.hpp"
#include "daemon/pipeline/cpu_pool.hpp"
#include "daemon/pipeline/host_gate.hpp"
#include "daemon/pipeline/site_memories.hpp"
#include "daemon/pipeline/wake.hpp"
#include "daemon/poll/robots_cache.hpp"
#include "daemon/settings/settings.hpp"

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

namespace khabar::pipeline {

using FailureCounts = std::map<Errc, std::uint64_t>;

struct Counters {
    std::uint64_t polls = 0, polls_failed = 0;
    std::uint64_t links_new = 0, links_known = 0;
    std::uint64_t pages_stored = 0, pages_updated = 0, pages_copies = 0, pages_failed = 0;
    FailureCounts poll_failures, page_failures; // by class: as many entries as Errc has, at the most
};

struct PageFailures {
    std::uint32_t count = 0;
    std::string last; // error and detail
};

[[nodiscard]] story::Rules story_rules(const settings::Stories& settings);

struct Crawl {
    Crawl(boost::asio::any_io_executor loop, std::shared_ptr<const settings::Settings> in_force,
          Archive& store, CpuPool& workers);

    boost::asio::any_io_executor executor;
    std::shared_ptr<const settings::Settings> settings;
    Archive& archive;
    CpuPool& pool;
    Clock clock;
    net::Fetcher fetcher;
    HostGate gate;
    poll::RobotsCache robots;
    std::unordered_map<std::string, std::vector<std::shared_ptr<Wake>>>
        robots_waiting; // by origin that is being asked
    SiteMemories memories;
    Counters counters;
    RecentPages recent_pages;
    std::unordered_map<std::string, PageFailures> failed_pages; // by source, since its last poll
    poll::Duration patience = longest_wait; // of a request that would have to wait for its host
};

[[nodiscard]] poll::PacingLimits pacing_limits(const settings::Fetch& fetch);

// New settings for everything that starts from now on.
void apply(Crawl& crawl, std::shared_ptr<const settings::Settings> settings);

} // namespace khabar::pipeline
