#include "daemon/cli/inspectors.hpp"
#include "parsers/feed/feed.hpp"

#include <boost/json.hpp>

#include <algorithm>

namespace khabar::cli {
namespace {

namespace json = boost::json;

std::string_view name(feed::Kind kind) noexcept {
    switch (kind) {
    case feed::Kind::rss:
        return "rss";
    case feed::Kind::rdf:
        return "rdf";
    case feed::Kind::atom:
        return "atom";
    case feed::Kind::json:
        return "json";
    case feed::Kind::wordpress:
        return "wordpress";
    }
    return "";
}

char lower(char c) noexcept {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}

// A response header of the request, by its name in lower case.
std::string_view header(const json::object& request, std::string_view wanted) noexcept {
    const auto* const headers = request.if_contains("headers");
    if (headers == nullptr || !headers->is_object()) return {};
    for (const auto& field : headers->get_object()) {
        const std::string_view key = field.key();
        if (std::ranges::equal(key, wanted, {}, lower) && field.value().is_string())
            return field.value().get_string();
    }
    return {};
}

// The instant in UTC; what names no zone is taken for UTC.
json::value instant(const std::optional<date::DateTime>& date) {
    return date ? json::value(date::to_iso8601(date->instant())) : json::value();
}

json::value seconds(const std::optional<std::chrono::seconds>& duration) {
    return duration ? json::value(duration->count()) : json::value();
}

template <std::size_t N>
json::array set_bits(const std::bitset<N>& bits) {
    json::array list;
    for (std::size_t i = 0; i < N; ++i) {
        if (bits[i]) list.emplace_back(i);
    }
    return list;
}

json::object entry_answer(const feed::Entry& entry) {
    return {{"id", entry.id},
            {"link", entry.link},
            {"title", entry.title},
            {"authors", json::value_from(entry.authors)},
            {"summary_html", entry.summary_html},
            {"content_html", entry.content_html},
            {"categories", json::value_from(entry.categories)},
            {"image", entry.image},
            {"published", instant(entry.published)},
            {"updated", instant(entry.updated)}};
}

} // namespace

json::object inspect_feed(const json::object& request) {
    const auto bytes = request_bytes(request);
    if (!bytes) return error_answer(bytes.error());
    feed::Hints hints;
    hints.url = request_text(request, "url");
    hints.content_type = header(request, "content-type");
    hints.content_location = header(request, "content-location");
    const auto feed = feed::parse(*bytes, hints);
    if (!feed) return error_answer(feed.error());
    json::array entries;
    for (const feed::Entry& entry : feed->entries)
        entries.push_back(entry_answer(entry));
    return {{"kind", name(feed->kind)},
            {"title", feed->title},
            {"link", feed->link},
            {"self", feed->self},
            {"hub", feed->hub},
            {"description", feed->description},
            {"language", feed->language},
            {"ttl", seconds(feed->ttl)},
            {"update_period", seconds(feed->update_period)},
            {"skip_hours", set_bits(feed->skip_hours)},
            {"skip_days", set_bits(feed->skip_days)},
            {"salvaged", feed->salvaged},
            {"entries", std::move(entries)}};
}

} // namespace khabar::cli
