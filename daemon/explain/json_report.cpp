#include "daemon/explain/json_report.hpp"

#include "daemon/explain/element_path.hpp"
#include "daemon/explain/reason_text.hpp"
#include "daemon/explain/response_headers.hpp"
#include "parsers/article/lines/line_class.hpp"
#include "parsers/article/page/site_memory.hpp"
#include "parsers/date/date_time.hpp"

#include <boost/json/array.hpp>

#include <array>

namespace khabar::explain {

namespace json = boost::json;

namespace {

json::value text_or_null(std::string_view text) {
    return text.empty() ? json::value() : json::value(text);
}

json::value date_or_null(const std::optional<date::DateTime>& when) {
    return when ? json::value(date::to_iso8601(*when)) : json::value();
}

json::value fetch_of(const Input& input) {
    if (!input.response && input.robots.empty()) return {};
    json::object out{{"robots", text_or_null(input.robots)}};
    if (!input.response) return out;
    const net::Response& response = *input.response;
    json::array redirects, headers;
    for (const net::Hop& hop : response.hops)
        redirects.push_back({{"status", hop.status}, {"from", hop.from}, {"to", hop.to}});
    for (const auto& [name, value] : headers_that_matter(response))
        headers.push_back({{"name", name}, {"value", value}});
    out["status"] = response.status;
    out["url"] = response.url;
    out["remote_address"] = response.remote_address;
    out["http2"] = response.http2;
    out["bytes_received"] = response.bytes_received;
    out["milliseconds"] = response.timings.total.count() / 1000;
    out["redirects"] = std::move(redirects);
    out["headers"] = std::move(headers);
    return out;
}

json::object encoding_of(const Explanation& made) {
    json::array claims;
    for (const text::EncodingClaim& claim : made.claims)
        claims.push_back(
            {{"origin", claim.origin}, {"encoding", claim.encoding}, {"believed", claim.believed}});
    return {{"believed", made.encoding}, {"replaced", made.replaced}, {"claims", std::move(claims)}};
}

json::value page_of(const Explanation& made) {
    if (!made.page) return {};
    const html::ParseFacts& facts = made.page->facts();
    return {{"source_bytes", made.bytes},
            {"script_bytes", facts.script_bytes},
            {"style_bytes", facts.style_bytes},
            {"comment_bytes", facts.comment_bytes},
            {"svg_bytes", facts.svg_bytes},
            {"parsed_bytes", facts.parsed_bytes},
            {"nodes", made.page->nodes().size()},
            {"json_ld_blocks", made.page->json_ld().size()},
            {"foreign_head", made.trace.foreign_head},
            {"bounds",
             {{"nesting_dropped", facts.nesting_dropped},
              {"attributes_dropped", facts.attributes_dropped},
              {"formatting_dropped", facts.formatting_dropped}}}};
}

json::value rule_of(const Input& input) {
    if (input.rule == nullptr) return {};
    json::array hosts(input.rule->hosts.begin(), input.rule->hosts.end());
    return {{"hosts", std::move(hosts)}, {"file", text_or_null(input.rule_file)}};
}

json::value article_of(const Result<article::Article>& article) {
    if (!article) return {};
    return {{"url", article->url},
            {"title", article->title},
            {"authors", json::array(article->authors.begin(), article->authors.end())},
            {"published", date_or_null(article->published)},
            {"updated", date_or_null(article->updated)},
            {"language", article->language},
            {"site", article->site},
            {"text", article::plain_text(article->blocks)}};
}

std::string_view name(article::BodyFrom from) {
    static constexpr std::array<std::string_view, 5> names{"nothing", "rule", "weights", "json_ld", "script"};
    return names[static_cast<std::size_t>(from)];
}

json::object body_of(const Explanation& made) {
    json::array candidates;
    for (const article::BodyCandidate& candidate : made.trace.candidates)
        candidates.push_back({{"element", element_path(*made.page, candidate.id)},
                              {"score", candidate.score},
                              {"mark", text_or_null(candidate.mark)},
                              {"chars", candidate.chars},
                              {"paragraphs", candidate.paragraphs},
                              {"link_share", candidate.link_share},
                              {"sentence_share", candidate.sentence_share},
                              {"won", candidate.id == made.trace.root}});
    json::object out{{"from", name(made.trace.body_from)}, {"candidates", std::move(candidates)}};
    out["container"] = made.page ? text_or_null(element_path(*made.page, made.trace.root)) : json::value();
    out["core"] = made.page ? text_or_null(element_path(*made.page, made.trace.core)) : json::value();
    return out;
}

json::array witnesses_of(const article::Trace& trace) {
    json::array out;
    for (const article::Testimony& one : trace.witnesses)
        out.push_back({{"field", article::name(one.field)},
                       {"origin", one.origin},
                       {"value", one.value},
                       {"trust", one.trust},
                       {"believed", one.believed},
                       {"refused", text_or_null(one.refused)}});
    return out;
}

json::array lines_of(const Explanation& made) {
    json::array out;
    for (const article::TracedPassage& one : made.trace.passages) {
        const article::Passage& passage = one.passage;
        const bool by_line = !one.kept && passage.reason == article::Reason::line;
        out.push_back(
            {{"text", one.text},
             {"kept", one.kept},
             {"reason", one.kept ? json::value() : json::value(short_reason(one))},
             {"line", by_line ? json::value(article::name(passage.line)) : json::value()},
             {"by", passage.by == html::no_node ? json::value()
                                                : json::value(element_path(*made.page, passage.by))},
             {"in", element_path(*made.page, passage.container)},
             {"weight", one.weight}});
    }
    return out;
}

json::value effect_of(const RuleEffect* effect) {
    if (effect == nullptr) return {};
    json::array fields;
    for (const FieldChange& change : effect->fields)
        fields.push_back({{"field", change.field}, {"without", change.without}, {"with", change.with}});
    return {{"gained", json::array(effect->gained.begin(), effect->gained.end())},
            {"lost", json::array(effect->lost.begin(), effect->lost.end())},
            {"fields", std::move(fields)}};
}

} // namespace

json::object json_report(const Explanation& made, const RuleEffect* effect) {
    json::object out;
    out["name"] = made.input.name;
    out["url"] = text_or_null(made.input.url);
    out["fetch"] = fetch_of(made.input);
    out["encoding"] = encoding_of(made);
    out["page"] = page_of(made);
    out["site_rule"] = rule_of(made.input);
    out["site_memory_pages"] = made.input.memory == nullptr ? 0 : made.input.memory->pages();
    out["article"] = article_of(made.article);
    out["error"] = made.article ? json::value() : json::value(to_string(made.article.error()));
    out["body"] = body_of(made);
    out["witnesses"] = witnesses_of(made.trace);
    out["lines"] = lines_of(made);
    out["rule_effect"] = effect_of(effect);
    return out;
}

} // namespace khabar::explain
