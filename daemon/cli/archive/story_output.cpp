#include "daemon/cli/archive/story_output.hpp"

#include "daemon/cli/terminal/moment.hpp"
#include "daemon/store/articles.hpp"

#include <boost/json/array.hpp>
#include <fmt/format.h>

namespace khabar::cli {

namespace json = boost::json;

json::object to_json(const store::Database& database, const story::StorySummary& story) {
    json::object object{{"story", story.id},
                        {"representative", story.representative},
                        {"title", nullptr},
                        {"url", nullptr},
                        {"language", nullptr},
                        {"first", moment_json(story.first)},
                        {"last", moment_json(story.last)},
                        {"articles", story.articles},
                        {"dropped", story.dropped},
                        {"copies", story.copies()},
                        {"sources", json::array(story.sources.begin(), story.sources.end())}};
    const auto article = store::find_summary(database, story.representative);
    if (!article) return object;
    object["title"] = article->title;
    object["url"] = article->url;
    object["language"] = article->language;
    return object;
}

std::string source_cell(const std::vector<std::string>& sources) {
    constexpr std::size_t named = 4;
    std::string cell;
    for (std::size_t i = 0; i < sources.size() && i < named; ++i)
        cell.append(i == 0 ? "" : ", ").append(sources[i].empty() ? "by hand" : sources[i]);
    if (sources.size() > named) cell.append(fmt::format(" and {} more", sources.size() - named));
    return cell;
}

} // namespace khabar::cli
