#pragma once
// A source as a poll sees it: what the user configured, and what polling it has shown so far. Between polls
// the database alone remembers the latter.

#include "daemon/poll/interval.hpp"
#include "daemon/settings/settings.hpp"
#include "daemon/store/sources.hpp"

#include <cstdint>
#include <memory>
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
    std::shared_ptr<const settings::Source> config; // of the settings that were in force when it began
    store::SourceState stored;
    poll::SourceState policy;
    Validators validators;
};

// Puts together configuration and stored state; a state that was saved for another feed address starts anew.
[[nodiscard]] KnownSource known_source(std::shared_ptr<const settings::Source> config,
                                       const store::SourceState* stored);

// `policy` into the form that the store keeps, and back. What cannot be read is as if it were not there.
[[nodiscard]] std::string pack_policy(const poll::SourceState& policy, const Validators& validators);
[[nodiscard]] poll::SourceState unpack_policy(const store::SourceState& stored);
[[nodiscard]] Validators unpack_validators(const store::SourceState& stored);

[[nodiscard]] poll::IntervalLimits interval_limits(const settings::Source& config,
                                                   const settings::Poll& poll);

} // namespace khabar::pipeline
