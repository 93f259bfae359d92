#include "parsers/links/announced.hpp"

#include "parsers/links/page_base.hpp"
#include "parsers/text/ascii.hpp"
#include "parsers/text/fold.hpp"
#include "parsers/url/canonical.hpp"

#include <algorithm>
#include <array>
#include <unordered_set>

namespace khabar::links {

namespace {

using html::Document;
using html::NodeId;
using html::Tag;

constexpr std::array<std::string_view, 5> feed_types = {"application/rss+xml", "application/atom+xml",
                                                        "application/rdf+xml", "application/feed+json",
                                                        "application/x.atom+xml"};
// Said of feeds by old software, and of much else.
constexpr std::array<std::string_view, 3> xml_types = {"text/xml", "application/xml", "application/rss"};

// "Application/RSS+XML; charset=utf-8" → "application/rss+xml".
std::string media_type(std::string_view value) {
    std::string type;
    for (const char c : value.substr(0, value.find(';')))
        if (!text::is_space(c)) type.push_back(text::lower(c));
    return type;
}

// A set of space-separated tokens (HTML, §2.3.7), compared in any case.
bool has_token(std::string_view tokens, std::string_view wanted) {
    while (!tokens.empty()) {
        const auto end =
            static_cast<std::size_t>(std::ranges::find_if(tokens, text::is_space) - tokens.begin());
        if (text::equals_ignoring_case(tokens.substr(0, end), wanted)) return true;
        tokens.remove_prefix(std::min(end + 1, tokens.size()));
    }
    return false;
}

bool is_one_of(std::string_view type, std::span<const std::string_view> types) {
    return std::ranges::find(types, type) != types.end();
}

// Adds each address once.
class FeedList {
  public:
    FeedList(const Document& page, std::string_view page_url) : base_(page_base(page, page_url)) {}

    void add(std::string_view href, std::string_view title, std::string type) {
        if (href.empty() || feeds_.size() >= max_feeds) return; // empty: the page itself, by no one's intent
        const auto url = resolve(href, base_);
        if (!url || !seen_.insert(url->href()).second) return;
        feeds_.push_back({url->href(), text::clean_field(title), std::move(type)});
    }

    [[nodiscard]] const std::optional<url::Url>& base() const noexcept { return base_; }
    [[nodiscard]] std::vector<Feed> take() && { return std::move(feeds_); }

  private:
    std::optional<url::Url> base_;
    std::vector<Feed> feeds_;
    std::unordered_set<std::string> seen_;
};

// Words of feed software in an address: the whole of a path segment or parameter, or its extension. They are
// names of formats, not words of a language.
bool speaks_of_feed(const url::Url& url) {
    constexpr std::array<std::string_view, 6> names = {"feed", "feeds", "rss", "rss2", "atom", "rdf"};
    std::string address(url.path());
    address.append("/").append(url.query().value_or(""));
    std::ranges::transform(address, address.begin(), text::lower);
    for (std::size_t begin = 0; begin < address.size();) {
        const std::size_t end = std::min(address.find_first_of("/.=&?_-", begin), address.size());
        if (is_one_of(std::string_view(address).substr(begin, end - begin), names)) return true;
        begin = end + 1;
    }
    return false;
}

} // namespace

std::vector<Feed> announced_feeds(const Document& page, std::string_view page_url) {
    FeedList feeds(page, page_url);
    for (NodeId id = 0; id < page.nodes().size(); ++id) {
        if (page.node(id).tag != Tag::link) continue;
        if (!has_token(page.attribute(id, "rel"), "alternate")) continue;
        std::string type = media_type(page.attribute(id, "type"));
        if (is_one_of(type, feed_types))
            feeds.add(page.attribute(id, "href"), page.attribute(id, "title"), std::move(type));
    }
    return std::move(feeds).take();
}

std::vector<Feed> linked_feeds(const Document& page, std::string_view page_url) {
    FeedList feeds(page, page_url);
    for (NodeId id = 0; id < page.nodes().size(); ++id) {
        if (page.node(id).tag != Tag::link) continue;
        std::string type = media_type(page.attribute(id, "type"));
        const bool old_style =
            is_one_of(type, xml_types) && has_token(page.attribute(id, "rel"), "alternate");
        const bool by_rel = has_token(page.attribute(id, "rel"), "feed"); // an HTML 5 draft had it
        if (old_style || by_rel) feeds.add(page.attribute(id, "href"), page.attribute(id, "title"), type);
    }
    const std::string site = feeds.base() ? url::registrable_domain(feeds.base()->host()) : std::string();
    for (NodeId id = 0; id < page.nodes().size(); ++id) {
        if (page.node(id).tag != Tag::a) continue;
        std::string type = media_type(page.attribute(id, "type"));
        const bool typed = is_one_of(type, feed_types);
        const auto url = resolve(page.attribute(id, "href"), feeds.base());
        if (!url || url::registrable_domain(url->host()) != site) continue;
        if (typed || speaks_of_feed(*url)) feeds.add(url->href(), page.text_content(id), std::move(type));
    }
    return std::move(feeds).take();
}

} // namespace khabar::links
