#pragma once
// A host group's pacing in the form that the store keeps, and back; what an operator said is kept elsewhere
// (store/orders.hpp). Pure.

#include "daemon/poll/host_pacing.hpp"
#include "daemon/store/hosts.hpp"

namespace khabar::pipeline {

// `spacing` as it stands: it goes on to hold after a restart.
[[nodiscard]] store::HostPacing host_row(const poll::GroupState& state, poll::Duration spacing);
[[nodiscard]] poll::GroupState group_state(const store::HostPacing& row);

} // namespace khabar::pipeline
