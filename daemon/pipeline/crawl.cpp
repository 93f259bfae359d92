#include "daemon/pipeline/crawl.hpp"

namespace khabar::pipeline {

poll::PacingLimits pacing_limits(const settings::Fetch& fetch) {
    poll::PacingLimits limits;
    limits.delay = fetch.delay;
    limits.per_group = fetch.per_host;
    limits.concurrency = fetch.concurrency;
    return limits;
}

story::Rules story_rules(const settings::Stories& settings) {
    return {settings.likeness, settings.window};
}

Crawl::Crawl(boost::asio::any_io_executor loop, std::shared_ptr<const settings::Settings> in_force,
             Archive& store, CpuPool& workers)
    : executor(loop),
      settings(std::move(in_force)),
      archive(store),
      pool(workers),
      fetcher(loop, settings->fetch),
      gate(loop, clock, pacing_limits(settings->fetch)) {}

void apply(Crawl& crawl, std::shared_ptr<const settings::Settings> settings) {
    crawl.settings = std::move(settings);
    crawl.fetcher.reconfigure(crawl.settings->fetch);
    crawl.gate.pacing().limit(pacing_limits(crawl.settings->fetch));
    crawl.gate.reconsider();
}

} // namespace khabar::pipeline
