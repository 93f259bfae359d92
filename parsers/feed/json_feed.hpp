#pragma once
// JSON Feed 1.0 and 1.1 (https://www.jsonfeed.org/version/1.1/), from clean UTF-8.

#include "parsers/feed/feed.hpp"

namespace khabar::feed {

[[nodiscard]] Result<Feed> parse_json(std::string_view utf8, const Hints& hints);

} // namespace khabar::feed
