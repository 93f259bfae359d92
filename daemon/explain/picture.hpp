#pragma once
// The page itself as one HTML file: what the article keeps is green, what it leaves is red with the reason on
// hover, and a legend at the top. For editors of site rules.
//
// Safe to open whatever the page is: its tree is written anew from harmless elements and attributes
// (picture_markup.hpp), below a Content-Security-Policy that lets nothing load but images. The page's own
// style sheets are left out, so what it hides is seen as well.

#include "daemon/explain/explanation.hpp"

#include <string>

namespace khabar::explain {

// For a page that could not be parsed: the legend, saying so.
[[nodiscard]] std::string picture(const Explanation& made);

} // namespace khabar::explain
