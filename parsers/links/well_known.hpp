#pragma once
// Where sites keep feeds and sitemaps without saying so: the customary paths of publishing software, those of
// the software that made this page first. Guesses: the one who asks tries them.

#include "parsers/html/document.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace khabar::links {

// Software that makes news sites, by what it leaves in a page: <meta name="generator"> or the paths of its
// assets.
enum class Software : std::uint8_t {
    unknown,
    wordpress,
    joomla,
    drupal,
    blogger,
    ghost,
    arc,
    squarespace,
    hugo,
    wix,
};

[[nodiscard]] Software software_of(const html::Document& page);
// "wordpress"; empty for unknown.
[[nodiscard]] std::string_view name(Software software) noexcept;

// Absolute addresses to try for a feed, likeliest first, each once; those of the page's own section before
// those of the site. Empty where `page_url` is no http address.
[[nodiscard]] std::vector<std::string> well_known_feeds(std::string_view page_url, Software software);

// The same for sitemaps, news sitemaps before others where the software is unknown; `announced` are the lines
// of robots.txt, which come before all.
[[nodiscard]] std::vector<std::string> well_known_sitemaps(std::string_view page_url, Software software,
                                                           std::span<const std::string> announced = {});

} // namespace khabar::links
