#include "daemon/cli/inspect/inspectors.hpp"
#include "daemon/cli/terminal/moment.hpp"
#include "parsers/sitemap/sitemap.hpp"

#include <boost/json.hpp>

namespace khabar::cli {
namespace {

namespace json = boost::json;

json::object location_answer(const sitemap::Location& location) {
    json::object answer{{"loc", location.address}, {"lastmod", date_json(location.last_modified)}};
    if (location.news) {
        answer["news"] = json::object{{"title", location.news->title},
                                      {"publication", location.news->publication},
                                      {"language", location.news->language},
                                      {"published", date_json(location.news->published)}};
    }
    return answer;
}

} // namespace

json::object inspect_sitemap(const json::object& request) {
    const auto bytes = request_bytes(request);
    if (!bytes) return error_answer(bytes.error());
    sitemap::Hints hints;
    hints.url = request_text(request, "url");
    hints.content_type = request_text(request, "content_type");
    const auto sitemap = sitemap::parse(*bytes, hints);
    if (!sitemap) return error_answer(sitemap.error());
    json::array locations;
    for (const sitemap::Location& location : sitemap->locations)
        locations.push_back(location_answer(location));
    return {{"kind", sitemap->kind == sitemap::Kind::index ? "index" : "urlset"},
            {"salvaged", sitemap->salvaged},
            {"locs", std::move(locations)}};
}

} // namespace khabar::cli
