#pragma once
// The sections of khabar.yaml: fetch, poll, store, stories, log, status and workers.

#include "daemon/settings/mapping.hpp"
#include "daemon/settings/settings.hpp"

#include <span>
#include <string_view>
#include <vector>

namespace khabar::settings {

// A section reads its keys into its part of the settings; it runs on an empty mapping too, where its keys are
// to be listed.
struct Section {
    std::string_view name;
    void (*read)(Mapping& mapping, Settings& settings, ProblemList& problems);
};

[[nodiscard]] std::span<const Section> main_sections();

// Every key that a section may have.
[[nodiscard]] std::vector<std::string_view> section_keys(const Section& section);

// Every key of khabar.yaml into `settings`, inline `sources:` and `sites:` excepted: their nodes are handed
// back.
struct InlineLists {
    std::optional<YamlId> sources;
    std::optional<YamlId> sites;
};
[[nodiscard]] InlineLists read_main(const YamlTree& tree, Settings& settings, ProblemList& problems);

// The keys of the document itself that are no section.
inline constexpr std::string_view workers_key = "workers";
inline constexpr std::string_view sources_key = "sources";
inline constexpr std::string_view sites_key = "sites";

} // namespace khabar::settings
