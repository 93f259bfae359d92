#include "parsers/feed/json_feed.hpp"

#include "parsers/feed/content_links.hpp"
#include "parsers/feed/entry_date.hpp"
#include "parsers/feed/feed_authors.hpp"
#include "parsers/feed/json_values.hpp"
#include "parsers/feed/links.hpp"
#include "parsers/feed/markup.hpp"
#include "parsers/text/fold.hpp"

#include <boost/json.hpp>

namespace khabar::feed {
namespace {

namespace json = boost::json;

std::optional<date::DateTime> date_of(const json::object& object, std::string_view name, const Hints& hints) {
    return entry_date(string_of(object, name), hints.offset);
}

void add_author(std::vector<std::string>& authors, const json::value& value) {
    std::string name;
    if (const auto* object = value.if_object()) {
        name = string_of(*object, "name");
    } else if (const auto* text = value.if_string()) {
        name = std::string(text->data(), text->size());
    }
    name = plain_text(name);
    if (!name.empty()) authors.push_back(std::move(name));
}

// Version 1.1 has "authors", 1.0 "author".
std::vector<std::string> authors_of(const json::object& object) {
    std::vector<std::string> authors;
    if (const auto* list = member(object, "authors"); list != nullptr && list->is_array()) {
        for (const json::value& author : list->get_array())
            add_author(authors, author);
    }
    if (const auto* author = member(object, "author"); author != nullptr && authors.empty())
        add_author(authors, *author);
    return authors;
}

Entry entry_of(const json::object& item, const Hints& hints, ContentLinks& links) {
    Entry entry;
    entry.id = string_of(item, "id");
    entry.link = resolve(string_of(item, "url"), hints.url);
    if (entry.link.empty()) entry.link = resolve(string_of(item, "external_url"), hints.url);
    if (entry.link.empty() && is_absolute(entry.id)) entry.link = entry.id;
    entry.title = text::clean_field(string_of(item, "title"));
    entry.authors = authors_of(item);
    entry.content_html = links.resolve_all(string_of(item, "content_html"), hints.url);
    if (entry.content_html.empty()) entry.content_html = html_of_text(string_of(item, "content_text"));
    entry.summary_html = html_of_text(string_of(item, "summary"));
    entry.image = resolve(string_of(item, "image"), hints.url);
    if (entry.image.empty()) entry.image = resolve(string_of(item, "banner_image"), hints.url);
    entry.published = date_of(item, "date_published", hints);
    entry.updated = date_of(item, "date_modified", hints);
    if (!entry.published) entry.published = entry.updated;
    if (const auto* tags = member(item, "tags"); tags != nullptr && tags->is_array()) {
        for (const json::value& tag : tags->get_array()) {
            if (const auto* text = tag.if_string()) entry.categories.push_back(plain_text(*text));
        }
    }
    return entry;
}

void read_head(Feed& feed, const json::object& root, const Hints& hints) {
    feed.kind = Kind::json;
    feed.title = text::clean_field(string_of(root, "title"));
    feed.link = resolve(string_of(root, "home_page_url"), hints.url);
    feed.self = resolve(string_of(root, "feed_url"), hints.url);
    feed.description = plain_text(string_of(root, "description"));
    feed.language = string_of(root, "language");
    const auto* hubs = member(root, "hubs");
    if (hubs == nullptr || !hubs->is_array()) return;
    for (const json::value& hub : hubs->get_array()) {
        if (feed.hub.empty() && hub.is_object())
            feed.hub = resolve(string_of(hub.get_object(), "url"), hints.url);
    }
}

void read_items(Feed& feed, const json::array& items, const Hints& hints) {
    ContentLinks links;
    for (const json::value& item : items) {
        if (feed.entries.size() >= max_entries) {
            feed.salvaged = true;
            return;
        }
        if (item.is_object()) feed.entries.push_back(entry_of(item.get_object(), hints, links));
    }
}

} // namespace

Result<Feed> parse_json(std::string_view utf8, const Hints& hints) {
    json::monotonic_resource memory;
    const auto document = parse_values(utf8, &memory);
    if (!document) return tl::unexpected(document.error());
    const auto* root = document->if_object();
    const json::value* items = root == nullptr ? nullptr : member(*root, "items");
    const json::value* version = root == nullptr ? nullptr : member(*root, "version");
    const bool is_feed =
        (items != nullptr && items->is_array()) || (version != nullptr && version->is_string());
    if (!is_feed) return fail(Errc::bad_feed, "JSON without the items of a JSON Feed");
    Feed feed;
    read_head(feed, *root, hints);
    if (items != nullptr && items->is_array()) read_items(feed, items->get_array(), hints);
    hand_down(authors_of(*root), feed.entries);
    return feed;
}

} // namespace khabar::feed
