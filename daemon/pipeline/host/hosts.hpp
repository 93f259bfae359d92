#pragma once
// What a request on its way to a host needs: whose turn it is, what robots.txt said, and the network itself.
// One per process; everything here belongs to the loop's thread.

#include "daemon/net/fetcher.hpp"
#include "daemon/pipeline/host/host_gate.hpp"
#include "daemon/pipeline/loop/archive.hpp"
#include "daemon/pipeline/loop/clock.hpp"
#include "daemon/pipeline/loop/wake.hpp"
#include "daemon/poll/robots_cache.hpp"
#include "daemon/settings/settings.hpp"

#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

namespace khabar::pipeline {

struct Hosts {
    Hosts(boost::asio::any_io_executor loop, std::shared_ptr<const settings::Settings> in_force,
          Archive& store);

    // New settings for everything that starts from now on.
    void reconfigure(std::shared_ptr<const settings::Settings> wanted);

    boost::asio::any_io_executor executor;
    std::shared_ptr<const settings::Settings> settings;
    Archive& archive;
    Clock clock;
    net::Fetcher fetcher;
    HostGate gate;
    poll::RobotsCache robots;
    std::unordered_map<std::string, std::vector<std::shared_ptr<Wake>>>
        robots_waiting;                     // by origin that is being asked
    poll::Duration patience = longest_wait; // of a request that would have to wait for its host
};

} // namespace khabar::pipeline
