#pragma once
// Marks the passages that stand in containers of navigation, comments, share rows, rails and their kin, and
// finds the elements that call themselves the article.

#include "parsers/article/body/element_role.hpp"
#include "parsers/article/page/hints.hpp"
#include "parsers/article/page/passages.hpp"

#include <vector>

namespace khabar::article {

struct MarkedElement {
    html::NodeId id;
    BodyMark mark;
};

// Sets Passage::reason. `headline` (no_node where unknown) is never within clutter: names of classes are no
// proof against it. Returns the elements with a BodyMark, in document order.
std::vector<MarkedElement> mark_clutter(PassageList& list, html::NodeId headline);

// What a site rule drops.
void mark_by_rule(PassageList& list, const SiteRule& rule);

// Blocks that stand on several pages of the site.
void mark_template(PassageList& list, const SiteMemory& memory);

} // namespace khabar::article
