#include "parsers/article/metadata.hpp"

#include "parsers/article/entities.hpp"
#include "parsers/article/headline.hpp"
#include "parsers/article/json_ld.hpp"
#include "parsers/article/line_words.hpp"
#include "parsers/article/page_authors.hpp"
#include "parsers/article/page_dates.hpp"
#include "parsers/article/page_facts.hpp"
#include "parsers/article/person_names.hpp"
#include "parsers/article/trace.hpp"
#include "parsers/text/fold.hpp"
#include "parsers/text/utf8.hpp"
#include "parsers/url/canonical.hpp"
#include "parsers/url/url.hpp"

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

using Address = std::optional<url::Url>;

Address parse_address(std::string_view text, const Address& base) {
    if (text.empty()) return std::nullopt;
    auto parsed = url::Url::parse(text, base ? &*base : nullptr);
    if (!parsed || !parsed->is_http()) return std::nullopt;
    return std::move(*parsed);
}

bool is_front(std::string_view path) {
    // "/", "/ar", "/en/": the front page, perhaps of one language.
    while (path.ends_with('/'))
        path.remove_suffix(1);
    return path.empty() || (path.size() <= 3 && path.find('/', 1) == std::string_view::npos);
}

std::string_view without_www(std::string_view host) {
    if (host.starts_with("www.")) host.remove_prefix(4);
    return host;
}

// The head says it belongs to the front page although this address does not.
bool head_of_front_page(const PageFacts& facts, const Address& page_url) {
    if (!page_url || (is_front(page_url->path()) && !page_url->query())) return false;
    bool front = false;
    for (const auto text : {facts.canonical, facts.meta("og:url")}) {
        const auto said = parse_address(text, page_url);
        if (!said) continue;
        if (!is_front(said->path()) || said->query())
            return false; // one that names an inner page clears the head
        front = front || without_www(said->host()) == without_www(page_url->host());
    }
    return front;
}

// A title or date that many addresses of the site share.
bool shared_by_site(const PageFacts& facts, const Hints& hints) {
    if (hints.memory == nullptr || hints.memory->pages() < 4) return false;
    const auto title = facts.meta("og:title");
    return !title.empty() && hints.memory->pages_with(field_trait("og:title", title)) >= 3;
}

std::string words_key(std::string_view text) {
    std::string key;
    for (const auto& word : line_words(text, 60))
        key += word.folded + ' ';
    return key;
}

// Which JSON-LD item speaks of this page: by kind, by not standing inside another, by its address and by a
// heading that shows the same words.
struct Linked {
    const LinkedArticle* article = nullptr;
    const LinkedArticle* page = nullptr;
};

