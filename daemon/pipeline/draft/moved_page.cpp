#include "daemon/pipeline/draft/moved_page.hpp"

#include "parsers/fingerprint/compare.hpp"
#include "parsers/text/fold.hpp"
#include "parsers/url/canonical.hpp"

namespace khabar::pipeline {

namespace {

bool same_headline(std::string_view before, std::string_view after) {
    const std::vector<std::string> words = text::folded_words(before);
    return !words.empty() && words == text::folded_words(after);
}

} // namespace

bool is_elsewhere(std::string_view reached, std::string_view key) {
    const auto url = url::Url::parse(reached);
    return url && url::canonical_key(*url) != key;
}

std::optional<Error> stranger_at(std::string_view reached, const store::StoredArticle& stored,
                                 const Draft& draft) {
    if (stored.via == store::Via::feed) return std::nullopt;
    if (same_headline(stored.title, draft.article.title)) return std::nullopt;
    const fingerprint::Fingerprint before = fingerprint::make(stored.title, stored.text);
    if (fingerprint::compare(before, *draft.print).containment >= moved_containment) return std::nullopt;
    return Error{Errc::wrong_content, "redirected to " + std::string(reached) + ", which is another text"};
}

} // namespace khabar::pipeline
