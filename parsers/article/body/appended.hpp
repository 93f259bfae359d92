#pragma once
// Further articles below the page's own: sites that never end load the next
// story under the one asked for.
//
//     <main> <article> <h1>This</h1> <p>… </article> <article> <h1>The
//     next</h1> <p>… </article> </main>

#include "parsers/article/page/passages.hpp"

namespace khabar::article {

// Marks everything from the first further article on as outside. One is an
// element beside the one that holds the headline, of the same tag and kind,
// with a heading of the headline's rank, text of its own, and its own byline,
// date or <article>. Entries of a live report stand below their page's
// headline, not beside it.
void mark_appended(PassageList& list, html::NodeId headline);

} // namespace khabar::article
