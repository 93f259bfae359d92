#include "daemon/cli/command_line.hpp"

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
#include "daemon/cli/inspect/inspect_command.hpp"
#include "daemon/cli/operate/backup_command.hpp"
#include "daemon/cli/operate/check_command.hpp"
#include "daemon/cli/operate/config_command.hpp"
#include "daemon/cli/operate/db_command.hpp"
#include "daemon/cli/operate/reload_command.hpp"
#include "daemon/cli/operate/run_command.hpp"
#include "daemon/cli/pages/cluster_command.hpp"
#include "daemon/cli/pages/explain_command.hpp"
#include "daemon/cli/pages/extract_command.hpp"
#include "daemon/cli/pages/fetch_command.hpp"
#include "daemon/cli/sources/discover_command.hpp"
#include "daemon/cli/sources/hosts_command.hpp"
#include "daemon/cli/sources/opml_command.hpp"
#include "daemon/cli/sources/order_command.hpp"
#include "daemon/cli/sources/source_edit_command.hpp"
#include "daemon/cli/sources/sources_command.hpp"
#include "daemon/cli/terminal/exit_status.hpp"
#include "daemon/cli/terminal/output.hpp"
#include "parsers/text/fold.hpp"

#include <CLI/CLI.hpp>

#include <array>
#include <functional>
#include <tuple>

