#pragma once
// The keys that say what is asked for a source's articles: of the source itself, and of each of its
// `fallbacks`.

#include "daemon/settings/mapping.hpp"
#include "daemon/settings/settings.hpp"

namespace khabar::settings {

// Behind a site's feed, sitemap, listing and REST interface nothing is left to ask.
inline constexpr std::size_t max_fallbacks = 8;

// kind, url, links, pattern, newer_than, backfill; what does not belong together is a problem.
void read_input(Mapping& mapping, SourceInput& input, ProblemList& problems);

// `fallbacks:`, a list of mappings with the keys above.
void read_fallbacks(const YamlTree& tree, Mapping& mapping, Source& source, ProblemList& problems);

} // namespace khabar::settings
