#pragma once
// Feeds: RSS 0.9x, 1.0, 2.0, Atom 0.3 and 1.0, JSON Feed 1.x, as they are found and not only as they should
// be. Bytes in, entries out; a broken document yields what can be saved. The first max_entries items are
// read; input over max_feed_bytes is refused.

#include "parsers/base/result.hpp"
#include "parsers/date/date_time.hpp"

#include <bitset>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace khabar::feed {

inline constexpr std::size_t max_feed_bytes = 16u << 20;
inline constexpr std::size_t max_entries = 1000;

enum class Kind : std::uint8_t { rss, rdf, atom, json, wordpress };

// Texts are plain (markup stripped, entities decoded, white space collapsed) but for summary_html and
// content_html, whose links are absolute where they could be resolved (content_links.hpp).
struct Entry {
    std::string id;   // guid / atom:id as written; empty where absent
    std::string link; // absolute where it could be resolved; the id where there is no other
    // Where `link` counts clicks and leads on: the article's own address, http or https
    // (feedburner:origLink).
    std::string original_link;
    std::string title;
    std::vector<std::string> authors;
    std::string summary_html;
    std::string content_html; // content:encoded, atom:content, media:description …
    std::vector<std::string> categories;
    std::string image;
    std::optional<date::DateTime> published; // what was updated, where nothing else is said
    std::optional<date::DateTime> updated;
    bool complete = false; // content_html is the whole article, by the format's own word
};

struct Feed {
    Kind kind = Kind::rss;
    std::string title;
    std::string link; // the site
    std::string self; // the feed's own address where it says one
    std::string hub;  // WebSub
    std::string description;
    std::string language;
    std::optional<std::chrono::seconds> ttl;           // rss:ttl
    std::optional<std::chrono::seconds> update_period; // sy:updatePeriod / sy:updateFrequency
    std::bitset<24> skip_hours;                        // UTC
    std::bitset<7> skip_days;                          // 0 = Sunday
    std::vector<Entry> entries;
    bool salvaged = false; // the document was not well formed, or was cut at a bound
};

struct Hints {
    std::string_view url;                       // base for relative links
    std::string_view content_type;              // HTTP header, for the charset
    std::string_view content_location;          // HTTP header, a closer base
    std::optional<std::chrono::minutes> offset; // the source's zone, for dates without one
};

// Errors: too_large, empty, wrong_content (an HTML page), bad_feed.
[[nodiscard]] Result<Feed> parse(std::string_view bytes, const Hints& hints = {});

} // namespace khabar::feed
