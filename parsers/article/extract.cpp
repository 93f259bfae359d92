#include "parsers/article/extract.hpp"

#include "parsers/article/body.hpp"
#include "parsers/article/clutter.hpp"
#include "parsers/article/compose.hpp"
#include "parsers/article/media_captions.hpp"
#include "parsers/article/metadata.hpp"
#include "parsers/article/refine.hpp"
#include "parsers/article/trim.hpp"
#include "parsers/article/weight.hpp"
#include "parsers/language/detect.hpp"

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

} // namespace

Result<Article> extract(const html::Document& page, const Hints& hints) {
    Metadata metadata = read_metadata(page, hints);
    PassageList list(page);
    const auto marked = mark_clutter(list, metadata.headline);
    mark_media_captions(list, metadata.headline);
    if (hints.rule != nullptr) mark_by_rule(list, *hints.rule);
    if (hints.memory != nullptr) mark_template(list, *hints.memory);
    NodeId root = root_by_rule(page, hints.rule);
    if (root == html::no_node) {
        const auto weights = weigh(list, {metadata.headline, metadata.lead, metadata.json_ld_body});
        root = find_body(list, weights, marked).root;
    }
    if (root == html::no_node) return fail(Errc::not_an_article, "nothing on the page reads like an article");
    const NodeId core = refine(list, root, metadata.headline);
    const auto picked = pick_passages(list, root, core, metadata, hints);
    if (picked.empty()) return fail(Errc::not_an_article, "what reads like an article is all boilerplate");
    auto blocks = compose_blocks(list, picked, root);
    const std::string declared_language = metadata.declared_language;
    Article article = from_metadata(std::move(metadata), hints);
    article.blocks = std::move(blocks);
    article.language = language::detect(plain_text(article.blocks));
    if (article.language.empty()) article.language = declared_language;
    return article;
}

} // namespace khabar::article
