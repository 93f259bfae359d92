#pragma once
// An explanation as one JSON object. The keys are a contract: scripts read them.
//
// {"name","url","fetch":null|{"status","url","redirects","headers","robots",…},
//  "encoding":{"believed","replaced","claims"},"page":null|{"source_bytes",…,"nodes","bounds"},
//  "site_rule":null|{"hosts","file"},"site_memory_pages",
//  "article":null|{"title",…},"error":null|"…","body":{"from","container","core","candidates"},
//  "witnesses":[{"field","origin","value","trust","believed","refused"}],
//  "lines":[{"text","kept","reason","line","by","in","weight"}],
//  "rule_effect":null|{"gained","lost","fields"}}

#include "daemon/explain/explanation.hpp"
#include "daemon/explain/rule_effect.hpp"

#include <boost/json/object.hpp>

namespace khabar::explain {

[[nodiscard]] boost::json::object json_report(const Explanation& made, const RuleEffect* effect = nullptr);

} // namespace khabar::explain
