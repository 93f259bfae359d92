#include "parsers/article/metadata/metadata.hpp"

#include "parsers/article/lines/person_names.hpp"
#include "parsers/article/metadata/entities.hpp"
#include "parsers/article/metadata/head_fields.hpp"
#include "parsers/article/metadata/head_owner.hpp"
#include "parsers/article/metadata/headline.hpp"
#include "parsers/article/metadata/linked_choice.hpp"
#include "parsers/article/metadata/page_authors.hpp"
#include "parsers/article/metadata/page_dates.hpp"
#include "parsers/article/page/trace.hpp"

namespace khabar::article {
namespace {

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
    const PageFacts facts(page, hints.memory);
    const auto page_url = parse_address(hints.url, std::nullopt);
    auto base = parse_address(page.base_href(), page_url);
    if (!base) base = page_url;

    Metadata result;
    result.foreign_head = is_foreign_head(facts, page_url, hints.memory);
    const auto data = read_json_ld(page.json_ld());
    const auto linked = choose_linked(data, facts, page_url, result.foreign_head);
    result.site = site_name(facts, data, linked);
    const auto named = page_url ? page_url : parse_address(facts.canonical, std::nullopt);
    const std::string host(named ? named->host() : std::string_view());

    const auto section = section_of(facts, linked);
    const bool front = page_url && is_front(page_url->path()) && !page_url->query();
    auto headline = choose_headline({facts, linked.article, result.site, host, section, hints.feed_title,
                                     result.foreign_head, front, trace});
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
    result.declared_language = declared_language(facts, linked);
    if (linked.article != nullptr) result.json_ld_body = linked.article->body;

    if (hints.rule != nullptr) obey(*hints.rule, page, facts, context, result, trace);
    if (trace != nullptr) {
        trace_head_fields(*trace, facts, linked, base, hints.feed_summary);
        trace_beliefs(*trace, result);
    }
    return result;
}

} // namespace khabar::article
