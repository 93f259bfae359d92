#include "daemon/cli/inspect/inspectors.hpp"
#include "daemon/cli/terminal/moment.hpp"
#include "parsers/html/document.hpp"
#include "parsers/links/announced.hpp"
#include "parsers/links/articles.hpp"
#include "parsers/links/well_known.hpp"
#include "parsers/text/encoding.hpp"
#include "parsers/url/url.hpp"

#include <boost/json.hpp>

#include <algorithm>
#include <cmath>

namespace khabar::cli {
namespace {

namespace json = boost::json;

json::array feed_list(const std::vector<links::Feed>& feeds) {
    json::array list;
    for (const links::Feed& feed : feeds)
        list.push_back(json::object{{"url", feed.url}, {"title", feed.title}, {"type", feed.type}});
    return list;
}

// What the page itself links to, then what its software is known for.
json::array to_try(const html::Document& page, std::string_view url, links::Software software) {
    std::vector<std::string> addresses;
    for (links::Feed& feed : links::linked_feeds(page, url))
        addresses.push_back(std::move(feed.url));
    for (std::string& address : links::well_known_feeds(url, software))
        if (std::ranges::find(addresses, address) == addresses.end()) addresses.push_back(std::move(address));
    return json::array(addresses.begin(), addresses.end());
}

json::array article_list(const std::vector<links::ArticleLink>& articles) {
    json::array list;
    for (const links::ArticleLink& article : articles) {
        list.push_back(json::object{{"url", article.url},
                                    {"title", article.title},
                                    {"score", std::round(article.score * 1000) / 1000},
                                    {"published", date_json(article.published)}});
    }
    return list;
}

bool is_web_address(std::string_view text) {
    const auto url = url::Url::parse(text);
    return url && !url->host().empty();
}

// Where the page stands: as the caller says, else as the page itself does.
std::string address_of(const html::Document& page, std::string_view given) {
    if (!given.empty()) return std::string(given);
    for (html::NodeId id = 0; id < page.node(page.root()).end; ++id) {
        const bool canonical = page.attribute(id, "rel") == "canonical";
        const bool og = page.attribute(id, "property") == "og:url";
        const std::string_view url = page.attribute(id, canonical ? "href" : "content");
        if ((canonical || og) && is_web_address(url)) return std::string(url);
    }
    return {};
}

} // namespace

json::object inspect_links(const json::object& request) {
    const auto bytes = request_bytes(request);
    if (!bytes) return error_answer(bytes.error());
    const auto decoded = text::decode_page(*bytes, request_text(request, "content_type"));
    const auto page = html::Document::parse(decoded.utf8);
    if (!page) return error_answer(page.error());
    const std::string url = address_of(*page, request_text(request, "url"));
    if (!url.empty() && !is_web_address(url))
        return error_answer({Errc::bad_url, "url: the page's address is https://… whole, not " + url});
    const links::Software software = links::software_of(*page);
    const auto sitemaps = links::well_known_sitemaps(url, software);
    links::ListingHints hints;
    hints.url = url;
    return {{"url", url},
            {"software", links::name(software)},
            {"feeds", feed_list(links::announced_feeds(*page, url))},
            {"try", to_try(*page, url, software)},
            {"sitemaps", json::array(sitemaps.begin(), sitemaps.end())},
            {"articles", article_list(links::article_links(*page, hints))}};
}

} // namespace khabar::cli
