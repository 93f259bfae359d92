#include "parsers/article/extract.hpp"

#include "parsers/article/body/appended.hpp"
#include "parsers/article/body/body.hpp"
#include "parsers/article/body/clutter.hpp"
#include "parsers/article/body/comment_section.hpp"
#include "parsers/article/body/compose.hpp"
#include "parsers/article/body/declared_body.hpp"
#include "parsers/article/body/labelled_link.hpp"
#include "parsers/article/body/media_captions.hpp"
#include "parsers/article/body/refine.hpp"
#include "parsers/article/body/script_body.hpp"
#include "parsers/article/body/shown_headline.hpp"
#include "parsers/article/body/standfirst.hpp"
#include "parsers/article/body/trim.hpp"
#include "parsers/article/body/weight.hpp"
#include "parsers/article/metadata/metadata.hpp"
#include "parsers/article/metadata/title_parts.hpp"
#include "parsers/article/page/trace.hpp"
#include "parsers/language/detect.hpp"
#include "parsers/url/url.hpp"

#include <algorithm>

namespace khabar::article {

using html::NodeId;

namespace {

// The user's word: the first selector that matches is the body.
NodeId root_by_rule(const html::Document& page, const SiteRule* rule) {
    if (rule == nullptr) return html::no_node;
    for (const auto& selector : rule->body)
        if (const auto found = selector.select(page); !found.empty()) return found.front();
    return html::no_node;
}

Article from_metadata(Metadata&& metadata, const Hints& hints) {
    Article article;
    article.url = metadata.canonical.empty() ? std::string(hints.url) : std::move(metadata.canonical);
    article.title = std::move(metadata.title);
    article.authors = std::move(metadata.authors);
    article.published = metadata.published;
    article.updated = metadata.updated;
    article.site = std::move(metadata.site);
    article.lead = std::move(metadata.lead);
    article.image = std::move(metadata.image);
    article.credit = std::move(metadata.credit);
    article.tags = std::move(metadata.tags);
    return article;
}

bool says_the_same(const PassageList& list, std::uint32_t passage, const std::vector<std::uint32_t>& picked) {
    const auto text = list.text(list.all()[passage]);
    return std::ranges::any_of(picked,
                               [&](std::uint32_t i) { return list.text(list.all()[i]).starts_with(text); });
}

void describe(BodyCandidate& candidate, const PassageList& list) {
    constexpr std::uint32_t paragraph_chars = 80;
    double linked = 0, ended = 0;
    for (std::uint32_t i = list.begin_of(candidate.id); i < list.end_of(candidate.id); ++i) {
        const Passage& p = list.all()[i];
        if (p.reason != Reason::none) continue;
        candidate.chars += p.chars;
        candidate.paragraphs += p.chars >= paragraph_chars ? 1 : 0;
        linked += p.link_chars;
        ended += p.ends_sentence ? p.chars : 0;
    }
    if (candidate.chars == 0) return;
    candidate.link_share = linked / candidate.chars;
    candidate.sentence_share = ended / candidate.chars;
}

// Best first, as they stood when the body was chosen.
void trace_candidates(Trace& trace, const PassageList& list) {
    const auto by_score = [](const BodyCandidate& a, const BodyCandidate& b) { return a.score > b.score; };
    std::ranges::stable_sort(trace.candidates, by_score);
    if (trace.candidates.size() > Trace::most_candidates) trace.candidates.resize(Trace::most_candidates);
    for (BodyCandidate& candidate : trace.candidates)
        describe(candidate, list);
}

void trace_passages(Trace& trace, const PassageList& list, const std::vector<float>& weights,
                    const std::vector<std::uint32_t>& picked) {
    trace.passages.reserve(list.all().size());
    for (const Passage& passage : list.all()) {
        const std::size_t i = trace.passages.size();
        trace.passages.push_back(
            {passage, std::string(list.text(passage)), i < weights.size() ? weights[i] : 0, false});
    }
    for (const std::uint32_t i : picked)
        trace.passages[i].kept = true;
}

// What the page shows as its headline is the title, where the title says it beside the site's name.
void cut_title_to(std::string_view shown, Metadata& metadata, Trace* trace) {
    KnownTitles known;
    known.shown = {title_key(shown)};
    std::string title = without_frame(metadata.title, {}, known);
    if (title == metadata.title) return;
    metadata.title = std::move(title);
    if (trace == nullptr) return;
    trace->hear(Field::title, "line of the page", metadata.title);
    trace->believe(Field::title, metadata.title);
}

std::vector<Block> find_blocks(const html::Document& page, Metadata& metadata, const Hints& hints,
                               Trace* trace) {
    PassageList list(page);
    const auto [headline, shown] = shown_headline(list, metadata);
    if (!shown.empty()) cut_title_to(shown, metadata, trace);
    const auto marked = mark_clutter(list, headline);
    mark_media_captions(list, headline);
    mark_appended(list, headline);
    mark_comment_section(list, headline);
    if (hints.rule != nullptr) mark_by_rule(list, *hints.rule);
    if (hints.memory != nullptr) mark_template(list, *hints.memory);
    const auto url = url::Url::parse(hints.url.empty() ? std::string_view(metadata.canonical) : hints.url);
    const std::string site = url ? site_name(url->host()) : std::string{};
    NodeId root = root_by_rule(page, hints.rule);
    std::vector<float> weights;
    const bool by_rule = root != html::no_node;
    if (!by_rule) {
        const auto description = metadata.lead.empty() ? hints.feed_summary : std::string_view(metadata.lead);
        weights = weigh(list, {headline, description, metadata.json_ld_body, site});
        root = find_body(list, weights, marked, trace != nullptr ? &trace->candidates : nullptr).root;
        if (trace != nullptr) trace_candidates(*trace, list);
    }
    if (root == html::no_node) {
        if (trace != nullptr) trace_passages(*trace, list, weights, {});
        return {};
    }
    const NodeId core = refine(list, root, headline, site);
    auto picked = pick_passages(list, root, core, metadata, hints);
    auto opening = find_standfirst(list, root, headline, {metadata.lead, metadata.authors});
    std::erase_if(opening, [&](std::uint32_t i) { return says_the_same(list, i, picked); });
    if (!picked.empty()) picked.insert(picked.begin(), opening.begin(), opening.end());
    if (trace != nullptr) {
        trace_passages(*trace, list, weights, picked);
        trace->root = root;
        trace->core = core;
        trace->body_from = by_rule ? BodyFrom::rule : BodyFrom::weights;
    }
    return compose_blocks(list, picked, root);
}

std::size_t bytes_in(const std::vector<Block>& blocks) {
    std::size_t bytes = 0;
    for (const Block& block : blocks)
        bytes += block.text.size();
    return bytes;
}

// A declared body may be long and say little: a picture's code, a player, an escaped page.
bool replace_by_declared(std::string_view declared, std::vector<Block>& blocks) {
    const std::size_t found = bytes_in(blocks);
    if (!is_declared_body_better(declared, found)) return false;
    auto better = declared_blocks(declared);
    if (bytes_in(better) <= found) return false;
    blocks = std::move(better);
    return true;
}

} // namespace

Article extract_fields(const html::Document& page, const Hints& hints) {
    Metadata metadata = read_metadata(page, hints);
    std::string language = std::move(metadata.declared_language);
    Article article = from_metadata(std::move(metadata), hints);
    article.language = std::move(language);
    return article;
}

Result<Article> extract(const html::Document& page, const Hints& hints, Trace* trace) {
    Metadata metadata = read_metadata(page, hints, trace);
    auto blocks = find_blocks(page, metadata, hints, trace);
    if (replace_by_declared(metadata.json_ld_body, blocks) && trace != nullptr)
        trace->body_from = BodyFrom::json_ld;
    if (!page.data_scripts().empty() && bytes_in(blocks) < enough_found_bytes &&
        replace_by_declared(find_script_body(page.data_scripts()), blocks) && trace != nullptr)
        trace->body_from = BodyFrom::script;
    if (blocks.empty()) return fail(Errc::not_an_article, "nothing on the page reads like an article");
    std::string language = language::detect(plain_text(blocks));
    if (trace != nullptr) trace->hear(Field::language, "the text's own words", language);
    if (language.empty()) language = std::move(metadata.declared_language);
    Article article = from_metadata(std::move(metadata), hints);
    article.language = std::move(language);
    if (trace != nullptr) trace->believe(Field::language, article.language);
    article.blocks = std::move(blocks);
    return article;
}

} // namespace khabar::article
