#pragma once
// The feeds that a page speaks of. Those it announces by <link rel="alternate"> (HTML, §4.6.6.1; RFC 4287's
// companion "Atom autodiscovery"), in any case, quoting and order of attributes, in head or body; and those
// it merely links to.

#include "parsers/html/document.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace khabar::links {

inline constexpr std::size_t max_feeds = 100; // a portal announces some dozens; more is no help to anybody

struct Feed {
    std::string url; // absolute, without fragment
    std::string title;
    std::string type; // "application/rss+xml", lower-case, without parameters; empty where the page says none
};

// In the page's order, each address once; at most max_feeds. `page_url` may be empty: then only absolute
// addresses count.
[[nodiscard]] std::vector<Feed> announced_feeds(const html::Document& page, std::string_view page_url);

// Links that look like feeds without being announced as such: <link> with a bare XML type, and <a> on the
// same site whose type or address says feed, rss, atom or rdf. Best first, at most max_feeds.
[[nodiscard]] std::vector<Feed> linked_feeds(const html::Document& page, std::string_view page_url);

} // namespace khabar::links
