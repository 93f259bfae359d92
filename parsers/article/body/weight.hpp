#pragma once
// How much each passage speaks for the container that holds it: positive for prose, negative for what stands
// around it. The unit is characters of plain prose.

#include "parsers/article/page/passages.hpp"

#include <string_view>
#include <vector>

namespace khabar::article {

// What is known of the article from elsewhere; views may be empty.
struct Evidence {
    html::NodeId headline = html::no_node;
    std::string_view description;  // of the page's head or the feed
    std::string_view json_ld_body; // to agree with, never to print
    std::string_view site;         // the page's site_name() (labelled_link.hpp)
};

// One weight a passage, in the list's order.
[[nodiscard]] std::vector<float> weigh(const PassageList& list, const Evidence& evidence);

} // namespace khabar::article
