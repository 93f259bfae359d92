#include "parsers/feed/wordpress.hpp"

#include "parsers/feed/content_links.hpp"
#include "parsers/feed/entry_date.hpp"
#include "parsers/feed/json_values.hpp"
#include "parsers/feed/links.hpp"
#include "parsers/feed/markup.hpp"
#include "parsers/text/encoding.hpp"
#include "parsers/url/url.hpp"

#include <boost/json.hpp>

#include <algorithm>

namespace khabar::feed {
namespace {

namespace json = boost::json;

constexpr std::string_view listing_path = "wp-json/wp/v2/posts";
constexpr std::string_view taxonomies[] = {"category", "post_tag"};

// {"rendered": "…"}, as titles and bodies are given.
std::string rendered(const json::object& post, std::string_view field) {
    const auto* const object = object_of(post, field);
    return object == nullptr ? string_of(post, field) : string_of(*object, "rendered");
}

bool is_protected(const json::object& post) {
    const auto* const content = object_of(post, "content");
    const auto* const flag = content == nullptr ? nullptr : member(*content, "protected");
    return flag != nullptr && flag->is_bool() && flag->get_bool();
}

// "date_gmt" names no zone and means UTC; "date" is the site's own clock. The site's day is what readers see,
// so where both are there their difference is its offset.
std::optional<date::DateTime> date_of(const json::object& post, const std::string& field,
                                      const Hints& hints) {
    const auto utc = entry_date(string_of(post, field + "_gmt"), std::chrono::minutes(0));
    const auto local = entry_date(string_of(post, field), std::chrono::minutes(0));
    if (!utc) return entry_date(string_of(post, field), hints.offset);
    if (!local) return utc;
    const auto difference =
        std::chrono::duration_cast<std::chrono::minutes>(local->instant() - utc->instant());
    constexpr std::chrono::hours farthest{14}; // of any zone
    if (difference > farthest || difference < -farthest) return utc;
    return entry_date(string_of(post, field), difference);
}

const json::array* embedded(const json::object& post, std::string_view field) {
    const auto* const all = object_of(post, "_embedded");
    const auto* const list = all == nullptr ? nullptr : member(*all, field);
    return list == nullptr ? nullptr : list->if_array();
}

void read_authors(Entry& entry, const json::object& post) {
    const auto* const authors = embedded(post, "author");
    if (authors == nullptr) return;
    for (const json::value& author : *authors) {
        if (!author.is_object()) continue;
        std::string name = plain_text(string_of(author.get_object(), "name"));
        if (!name.empty()) entry.authors.push_back(std::move(name));
    }
}

// Lists of lists: one a taxonomy.
void read_terms(Entry& entry, const json::object& post) {
    const auto* const groups = embedded(post, "wp:term");
    if (groups == nullptr) return;
    for (const json::value& group : *groups) {
        if (!group.is_array()) continue;
        for (const json::value& term : group.get_array()) {
            if (!term.is_object()) continue;
            const std::string taxonomy = string_of(term.get_object(), "taxonomy");
            if (std::ranges::find(taxonomies, taxonomy) == std::end(taxonomies)) continue;
            std::string name = plain_text(string_of(term.get_object(), "name"));
            if (!name.empty()) entry.categories.push_back(std::move(name));
        }
    }
}

void read_picture(Entry& entry, const json::object& post, const Hints& hints) {
    const auto* const media = embedded(post, "wp:featuredmedia");
    if (media == nullptr || media->empty() || !media->front().is_object()) return;
    entry.image = resolve(string_of(media->front().get_object(), "source_url"), hints.url);
}

// What a post links to is relative to its page.
Entry entry_of(const json::object& post, const Hints& hints, ContentLinks& links) {
    Entry entry;
    entry.id = rendered(post, "guid");
    if (entry.id.empty()) entry.id = string_of(post, "id");
    entry.link = resolve(string_of(post, "link"), hints.url);
    entry.title = plain_text(rendered(post, "title"));
    entry.summary_html = links.resolve_all(rendered(post, "excerpt"), entry.link);
    entry.content_html = links.resolve_all(rendered(post, "content"), entry.link);
    entry.complete = !is_protected(post) && !plain_text(entry.content_html).empty();
    entry.published = date_of(post, "date", hints);
    entry.updated = date_of(post, "modified", hints);
    if (!entry.published) entry.published = entry.updated;
    read_authors(entry, post);
    read_terms(entry, post);
    read_picture(entry, post, hints);
    return entry;
}

} // namespace

Result<std::string> wordpress_address(std::string_view url) {
    const auto parsed = url::Url::parse(url);
    if (!parsed) return tl::unexpected(parsed.error());
    const std::string_view query = parsed->query().value_or("");
    if (parsed->path().find("/wp-json/") != std::string_view::npos ||
        query.find("rest_route=") != std::string_view::npos)
        return parsed->href();
    std::string path(parsed->path());
    if (!path.ends_with('/')) path += '/';
    path.append(listing_path).append("?per_page=").append(std::to_string(wordpress_posts));
    path.append("&_embed=author,wp:term,wp:featuredmedia");
    const auto address = url::Url::parse(path, &*parsed);
    if (!address) return tl::unexpected(address.error());
    return address->href();
}

Result<Feed> parse_wordpress(std::string_view bytes, const Hints& hints) {
    if (bytes.size() > max_feed_bytes)
        return fail(Errc::too_large, "listing of " + std::to_string(bytes.size()) + " bytes, at most " +
                                         std::to_string(max_feed_bytes) + " are read");
    const text::Decoded decoded = text::decode(bytes, hints.content_type, text::Markup::none);
    const std::size_t begin = decoded.utf8.find_first_not_of(" \t\r\n\f\v");
    if (begin == std::string::npos) return fail(Errc::empty, "nothing in the listing");
    if (decoded.utf8[begin] == '<')
        return fail(Errc::wrong_content, "a page where WordPress's listing was expected");
    json::monotonic_resource memory;
    const auto document = parse_values(decoded.utf8, &memory);
    if (!document) return tl::unexpected(document.error());
    if (const auto* const answer = document->if_object())
        return fail(Errc::bad_feed, "no list of posts; WordPress says: " + string_of(*answer, "message"));
    const auto* const posts = document->if_array();
    if (posts == nullptr) return fail(Errc::bad_feed, "JSON that is no list of posts");
    Feed feed;
    feed.kind = Kind::wordpress;
    ContentLinks links;
    for (const json::value& post : *posts) {
        if (feed.entries.size() >= max_entries) {
            feed.salvaged = true;
            break;
        }
        if (post.is_object()) feed.entries.push_back(entry_of(post.get_object(), hints, links));
    }
    return feed;
}

} // namespace khabar::feed
