#pragma once
// Sitemaps (https://www.sitemaps.org/protocol.html): lists of pages and lists of sitemaps, with Google's news
// extension, as XML, as plain text with one address a line, gzipped or not; and RSS and Atom feeds, which the
// protocol allows too. Bytes in, addresses out; a broken document yields what can be saved.

#include "parsers/base/result.hpp"
#include "parsers/date/date_time.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace khabar::sitemap {

inline constexpr std::size_t max_sitemap_bytes = 50u << 20; // the protocol's own bound, after decompression
inline constexpr std::size_t max_locations = 50'000;        // and its own again

enum class Kind : std::uint8_t {
    urlset, // of pages
    index,  // of sitemaps
};

struct News {
    std::string title;
    std::string publication;
    std::string language;
    std::optional<date::DateTime> published;
};

struct Location {
    std::string address; // without fragment; absolute where it could be made so
    std::optional<date::DateTime> last_modified;
    std::optional<News> news;
};

struct Sitemap {
    Kind kind = Kind::urlset;
    std::vector<Location> locations; // the first max_locations
    bool salvaged = false;           // not well formed, or cut at a bound
};

struct Hints {
    std::string_view url;                       // of the sitemap itself, for addresses that are not absolute
    std::string_view content_type;              // HTTP header, for the charset
    std::optional<std::chrono::minutes> offset; // the source's zone, for dates without one
};

// Errors: too_large, empty, wrong_content (an HTML page), bad_feed (nothing like a sitemap).
[[nodiscard]] Result<Sitemap> parse(std::string_view bytes, const Hints& hints = {});

} // namespace khabar::sitemap
