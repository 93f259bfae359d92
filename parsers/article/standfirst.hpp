#pragma once
// The standfirst (dek, chapô, Vorspann): the sentence or two between headline and text, which many sites keep
// in the headline's container, apart from the body.

#include "parsers/article/passages.hpp"

#include <optional>
#include <string_view>

namespace khabar::article {

// Its index in list.all(), where one stands between `headline` and `root` and says so: by its class, or by
// agreeing with the description of the page's head.
[[nodiscard]] std::optional<std::uint32_t> find_standfirst(const PassageList& list, html::NodeId root,
                                                           html::NodeId headline,
                                                           std::string_view description);

} // namespace khabar::article
