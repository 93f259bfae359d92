#pragma once
// Feeds that are most likely one feed under two addresses.

#include "daemon/settings/problem.hpp"
#include "daemon/settings/settings.hpp"

#include <filesystem>
#include <vector>

namespace khabar::settings {

// A warning for each source whose address differs from an earlier one's only in what canonical_key() passes
// over (scheme, www., a slash at the end, tracking parameters): both would be polled, and bring the same
// links. `folder` is where the files of the sources are.
void note_twin_feeds(const std::vector<Source>& sources, const std::filesystem::path& folder,
                     std::vector<Problem>& warnings);

} // namespace khabar::settings
