#pragma once
// Within the chosen container: cuts link lists, rails of cards, what stands above the headline, repeated
// text, and branches beside the core that hold too little prose to be a part of the article.

#include "parsers/article/page/passages.hpp"

#include <string_view>

namespace khabar::article {

// Sets reasons for passages inside `root`; returns the core: the smallest element that holds most of the
// prose in it. `site` is the page's site_name() (labelled_link.hpp), empty where unknown.
html::NodeId refine(PassageList& list, html::NodeId root, html::NodeId headline, std::string_view site);

} // namespace khabar::article
