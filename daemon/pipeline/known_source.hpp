#pragma once
// A source as the daemon holds it: what the user configured, and what polling it has shown so far.

#include "daemon/poll/interval.hpp"
#include "daemon/settings/settings.hpp"
#include "daemon/store/sources.hpp"

#include <cstdint>
#include <string>

namespace khabar::pipeline {

// What is known of the validators that `stored` holds.
struct Validators {
    std::uint64_t entries = 0; // digest of what the feed had when they came; 0: not known
    bool distrusted = false;   // they did not change when the feed did: never sent again
    std::string from;          // the address that gave them; empty: the feed's

    friend bool operator==(const Validators&, const Validators&) = default;
};

struct KnownSource {
    settings::Source config;
    store::SourceState stored;
    poll::SourceState policy;
    Validators validators;
    // Moves on when the operator resets the source: what a poll from before has learnt is then not believed.
    std::uint64_t generation = 0;
};

// Puts together configuration and stored state; a state that was saved for another feed address starts anew.
[[nodiscard]] KnownSource known_source(const settings::Source& config, const store::SourceState* stored);

// `policy` into the form that the store keeps, and back. What cannot be read is as if it were not there.
[[nodiscard]] std::string pack_policy(const poll::SourceState& policy, const Validators& validators);
[[nodiscard]] poll::SourceState unpack_policy(const store::SourceState& stored);
[[nodiscard]] Validators unpack_validators(const store::SourceState& stored);

[[nodiscard]] poll::IntervalLimits interval_limits(const settings::Source& config,
                                                   const settings::Poll& poll);

} // namespace khabar::pipeline
