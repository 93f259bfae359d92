#include "daemon/cli/add_command.hpp"
#include "daemon/cli/archive/articles_command.hpp"
#include "daemon/cli/archive/changes_command.hpp"
#include "daemon/cli/archive/diff_command.hpp"
#include "daemon/cli/archive/export_command.hpp"
#include "daemon/cli/archive/history_command.hpp"
#include "daemon/cli/archive/search_command.hpp"
#include "daemon/cli/archive/show_command.hpp"
#include "daemon/cli/archive/stories_command.hpp"
#include "daemon/cli/archive/story_command.hpp"
#include "daemon/cli/archive/story_ruling_commands.hpp"
#include "daemon/cli/rooms.hpp"
#include "daemon/cli/sources/opml_command.hpp"

#include <memory>

namespace khabar::cli {

namespace {

void add_articles(CLI::App& app, Action& action) {
    const auto [command, options] =
        add(app, "articles", "List stored articles, newest first", run_articles, action);
    command->add_option("--source", options->source, "only this source");
    command->add_option("--tag", options->tags, "only sources with this tag; may be repeated");
    command->add_option("-n,--limit", options->limit, "how many at the most");
    command->add_flag("--one-per-story", options->one_per_story, "of each story one article");
    command->add_flag("--json", options->json, "JSON lines");
}

void add_show(CLI::App& app, Action& action) {
    const auto [command, options] = add(app, "show", "Show one stored article", run_show, action);
    command->add_option("id", options->id, "article id")->required();
    command->add_option("--revision", options->revision, "an earlier text; `khabar history` lists them");
    command->add_option("--format", options->format, "text or markdown")
        ->check(CLI::IsMember({"text", "markdown"}));
    command->add_flag("--json", options->json, "JSON");
}

void add_history(CLI::App& app, Action& action) {
    const auto [command, options] =
        add(app, "history", "List the revisions of one article", run_history, action);
    command->add_option("id", options->id, "article id")->required();
    command->add_flag("--json", options->json, "JSON lines");
}

void add_diff(CLI::App& app, Action& action) {
    const auto [command, options] =
        add(app, "diff", "Show words added to and removed from an article", run_diff, action);
    command->add_option("id", options->id, "article id")->required();
    command->add_option("from", options->from, "revision (default: the one before the last)");
    command->add_option("to", options->to, "revision (default: the last)");
    command->add_flag("--json", options->json, "JSON");
}

void add_search(CLI::App& app, Action& action) {
    const auto [command, options] = add(app, "search", "Search titles and texts", run_search, action);
    command
        ->add_option("words", options->words,
                     "words that must all occur; \"…\" for a phrase, word* for a prefix")
        ->required();
    command->add_option("-n,--limit", options->limit, "how many at the most");
    command->add_flag("--one-per-story", options->one_per_story, "of each story one article");
    command->add_flag("--json", options->json, "JSON lines");
}

void add_stories(CLI::App& app, Action& action) {
    const auto [command, options] = add(
        app, "stories", "List stories, newest first: who told them, how often copied", run_stories, action);
    command->add_option("--since", options->since, "told since: 2025-10-15, or 7d ago");
    command->add_option("--source", options->source, "told by this source too");
    command->add_option("--min-copies", options->min_copies, "copied so often at the least");
    command->add_option("-n,--limit", options->limit, "how many at the most");
    command->add_flag("--json", options->json, "JSON lines");
}

// Below `story`, whose options they share.
CLI::App* add_correction(const Command<StoryOptions>& story, const char* name, const char* does,
                         int (*run)(const StoryOptions&), Action& action) {
    auto* command = add(*story.app, name, does, run, action, story.options).app;
    command->add_flag("--json", story.options->json, "JSON");
    return command;
}

void add_story(CLI::App& app, Action& action) {
    const auto story =
        add(app, "story", "Show one story with its evidence, or correct it by hand", run_story, action);
    StoryOptions& options = *story.options;
    auto* id = story.app->add_option("id", options.id, "story");
    story.app->add_flag("--json", options.json, "JSON");
    story.app->require_subcommand(0, 1);
    auto* split =
        add_correction(story, "split", "make articles a story of their own", run_story_split, action);
    split->add_option("story", options.id, "story")->required();
    split->add_option("articles", options.articles, "its articles that are another story")->required();
    auto* merge =
        add_correction(story, "merge", "let another story's articles join a story", run_story_merge, action);
    merge->add_option("story", options.id, "story that stays")->required();
    merge->add_option("other", options.other, "story that joins it")->required();
    add_correction(story, "rulings", "list what was split and merged by hand", run_story_rulings, action);
    add_correction(story, "revoke", "undo and forget a ruling", run_story_revoke, action)
        ->add_option("ruling", options.id, "ruling")
        ->required();
    story.app->callback([story, id, &action] {
        if (!story.app->get_subcommands().empty()) return;
        if (id->count() == 0) throw CLI::RequiredError("id");
        action = [options = story.options] { return run_story(*options); };
    });
}

void add_changes(CLI::App& app, Action& action) {
    const auto [command, options] =
        add(app, "changes", "What is new, revised, retracted, merged, split or removed, as JSON lines",
            run_changes, action);
    command->add_option(
        "--since", options->since,
        "the \"cursor\" of the last line that was read; 0: from the beginning; now: from here on");
    command->add_option("-n,--limit", options->limit, "how many at the most");
    command->add_flag("--follow", options->follow, "wait for more");
    command->add_flag("--json", options->json, "JSON lines, as always");
}

void add_export(CLI::App& app, Action& action) {
    const auto [command, options] =
        add(app, "export", "Write the archive for other programs", run_export, action);
    command->add_option("what", options->what, "articles, or opml: the configured feeds")
        ->required()
        ->check(CLI::IsMember({"articles", "opml"}));
    command->add_option("--format", options->format, "jsonl: JSON lines, oldest first")
        ->check(CLI::IsMember({"jsonl"}));
    command->add_option("--since", options->since, "fetched since: 2025-10-15, or 7d ago");
    command->add_option("--source", options->source, "only this source");
    command->add_flag("--one-per-story", options->one_per_story, "of each story one article");
    auto opml = std::make_shared<OpmlExportOptions>();
    command->add_option("-o,--output", opml->output, "opml: the file to write (default: standard output)");
    command->add_flag("--force", opml->force, "opml: overwrite it");
    command->callback([articles = options, opml, &action] {
        opml->config = articles->config;
        if (articles->what == "opml")
            action = [opml] { return run_export_opml(*opml); };
        else
            action = [articles] { return run_export(*articles); };
    });
}

} // namespace

void add_archive_commands(CLI::App& app, Action& action) {
    add_articles(app, action);
    add_show(app, action);
    add_history(app, action);
    add_diff(app, action);
    add_search(app, action);
    add_stories(app, action);
    add_story(app, action);
    add_changes(app, action);
    add_export(app, action);
}

} // namespace khabar::cli
