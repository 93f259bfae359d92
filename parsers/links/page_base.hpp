#pragma once
// What the links of a page are relative to.

#include "parsers/html/document.hpp"
#include "parsers/url/url.hpp"

#include <optional>
#include <string_view>

namespace khabar::links {

// <base href> against the page's address (HTML, §4.2.3), or that address; none where neither is a URL. Of
// several <base> the first counts, wherever it stands.
[[nodiscard]] std::optional<url::Url> page_base(const html::Document& page, std::string_view page_url);

// `reference` as an absolute http or https address without fragment; none where it is none.
[[nodiscard]] std::optional<url::Url> resolve(std::string_view reference,
                                              const std::optional<url::Url>& base);

} // namespace khabar::links
