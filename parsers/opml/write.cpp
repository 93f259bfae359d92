#include "parsers/opml/opml.hpp"
#include "parsers/text/fold.hpp"

#include <algorithm>

namespace khabar::opml {
namespace {

void append_attribute(std::string& out, std::string_view name, std::string_view value) {
    if (value.empty()) return;
    out.append(" ").append(name).append("=\"");
    for (const char c : text::clean_field(value)) {
        if (c == '&')
            out += "&amp;";
        else if (c == '<')
            out += "&lt;";
        else if (c == '"')
            out += "&quot;";
        else
            out += c;
    }
    out += '"';
}

std::string joined(const std::vector<std::string>& categories) {
    std::string list;
    for (std::string name : categories) {
        std::ranges::replace(name, ',', ' ');
        list.append(list.empty() ? "" : ",").append(name);
    }
    return list;
}

void append_feed(std::string& out, std::string_view indent, const Feed& feed) {
    const std::string& title = feed.title.empty() ? feed.xml_url : feed.title;
    out.append(indent).append("<outline type=\"rss\"");
    append_attribute(out, "text", title);
    append_attribute(out, "title", title);
    append_attribute(out, "xmlUrl", feed.xml_url);
    append_attribute(out, "htmlUrl", feed.html_url);
    append_attribute(out, "category", joined(feed.categories));
    append_attribute(out, "language", feed.language);
    out += "/>\n";
}

} // namespace

std::string write(const Subscriptions& list) {
    std::string out =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<opml version=\"2.0\">\n  <head>\n    <title>";
    for (const char c : text::clean_field(list.title))
        out.append(c == '&' ? "&amp;" : c == '<' ? "&lt;" : std::string_view(&c, 1));
    out += "</title>\n  </head>\n  <body>\n";
    std::vector<std::string_view> groups;
    for (const Feed& feed : list.feeds)
        if (std::ranges::find(groups, feed.group) == groups.end()) groups.emplace_back(feed.group);
    for (const std::string_view group : groups) {
        if (!group.empty()) {
            out += "    <outline";
            append_attribute(out, "text", group);
            out += ">\n";
        }
        for (const Feed& feed : list.feeds)
            if (feed.group == group) append_feed(out, group.empty() ? "    " : "      ", feed);
        if (!group.empty()) out += "    </outline>\n";
    }
    return out + "  </body>\n</opml>\n";
}

} // namespace khabar::opml
