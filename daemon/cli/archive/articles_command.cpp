#include "daemon/cli/archive/articles_command.hpp"

#include "daemon/cli/archive/stored_article_json.hpp"
#include "daemon/cli/archive/story_lookup.hpp"
#include "daemon/cli/input/open_database.hpp"
#include "daemon/cli/input/source_selection.hpp"
#include "daemon/cli/terminal/exit_status.hpp"
#include "daemon/cli/terminal/output.hpp"
#include "daemon/cli/terminal/terminal_text.hpp"
#include "daemon/story/story_view.hpp"
#include "parsers/text/fold.hpp"

#include <fmt/format.h>

namespace khabar::cli {

namespace {

void print_lines(const std::vector<store::ArticleSummary>& articles, StoryLookup& stories) {
    for (const store::ArticleSummary& article : articles) {
        auto object = to_json(article);
        add_story(object, stories.find(article.id));
        print_json_line(object);
    }
}

void print_table(const std::vector<store::ArticleSummary>& articles, StoryLookup& stories) {
    using Align = Table::Align;
    Table table({{"ID", Align::right},
                 {"STORY", Align::right},
                 {"COPY OF", Align::right},
                 {"PUBLISHED"},
                 {"SOURCE"},
                 {"TITLE"}});
    for (const store::ArticleSummary& article : articles) {
        // The day and the minute as stated; the rest of a long stamp tells nobody anything in a list.
        constexpr std::size_t to_the_minute = std::string_view("2025-10-15T23:44").size();
        const std::string published = article.published.substr(0, to_the_minute);
        const auto place = stories.find(article.id);
        table.add({std::to_string(article.id), story_cell(place), copy_cell(place),
                   text::clean_field(published), text::clean_field(article.source_id),
                   text::clean_field(article.title)});
    }
    fmt::print("{}", table.render(output_columns()));
}

} // namespace

int run_articles(const ArticlesOptions& options) {
    auto archive = open_database(options.config, options.database);
    if (!archive) return archive.error();
    store::ArticleFilter filter;
    filter.source_id = options.source;
    if (!options.tags.empty()) {
        auto chosen = select_sources(archive->database, archive->settings.sources, {}, options.tags);
        if (!chosen) {
            fmt::print(stderr, "khabar: {}\n", chosen.error());
            return exit_usage;
        }
        filter.source_ids = std::move(*chosen);
    }
    filter.limit = options.limit;
    filter.one_per_story = options.one_per_story && story::has_stories(archive->database);
    const auto articles = store::list_articles(archive->database, filter);
    StoryLookup stories(archive->database);
    if (options.json)
        print_lines(articles, stories);
    else if (!articles.empty())
        print_table(articles, stories);
    else
        say_none("articles");
    return exit_ok;
}

} // namespace khabar::cli
