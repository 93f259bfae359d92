#pragma once
// The fields of an answer that had a say in what became of the page.

#include "daemon/net/response.hpp"

#include <string_view>
#include <utility>
#include <vector>

namespace khabar::explain {

// Lower-case name and value as sent; views into the response.
[[nodiscard]] std::vector<std::pair<std::string_view, std::string_view>>
headers_that_matter(const net::Response& response);

} // namespace khabar::explain
