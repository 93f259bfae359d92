#pragma once
// Stories as the commands print them.

#include "daemon/store/database.hpp"
#include "daemon/story/story_view.hpp"

#include <boost/json/object.hpp>

#include <string>
#include <vector>

namespace khabar::cli {

// {"story","representative","title","url","language","first","last","articles","dropped","copies","sources"}.
[[nodiscard]] boost::json::object to_json(const store::Database& database, const story::StorySummary& story);

// "sana, reuters" in order of publication; of many the first four and how many more there are.
[[nodiscard]] std::string source_cell(const std::vector<std::string>& sources);

} // namespace khabar::cli
