#pragma once
// Sources as YAML that `khabar check` accepts, for commands that write configuration.

#include "daemon/settings/settings.hpp"

#include <set>
#include <string>
#include <string_view>

namespace khabar::cli {

// An id for a source that has none: of its title where that is ASCII, else of its host, with a number behind
// where `taken` holds it already; it is added there.
[[nodiscard]] std::string make_source_id(std::string_view title, std::string_view url,
                                         std::set<std::string, std::less<>>& taken);

// "  - id: …" with every key that differs from its default. Ends with a newline.
[[nodiscard]] std::string source_stanza(const settings::Source& source);

} // namespace khabar::cli
