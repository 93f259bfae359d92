#pragma once
// What the daemon counts, in Prometheus' text format (version 0.0.4). Labels are of ours only (error classes,
// states): their number does not grow with sources, hosts or what the world sends.

#include "daemon/pipeline/crawl/crawl.hpp"
#include "daemon/store/writer.hpp"

#include <chrono>
#include <cstdint>
#include <string>

namespace khabar::service {

struct Snapshot {
    pipeline::Counters counters;
    store::Writer::Counts writer;
    std::uint64_t sources = 0;
    std::uint64_t in_flight = 0;   // polls and pages
    std::uint64_t cpu_waiting = 0; // jobs queued or running
    std::uint64_t cpu_finished = 0;
    std::chrono::seconds since_progress{}; // since loop, workers and writer were last seen to work
    std::chrono::seconds uptime{};
    std::uint64_t database_bytes = 0; // with its log
    std::uint64_t resident_bytes = 0;
};

[[nodiscard]] std::string prometheus_text(const Snapshot& snapshot);

// Of this process, by /proc/self/statm; 0 where it cannot be read.
[[nodiscard]] std::uint64_t resident_bytes();

} // namespace khabar::service
