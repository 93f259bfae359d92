#pragma once
// A source as a poll sees it: what the user configured, and what polling it has shown so far. Between polls
// the database alone remembers the latter.

#include "daemon/poll/interval.hpp"
#include "daemon/settings/settings.hpp"
#include "daemon/store/inputs.hpp"
#include "daemon/store/sources.hpp"

#include <cstdint>
#include <memory>
#include <string>

namespace khabar::pipeline {

struct KnownSource {
    std::shared_ptr<const settings::Source> config; // of the settings that were in force when it began
    store::SourceState stored;
    poll::SourceState policy;
    store::Validators validators; // of the source's own address
};

// Puts together configuration and stored state; a state that was saved for another feed address starts anew.
[[nodiscard]] KnownSource known_source(std::shared_ptr<const settings::Source> config,
                                       const store::SourceState* stored);

// `policy` into the form that the store keeps, and back. What cannot be read is as if it were not there.
[[nodiscard]] std::string pack_policy(const poll::SourceState& policy, const store::Validators& validators);
[[nodiscard]] poll::SourceState unpack_policy(const store::SourceState& stored);
[[nodiscard]] store::Validators unpack_validators(const store::SourceState& stored);

[[nodiscard]] poll::IntervalLimits interval_limits(const settings::Source& config,
                                                   const settings::Poll& poll);

} // namespace khabar::pipeline
