#include "daemon/cli/archive/stories_command.hpp"

#include "daemon/cli/archive/stored_article_json.hpp"
#include "daemon/cli/archive/story_output.hpp"
#include "daemon/cli/input/open_database.hpp"
#include "daemon/cli/terminal/exit_status.hpp"
#include "daemon/cli/terminal/moment.hpp"
#include "daemon/cli/terminal/output.hpp"
#include "daemon/cli/terminal/terminal_text.hpp"
#include "parsers/text/fold.hpp"

#include <fmt/format.h>

namespace khabar::cli {

namespace {

void print_table(const store::Database& database, const std::vector<story::StorySummary>& stories) {
    using Align = Table::Align;
    Table table({{"STORY", Align::right}, {"FIRST"}, {"COPIES", Align::right}, {"SOURCES"}, {"TITLE"}});
    for (const story::StorySummary& story : stories) {
        const auto article = store::find_summary(database, story.representative);
        table.add({std::to_string(story.id), to_the_minute(story.first), std::to_string(story.copies()),
                   text::clean_field(source_cell(story.sources)),
                   article ? text::clean_field(article->title) : std::string()});
    }
    fmt::print("{}", table.render(output_columns()));
}

} // namespace

int run_stories(const StoriesOptions& options) {
    story::StoryFilter filter;
    if (!options.since.empty()) {
        filter.since = moment_from(options.since);
        if (!filter.since) return bad_moment("--since", options.since);
    }
    auto archive = open_database(options.config, options.database);
    if (!archive) return archive.error();
    const bool none_yet = !story::has_stories(archive->database);
    filter.source_id = options.source;
    filter.min_copies = options.min_copies;
    filter.limit = options.limit;
    const auto stories =
        none_yet ? std::vector<story::StorySummary>() : story::list_stories(archive->database, filter);
    if (options.json) {
        for (const story::StorySummary& story : stories)
            print_json_line(to_json(archive->database, story));
    } else if (!stories.empty()) {
        print_table(archive->database, stories);
    } else {
        say_none("stories");
    }
    return exit_ok;
}

} // namespace khabar::cli
