#pragma once
// What a WordPress site says of its posts to its own editor, and to everybody: the REST listing
// /wp-json/wp/v2/posts (https://developer.wordpress.org/rest-api/reference/posts/). Whole bodies, dates with
// their offset, and, where it was asked with _embed, authors, terms and pictures.

#include "parsers/feed/feed.hpp"

#include <string>

namespace khabar::feed {

inline constexpr int wordpress_posts = 50; // asked for at once; 100 is the most that WordPress gives

// The address to ask: a site's address gets the customary path, one that is a REST address already (its path
// holds /wp-json/, its query rest_route=) is taken as it is. Errc::bad_url.
[[nodiscard]] Result<std::string> wordpress_address(std::string_view url);

// An entry without `complete` is protected by a password or carries no body. The first max_entries are read.
// Errors: as parse(); bad_feed says what WordPress answered where it answered with an error of its own.
[[nodiscard]] Result<Feed> parse_wordpress(std::string_view bytes, const Hints& hints = {});

} // namespace khabar::feed
