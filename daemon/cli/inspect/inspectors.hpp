#pragma once
// What `khabar inspect KIND` can look at: one function a kind, each in its own inspect_<kind>.cpp, from one
// JSON request to one JSON answer. The table stands in inspectors.cpp; the command around it (files, batches,
// printing) in inspect_command.cpp.
//
// A request names its input by "path" (a file), "base64" (inline bytes), "bytes" (inline text) or fields of
// the kind's own
// ("input", "robots"). An answer to what cannot be read holds "error". The command adds "id" in front;
// inspectors do not.

#include "parsers/base/result.hpp"

#include <boost/json/object.hpp>

#include <span>
#include <string>
#include <string_view>

namespace khabar::cli {

using Inspector = boost::json::object (*)(const boost::json::object& request);

struct InspectKind {
    std::string_view name;
    Inspector inspect = nullptr;
    // The request field that a command-line argument fills: "path" where it names a file, else the text
    // itself.
    std::string_view argument = "path";
};

[[nodiscard]] std::span<const InspectKind> inspect_kinds() noexcept;
[[nodiscard]] const InspectKind*
find_inspect_kind(std::string_view name) noexcept; // null where there is none

// {"path"|"base64", "content_type"?, "markup"?: "html", "xml" or "none"} →
// {"encoding","evidence","replaced","text"}
[[nodiscard]] boost::json::object inspect_encoding(const boost::json::object& request);

// {"path"|"base64", "url"?: base of relative links, "headers"?: {"content-type", "content-location"}} → the
// feed and its entries, times as instants in UTC
[[nodiscard]] boost::json::object inspect_feed(const boost::json::object& request);

// {"path"|"base64", "url"?: the sitemap's own, "content_type"?} → {"kind", "salvaged",
// "locs": [{"loc", "lastmod", "news"?}]}
[[nodiscard]] boost::json::object inspect_sitemap(const boost::json::object& request);

// {"path"|"base64"} → {"title", "salvaged", "feeds": [{"xmlUrl", "htmlUrl", "title", "group"}]}
[[nodiscard]] boost::json::object inspect_opml(const boost::json::object& request);

// {"path"|"base64", "url": the page's own, "content_type"?} → {"software", "feeds": announced ones
// [{"url","title","type"}], "try": addresses that may be feeds, "sitemaps": addresses to try, "articles":
// those that a listing leads to, best first [{"url","title","score","published"}]}
[[nodiscard]] boost::json::object inspect_links(const boost::json::object& request);

// {"input", "now"?: ISO 8601, "zone"?: "UTC" or "+03:00"} → {"date": ISO 8601 on that zone's clock, or null,
// "precision"}
[[nodiscard]] boost::json::object inspect_date(const boost::json::object& request);

// {"input","base"?} → {"href"|null,"key","fetch","host","path","query","fragment","site"}
[[nodiscard]] boost::json::object inspect_url(const boost::json::object& request);

// {"robots" or "path"|"base64", "agent"?, "url"?} → {"allowed","line","crawl_delay": seconds or
// null,"sitemaps"}; without "url" the rules for the agent instead of a verdict
[[nodiscard]] boost::json::object inspect_robots(const boost::json::object& request);

// The input a request names; Errc::not_known where the file cannot be read, too_large above 64 MiB, bad_json
// for bad base64.
[[nodiscard]] Result<std::string> request_bytes(const boost::json::object& request);

// A text field; empty where it is missing or no string. The view lives as long as the request.
[[nodiscard]] std::string_view request_text(const boost::json::object& request,
                                            std::string_view field) noexcept;

// {"error": "bad_url: …"}.
[[nodiscard]] boost::json::object error_answer(const Error& error);

} // namespace khabar::cli
