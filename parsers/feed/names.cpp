#include "parsers/feed/names.hpp"

#include "parsers/text/ascii.hpp"

#include <algorithm>
#include <array>

namespace khabar::feed {
namespace {

enum class Space : std::uint8_t {
    core,
    rdf,
    dublin_core,
    terms,
    content,
    media,
    itunes,
    syndication,
    xhtml,
    burner,
    other
};

struct Vocabulary {
    std::string_view uri_begin; // lower-case, without scheme
    std::string_view prefix;
    Space space;
};

// By the beginning of the address: they are written with and without a trailing slash, a version, a "#", and
// https for http.
constexpr std::array vocabularies = {
    Vocabulary{"purl.org/rss/1.0/modules/content", "content", Space::content},
    Vocabulary{"purl.org/rss/1.0/modules/syndication", "sy", Space::syndication},
    Vocabulary{"purl.org/rss/1.0/modules/", "", Space::other},
    Vocabulary{"purl.org/rss/", "rss", Space::core},
    Vocabulary{"purl.org/net/rss1.1", "rss11", Space::core},
    Vocabulary{"purl.org/atom", "atom", Space::core},
    Vocabulary{"www.w3.org/2005/atom", "atom10", Space::core},
    Vocabulary{"my.netscape.com/rdf", "", Space::core},
    Vocabulary{"channel.netscape.com/rdf", "", Space::core},
    Vocabulary{"my.netscape.com/publish/formats/rss", "", Space::core},
    Vocabulary{"backend.userland.com/rss", "", Space::core},
    Vocabulary{"blogs.law.harvard.edu/tech/rss", "", Space::core},
    Vocabulary{"www.w3.org/1999/02/22-rdf-syntax-ns", "rdf", Space::rdf},
    Vocabulary{"purl.org/dc/elements", "dc", Space::dublin_core},
    Vocabulary{"purl.org/dc/terms", "dcterms", Space::terms},
    Vocabulary{"search.yahoo.com/mrss", "media", Space::media},
    Vocabulary{"tools.search.yahoo.com/mrss", "", Space::media},
    Vocabulary{"video.search.yahoo.com/mrss", "", Space::media},
    Vocabulary{"www.itunes.com/dtds/", "itunes", Space::itunes},
    Vocabulary{"example.com/dtds/podcast", "", Space::itunes},
    Vocabulary{"www.w3.org/1999/xhtml", "xhtml", Space::xhtml},
    Vocabulary{"rssnamespace.org/feedburner", "feedburner", Space::burner},
};

struct Name {
    Space space;
    std::string_view local; // lower-case
    Meaning meaning;
};

// Sorted by space, then name.
constexpr std::array names = {
    Name{Space::core, "abstract", Meaning::description},
    Name{Space::core, "author", Meaning::person},
    Name{Space::core, "body", Meaning::body},
    Name{Space::core, "category", Meaning::category},
    Name{Space::core, "channel", Meaning::channel},
    Name{Space::core, "content", Meaning::content},
    Name{Space::core, "contributor", Meaning::unknown},
    Name{Space::core, "copyright", Meaning::unknown},
    Name{Space::core, "created", Meaning::created},
    Name{Space::core, "day", Meaning::day},
    Name{Space::core, "description", Meaning::description},
    Name{Space::core, "email", Meaning::author_email},
    Name{Space::core, "enclosure", Meaning::enclosure},
    Name{Space::core, "entry", Meaning::entry},
    Name{Space::core, "feed", Meaning::feed},
    Name{Space::core, "fullitem", Meaning::content},
    Name{Space::core, "guid", Meaning::id},
    Name{Space::core, "hour", Meaning::hour},
    Name{Space::core, "html", Meaning::html},
    Name{Space::core, "id", Meaning::id},
    Name{Space::core, "image", Meaning::image},
    Name{Space::core, "info", Meaning::description},
    Name{Space::core, "issued", Meaning::issued},
    Name{Space::core, "item", Meaning::entry},
    Name{Space::core, "items", Meaning::items},
    Name{Space::core, "language", Meaning::language},
    Name{Space::core, "lastbuilddate", Meaning::updated},
    Name{Space::core, "link", Meaning::link},
    Name{Space::core, "managingeditor", Meaning::unknown},
    Name{Space::core, "modified", Meaning::updated},
    Name{Space::core, "name", Meaning::author_name},
    Name{Space::core, "pubdate", Meaning::published},
    Name{Space::core, "published", Meaning::issued},
    Name{Space::core, "rdf", Meaning::rdf},
    Name{Space::core, "rss", Meaning::rss},
    Name{Space::core, "skipdays", Meaning::skip_days},
    Name{Space::core, "skiphours", Meaning::skip_hours},
    Name{Space::core, "source", Meaning::source},
    Name{Space::core, "subtitle", Meaning::description},
    Name{Space::core, "summary", Meaning::summary},
    Name{Space::core, "tagline", Meaning::description},
    Name{Space::core, "title", Meaning::title},
    Name{Space::core, "ttl", Meaning::ttl},
    Name{Space::core, "updated", Meaning::updated},
    Name{Space::core, "url", Meaning::url},
    Name{Space::rdf, "rdf", Meaning::rdf},
    Name{Space::dublin_core, "author", Meaning::author_text},
    Name{Space::dublin_core, "creator", Meaning::author_text},
    Name{Space::dublin_core, "date", Meaning::dc_date},
    Name{Space::dublin_core, "description", Meaning::description},
    Name{Space::dublin_core, "identifier", Meaning::unknown},
    Name{Space::dublin_core, "language", Meaning::language},
    Name{Space::dublin_core, "subject", Meaning::subject},
    Name{Space::dublin_core, "title", Meaning::title},
    Name{Space::terms, "created", Meaning::created},
    Name{Space::terms, "date", Meaning::dc_date},
    Name{Space::terms, "issued", Meaning::issued},
    Name{Space::terms, "modified", Meaning::updated},
    Name{Space::content, "encoded", Meaning::content},
    Name{Space::media, "content", Meaning::media_content},
    Name{Space::media, "description", Meaning::media_description},
    Name{Space::media, "group", Meaning::group},
    Name{Space::media, "thumbnail", Meaning::thumbnail},
    Name{Space::media, "title", Meaning::media_title},
    Name{Space::itunes, "author", Meaning::author_text},
    Name{Space::itunes, "image", Meaning::picture},
    Name{Space::itunes, "keywords", Meaning::keywords},
    Name{Space::itunes, "subtitle", Meaning::subtitle},
    Name{Space::itunes, "summary", Meaning::subtitle},
    Name{Space::itunes, "title", Meaning::media_title},
    Name{Space::syndication, "updatefrequency", Meaning::update_frequency},
    Name{Space::syndication, "updateperiod", Meaning::update_period},
    Name{Space::xhtml, "body", Meaning::body},
    Name{Space::xhtml, "html", Meaning::html},
    Name{Space::burner, "origlink", Meaning::original_link},
};

Space space_of(std::string_view prefix, std::string_view uri) noexcept {
    const std::size_t scheme = uri.find("://");
    if (scheme != std::string_view::npos) uri.remove_prefix(scheme + 3);
    for (const Vocabulary& v : vocabularies) {
        if (!uri.empty() && text::starts_ignoring_case(uri, v.uri_begin)) return v.space;
    }
    // A default namespace of one's own making does not take an <item> its meaning.
    if (prefix.empty()) return Space::core;
    for (const Vocabulary& v : vocabularies) {
        if (text::equals_ignoring_case(prefix, v.prefix)) return v.space;
    }
    return Space::other;
}

} // namespace

Meaning meaning(const xml::Element& element) noexcept {
    const Space space = space_of(element.prefix, element.uri);
    std::array<char, 16> folded{}; // the longest name has 15 letters
    if (space == Space::other || element.name.size() > folded.size()) return Meaning::unknown;
    std::transform(element.name.begin(), element.name.end(), folded.begin(), text::lower);
    const std::string_view local(folded.data(), element.name.size());
    const auto* found = std::lower_bound(names.begin(), names.end(), std::pair(space, local),
                                         [](const Name& name, const std::pair<Space, std::string_view>& key) {
                                             return std::pair(name.space, name.local) < key;
                                         });
    const bool known = found != names.end() && found->space == space && found->local == local;
    return known ? found->meaning : Meaning::unknown;
}

} // namespace khabar::feed
