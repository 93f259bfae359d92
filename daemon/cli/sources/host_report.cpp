#include "daemon/cli/sources/host_report.hpp"

#include "daemon/cli/terminal/moment.hpp"
#include "daemon/pipeline/host/host_gate.hpp"
#include "daemon/pipeline/host/source_delays.hpp"
#include "daemon/store/orders.hpp"

#include <boost/json/array.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace khabar::cli {

namespace {

namespace json = boost::json;
using std::chrono::milliseconds;

// The longest of what asks for a delay (poll/host_pacing.hpp); the operator's word goes before all. `stated`
// by a source of the group, instead of the general one.
void decide(HostReport& report, milliseconds general, std::optional<milliseconds> stated) {
    const store::HostPacing& pacing = report.pacing;
    report.delay = stated.value_or(general);
    report.reason = stated ? "delay of a source" : "fetch.delay";
    const auto at_least = [&](milliseconds delay, std::string reason) {
        if (delay <= report.delay) return;
        report.delay = delay;
        report.reason = std::move(reason);
    };
    at_least(pacing.crawl_delay, "crawl-delay of its robots.txt");
    at_least(pacing.latency, "its answers take as long");
    at_least(pacing.delay, "it answered 429 or 503");
    if (!report.set) return;
    report.delay = *report.set;
    report.reason = "set by the operator";
}

std::string state_of(const store::RobotsState& robots) {
    if (robots.status >= 200 && robots.status < 300) return "rules";
    if (robots.status >= 400 && robots.status < 500 && robots.status != 429)
        return fmt::format("none ({})", robots.status);
    return robots.status == 0 ? "unreachable" : fmt::format("unreachable ({})", robots.status);
}

std::string group_of(const std::string& origin) {
    const auto url = url::Url::parse(origin);
    return url ? pipeline::host_group(*url) : origin;
}

} // namespace

std::vector<HostReport> report_hosts(const store::Database& database, const settings::Settings& settings) {
    std::map<std::string, HostReport> by_group;
    for (store::HostPacing& pacing : store::load_hosts(database)) {
        HostReport& report = by_group[pacing.group];
        report.pacing = std::move(pacing);
    }
    for (store::RobotsState& robots : store::load_robots_states(database))
        by_group[group_of(robots.origin)].robots.push_back(std::move(robots));
    for (const store::HostRule& rule : store::load_host_rules(database))
        by_group[rule.group].set = rule.delay;
    const poll::GroupDelays stated = pipeline::source_delays(settings.sources);
    std::vector<HostReport> reports;
    for (auto& [group, report] : by_group) {
        report.group = group;
        const auto own = stated.find(group);
        decide(report, settings.fetch.delay, own == stated.end() ? std::nullopt : std::optional(own->second));
        reports.push_back(std::move(report));
    }
    return reports;
}

json::object to_json(const HostReport& report) {
    json::array robots;
    for (const store::RobotsState& state : report.robots)
        robots.push_back(json::object{{"origin", state.origin},
                                      {"state", state_of(state)},
                                      {"status", state.status},
                                      {"fetched_at", moment_json(state.fetched_at)},
                                      {"expires", moment_json(state.expires)}});
    const auto next = std::chrono::ceil<std::chrono::seconds>(report.pacing.next_allowed);
    return {{"host", report.group},
            {"delay_ms", report.delay.count()},
            {"reason", report.reason},
            {"set_ms", report.set ? json::value(report.set->count()) : json::value(nullptr)},
            {"latency_ms", report.pacing.latency.count()},
            {"crawl_delay_ms", report.pacing.crawl_delay.count()},
            {"throttle_ms", report.pacing.delay.count()},
            {"strikes", report.pacing.strikes},
            {"next_allowed", next.time_since_epoch().count() > 0 ? moment_json(next) : json::value(nullptr)},
            {"robots", std::move(robots)}};
}

std::string robots_words(const HostReport& report) {
    std::string words;
    for (const store::RobotsState& state : report.robots) {
        const std::string one = state_of(state);
        if (words.find(one) == std::string::npos) words.append(words.empty() ? "" : ", ").append(one);
    }
    return words.empty() ? "not asked" : words;
}

} // namespace khabar::cli
