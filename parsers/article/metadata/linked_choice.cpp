#include "parsers/article/metadata/linked_choice.hpp"

#include "parsers/article/metadata/title_parts.hpp"
#include "parsers/url/canonical.hpp"

#include <algorithm>

namespace khabar::article {

Linked choose_linked(const LinkedData& data, const PageFacts& facts, const Address& page_url,
                     bool head_is_foreign) {
    std::vector<std::string> shown;
    for (const auto id : facts.headings)
        shown.push_back(title_key(facts.shown(id, 600)));
    if (!head_is_foreign) shown.push_back(title_key(facts.meta("og:title")));
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
            const auto key = title_key(one.headline.empty() ? one.name : one.headline);
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

} // namespace khabar::article
