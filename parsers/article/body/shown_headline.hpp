#pragma once
// The headline where no tag or name marks it: the line that the page's title begins or ends with, with text
// below it.
//
//     <title>The Harbour Blog: Two boats, one quay</title> … <h3>Two boats, one quay</h3> <div>The council …

#include "parsers/article/metadata/metadata.hpp"
#include "parsers/article/page/passages.hpp"

namespace khabar::article {

// Metadata::headline where there is one. no_node where nothing on the page says what a title says. Linear in
// the page's text.
[[nodiscard]] html::NodeId shown_headline(const PassageList& list, const Metadata& metadata);

} // namespace khabar::article
