#include "daemon/cli/archive/story_ruling_commands.hpp"

#include "daemon/cli/input/open_database.hpp"
#include "daemon/cli/terminal/exit_status.hpp"
#include "daemon/cli/terminal/moment.hpp"
#include "daemon/cli/terminal/output.hpp"
#include "daemon/cli/terminal/terminal_text.hpp"
#include "daemon/story/story_index.hpp"
#include "daemon/story/story_view.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <fmt/format.h>

namespace khabar::cli {

namespace {

namespace json = boost::json;

json::object to_json(const story::Ruling& ruling) {
    return {{"ruling", ruling.id},
            {"kind", story::name(ruling.kind)},
            {"at", moment_json(ruling.at)},
            {"story", ruling.story},
            {"other_story", ruling.other},
            {"articles", json::array(ruling.articles.begin(), ruling.articles.end())}};
}

std::string line_of(const story::Ruling& ruling) {
    const std::string articles = fmt::format("{}", fmt::join(ruling.articles, ", "));
    return ruling.kind == story::RulingKind::split
               ? fmt::format("split {}: article {} became story {}", ruling.story, articles, ruling.other)
               : fmt::format("merge {} {}: article {} joined story {}", ruling.story, ruling.other, articles,
                             ruling.story);
}

// Runs `correct(StoryIndex&)`, which returns a Result<Ruling>, in a transaction and says what became of it.
template <typename Correct>
int correct(const StoryOptions& options, std::string_view before, Correct&& make) {
    auto archive = open_database_to_change(options.config, options.database);
    if (!archive) return archive.error();
    try {
        story::create_tables(archive->database);
        store::Transaction transaction(archive->database);
        story::StoryIndex stories(archive->database, story::stored_texts(archive->database));
        const Result<story::Ruling> ruling = make(stories);
        if (!ruling) {
            fmt::print(stderr, "khabar: {}\n", ruling.error().detail);
            return exit_failed;
        }
        transaction.commit();
        if (options.json)
            print_json_line(to_json(*ruling));
        else
            fmt::print("{}ruling {}: {}\n", before, ruling->id, line_of(*ruling));
        return exit_ok;
    } catch (const store::StoreError& error) {
        fmt::print(stderr, "khabar: {}\n", error.what());
        return exit_io;
    }
}

} // namespace

int run_story_split(const StoryOptions& options) {
    return correct(options, "", [&](story::StoryIndex& stories) {
        return stories.split(options.id, options.articles, current_time());
    });
}

int run_story_merge(const StoryOptions& options) {
    return correct(options, "", [&](story::StoryIndex& stories) {
        return stories.merge(options.id, options.other, current_time());
    });
}

int run_story_revoke(const StoryOptions& options) {
    return correct(options, "withdrawn: ", [&](story::StoryIndex& stories) {
        return stories.revoke(options.id, current_time());
    });
}

int run_story_rulings(const StoryOptions& options) {
    auto archive = open_database(options.config, options.database);
    if (!archive) return archive.error();
    if (!story::has_stories(archive->database)) return exit_ok;
    const std::vector<story::Ruling> rulings = story::Rulings(archive->database).all();
    if (rulings.empty() && !options.json) say_none("rulings");
    for (const story::Ruling& ruling : rulings) {
        if (options.json)
            print_json_line(to_json(ruling));
        else
            fmt::print("{}  {}  {}\n", ruling.id, absolute(ruling.at), line_of(ruling));
    }
    return exit_ok;
}

} // namespace khabar::cli
