#pragma once
// The standfirst (dek, chapô, Vorspann): the sentence or two between headline and text, which many sites keep
// in the headline's container, apart from the body.

#include "parsers/article/page/passages.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace khabar::article {

// What is known of the article from its head.
struct HeadWords {
    std::string_view description;
    std::span<const std::string> authors; // what begins with one of their names introduces who wrote
};

// Indices in list.all(), in order, of what stands between `headline` and `root` and says so: by its class, by
// agreeing with the description of the page's head, or by being a sentence right below the headline. Empty
// where there is none.
[[nodiscard]] std::vector<std::uint32_t> find_standfirst(const PassageList& list, html::NodeId root,
                                                         html::NodeId headline, const HeadWords& head);

} // namespace khabar::article
