#include "daemon/cli/pages/article_output.hpp"

#include "daemon/cli/terminal/moment.hpp"

#include <boost/json.hpp>
#include <fmt/ranges.h>

namespace khabar::cli {

namespace json = boost::json;

json::object to_json(const article::Article& article) {
    json::array tags(article.tags.begin(), article.tags.end());
    return {{"url", article.url},
            {"title", article.title},
            {"author", fmt::format("{}", fmt::join(article.authors, ", "))},
            {"published", date_json(article.published)},
            {"updated", date_json(article.updated)},
            {"language", article.language},
            {"site", article.site},
            {"lead", article.lead},
            {"text", article::plain_text(article.blocks)},
            {"image", article.image},
            {"credit", article.credit},
            {"tags", std::move(tags)}};
}

std::string render(const article::Article& article, std::string_view format) {
    if (format == "json") return json::serialize(to_json(article)) + "\n";
    if (format == "markdown") return article::markdown(article);
    const std::string text = article::plain_text(article.blocks) + "\n";
    return article.title.empty() ? text : article.title + "\n\n" + text;
}

} // namespace khabar::cli
