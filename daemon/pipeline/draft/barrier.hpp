#pragma once
// What stands before an article instead of it: a login, consent or challenge page that a server sends for
// every address. It is "blocked", not an article: nothing of it is stored. Pure.

#include "daemon/net/response.hpp"
#include "parsers/base/result.hpp"
#include "parsers/url/url.hpp"

#include <cstddef>
#include <optional>
#include <string_view>

namespace khabar::pipeline {

// By the answer alone: a header that says so, or redirects that ended at an address whose path names a door
// (login, sso, consent, captcha …) where the one asked for does not.
[[nodiscard]] std::optional<Error> barrier_of(const net::Response& response, const url::Url& asked);

// Whether the page has a field for a password. Linear.
[[nodiscard]] bool has_password_field(std::string_view html);

// Whether a page is the one that the feed announced: its title or its text has half of the words of the
// feed's title. True where the feed gave none.
[[nodiscard]] bool is_announced(std::string_view feed_title, std::string_view page_title,
                                std::string_view text);

// A page with a password field and little else is a login page unless the feed announced it.
inline constexpr std::size_t login_page_bytes = 1500;

} // namespace khabar::pipeline
