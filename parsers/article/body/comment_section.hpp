#pragma once
// Comments that no tag or class names: below a line that counts or announces them, lines that say who wrote
// and when come again and again.
//
//     The last paragraph.   |   3 Comments   |   Ada, May 3, 2024 at 9:12   |   I doubt it.   |   Bo, May 4 …

#include "parsers/article/page/passages.hpp"

namespace khabar::article {

// Marks them Reason::comments: from the announcement to the end of the smallest element that holds it and two
// such lines. Linear in the page's text.
void mark_comment_section(PassageList& list, html::NodeId headline);

} // namespace khabar::article
