#pragma once
// Which sources an operator means.

#include "daemon/settings/settings.hpp"
#include "daemon/store/database.hpp"

#include <tl/expected.hpp>

#include <string>
#include <vector>

namespace khabar::cli {

// Ids of configured sources and of those that only the archive knows. `words` are ids or patterns (* ? […] as
// in the shell), `tags` name the configured sources that have one of them. In the order of the configuration,
// each once. The error is a line for the operator: a word or tag that matches nothing.
[[nodiscard]] tl::expected<std::vector<std::string>, std::string>
select_sources(const store::Database& database, const std::vector<settings::Source>& configured,
               const std::vector<std::string>& words, const std::vector<std::string>& tags);

} // namespace khabar::cli