namespace khabar::cli {

namespace {

using Action = std::function<int()>;

template <typename Options>
struct Command {
    CLI::App* app;
    std::shared_ptr<Options> options;
};

// A command that calls `run` with its options, unless a command below it was named. Of its options it has
// --config and --db already, where they hold such a thing.
template <typename Options>
Command<Options> add(CLI::App& parent, const std::string& name, const std::string& does,
                     int (*run)(const Options&), Action& action,
                     std::shared_ptr<Options> options = std::make_shared<Options>()) {
    auto* app = parent.add_subcommand(name, does);
    if constexpr (requires { options->config; })
        app->add_option("-c,--config", options->config,
                        "khabar.yaml (default: $KHABAR_CONFIG, then /etc/khabar/khabar.yaml)");
    if constexpr (requires { options->database; })
        app->add_option("--db", options->database, "database file, instead of the configured one");
    app->callback([app, options, run, &action] {
        if (app->get_subcommands().empty()) action = [options, run] { return run(*options); };
    });
    return {app, std::move(options)};
}

// As every other error of khabar reads. What was typed may hold anything.
std::string usage_error(const CLI::App* /*app*/, const CLI::Error& error) {
    return "khabar: " + text::escape_for_log(error.what()) + "\nRun with --help for more information.\n";
}

CLI::Validator format() {
    return CLI::IsMember({"text", "json", "markdown"});
}

void add_run(CLI::App& app, Action& action) {
    const auto [command, options] =
        add(app, "run", "Run the daemon: poll, fetch, extract, deduplicate, store", run_run, action);
    command->add_option("--log-format", options->log_format, "text or json, instead of what is configured")
        ->check(CLI::IsMember({"text", "json"}));
    command->add_option("--log-level", options->log_level, "trace, debug, info, warn or error")
        ->check(CLI::IsMember({"trace", "debug", "info", "warn", "error"}));
}

void add_fetch(CLI::App& app, Action& action) {
    const auto [command, options] =
        add(app, "fetch", "Fetch pages and print their articles, or poll a source once", run_fetch, action);
    command->add_option("targets", options->targets, "page URL, feed URL or source id")->required();
    command->add_option("--format", options->format, "text, json or markdown")->check(format());
    command->add_flag("--store", options->store, "store the pages' articles too");
    command->add_flag("--allow-private", options->allow_private, "permit private and loopback addresses");
}

void add_extract(CLI::App& app, Action& action) {
    const auto [command, options] =
        add(app, "extract", "Extract the article of a saved page, offline", run_extract, action);
    command->add_option("file", options->input, "HTML file, or - for standard input");
    command->add_option("--url", options->url, "where the page came from");
    command->add_option("--format", options->format, "text, json or markdown")->check(format());
    command->add_flag("--text", options->text, "the input is flattened text, not HTML");
    command->add_flag("--batch", options->batch,
                      "JSON lines {\"id\",\"path\",\"url\"?} in, one JSON line each out");
    command->add_option("--workers", options->workers, "threads for --batch (default: every core)");
}

void add_explain(CLI::App& app, Action& action) {
    const auto [command, options] =
        add(app, "explain", "Show every decision about a page, and try site rules", run_explain, action);
    command->add_option("target", options->target, "page URL, article id, HTML file, or - for standard input")
        ->required();
    command->add_option("--url", options->url, "where a file came from");
    command->add_option("--rule", options->rule,
                        "try the site rules of this file, and show what they change");
    command->add_option("--html", options->html, "write the page with kept and dropped blocks coloured");
    command->add_flag("--json", options->json, "JSON");
    command->add_flag("--offline", options->offline, "fetch nothing: of an article, say what is stored");
    command->add_flag("--allow-private", options->allow_private, "permit private and loopback addresses");
}

void add_cluster(CLI::App& app, Action& action) {
    const auto [command, options] = add(app, "cluster", "Group near-identical stories", run_cluster, action);
    command
        ->add_flag("--batch", options->batch, "JSON lines {\"id\",\"text\",…} in, {\"id\",\"cluster\",…} out")
        ->required();
}

void add_check(CLI::App& app, Action& action) {
    const auto [command, options] = add(app, "check", "Validate the configuration", run_check, action);
    command->add_option("file", options->config, "khabar.yaml");
}

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

// One verb below `sources` or `hosts`.
Command<OrderOptions> add_order(CLI::App& parent, store::Verb verb, const std::string& name,
                                const std::string& does, Action& action) {
    auto order = add(parent, name, does, run_order, action);
    order.options->verb = verb;
    order.app->add_flag("--json", order.options->json, "JSON lines");
    return order;
}

void add_source_orders(CLI::App& sources, Action& action) {
    constexpr std::array<std::tuple<store::Verb, const char*, const char*>, 4> verbs{
        {{store::Verb::pause, "pause", "Poll them no more, until resumed"},
         {store::Verb::resume, "resume", "Poll them again"},
         {store::Verb::reset, "reset",
          "Forget validators, failures, interval and redirect, and poll at once"},
         {store::Verb::poll_now, "poll-now", "Poll at once, in their hosts' turn"}}};
    for (const auto& [verb, name, does] : verbs) {
        const auto [command, options] = add_order(sources, verb, name, does, action);
        command->add_option("ids", options->subjects, "source ids, or patterns such as 'levant*'");
        command->add_option("--tag", options->tags, "every source with this tag");
    }
}

void add_source_add(CLI::App& sources, Action& action) {
    const auto [command, options] =
        add(sources, "add", "Add feeds to the configuration", run_source_add, action);
    command->add_option("urls", options->urls, "addresses of feeds")->required();
    command->add_option("--id", options->id, "of the source (default: made from the address)");
    command->add_option("--name", options->name, "for people");
    command->add_option("--tag", options->tags, "your own word for it; may be repeated");
    command->add_option("--file", options->file, "a file in sources.d (default: sources.d/local.yaml)");
    command->add_flag("--no-reload", options->no_reload, "do not have the running daemon take it");
}

void add_source_remove(CLI::App& sources, Action& action) {
    const auto [command, options] =
        add(sources, "remove", "Take sources out of the configuration; their articles stay",
            run_source_remove, action);
    command->add_option("ids", options->ids, "source ids")->required();
    command->add_flag("--no-reload", options->no_reload, "do not tell the running daemon");
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

void add_sources(CLI::App& app, Action& action) {
    const auto [command, options] =
        add(app, "sources", "What each source is doing, and orders to pause, resume, reset, poll",
            run_sources, action);
    command->add_option("id", options->id, "one source, with its last 30 attempts");
    command->add_flag("--json", options->json, "JSON lines");
    add_source_orders(*command, action);
    add_source_add(*command, action);
    add_source_remove(*command, action);
}

void add_hosts(CLI::App& app, Action& action) {
    const auto [command, options] =
        add(app, "hosts", "How each host is treated and why, and orders to change it", run_hosts, action);
    command->add_option("host", options->host, "one host");
    command->add_flag("--json", options->json, "JSON lines");
    const auto reset = add_order(*command, store::Verb::reset_host, "reset",
                                 "Forget latency, throttling and Retry-After", action);
    reset.app->add_option("hosts", reset.options->subjects, "hosts")->required();
    const auto set =
        add_order(*command, store::Verb::set_host, "set", "A delay instead of what is learnt", action);
    set.app->add_option("hosts", set.options->subjects, "hosts")->required();
    set.app->add_option("--delay", set.options->delay, "0s to 1h, or auto to take it back")->required();
}

void add_config_dump(CLI::App& app, Action& action) {
    auto* command = app.add_subcommand("config", "The configuration in force");
    command->require_subcommand(1);
    const auto [dump, options] = add(
        *command, "dump", "Every setting with its value and where that comes from", run_config_dump, action);
    dump->add_option("source", options->source, "one source");
    dump->add_flag("--json", options->json, "JSON");
}

void add_reload(CLI::App& app, Action& action) {
    const auto [command, options] =
        add(app, "reload", "Have the running daemon read its configuration again", run_reload, action);
    command->add_flag("--json", options->json, "JSON");
}

void add_discover(CLI::App& app, Action& action) {
    const auto [command, options] =
        add(app, "discover", "Try what a site offers and print it as a source", run_discover, action);
    command->add_option("url", options->url, "the site, or a section of it")->required();
    command->add_flag("--allow-private", options->allow_private, "permit private and loopback addresses");
    command->add_flag("--json", options->json, "JSON");
}

void add_import(CLI::App& app, Action& action) {
    auto* command = app.add_subcommand("import", "Sources from other programs' lists");
    command->require_subcommand(1);
    const auto [opml, options] =
        add(*command, "opml", "A feed reader's OPML as a file for sources.d", run_import_opml, action);
    opml->add_option("file", options->input, "OPML file, or - for standard input")->required();
    opml->add_option("-o,--output", options->output, "the file to write (default: standard output)");
    opml->add_flag("--force", options->force, "overwrite it");
}

void add_inspect(CLI::App& app, Action& action) {
    const auto [command, options] =
        add(app, "inspect", "Show one input as khabar reads it", run_inspect, action);
    command->add_option("kind", options->kind, "feed, sitemap, opml, links, url, robots, date or encoding")
        ->required();
    command->add_option("input", options->input,
                        "file, http(s) address, - for standard input, or the text itself for url and date");
    command->add_flag("--allow-private", options->allow_private, "permit private and loopback addresses");
    for (const auto* field : {"url", "base", "agent", "content_type", "now", "zone"})
        command->add_option(std::string("--") + field, options->fields[field], "further input of some kinds");
    command->add_flag("--json", options->json, "JSON");
    command->add_flag("--batch", options->batch, "JSON lines in, JSON lines out, in order");
}

void add_backup(CLI::App& app, Action& action) {
    const auto [command, options] =
        add(app, "backup", "Copy the archive to a new file, while the daemon works", run_backup, action);
    command->add_option("file", options->target, "the copy; must not exist")->required();
}

void add_db(CLI::App& app, Action& action) {
    auto* group = app.add_subcommand("db", "Look after the database file");
    group->require_subcommand(1);
    const auto [command, options] =
        add(*group, "check", "Is the file whole, and do its tables agree?", run_db_check, action);
    command->add_flag("--repair", options->repair, "make the search index anew where it disagrees");
    command->add_flag("--json", options->json, "JSON");
}

} // namespace

int run(int argc, const char* const* argv) {
    CLI::App app{"khabar: polls news sources, extracts their articles, recognises near-identical stories, "
                 "keeps them in SQLite"};
    app.set_version_flag("--version", "khabar " KHABAR_VERSION);
    app.require_subcommand(1);
    app.failure_message(usage_error);
    Action action;
    for (auto* add : {add_run,         add_fetch,    add_extract, add_explain, add_cluster, add_check,
                      add_articles,    add_show,     add_history, add_diff,    add_export,  add_changes,
                      add_stories,     add_story,    add_search,  add_sources, add_hosts,   add_reload,
                      add_config_dump, add_discover, add_import,  add_inspect, add_backup,  add_db})
        add(app, action);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return with_whole_output([&] { return app.exit(error) == 0 ? exit_ok : exit_usage; });
    }
    return with_whole_output(action);
}

} // namespace khabar::cli
