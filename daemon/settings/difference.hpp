#pragma once
// What lies between two configurations, in the words that a log and an operator read.

#include "daemon/settings/settings.hpp"

#include <string>
#include <vector>

namespace khabar::settings {

struct ChangedSource {
    std::string id;
    std::vector<std::string> keys; // whose values differ: "url", "interval"
};

struct Difference {
    std::vector<std::string> added, removed; // ids of sources that are polled, or are not any more
    std::vector<ChangedSource> changed;
    std::vector<std::string> sites;    // hosts whose rule came, went or reads otherwise, sorted
    std::vector<std::string> settings; // "fetch.delay: 1s → 2s"
    std::vector<std::string>
        restart; // of those, keys that wait for a restart of the daemon: "store.database"

    [[nodiscard]] bool empty() const noexcept {
        return added.empty() && removed.empty() && changed.empty() && sites.empty() && settings.empty();
    }
};

// A source with `enabled: false` counts as one that is not there. O(n) in sources.
[[nodiscard]] Difference difference(const Settings& before, const Settings& after);

// `after`, with what cannot change while the daemon runs as it is in `before`.
[[nodiscard]] Settings without_restart(const Settings& before, Settings after);

} // namespace khabar::settings
