#pragma once
// The parts of a URL's path.

#include <string_view>
#include <vector>

namespace khabar::url {

// What stands between the slashes, as it stands (percent-encoded); empty segments are left out. Views into
// `path`.
[[nodiscard]] std::vector<std::string_view> segments(std::string_view path);

} // namespace khabar::url
