#include "parsers/article/extract.hpp"

#include "parsers/article/body.hpp"
#include "parsers/article/clutter.hpp"
#include "parsers/article/compose.hpp"
#include "parsers/article/declared_body.hpp"
#include "parsers/article/media_captions.hpp"
#include "parsers/article/metadata.hpp"
#include "parsers/article/refine.hpp"
#include "parsers/article/standfirst.hpp"
#include "parsers/article/trim.hpp"
#include "parsers/article/weight.hpp"
#include "parsers/language/detect.hpp"

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

std::vector<Block> find_blocks(const html::Document& page, const Metadata& metadata, const Hints& hints) {
    PassageList list(page);
    const auto marked = mark_clutter(list, metadata.headline);
    mark_media_captions(list, metadata.headline);
    if (hints.rule != nullptr) mark_by_rule(list, *hints.rule);
    if (hints.memory != nullptr) mark_template(list, *hints.memory);
    NodeId root = root_by_rule(page, hints.rule);
    if (root == html::no_node) {
        const auto description = metadata.lead.empty() ? hints.feed_summary : std::string_view(metadata.lead);
        const auto weights = weigh(list, {metadata.headline, description, metadata.json_ld_body});
        root = find_body(list, weights, marked).root;
    }
    if (root == html::no_node) return {};
    const NodeId core = refine(list, root, metadata.headline);
    auto picked = pick_passages(list, root, core, metadata, hints);
    if (const auto standfirst = find_standfirst(list, root, metadata.headline, metadata.lead);
        standfirst && !picked.empty() && !says_the_same(list, *standfirst, picked))
        picked.insert(picked.begin(), *standfirst);
    return compose_blocks(list, picked, root);
}

std::size_t bytes_in(const std::vector<Block>& blocks) {
    std::size_t bytes = 0;
    for (const Block& block : blocks)
        bytes += block.text.size();
    return bytes;
}

} // namespace

Article extract_fields(const html::Document& page, const Hints& hints) {
    Metadata metadata = read_metadata(page, hints);
    std::string language = std::move(metadata.declared_language);
    Article article = from_metadata(std::move(metadata), hints);
    article.language = std::move(language);
    return article;
}

Result<Article> extract(const html::Document& page, const Hints& hints) {
    Metadata metadata = read_metadata(page, hints);
    auto blocks = find_blocks(page, metadata, hints);
    if (is_declared_body_better(metadata.json_ld_body, bytes_in(blocks)))
        blocks = declared_blocks(metadata.json_ld_body);
    if (blocks.empty()) return fail(Errc::not_an_article, "nothing on the page reads like an article");
    std::string language = language::detect(plain_text(blocks));
    if (language.empty()) language = std::move(metadata.declared_language);
    Article article = from_metadata(std::move(metadata), hints);
    article.language = std::move(language);
    article.blocks = std::move(blocks);
    return article;
}

} // namespace khabar::article
