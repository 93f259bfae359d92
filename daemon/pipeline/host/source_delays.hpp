#pragma once
// What the configuration asks for between two requests to a host beyond `fetch.delay`.

#include "daemon/poll/host_pacing.hpp"
#include "daemon/settings/settings.hpp"

#include <vector>

namespace khabar::pipeline {

// The longest `delay` of the enabled sources on each host group; groups where none has one are left out.
[[nodiscard]] poll::GroupDelays source_delays(const std::vector<settings::Source>& sources);

} // namespace khabar::pipeline
