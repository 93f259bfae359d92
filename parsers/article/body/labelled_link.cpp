#include "parsers/article/body/labelled_link.hpp"

#include "parsers/text/ascii.hpp"
#include "parsers/url/canonical.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace khabar::article {

using html::Document;
using html::no_node;
using html::NodeId;
using html::Tag;

namespace {

constexpr std::uint32_t most_chars = 260;
constexpr std::uint32_t least_headline_chars = 25;
constexpr std::size_t least_headline_spaces = 3;
constexpr std::size_t most_label_bytes = 80;

bool is_fact(const Document& page, NodeId id) {
    for (int up = 0; up < 2 && id != no_node; ++up, id = page.node(id).parent) {
        const Tag tag = page.node(id).tag;
        if (tag == Tag::li || tag == Tag::td || tag == Tag::th || tag == Tag::dd || tag == Tag::dt)
            return true;
    }
    return false;
}

bool divides(std::string_view label) {
    constexpr auto marks = std::to_array<std::string_view>(
        {":", "|", "–", "—", "-", "»", "«", ">", "›", "→", "←", "：", "►", "▶", "◄", "◀", "•"});
    return std::ranges::any_of(marks, [&](std::string_view mark) { return label.ends_with(mark); });
}

// Of an absolute address; empty for one within the site.
std::string_view host_of(std::string_view href) {
    if (!href.starts_with("http://") && !href.starts_with("https://") && !href.starts_with("//")) return {};
    const auto begin = href.find("//") + 2;
    return href.substr(begin, href.find_first_of("/?#:", begin) - begin);
}

// "news.example.co.uk" is of "example", and so is "example.com".
bool is_of(std::string_view host, std::string_view site) {
    for (std::size_t begin = 0; begin <= host.size();) {
        const std::size_t end = std::min(host.find('.', begin), host.size());
        if (host.substr(begin, end - begin) == site) return true;
        begin = end + 1;
    }
    return false;
}

bool leads_within_site(std::string_view href, std::string_view site) {
    const auto host = host_of(href);
    if (!host.empty()) return !site.empty() && is_of(host, site);
    return !href.starts_with('#') && href.find(':') == href.npos;
}

} // namespace

std::string site_name(std::string_view host) {
    auto domain = url::registrable_domain(host);
    domain.resize(std::min(domain.find('.'), domain.size()));
    return domain;
}

bool is_labelled_link(const Document& page, const Passage& passage, std::string_view site) {
    if (passage.chars > most_chars || passage.link_chars < least_headline_chars ||
        passage.link_chars == passage.chars || is_fact(page, passage.container))
        return false;
    std::string label, headline;
    NodeId link = no_node;
    for (NodeId id = passage.first; id <= passage.last; ++id) {
        if (!page.node(id).is_text()) continue;
        const NodeId around = nearest(page, id, Tag::a, passage.container);
        if (around == no_node) {
            if (link == no_node)
                label += page.node(id).text;
            else if (text::trim(page.node(id).text).size() > 3) // more than a full stop or an arrow
                return false;
        } else {
            if (link != no_node && link != around) return false;
            link = around;
            headline += page.node(id).text;
        }
    }
    const auto name = text::trim(label);
    return link != no_node && !name.empty() && name.size() <= most_label_bytes && divides(name) &&
           std::ranges::count(text::trim(headline), ' ') >=
               static_cast<std::ptrdiff_t>(least_headline_spaces) &&
           leads_within_site(page.attribute(link, "href"), site);
}

bool leads_offsite(const Document& page, const Passage& passage, std::string_view site) {
    if (site.empty()) return false;
    bool any = false;
    for (NodeId id = passage.first; id <= passage.last; ++id) {
        if (!page.node(id).is_text()) continue;
        const NodeId link = nearest(page, id, Tag::a, passage.container);
        if (link == no_node) continue;
        const auto there = host_of(page.attribute(link, "href"));
        if (there.empty() || is_of(there, site)) return false;
        any = true;
    }
    return any;
}

bool leads_to_own_page(const Document& page, const Passage& passage) {
    const NodeId link = nearest(page, passage.first, Tag::a, passage.container);
    return link != no_node && page.attribute(link, "href").starts_with('#');
}

} // namespace khabar::article
