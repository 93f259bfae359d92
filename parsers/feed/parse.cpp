#include "parsers/feed/feed.hpp"
#include "parsers/feed/json_feed.hpp"
#include "parsers/feed/xml_feed.hpp"
#include "parsers/text/encoding.hpp"

namespace khabar::feed {

Result<Feed> parse(std::string_view bytes, const Hints& hints) {
    if (bytes.size() > max_feed_bytes)
        return fail(Errc::too_large, "feed of " + std::to_string(bytes.size()) + " bytes, at most " +
                                         std::to_string(max_feed_bytes) + " are read");
    const text::Decoded decoded = text::decode(bytes, hints.content_type, text::Markup::xml);
    const std::size_t begin = decoded.utf8.find_first_not_of(" \t\r\n\f\v");
    if (begin == std::string::npos) return fail(Errc::empty, "nothing in the feed");
    const bool json = decoded.utf8[begin] == '{' || decoded.utf8[begin] == '[';
    auto feed = json ? parse_json(decoded.utf8, hints) : parse_xml(decoded.utf8, hints);
    if (feed && decoded.replaced > 0) feed->salvaged = true;
    return feed;
}

} // namespace khabar::feed
