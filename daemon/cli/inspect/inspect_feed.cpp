#include "daemon/cli/inspect/inspectors.hpp"
#include "daemon/cli/terminal/moment.hpp"
#include "parsers/feed/feed.hpp"
#include "parsers/feed/markup.hpp"
#include "parsers/text/ascii.hpp"
#include "parsers/text/utf8.hpp"

#include <boost/json.hpp>
#include <fmt/format.h>

#include <tuple>

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

// A response header of the request, by its name in lower case.
std::string_view header(const json::object& request, std::string_view wanted) noexcept {
    const auto* const headers = request.if_contains("headers");
    if (headers == nullptr || !headers->is_object()) return {};
    for (const auto& field : headers->get_object()) {
        const std::string_view key = field.key();
        if (text::equals_ignoring_case(key, wanted) && field.value().is_string())
            return field.value().get_string();
    }
    return {};
}

// The instant in UTC; what names no zone is taken for UTC.
json::value instant(const std::optional<date::DateTime>& date) {
    return date ? moment_json(date->instant()) : json::value();
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

// What a reader sees where a feed or an entry has no title: how its text begins, or its address. `origin`
// says which.
struct ShownTitle {
    std::string text;
    std::string_view origin;
};

ShownTitle shown_title(const std::string& title, std::string_view html, const std::string& link) {
    constexpr std::size_t longest_beginning = 100; // characters: a line
    if (!title.empty()) return {title, "title"};
    std::string beginning = feed::plain_text(html);
    if (beginning.empty()) return {link, link.empty() ? "" : "link"};
    std::size_t at = 0;
    for (std::size_t i = 0; i < longest_beginning && at < beginning.size(); ++i)
        std::ignore = text::next_code_point(beginning, at);
    if (at < beginning.size()) beginning.replace(at, std::string::npos, "…");
    return {std::move(beginning), "text"};
}

json::object entry_answer(const feed::Entry& entry) {
    const auto& text = entry.summary_html.empty() ? entry.content_html : entry.summary_html;
    const auto title = shown_title(entry.title, text, entry.link);
    return {{"id", entry.id},
            {"link", entry.link},
            {"original_link", entry.original_link},
            {"title", title.text},
            {"title_from", title.origin},
            {"author", fmt::format("{}", fmt::join(entry.authors, ", "))},
            {"authors", json::value_from(entry.authors)},
            {"summary", entry.summary_html},
            {"content", entry.content_html},
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
    const auto title = shown_title(feed->title, {}, feed->link);
    return {{"kind", name(feed->kind)},
            {"title", title.text},
            {"title_from", title.origin},
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
