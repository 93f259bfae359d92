#pragma once
// The headline where no tag or name marks it: the line that the page's title begins or ends with, with text
// below it.
//
//     <title>The Harbour Blog: Two boats, one quay</title> … <h3>Two boats, one quay</h3> <div>The council …

#include "parsers/article/metadata/metadata.hpp"
#include "parsers/article/page/passages.hpp"

#include <string_view>

namespace khabar::article {

struct ShownHeadline {
    html::NodeId node = html::no_node; // the element that it stands in
    std::string_view line;             // its text, in the list; empty where Metadata::headline tells it
};

// Metadata::headline where there is one. Nothing where no line on the page says what a title says. Linear in
// the page's text.
[[nodiscard]] ShownHeadline shown_headline(const PassageList& list, const Metadata& metadata);

} // namespace khabar::article
