#include "parsers/article/metadata/head_fields.hpp"

#include "parsers/article/metadata/entities.hpp"
#include "parsers/article/metadata/title_parts.hpp"
#include "parsers/text/ascii.hpp"
#include "parsers/text/utf8.hpp"
#include "parsers/url/canonical.hpp"

#include <algorithm>
#include <array>

namespace khabar::article {
namespace {

constexpr std::size_t max_tags = 32;
constexpr std::size_t max_tag_bytes = 120;
constexpr std::size_t max_lead_bytes = 2000;

// Where the head speaks of a field, the most trusted first.
constexpr auto site_keys =
    std::to_array<std::string_view>({"og:site_name", "application-name", "publisher", "dc.publisher",
                                     "apple-mobile-web-app-title", "twitter:app:name:iphone"});
constexpr auto lead_keys = std::to_array<std::string_view>(
    {"og:description", "description", "twitter:description", "dc.description"});
constexpr auto image_keys = std::to_array<std::string_view>(
    {"og:image", "og:image:secure_url", "og:image:url", "twitter:image", "twitter:image:src"});

constexpr std::string_view arabic_comma = "،";

// Where the first item of a list ends; its size where it is the last.
std::size_t end_of_item(std::string_view list) {
    std::size_t at = list.find_first_of(",;|\xD8");
    while (at != list.npos && list[at] == arabic_comma[0] && !list.substr(at).starts_with(arabic_comma))
        at = list.find_first_of(",;|\xD8", at + 1);
    return std::min(at, list.size());
}

} // namespace

std::string site_name(const PageFacts& facts, const LinkedData& data, const Linked& linked) {
    for (const auto key : site_keys) {
        auto name = plain_value(facts.meta(key));
        if (!name.empty() && name.size() < 120 && name.find("://") == std::string::npos) return name;
    }
    if (linked.article != nullptr && !linked.article->publisher.empty()) return linked.article->publisher;
    return data.site;
}

std::string section_of(const PageFacts& facts, const Linked& linked) {
    for (const auto key : {"article:section", "content_category", "parsely-section", "section"})
        if (auto section = plain_value(facts.meta(key)); !section.empty()) return section;
    return linked.article != nullptr ? linked.article->section : std::string();
}

std::string lead_of(const PageFacts& facts, const Linked& linked, bool foreign) {
    std::string lead;
    if (!foreign)
        for (const auto key : lead_keys) {
            lead = plain_value(facts.meta(key));
            if (!lead.empty()) break;
        }
    if (lead.empty() && linked.article != nullptr && linked.article->kind != LinkedArticle::Kind::page)
        lead = linked.article->description;
    if (lead.size() > max_lead_bytes) lead.resize(text::prefix(lead, max_lead_bytes).size());
    return lead;
}

std::string image_of(const PageFacts& facts, const Linked& linked, const Address& base, bool foreign) {
    std::vector<std::string_view> said;
    if (!foreign)
        for (const auto key : image_keys)
            said.push_back(facts.meta(key));
    if (linked.article != nullptr) said.push_back(linked.article->image);
    if (!foreign) said.push_back(facts.meta("image"));
    for (const auto text : said)
        if (const auto address = parse_address(text, base)) return address->href();
    return {};
}

std::vector<std::string> tags_of(const PageFacts& facts, const Linked& linked, bool foreign) {
    std::vector<std::string> tags, keys;
    const auto add = [&](std::string_view raw) {
        auto tag = plain_value(raw);
        while (tag.starts_with('#') || tag.starts_with(' '))
            tag.erase(0, 1);
        if (tag.empty() || tag.size() > max_tag_bytes || tags.size() >= max_tags) return;
        auto key = title_key(tag);
        if (key.empty() || std::ranges::find(keys, key) != keys.end()) return;
        keys.push_back(std::move(key));
        tags.push_back(std::move(tag));
    };
    const auto add_list = [&](std::string_view list) {
        while (!list.empty()) {
            const auto end = end_of_item(list);
            add(list.substr(0, end));
            list.remove_prefix(end);
            if (!list.empty()) list.remove_prefix(list.starts_with(arabic_comma) ? arabic_comma.size() : 1);
        }
    };
    if (!foreign)
        for (const auto value : facts.metas("article:tag"))
            add_list(value);
    if (linked.article != nullptr)
        for (const auto& word : linked.article->keywords)
            add(word);
    for (const auto id : facts.tag_links)
        add(facts.shown(id, max_tag_bytes + 1));
    if (tags.empty() && !foreign)
        for (const auto key : {"news_keywords", "keywords", "parsely-tags", "sailthru.tags"})
            if (tags.empty()) add_list(facts.meta(key));
    return tags;
}

std::string canonical_of(const PageFacts& facts, const Address& page_url, bool foreign) {
    if (foreign) return {};
    for (const auto text : {facts.canonical, facts.meta("og:url")}) {
        const auto said = parse_address(text, page_url);
        if (!said) continue;
        if (!page_url) return said->href();
        if (url::registrable_domain(said->host()) != url::registrable_domain(page_url->host())) continue;
        if (is_front(said->path()) && !is_front(page_url->path())) continue;
        return said->href();
    }
    return {};
}

std::string declared_language(const PageFacts& facts, const Linked& linked) {
    const html::Document& page = facts.page();
    std::string_view said = page.attribute(page.root(), "lang");
    if (said.empty()) said = facts.meta("og:locale");
    if (said.empty()) said = facts.meta("content-language");
    if (said.empty() && linked.article != nullptr) said = linked.article->language;
    std::string tag = text::lower_case(said.substr(0, said.find_first_of("-_")));
    const bool plain = tag.size() >= 2 && tag.size() <= 3 && std::ranges::all_of(tag, text::is_letter);
    return plain ? tag : std::string();
}

void trace_head_fields(Trace& trace, const PageFacts& facts, const Linked& linked, const Address& base,
                       std::string_view feed_summary) {
    for (const auto key : site_keys)
        trace.hear(Field::site, key, plain_value(facts.meta(key)));
    for (const auto key : lead_keys)
        trace.hear(Field::lead, key, plain_value(facts.meta(key)));
    trace.hear(Field::lead, "feed", feed_summary);
    for (const auto key : image_keys)
        if (const auto address = parse_address(facts.meta(key), base))
            trace.hear(Field::image, key, address->href());
    const std::pair<std::string_view, std::string_view> addresses[] = {
        {"<link rel=canonical>", facts.canonical}, {"og:url", facts.meta("og:url")}};
    for (const auto& [origin, text] : addresses)
        if (const auto address = parse_address(text, base))
            trace.hear(Field::canonical, origin, address->href());
    const html::Document& page = facts.page();
    trace.hear(Field::language, "<html lang>", page.attribute(page.root(), "lang"));
    if (linked.article == nullptr) return;
    trace.hear(Field::site, "JSON-LD", linked.article->publisher);
    trace.hear(Field::lead, "JSON-LD", linked.article->description);
    if (const auto address = parse_address(linked.article->image, base))
        trace.hear(Field::image, "JSON-LD", address->href());
    trace.hear(Field::canonical, "JSON-LD", linked.article->url);
    trace.hear(Field::language, "JSON-LD", linked.article->language);
}

} // namespace khabar::article
