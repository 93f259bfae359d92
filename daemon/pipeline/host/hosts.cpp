#include "daemon/pipeline/host/hosts.hpp"

#include "daemon/pipeline/host/source_delays.hpp"

namespace khabar::pipeline {

namespace {

poll::PacingLimits pacing_limits(const settings::Fetch& fetch) {
    poll::PacingLimits limits;
    limits.delay = fetch.delay;
    limits.per_group = fetch.per_host;
    limits.concurrency = fetch.concurrency;
    return limits;
}

} // namespace

Hosts::Hosts(boost::asio::any_io_executor loop, std::shared_ptr<const settings::Settings> in_force,
             Archive& store)
    : executor(loop),
      settings(std::move(in_force)),
      archive(store),
      fetcher(loop, settings->fetch),
      gate(loop, clock, pacing_limits(settings->fetch)) {
    gate.pacing().minimum_delays(source_delays(settings->sources));
}

void Hosts::reconfigure(std::shared_ptr<const settings::Settings> wanted) {
    settings = std::move(wanted);
    fetcher.reconfigure(settings->fetch);
    gate.pacing().limit(pacing_limits(settings->fetch));
    gate.pacing().minimum_delays(source_delays(settings->sources));
    gate.reconsider();
}

} // namespace khabar::pipeline
