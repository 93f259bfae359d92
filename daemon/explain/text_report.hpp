#pragma once
// An explanation for a terminal. Every text of the page is cleaned of controls and of marks that turn the
// direction of a line.

#include "daemon/explain/explanation.hpp"
#include "daemon/explain/rule_effect.hpp"

#include <string>

namespace khabar::explain {

// `effect`: of the rule that is being tried; null where none is.
[[nodiscard]] std::string text_report(const Explanation& made, const RuleEffect* effect = nullptr);

} // namespace khabar::explain
