#pragma once
// RSS of every version and Atom, from clean UTF-8.

#include "parsers/feed/feed.hpp"

namespace khabar::feed {

[[nodiscard]] Result<Feed> parse_xml(std::string_view utf8, const Hints& hints);

} // namespace khabar::feed
