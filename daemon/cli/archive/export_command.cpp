#include "daemon/cli/archive/export_command.hpp"

#include "daemon/cli/archive/stored_article_json.hpp"
#include "daemon/cli/archive/story_lookup.hpp"
#include "daemon/cli/archive/story_output.hpp"
#include "daemon/cli/input/open_database.hpp"
#include "daemon/cli/terminal/exit_status.hpp"
#include "daemon/cli/terminal/moment.hpp"

#include <boost/json/serialize.hpp>
#include <fmt/format.h>

#include <cstdio>

namespace khabar::cli {

namespace {

bool write_line(const std::string& line) {
    return std::fwrite(line.data(), 1, line.size(), stdout) == line.size() && std::fputc('\n', stdout) != EOF;
}

int write_all(store::Database& database, const store::ArticleFilter& filter) {
    const store::Snapshot snapshot(database);
    StoryLookup stories(database);
    store::ArticleIds ids(database, filter);
    while (const auto id = ids.next()) {
        const auto article = store::find_article(database, *id);
        if (!article) continue;
        auto object = to_json(*article);
        add_story(object, stories.find(*id));
        if (!write_line(boost::json::serialize(object))) return exit_io;
    }
    return std::fflush(stdout) == 0 ? exit_ok : exit_io;
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
    return write_all(archive->database, filter);
}

} // namespace khabar::cli
