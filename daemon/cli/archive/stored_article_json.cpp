#include "daemon/cli/archive/stored_article_json.hpp"

#include "daemon/cli/terminal/moment.hpp"

#include <boost/json/array.hpp>
#include <fmt/format.h>

namespace khabar::cli {

namespace json = boost::json;

namespace {

json::value text_or_null(const std::string& text) {
    return text.empty() ? json::value() : json::value(text);
}
json::array list(const std::vector<std::string>& items) {
    return json::array(items.begin(), items.end());
}

// What a listing says of an article: a summary and a whole article have these fields alike.
template <typename Article>
json::object listed(const Article& article) {
    return {{"id", article.id},
            {"url", article.url},
            {"title", article.title},
            {"author", joined(article.authors)},
            {"authors", list(article.authors)},
            {"published", text_or_null(article.published)},
            {"published_at", moment_json(article.published_at)},
            {"language", article.language},
            {"site", article.site},
            {"source", article.source_id},
            {"fetched_at", moment_json(article.fetched_at)},
            {"via", store::name(article.via)}};
}

} // namespace

std::string joined(const std::vector<std::string>& names) {
    return fmt::format("{}", fmt::join(names, ", "));
}

json::object to_json(const store::ArticleSummary& article) {
    return listed(article);
}

json::object to_json(const store::StoredArticle& article) {
    json::object object = listed(article);
    object["key"] = article.key;
    object["via_reason"] = text_or_null(article.via_reason);
    object["updated"] = text_or_null(article.updated);
    object["updated_at"] = moment_json(article.updated_at);
    object["lead"] = article.lead;
    object["text"] = article.text;
    object["markdown"] = article.markdown;
    object["image"] = article.image;
    object["tags"] = list(article.tags);
    object["credit"] = article.credit;
    object["entry_id"] = article.entry_id;
    return object;
}

} // namespace khabar::cli
