#include "daemon/poll/robots_cache.hpp"

#include <utility>

namespace khabar::poll {
namespace {

using namespace std::chrono_literals;

constexpr Duration holds = 24h;            // RFC 9309 §2.4
constexpr Duration retry_unreachable = 1h; // ask again sooner where the answer was none
constexpr std::size_t fixed_bytes = 256;   // of an entry beside its strings

std::size_t bytes_of(const RobotsRecord& record) {
    std::size_t bytes = fixed_bytes + record.origin.size();
    for (const robots::Rule& rule : record.robots.rules)
        bytes += sizeof rule + rule.pattern.size();
    for (const std::string& sitemap : record.robots.sitemaps)
        bytes += sizeof sitemap + sitemap.size();
    return bytes;
}

bool is_robots_itself(std::string_view path) {
    return path == "/robots.txt" || path.starts_with("/robots.txt?");
}

} // namespace

RobotsCache::RobotsCache(Limits limits) : limits_(limits) {}

RobotsAnswer RobotsCache::ask(std::string_view origin, std::string_view path, Time now) {
    RobotsAnswer answer;
    if (is_robots_itself(path)) {
        answer.known = true;
        return answer;
    }
    const auto found = index_.find(origin);
    if (found == index_.end() || found->second->record.expires <= now) return answer;
    entries_.splice(entries_.begin(), entries_, found->second);
    const RobotsRecord& record = found->second->record;
    answer.known = true;
    answer.unreachable = record.kind == RobotsKind::forbid_all;
    answer.failure = record.failure;
    answer.verdict.allowed = !answer.unreachable;
    if (record.kind == RobotsKind::rules) {
        answer.verdict = record.robots.verdict(path);
        answer.crawl_delay = record.robots.crawl_delay;
    }
    return answer;
}

void RobotsCache::answered(std::string_view origin, int status, std::string_view body, std::string_view agent,
                           Time now) {
    if (is_unreachable(status)) return failed(origin, Errc::http_server_error, now);
    RobotsRecord record{std::string(origin), RobotsKind::allow_all, {}, now, now + holds};
    if (status < 300) {
        record.kind = RobotsKind::rules;
        record.robots = robots::parse(body.substr(0, robots_bytes), agent);
    }
    put(std::move(record));
}

void RobotsCache::failed(std::string_view origin, Errc error, Time now) {
    if (error == Errc::too_many_redirects) return answered(origin, 404, {}, {}, now);
    RobotsRecord record{std::string(origin), RobotsKind::forbid_all, {}, now, now + retry_unreachable, error};
    if (const RobotsRecord* old = find(origin)) {
        record.kind = old->kind; // what was read once goes on while the file cannot be had
        record.robots = old->robots;
        record.fetched = old->fetched;
    }
    put(std::move(record));
}

const RobotsRecord* RobotsCache::find(std::string_view origin) const {
    const auto found = index_.find(origin);
    return found == index_.end() ? nullptr : &found->second->record;
}

void RobotsCache::put(RobotsRecord record) {
    if (const auto old = index_.find(record.origin); old != index_.end()) {
        const auto entry = old->second;
        bytes_ -= entry->bytes;
        index_.erase(old);
        entries_.erase(entry);
    }
    const std::size_t bytes = bytes_of(record);
    entries_.push_front({std::move(record), bytes});
    index_.emplace(entries_.front().record.origin, entries_.begin());
    bytes_ += bytes;
    shrink();
}

// The newest stays whatever its size: it is bounded by robots_bytes.
void RobotsCache::shrink() {
    while (index_.size() > 1 && (index_.size() > limits_.origins || bytes_ > limits_.bytes)) {
        bytes_ -= entries_.back().bytes;
        index_.erase(entries_.back().record.origin);
        entries_.pop_back();
    }
}

} // namespace khabar::poll
