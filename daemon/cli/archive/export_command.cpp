#include "daemon/cli/archive/export_command.hpp"

#include "daemon/cli/archive/stored_article_json.hpp"
#include "daemon/cli/archive/story_lookup.hpp"
#include "daemon/cli/input/open_database.hpp"
#include "daemon/cli/terminal/exit_status.hpp"
#include "daemon/cli/terminal/moment.hpp"
#include "daemon/cli/terminal/output.hpp"
#include "daemon/story/story_view.hpp"

namespace khabar::cli {

namespace {

void print_all(store::Database& database, const store::ArticleFilter& filter) {
    const store::Snapshot snapshot(database);
    StoryLookup stories(database);
    store::ArticleIds ids(database, filter);
    while (const auto id = ids.next()) {
        const auto article = store::find_article(database, *id);
        if (!article) continue;
        auto object = to_json(*article);
        add_story(object, stories.find(*id));
        print_json_line(object);
    }
}

} // namespace

int run_export(const ExportOptions& options) {
    store::ArticleFilter filter;
    filter.source_id = options.source;
    if (!options.since.empty()) {
        filter.since = moment_from(options.since);
        if (!filter.since) return bad_moment("--since", options.since);
    }
    auto archive = open_database(options.config, options.database);
    if (!archive) return archive.error();
    filter.one_per_story = options.one_per_story && story::has_stories(archive->database);
    print_all(archive->database, filter);
    return exit_ok;
}

} // namespace khabar::cli
