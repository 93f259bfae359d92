#include "daemon/pipeline/draft/draft.hpp"

#include "daemon/pipeline/draft/site_rules.hpp"
#include "parsers/article/extract.hpp"
#include "parsers/article/page/passages.hpp"
#include "parsers/html/document.hpp"
#include "parsers/language/detect.hpp"
#include "parsers/text/ascii.hpp"
#include "parsers/text/encoding.hpp"
#include "parsers/text/fold.hpp"

namespace khabar::pipeline {

namespace {

bool is_page(std::string_view content_type) {
    if (content_type.empty()) return true;
    for (const std::string_view kind :
         {"text/html", "application/xhtml", "text/plain", "application/xml", "text/xml"})
        if (content_type.starts_with(kind)) return true;
    return content_type.find('/') == std::string_view::npos; // a header that names no type says nothing
}

// What a page leaves out, its feed may have said.
void fill_from_feed(article::Article& article, const PageInput& input) {
    if (article.title.empty()) article.title = text::clean_field(input.feed_title);
    if (!article.published) article.published = input.feed_published;
    if (article.authors.empty()) article.authors = input.feed_authors;
    if (article.tags.empty()) article.tags = input.feed_tags;
    if (article.image.empty()) article.image = input.feed_image;
    if (article.url.empty()) article.url = input.url;
}

// What the text tells, else what the source is said to be in: its primary subtag, as detection gives.
void fill_language(article::Article& article, const PageInput& input) {
    if (!article.language.empty()) return;
    const std::string_view said = input.language;
    article.language = text::lower_case(said.substr(0, said.find('-')));
}

// A feed's fragment is the article already: every line of it is a paragraph.
std::vector<article::Block> paragraphs(const html::Document& fragment) {
    const article::PassageList passages(fragment);
    std::vector<article::Block> blocks;
    for (const article::Passage& passage : passages.all()) {
        article::Block block;
        block.text = passages.text(passage);
        blocks.push_back(std::move(block));
    }
    return blocks;
}

article::Hints hints_of(const PageInput& input) {
    article::Hints hints;
    hints.url = input.url;
    hints.now = input.now;
    hints.offset = input.offset;
    hints.feed_title = input.feed_title;
    hints.feed_summary = input.feed_summary;
    hints.rule = input.settings ? find_rule(input.settings->sites, input.url) : nullptr;
    hints.memory = input.memory.get();
    return hints;
}

std::shared_ptr<const fingerprint::Fingerprint> print_of(const Draft& draft) {
    return std::make_shared<const fingerprint::Fingerprint>(
        fingerprint::make(draft.article.title, draft.text));
}

} // namespace

Result<Draft> draft_from_page(const PageInput& input) {
    if (!is_page(input.content_type))
        return fail(Errc::wrong_content,
                    "the server sent " + input.content_type + " where a page was expected");
    const text::Decoded decoded = text::decode_page(input.body, input.content_type);
    auto page = html::Document::parse(decoded.utf8);
    if (!page) return tl::unexpected(page.error());
    auto article = article::extract(*page, hints_of(input));
    if (!article) return tl::unexpected(article.error());
    Draft draft;
    draft.article = std::move(*article);
    fill_from_feed(draft.article, input);
    fill_language(draft.article, input);
    draft.text = article::plain_text(draft.article.blocks);
    draft.traits = article::page_traits(*page);
    draft.print = print_of(draft);
    return draft;
}

Result<Draft> draft_from_entry(const PageInput& input, const std::string& content_html) {
    auto content =
        html::Document::parse(content_html.empty() ? std::string_view(input.feed_summary) : content_html);
    Draft draft;
    draft.from_feed = true;
    if (content) draft.article.blocks = paragraphs(*content);
    fill_from_feed(draft.article, input);
    draft.text = article::plain_text(draft.article.blocks);
    if (draft.text.empty()) return fail(Errc::not_an_article, "the feed carries no text for this entry");
    draft.article.language = language::detect(draft.text);
    fill_language(draft.article, input);
    draft.print = print_of(draft);
    return draft;
}

} // namespace khabar::pipeline