Linked choose_linked(const LinkedData& data, const PageFacts& facts, const Address& page_url, bool foreign) {
    std::vector<std::string> shown;
    for (const auto id : facts.headings)
        shown.push_back(words_key(facts.shown(id, 600)));
    if (!foreign) shown.push_back(words_key(facts.meta("og:title")));
    Linked best;
    double most = 0;
    for (const auto& one : data.articles) {
        if (one.kind == LinkedArticle::Kind::page) {
            if (best.page == nullptr && !one.nested) best.page = &one;
            continue;
        }
        double score = one.kind == LinkedArticle::Kind::article ? 10 : 3;
        if (one.nested) score -= 5;
        if (!one.headline.empty() || !one.name.empty()) {
            const auto key = words_key(one.headline.empty() ? one.name : one.headline);
            if (std::ranges::find(shown, key) != shown.end()) score += 8;
        }
        const auto said = parse_address(one.url, page_url);
        if (said && page_url) {
            if (url::canonical_key(*said) == url::canonical_key(*page_url))
                score += 6;
            else if (is_front(said->path()) && !is_front(page_url->path()))
                score -= 4;
            else if (one.nested)
                score -= 4;
        }
        if (!one.published.empty()) score += 1;
        if (score > most) most = score, best.article = &one;
    }
    if (best.article == nullptr) best.article = best.page;
    return best;
}

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
        auto key = words_key(tag);
        if (key.empty() || std::ranges::find(keys, key) != keys.end()) return;
        keys.push_back(std::move(key));
        tags.push_back(std::move(tag));
    };
    const auto add_list = [&](std::string_view list) {
        while (!list.empty()) {
            const auto arabic = list.find("،");
            const auto end = std::min({list.find_first_of(",;|"), arabic, list.size()});
            add(list.substr(0, end));
            list.remove_prefix(std::min(end == arabic ? end + 2 : end + 1, list.size()));
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

std::string declared_language(const html::Document& page, const PageFacts& facts, const Linked& linked) {
    std::string_view said = page.attribute(page.root(), "lang");
    if (said.empty()) said = facts.meta("og:locale");
    if (said.empty()) said = facts.meta("content-language");
    if (said.empty() && linked.article != nullptr) said = linked.article->language;
    std::string tag;
    for (const char c : said.substr(0, said.find_first_of("-_")))
        tag += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    const bool plain = tag.size() >= 2 && tag.size() <= 3 &&
                       std::ranges::all_of(tag, [](char c) { return c >= 'a' && c <= 'z'; });
    return plain ? tag : std::string();
}

// What the user's rule for this site points at.
std::string by_rule(const html::Document& page, const PageFacts& facts,
                    const std::vector<html::Selector>& selectors) {
    for (const auto& selector : selectors)
        for (const auto id : selector.select(page)) {
            for (const auto name : {"content", "datetime"})
                if (const auto value = page.attribute(id, name); !value.empty()) return plain_value(value);
            if (auto text = facts.shown(id, 600); !text.empty()) return text;
        }
    return {};
}

void obey(const SiteRule& rule, const html::Document& page, const PageFacts& facts,
          const date::Context& context, Metadata& result, Trace* trace) {
    const auto note = [trace](Field field, const std::string& value) {
        if (trace != nullptr) trace->hear(field, "site rule", value);
    };
    if (auto title = by_rule(page, facts, rule.title); !title.empty()) {
        note(Field::title, title);
        result.title = std::move(title);
    }
    if (const auto author = by_rule(page, facts, rule.author); !author.empty())
        if (auto names = split_authors(author); !names.empty()) {
            for (const auto& name : names)
                note(Field::author, name);
            result.authors = std::move(names);
        }
    if (const auto shown = by_rule(page, facts, rule.date); !shown.empty())
        if (const auto when = date::parse(shown, context)) {
            note(Field::published, date::to_iso8601(*when));
            if (trace != nullptr) trace->believe(Field::published, date::to_iso8601(*when));
            result.published = when;
        }
}

// Everything that spoke of the fields chosen in this file; headline, dates and authors note their own.
void trace_fields(Trace& trace, const PageFacts& facts, const Linked& linked, const Address& base,
                  const Hints& hints) {
    for (const auto key : site_keys)
        trace.hear(Field::site, key, plain_value(facts.meta(key)));
    for (const auto key : lead_keys)
        trace.hear(Field::lead, key, plain_value(facts.meta(key)));
    trace.hear(Field::lead, "feed", hints.feed_summary);
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

void trace_beliefs(Trace& trace, const Metadata& chosen) {
    trace.headline = chosen.headline;
    trace.foreign_head = chosen.foreign_head;
    trace.believe(Field::title, chosen.title);
    trace.believe(Field::site, chosen.site);
    trace.believe(Field::lead, chosen.lead);
    trace.believe(Field::image, chosen.image);
    trace.believe(Field::credit, chosen.credit);
    trace.believe(Field::canonical, chosen.canonical);
    trace.believe(Field::author, chosen.authors);
}

} // namespace

Metadata read_metadata(const html::Document& page, const Hints& hints, Trace* trace) {
    const PageFacts facts(page);
    const auto page_url = parse_address(hints.url, std::nullopt);
    auto base = parse_address(page.base_href(), page_url);
    if (!base) base = page_url;

    Metadata result;
    result.foreign_head = head_of_front_page(facts, page_url) || shared_by_site(facts, hints);
    const auto data = read_json_ld(page.json_ld());
    const auto linked = choose_linked(data, facts, page_url, result.foreign_head);
    result.site = site_name(facts, data, linked);
    const std::string host(page_url ? page_url->host() : std::string_view());

    const auto section = section_of(facts, linked);
    auto headline = choose_headline(
        {facts, linked.article, result.site, host, section, hints.feed_title, result.foreign_head, trace});
    result.title = std::move(headline.title);
    result.titles = std::move(headline.candidates);
    result.headline = headline.node;

    const date::Context context{hints.now, hints.offset};
    const auto dates =
        choose_dates({facts, linked.article, linked.page, result.headline,
                      page_url ? page_url->path() : std::string_view(), context, result.foreign_head, trace});
    result.published = dates.published;
    result.updated = dates.updated;

    auto authors = choose_authors(
        {facts, linked.article, result.headline, result.site, without_www(host), result.foreign_head, trace});
    result.authors = std::move(authors.names);
    result.credit = std::move(authors.credit);

    result.lead = lead_of(facts, linked, result.foreign_head);
    result.image = image_of(facts, linked, base, result.foreign_head);
    result.tags = tags_of(facts, linked, result.foreign_head);
    result.canonical = canonical_of(facts, page_url, result.foreign_head);
    result.declared_language = declared_language(page, facts, linked);
    if (linked.article != nullptr) result.json_ld_body = linked.article->body;

    if (hints.rule != nullptr) obey(*hints.rule, page, facts, context, result, trace);
    if (trace != nullptr) {
        trace_fields(*trace, facts, linked, base, hints);
        trace_beliefs(*trace, result);
    }
    return result;
}

} // namespace khabar::article
