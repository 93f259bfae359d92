#include "daemon/pipeline/host/kept_pacing.hpp"

#include "daemon/log/log.hpp"
#include "daemon/pipeline/host/pacing_rows.hpp"

#include <algorithm>

namespace khabar::pipeline {

namespace {

constexpr std::chrono::hours host_remembered{24};
constexpr std::chrono::days robots_remembered{30}; // the old rules of a host that is down (RFC 9309 §2.3.1.4)

store::FineTime fine(poll::Time time) {
    return std::chrono::time_point_cast<store::FineTime::duration>(time);
}

} // namespace

KeptPacing::Rows KeptPacing::read(const store::Database& database) {
    return {store::load_hosts(database), store::load_host_rules(database)};
}

void KeptPacing::restore(const Rows& rows) {
    std::vector<poll::GroupState> groups;
    groups.reserve(rows.learnt.size());
    std::transform(rows.learnt.begin(), rows.learnt.end(), std::back_inserter(groups), group_state);
    hosts_.gate.pacing().restore(groups, hosts_.clock.now());
    for (const store::HostRule& rule : rows.rules)
        hosts_.gate.pacing().override_delay(rule.group, rule.delay);
}

boost::asio::awaitable<void> KeptPacing::save() {
    poll::HostPacing& pacing = hosts_.gate.pacing();
    for (const poll::GroupState& state : pacing.take_changed())
        unsaved_.insert_or_assign(state.group, host_row(state, pacing.spacing(state.group)));
    if (unsaved_.empty()) co_return;
    std::vector<store::HostPacing> rows;
    rows.reserve(unsaved_.size());
    for (const auto& [group, row] : unsaved_)
        rows.push_back(row);
    auto task = [rows = std::move(rows), shared = writers_ == Writers::several](store::Database& database,
                                                                                story::StoryIndex&) {
        for (const store::HostPacing& row : rows) {
            if (shared && store::next_allowed(database, row.group) > row.next_allowed) continue;
            store::save_host(database, row);
        }
        return true;
    };
    try {
        co_await hosts_.archive.write(std::move(task));
        unsaved_.clear();
    } catch (const store::StoreError& error) {
        log::error("pacing could not be stored", {{"error", error.what()}});
    }
}

boost::asio::awaitable<void> KeptPacing::forget_idle() {
    hosts_.gate.pacing().forget_idle(hosts_.clock.now());
    auto task = [before = fine(hosts_.clock.now() - host_remembered),
                 now = hosts_.clock.seconds()](store::Database& database, story::StoryIndex&) {
        store::forget_hosts(database, before);
        store::forget_robots(database, now - robots_remembered);
        return true;
    };
    try {
        co_await hosts_.archive.write(std::move(task));
    } catch (const store::StoreError& error) {
        log::error("idle hosts could not be forgotten", {{"error", error.what()}});
    }
}

} // namespace khabar::pipeline
