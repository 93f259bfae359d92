#include "daemon/cli/inspect/inspectors.hpp"
#include "parsers/opml/opml.hpp"

#include <boost/json.hpp>

namespace khabar::cli {

namespace json = boost::json;

json::object inspect_opml(const json::object& request) {
    const auto bytes = request_bytes(request);
    if (!bytes) return error_answer(bytes.error());
    const auto list = opml::parse(*bytes, request_text(request, "content_type"));
    if (!list) return error_answer(list.error());
    json::array feeds;
    for (const opml::Feed& feed : list->feeds)
        feeds.push_back(json::object{{"xmlUrl", feed.xml_url},
                                     {"htmlUrl", feed.html_url},
                                     {"title", feed.title},
                                     {"group", feed.group}});
    return {{"title", list->title}, {"salvaged", list->salvaged}, {"feeds", std::move(feeds)}};
}

} // namespace khabar::cli
