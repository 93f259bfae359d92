#pragma once
// What every step of a crawl holds: the way to hosts, to the pool and to the archive, the settings in force,
// what is remembered between pages, and what was counted. One per process; everything here belongs to the
// loop's thread.

#include "daemon/pipeline/crawl/recent_pages.hpp"
#include "daemon/pipeline/crawl/site_memories.hpp"
#include "daemon/pipeline/host/hosts.hpp"
#include "daemon/pipeline/loop/cpu_pool.hpp"
#include "parsers/base/result.hpp"

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <unordered_map>

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
using FailedPages = std::unordered_map<std::string, PageFailures>; // by source

[[nodiscard]] story::Rules story_rules(const settings::Stories& settings);

struct Crawl : Hosts {
    Crawl(boost::asio::any_io_executor loop, std::shared_ptr<const settings::Settings> in_force,
          Archive& store, CpuPool& workers)
        : Hosts(std::move(loop), std::move(in_force), store),
          pool(workers) {}

    CpuPool& pool;
    SiteMemories memories;
    RecentPages recent_pages;
    Counters counters;
    FailedPages failed_pages; // since the source's last poll
};

} // namespace khabar::pipeline
