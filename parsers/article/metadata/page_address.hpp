#pragma once
// Addresses as a page's head writes them.

#include "parsers/url/url.hpp"

#include <optional>
#include <string_view>

namespace khabar::article {

using Address = std::optional<url::Url>;

// Resolved against `base`; nothing where it is empty, broken or not of the web.
[[nodiscard]] Address parse_address(std::string_view text, const Address& base);

// "/", "/ar", "/en/": the front page, perhaps of one language.
[[nodiscard]] bool is_front(std::string_view path);

[[nodiscard]] std::string_view without_www(std::string_view host);

} // namespace khabar::article
