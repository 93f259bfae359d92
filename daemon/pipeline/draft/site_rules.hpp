#pragma once
// Which of the user's site rules speaks for an address.

#include "parsers/article/page/site_rule.hpp"

#include <string_view>
#include <vector>

namespace khabar::pipeline {

// The rule with the longest host that is the URL's host or a parent domain of it; null where none is. The
// pointer lives as long as `rules` is unchanged.
[[nodiscard]] const article::SiteRule* find_rule(const std::vector<article::SiteRule>& rules,
                                                 std::string_view url);

} // namespace khabar::pipeline
