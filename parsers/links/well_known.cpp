#include "parsers/links/well_known.hpp"

#include "parsers/text/ascii.hpp"
#include "parsers/url/url.hpp"

#include <algorithm>
#include <array>

namespace khabar::links {

namespace {

using html::Document;
using html::NodeId;
using html::Tag;

struct SoftwareTrait {
    Software software;
    std::string_view name;
    std::string_view generator; // how the generator's name begins, lower-case
    std::string_view asset;     // in the address of a script, style or picture
};

constexpr std::array<SoftwareTrait, 9> traits{{
    {Software::wordpress, "wordpress", "wordpress", "/wp-content/"},
    {Software::joomla, "joomla", "joomla", "/media/jui/"},
    {Software::drupal, "drupal", "drupal", "/sites/default/files/"},
    {Software::blogger, "blogger", "blogger", {}},
    {Software::ghost, "ghost", "ghost", {}},
    {Software::arc, "arc", "arc xp", "/pf/resources/"},
    {Software::squarespace, "squarespace", "squarespace", {}},
    {Software::hugo, "hugo", "hugo", {}},
    {Software::wix, "wix", "wix", {}},
}};

struct Path {
    std::string_view path;
    Software software = Software::unknown; // whose custom it is
    bool of_section = false;               // appended to the page's own path too
};

// In the order in which they are worth trying.
constexpr std::array<Path, 23> feed_paths{{
    {"/feed/", Software::wordpress, true},
    {"/?feed=rss2", Software::wordpress},
    {"/?format=feed&type=rss", Software::joomla, true},
    {"/index.php?format=feed&type=rss", Software::joomla},
    {"/rss.xml", Software::drupal},
    {"/rss/", Software::ghost, true},
    {"/feeds/posts/default?alt=rss", Software::blogger},
    {"/feeds/posts/default", Software::blogger},
    {"/arc/outboundfeeds/rss/?outputType=xml", Software::arc},
    {"/feed"},
    {"/?format=rss", Software::squarespace, true},
    {"/blog-feed.xml", Software::wix},
    {"/index.xml", Software::hugo, true},
    {"/rss"},
    {"/feed.xml"},
    {"/atom.xml"},
    {"/feeds"},
    {"/feed.json"},
    {"/rss/all"},
    {"/rssfeed"},
    {"/rss/news"},
    {"/rss2"},
    {"/feed/atom/"},
}};

constexpr std::array<Path, 14> sitemap_paths{{
    {"/news-sitemap.xml"},
    {"/sitemap-news.xml"},
    {"/sitemap_news.xml"},
    {"/googlenews.xml"},
    {"/arc/outboundfeeds/news-sitemap/?outputType=xml", Software::arc},
    {"/arc/outboundfeeds/sitemap-index/?outputType=xml", Software::arc},
    {"/sitemap_index.xml", Software::wordpress},
    {"/wp-sitemap.xml", Software::wordpress},
    {"/sitemap-posts.xml", Software::ghost},
    {"/sitemap.xml"},
    {"/sitemap-index.xml"},
    {"/sitemap.xml.gz"},
    {"/sitemap/sitemap.xml"},
    {"/sitemap.txt"},
}};

class AddressList {
  public:
    explicit AddressList(const url::Url& page) : page_(page) {}

    void add(std::string_view reference) {
        const auto url = url::Url::parse(reference, &page_);
        if (!url || !url->is_http()) return;
        if (std::ranges::find(list_, url->href()) == list_.end()) list_.push_back(url->href());
    }
    // Below the page's own path: "/world/" and "/feed/" make "/world/feed/".
    void add_of_section(std::string_view path) {
        std::string section(page_.path());
        while (section.ends_with('/'))
            section.pop_back();
        if (!section.empty()) add(section.append(path));
    }

    [[nodiscard]] std::vector<std::string> take() && { return std::move(list_); }

  private:
    const url::Url& page_;
    std::vector<std::string> list_;
};

void add_paths(AddressList& list, std::span<const Path> paths, Software software) {
    for (const Path& path : paths)
        if (software != Software::unknown && path.software == software && path.of_section)
            list.add_of_section(path.path);
    for (const Path& path : paths)
        if (software != Software::unknown && path.software == software) list.add(path.path);
    for (const Path& path : paths)
        list.add(path.path);
}

bool contains_ignoring_case(std::string_view text, std::string_view lower_case) {
    const auto equal = [](char a, char b) { return text::lower(a) == b; };
    return !std::ranges::search(text, lower_case, equal).empty();
}

} // namespace

Software software_of(const Document& page) {
    Software by_asset = Software::unknown;
    for (NodeId id = 0; id < page.nodes().size(); ++id) {
        const Tag tag = page.node(id).tag;
        if (tag == Tag::meta && text::equals_ignoring_case(page.attribute(id, "name"), "generator")) {
            for (const SoftwareTrait& trait : traits)
                if (text::starts_ignoring_case(page.attribute(id, "content"), trait.generator))
                    return trait.software;
        }
        if (by_asset != Software::unknown || (tag != Tag::link && tag != Tag::img)) continue;
        const std::string_view address = page.attribute(id, tag == Tag::img ? "src" : "href");
        for (const SoftwareTrait& trait : traits)
            if (!trait.asset.empty() && contains_ignoring_case(address, trait.asset))
                by_asset = trait.software;
    }
    return by_asset;
}

std::string_view name(Software software) noexcept {
    const auto* const found = std::ranges::find(traits, software, &SoftwareTrait::software);
    return found == traits.end() ? std::string_view{} : found->name;
}

std::vector<std::string> well_known_feeds(std::string_view page_url, Software software) {
    const auto page = url::Url::parse(page_url);
    if (!page || !page->is_http()) return {};
    AddressList list(*page);
    add_paths(list, feed_paths, software);
    return std::move(list).take();
}

std::vector<std::string> well_known_sitemaps(std::string_view page_url, Software software,
                                             std::span<const std::string> announced) {
    const auto page = url::Url::parse(page_url);
    if (!page || !page->is_http()) return {};
    AddressList list(*page);
    for (const std::string& address : announced)
        list.add(address);
    add_paths(list, sitemap_paths, software);
    return std::move(list).take();
}

} // namespace khabar::links
