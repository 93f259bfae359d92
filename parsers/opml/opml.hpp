#pragma once
// OPML 1.0 to 2.0 (http://opml.org/spec2.opml): lists of feeds, as readers export them.

#include "parsers/base/result.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace khabar::opml {

inline constexpr std::size_t max_opml_bytes = 16u << 20;
inline constexpr std::size_t max_feeds = 20'000;

struct Feed {
    std::string xml_url; // as written, trimmed; never empty
    std::string html_url;
    std::string title; // title, or text where there is none
    // The titles of the outlines around it, outermost first, " / " between; without titles of more than 4096
    // bytes, and empty where there were more together.
    std::string group;
    std::vector<std::string> categories; // `category`, whose parts are separated by commas
    std::string language;
};

struct Subscriptions {
    std::string title;
    std::vector<Feed> feeds; // the first max_feeds
    bool salvaged = false;   // not well formed, or cut at a bound
};

// Outlines without a feed's address are groups or notes. Errors: too_large, empty, bad_feed (no <opml>).
[[nodiscard]] Result<Subscriptions> parse(std::string_view bytes, std::string_view content_type = {});

// OPML 2.0, valid for any content: feeds stand in an outline of their group where they have one, groups in
// the order of their first feed. What parse() reads of it is `list` again, but for control characters and the
// separators in names of categories.
[[nodiscard]] std::string write(const Subscriptions& list);

} // namespace khabar::opml
