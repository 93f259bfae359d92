#include "daemon/explain/response_headers.hpp"

#include <algorithm>
#include <array>

namespace khabar::explain {

std::vector<std::pair<std::string_view, std::string_view>>
headers_that_matter(const net::Response& response) {
    static constexpr auto names = std::to_array<std::string_view>(
        {"content-type", "content-encoding", "content-language", "last-modified", "etag", "cache-control",
         "retry-after", "server", "via", "x-robots-tag", "cf-mitigated"});
    std::vector<std::pair<std::string_view, std::string_view>> found;
    for (const net::HeaderField& field : response.headers.fields())
        if (std::ranges::find(names, field.name) != names.end()) found.emplace_back(field.name, field.value);
    return found;
}

} // namespace khabar::explain
