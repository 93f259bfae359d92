#pragma once
// What an address says by its shape: articles carry a slug, a number or a date; sections, tags and authors
// carry a name. No word of any language is known here.

#include "parsers/url/url.hpp"

#include <string>

namespace khabar::links {

// 0 (a name) … 1 (a date, a long slug or a number).
[[nodiscard]] double url_shape(const url::Url& url);

// Addresses that a site makes by one rule: its first segment, and the kinds of those after it
// ("article/slug", "tag/name", "2025/…"). What holds for most of a family holds for each.
[[nodiscard]] std::string url_family(const url::Url& url);

} // namespace khabar::links
