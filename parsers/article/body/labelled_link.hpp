#pragma once
// "Read more: <a>A headline of this site</a>" in any language: a short label, a mark that divides, and a link
// to the end of the paragraph.

#include "parsers/article/page/passages.hpp"

#include <string>
#include <string_view>

namespace khabar::article {

// What a site is called in its own addresses, under whatever suffix: "example" of "www.example.co.uk".
[[nodiscard]] std::string site_name(std::string_view host);

// `site` is the page's site_name() (empty: only links without a host are taken for the site's). List
// items and table cells never are: there labels and links are facts.
[[nodiscard]] bool is_labelled_link(const html::Document& page, const Passage& passage,
                                    std::string_view site);

// Whether every link in the passage, and there is one, leads to another site. A site's menus and
// rails lead to its own pages; what an article lists as its sources, works or goods stands elsewhere.
[[nodiscard]] bool leads_offsite(const html::Document& page, const Passage& passage, std::string_view site);

// Whether it begins with a link to a place on its own page: the button that unfolds what stands below it, or
// an entry of a table of contents.
[[nodiscard]] bool leads_to_own_page(const html::Document& page, const Passage& passage);

} // namespace khabar::article
