#pragma once
// News pages of our own making, in the proportions of real ones: scripts, styles and comments over half of
// the bytes, then menus, rails of related stories and readers' comments around a text of a few kilobytes.

#include <cstddef>
#include <string>

namespace khabar::bench {

struct PageShape {
    bool arabic = false;
    std::size_t paragraphs = 12;
    std::size_t menu_links = 60;
    std::size_t related = 12;
    std::size_t comments = 8;
    std::size_t script_bytes = 60'000;
    std::size_t style_bytes = 12'000;
};

[[nodiscard]] PageShape small_page(bool arabic);  // some 30 KB: a brief on a plain theme
[[nodiscard]] PageShape medium_page(bool arabic); // some 150 KB: the median of real pages
[[nodiscard]] PageShape large_page(bool arabic);  // some 900 KB: a portal with everything

// The same shape gives the same bytes, on every machine.
[[nodiscard]] std::string news_page(const PageShape& shape);

} // namespace khabar::bench
