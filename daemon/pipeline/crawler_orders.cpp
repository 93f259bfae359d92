#include "daemon/pipeline/crawler.hpp"
#include "parsers/date/date_time.hpp"

namespace khabar::pipeline {

namespace {

constexpr std::string_view not_polled =
    "not polled by the running daemon: not in its configuration, or enabled: false";

} // namespace

std::string Crawler::pause(const std::string& id) {
    const auto known = known_.find(id);
    if (known == known_.end()) return std::string(not_polled);
    known->second.paused = true;
    schedule_.remove(id);
    return polling_.contains(id) ? "paused, after the poll that goes on" : "paused";
}

std::string Crawler::resume(const std::string& id) {
    const auto known = known_.find(id);
    if (known == known_.end()) return std::string(not_polled);
    known->second.paused = false;
    const poll::Time now = crawl_.clock.now();
    const poll::Time due = std::max(now, known->second.due);
    schedule(id, due);
    polls_.notify();
    if (due <= now) return "resumed; polled at once";
    return "resumed; polled at " + date::to_iso8601(std::chrono::floor<std::chrono::seconds>(due));
}

std::string Crawler::reset(const std::string& id) {
    const auto known = known_.find(id);
    if (known == known_.end()) return std::string(not_polled);
    schedule(id, crawl_.clock.now());
    polls_.notify();
    return known->second.paused ? "forgotten what was learnt; still paused"
                                : "forgotten what was learnt; polled at once";
}

std::string Crawler::poll_now(const std::string& id) {
    const auto known = known_.find(id);
    if (known == known_.end()) return std::string(not_polled);
    if (polling_.contains(id)) return "is being polled, or waits for its host's turn";
    if (known->second.paused) return "paused: resume it first";
    schedule(id, crawl_.clock.now());
    polls_.notify();
    return "polled at once";
}

} // namespace khabar::pipeline
