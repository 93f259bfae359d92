#pragma once
// What a site rule changes: the same page read with it and without.

#include "daemon/explain/explanation.hpp"

#include <string>
#include <vector>

namespace khabar::explain {

struct FieldChange {
    std::string field, without, with;
};

struct RuleEffect {
    std::vector<std::string> gained; // lines that only the rule keeps, in document order
    std::vector<std::string> lost;   // lines that only the absence of the rule keeps
    std::vector<FieldChange> fields;
    [[nodiscard]] bool none() const { return gained.empty() && lost.empty() && fields.empty(); }
};

// Both of the same bytes.
[[nodiscard]] RuleEffect compare(const Explanation& without, const Explanation& with);

} // namespace khabar::explain
