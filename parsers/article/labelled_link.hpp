#pragma once
// "Read more: <a>A headline of this site</a>" in any language: a short label, a mark that divides, and a link
// to the end of the paragraph.

#include "parsers/article/passages.hpp"

#include <string_view>

namespace khabar::article {

// `host` is the page's own (may be empty: then only links without a host are taken for the site's). List
// items and table cells never are: there labels and links are facts.
[[nodiscard]] bool is_labelled_link(const html::Document& page, const Passage& passage,
                                    std::string_view host);

} // namespace khabar::article
