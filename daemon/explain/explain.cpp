#include "daemon/explain/explanation.hpp"
#include "parsers/article/extract.hpp"

namespace khabar::explain {

Explanation explain(Input input) {
    Explanation made;
    const std::string bytes = std::move(input.bytes);
    made.bytes = bytes.size();
    made.claims = text::encoding_claims(bytes, input.content_type, text::Markup::html, text::Trust::bytes);
    const text::Decoded decoded = text::decode_page(bytes, input.content_type);
    made.encoding = decoded.encoding;
    made.evidence = decoded.evidence;
    made.replaced = decoded.replaced;
    made.utf8_bytes = decoded.utf8.size();
    auto page = html::Document::parse(decoded.utf8);
    if (!page) {
        made.article = tl::unexpected(page.error());
        made.input = std::move(input);
        return made;
    }
    article::Hints hints;
    hints.url = input.url;
    hints.now = input.now;
    hints.offset = input.offset;
    hints.feed_title = input.feed_title;
    hints.feed_summary = input.feed_summary;
    hints.rule = input.rule;
    hints.memory = input.memory;
    made.article = article::extract(*page, hints, &made.trace);
    made.page = std::move(*page);
    made.input = std::move(input);
    return made;
}

} // namespace khabar::explain
