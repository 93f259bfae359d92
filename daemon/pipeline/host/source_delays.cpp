#include "daemon/pipeline/host/source_delays.hpp"

#include "daemon/pipeline/host/host_gate.hpp"

#include <algorithm>

namespace khabar::pipeline {

poll::GroupDelays source_delays(const std::vector<settings::Source>& sources) {
    poll::GroupDelays delays;
    for (const settings::Source& source : sources) {
        if (!source.enabled || !source.delay) continue;
        const auto url = url::Url::parse(source.url);
        if (!url) continue;
        poll::Duration& longest = delays[host_group(*url)];
        longest = std::max<poll::Duration>(longest, *source.delay);
    }
    return delays;
}

} // namespace khabar::pipeline
