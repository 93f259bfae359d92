#include "daemon/pipeline/host/pacing_rows.hpp"

#include <algorithm>

namespace khabar::pipeline {

namespace {

std::string reason_of(const poll::GroupState& state, poll::Duration spacing) {
    if (state.override_delay) return "operator";
    if (state.closed_until > state.last_start + spacing) return "retry_after";
    if (state.throttle > poll::Duration(0) && state.throttle == spacing) return "throttled";
    if (state.crawl_delay > poll::Duration(0) && state.crawl_delay == spacing) return "crawl_delay";
    if (state.latency > poll::Duration(0) && state.latency == spacing) return "latency";
    return "delay";
}

} // namespace

store::HostPacing host_row(const poll::GroupState& state, poll::Duration spacing) {
    store::HostPacing row;
    row.group = state.group;
    row.latency = state.latency;
    row.crawl_delay = state.crawl_delay;
    row.delay = state.throttle;
    row.strikes = state.strikes;
    row.next_allowed = std::max(state.closed_until, state.last_start + spacing);
    row.reason = reason_of(state, spacing);
    return row;
}

poll::GroupState group_state(const store::HostPacing& row) {
    poll::GroupState state;
    state.group = row.group;
    state.latency = row.latency;
    state.crawl_delay = row.crawl_delay;
    state.throttle = row.delay;
    state.strikes = row.strikes;
    state.closed_until = row.next_allowed;
    return state;
}

} // namespace khabar::pipeline
