#include "daemon/cli/command_line.hpp"

#include "daemon/cli/articles_command.hpp"
#include "daemon/cli/backup_command.hpp"
#include "daemon/cli/changes_command.hpp"
#include "daemon/cli/check_command.hpp"
#include "daemon/cli/cluster_command.hpp"
#include "daemon/cli/config_command.hpp"
#include "daemon/cli/db_command.hpp"
#include "daemon/cli/diff_command.hpp"
#include "daemon/cli/discover_command.hpp"
#include "daemon/cli/exit_status.hpp"
#include "daemon/cli/explain_command.hpp"
#include "daemon/cli/export_command.hpp"
#include "daemon/cli/extract_command.hpp"
#include "daemon/cli/fetch_command.hpp"
#include "daemon/cli/history_command.hpp"
#include "daemon/cli/hosts_command.hpp"
#include "daemon/cli/inspect_command.hpp"
#include "daemon/cli/opml_command.hpp"
#include "daemon/cli/order_command.hpp"
#include "daemon/cli/reload_command.hpp"
#include "daemon/cli/run_command.hpp"
#include "daemon/cli/search_command.hpp"
#include "daemon/cli/show_command.hpp"
#include "daemon/cli/source_edit_command.hpp"
#include "daemon/cli/sources_command.hpp"
#include "daemon/cli/stories_command.hpp"
#include "daemon/cli/story_command.hpp"

#include <CLI/CLI.hpp>

#include <array>
#include <functional>
#include <tuple>

namespace khabar::cli {

namespace {

using Action = std::function<int()>;

void add_config(CLI::App& command, std::filesystem::path& config) {
    command.add_option("-c,--config", config,
                       "khabar.yaml (default: $KHABAR_CONFIG, then /etc/khabar/khabar.yaml)");
}

void add_database(CLI::App& command, std::filesystem::path& database) {
    command.add_option("--db", database, "database file, instead of the configured one");
}

CLI::Validator format() {
    return CLI::IsMember({"text", "json", "markdown"});
}

void add_run(CLI::App& app, Action& action) {
    auto options = std::make_shared<RunOptions>();
    auto* command = app.add_subcommand("run", "Run the daemon: poll, fetch, extract, deduplicate, store");
    add_config(*command, options->config);
    command->add_option("--log-format", options->log_format, "text or json, instead of what is configured")
        ->check(CLI::IsMember({"text", "json"}));
    command->add_option("--log-level", options->log_level, "trace, debug, info, warn or error")
        ->check(CLI::IsMember({"trace", "debug", "info", "warn", "error"}));
    command->callback([options, &action] { action = [options] { return run_run(*options); }; });
}

void add_fetch(CLI::App& app, Action& action) {
    auto options = std::make_shared<FetchOptions>();
    auto* command =
        app.add_subcommand("fetch", "Fetch pages and print their articles, or poll a source once");
    add_config(*command, options->config);
    command->add_option("targets", options->targets, "page URL, feed URL or source id")->required();
    command->add_option("--format", options->format, "text, json or markdown")->check(format());
    command->add_flag("--store", options->store, "store the pages' articles too");
    command->add_flag("--allow-private", options->allow_private, "permit private and loopback addresses");
    command->callback([options, &action] { action = [options] { return run_fetch(*options); }; });
}

void add_extract(CLI::App& app, Action& action) {
    auto options = std::make_shared<ExtractOptions>();
    auto* command = app.add_subcommand("extract", "Extract the article of a saved page, offline");
    command->add_option("file", options->input, "HTML file, or - for standard input");
    command->add_option("--url", options->url, "where the page came from");
    command->add_option("--format", options->format, "text, json or markdown")->check(format());
    command->add_flag("--text", options->text, "the input is flattened text, not HTML");
    command->add_flag("--batch", options->batch,
                      "JSON lines {\"id\",\"path\",\"url\"?} in, one JSON line each out");
    command->add_option("--workers", options->workers, "threads for --batch (default: every core)");
    command->callback([options, &action] { action = [options] { return run_extract(*options); }; });
}

void add_explain(CLI::App& app, Action& action) {
    auto options = std::make_shared<ExplainOptions>();
    auto* command = app.add_subcommand("explain", "Show every decision about a page, and try site rules");
    add_config(*command, options->config);
    add_database(*command, options->database);
    command->add_option("target", options->target, "page URL, article id, HTML file, or - for standard input")
        ->required();
    command->add_option("--url", options->url, "where a file came from");
    command->add_option("--rule", options->rule,
                        "try the site rules of this file, and show what they change");
    command->add_option("--html", options->html, "write the page with kept and dropped blocks coloured");
    command->add_flag("--json", options->json, "JSON");
    command->add_flag("--offline", options->offline, "fetch nothing: of an article, say what is stored");
    command->add_flag("--allow-private", options->allow_private, "permit private and loopback addresses");
    command->callback([options, &action] { action = [options] { return run_explain(*options); }; });
}

void add_cluster(CLI::App& app, Action& action) {
    auto options = std::make_shared<ClusterOptions>();
    auto* command = app.add_subcommand("cluster", "Group near-identical stories");
    command
        ->add_flag("--batch", options->batch, "JSON lines {\"id\",\"text\",…} in, {\"id\",\"cluster\",…} out")
        ->required();
    command->callback([options, &action] { action = [options] { return run_cluster(*options); }; });
}

void add_check(CLI::App& app, Action& action) {
    auto options = std::make_shared<CheckOptions>();
    auto* command = app.add_subcommand("check", "Validate the configuration");
    command->add_option("file", options->config, "khabar.yaml");
    add_config(*command, options->config);
    command->callback([options, &action] { action = [options] { return run_check(*options); }; });
}

void add_articles(CLI::App& app, Action& action) {
    auto options = std::make_shared<ArticlesOptions>();
    auto* command = app.add_subcommand("articles", "List stored articles, newest first");
    add_config(*command, options->config);
    add_database(*command, options->database);
    command->add_option("--source", options->source, "only this source");
    command->add_option("--tag", options->tags, "only sources with this tag; may be repeated");
    command->add_option("-n,--limit", options->limit, "how many at the most");
    command->add_flag("--one-per-story", options->one_per_story, "of each story one article");
    command->add_flag("--json", options->json, "JSON lines");
    command->callback([options, &action] { action = [options] { return run_articles(*options); }; });
}

void add_show(CLI::App& app, Action& action) {
    auto options = std::make_shared<ShowOptions>();
    auto* command = app.add_subcommand("show", "Show one stored article");
    add_config(*command, options->config);
    add_database(*command, options->database);
    command->add_option("id", options->id, "article id")->required();
    command->add_option("--revision", options->revision, "an earlier text; `khabar history` lists them");
    command->add_option("--format", options->format, "text or markdown")
        ->check(CLI::IsMember({"text", "markdown"}));
    command->add_flag("--json", options->json, "JSON");
    command->callback([options, &action] { action = [options] { return run_show(*options); }; });
}

void add_history(CLI::App& app, Action& action) {
    auto options = std::make_shared<HistoryOptions>();
    auto* command = app.add_subcommand("history", "List the revisions of one article");
    add_config(*command, options->config);
    add_database(*command, options->database);
    command->add_option("id", options->id, "article id")->required();
    command->add_flag("--json", options->json, "JSON lines");
    command->callback([options, &action] { action = [options] { return run_history(*options); }; });
}

void add_diff(CLI::App& app, Action& action) {
    auto options = std::make_shared<DiffOptions>();
    auto* command = app.add_subcommand("diff", "Show words added to and removed from an article");
    add_config(*command, options->config);
    add_database(*command, options->database);
    command->add_option("id", options->id, "article id")->required();
    command->add_option("from", options->from, "revision (default: the one before the last)");
    command->add_option("to", options->to, "revision (default: the last)");
    command->add_flag("--json", options->json, "JSON");
    command->callback([options, &action] { action = [options] { return run_diff(*options); }; });
}

void add_search(CLI::App& app, Action& action) {
    auto options = std::make_shared<SearchOptions>();
    auto* command = app.add_subcommand("search", "Search titles and texts");
    add_config(*command, options->config);
    add_database(*command, options->database);
    command
        ->add_option("words", options->words,
                     "words that must all occur; \"…\" for a phrase, word* for a prefix")
        ->required();
    command->add_option("-n,--limit", options->limit, "how many at the most");
    command->add_flag("--one-per-story", options->one_per_story, "of each story one article");
    command->add_flag("--json", options->json, "JSON lines");
    command->callback([options, &action] { action = [options] { return run_search(*options); }; });
}

// One verb below `sources` or `hosts`.
CLI::App* add_order(CLI::App& parent, const std::shared_ptr<OrderOptions>& options, store::Verb verb,
                    const std::string& name, const std::string& description, Action& action) {
    auto* command = parent.add_subcommand(name, description);
    add_config(*command, options->config);
    add_database(*command, options->database);
    command->add_flag("--json", options->json, "JSON lines");
    command->callback([options, verb, &action] {
        options->verb = verb;
        action = [options] { return run_order(*options); };
    });
    return command;
}

void add_source_orders(CLI::App& sources, Action& action) {
    constexpr std::array<std::tuple<store::Verb, const char*, const char*>, 4> verbs{
        {{store::Verb::pause, "pause", "Poll them no more, until resumed"},
         {store::Verb::resume, "resume", "Poll them again"},
         {store::Verb::reset, "reset",
          "Forget validators, failures, interval and redirect, and poll at once"},
         {store::Verb::poll_now, "poll-now", "Poll at once, in their hosts' turn"}}};
    for (const auto& [verb, name, description] : verbs) {
        auto options = std::make_shared<OrderOptions>();
        auto* command = add_order(sources, options, verb, name, description, action);
        command->add_option("ids", options->subjects, "source ids, or patterns such as 'levant*'");
        command->add_option("--tag", options->tags, "every source with this tag");
    }
}

void add_source_edits(CLI::App& sources, Action& action) {
    auto add = std::make_shared<SourceAddOptions>();
    auto* command = sources.add_subcommand("add", "Add feeds to the configuration");
    add_config(*command, add->config);
    command->add_option("urls", add->urls, "addresses of feeds")->required();
    command->add_option("--id", add->id, "of the source (default: made from the address)");
    command->add_option("--name", add->name, "for people");
    command->add_option("--tag", add->tags, "your own word for it; may be repeated");
    command->add_option("--file", add->file, "a file in sources.d (default: sources.d/local.yaml)");
    command->add_flag("--no-reload", add->no_reload, "do not have the running daemon take it");
    command->callback([add, &action] { action = [add] { return run_source_add(*add); }; });
    auto remove = std::make_shared<SourceRemoveOptions>();
    command = sources.add_subcommand("remove", "Take sources out of the configuration; their articles stay");
    add_config(*command, remove->config);
    command->add_option("ids", remove->ids, "source ids")->required();
    command->add_flag("--no-reload", remove->no_reload, "do not tell the running daemon");
    command->callback([remove, &action] { action = [remove] { return run_source_remove(*remove); }; });
}

void add_export(CLI::App& app, Action& action) {
    auto options = std::make_shared<ExportOptions>();
    auto* command = app.add_subcommand("export", "Write the archive for other programs");
    add_config(*command, options->config);
    add_database(*command, options->database);
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
    command->callback([options, opml, &action] {
        opml->config = options->config;
        if (options->what == "opml")
            action = [opml] { return run_export_opml(*opml); };
        else
            action = [options] { return run_export(*options); };
    });
}

void add_changes(CLI::App& app, Action& action) {
    auto options = std::make_shared<ChangesOptions>();
    auto* command = app.add_subcommand(
        "changes", "What is new, revised, retracted, merged, split or removed, as JSON lines");
    add_config(*command, options->config);
    add_database(*command, options->database);
    command->add_option(
        "--since", options->since,
        "the \"cursor\" of the last line that was read; 0: from the beginning; now: from here on");
    command->add_option("-n,--limit", options->limit, "how many at the most");
    command->add_flag("--follow", options->follow, "wait for more");
    command->add_flag("--json", options->json, "JSON lines, as always");
    command->callback([options, &action] { action = [options] { return run_changes(*options); }; });
}

void add_stories(CLI::App& app, Action& action) {
    auto options = std::make_shared<StoriesOptions>();
    auto* command =
        app.add_subcommand("stories", "List stories, newest first: who told them, how often copied");
    add_config(*command, options->config);
    add_database(*command, options->database);
    command->add_option("--since", options->since, "told since: 2025-10-15, or 7d ago");
    command->add_option("--source", options->source, "told by this source too");
    command->add_option("--min-copies", options->min_copies, "copied so often at the least");
    command->add_option("-n,--limit", options->limit, "how many at the most");
    command->add_flag("--json", options->json, "JSON lines");
    command->callback([options, &action] { action = [options] { return run_stories(*options); }; });
}

void add_correction(CLI::App& story, const char* name, const char* does,
                    const std::shared_ptr<StoryOptions>& options, int (*run)(const StoryOptions&),
                    Action& action) {
    auto* command = story.add_subcommand(name, does);
    add_config(*command, options->config);
    add_database(*command, options->database);
    command->add_flag("--json", options->json, "JSON");
    command->callback([options, run, &action] { action = [options, run] { return run(*options); }; });
}

void add_story(CLI::App& app, Action& action) {
    auto options = std::make_shared<StoryOptions>();
    auto* command = app.add_subcommand("story", "Show one story with its evidence, or correct it by hand");
    add_config(*command, options->config);
    add_database(*command, options->database);
    auto* id = command->add_option("id", options->id, "story");
    command->add_flag("--json", options->json, "JSON");
    command->require_subcommand(0, 1);
    add_correction(*command, "split", "make articles a story of their own", options, run_story_split, action);
    auto* split = command->get_subcommand("split");
    split->add_option("story", options->id, "story")->required();
    split->add_option("articles", options->articles, "its articles that are another story")->required();
    add_correction(*command, "merge", "let another story's articles join a story", options, run_story_merge,
                   action);
    auto* merge = command->get_subcommand("merge");
    merge->add_option("story", options->id, "story that stays")->required();
    merge->add_option("other", options->other, "story that joins it")->required();
    add_correction(*command, "rulings", "list what was split and merged by hand", options, run_story_rulings,
                   action);
    add_correction(*command, "revoke", "undo and forget a ruling", options, run_story_revoke, action);
    command->get_subcommand("revoke")->add_option("ruling", options->id, "ruling")->required();
    command->callback([options, command, id, &action] {
        if (!command->get_subcommands().empty()) return;
        if (id->count() == 0) throw CLI::RequiredError("id");
        action = [options] { return run_story(*options); };
    });
}

void add_sources(CLI::App& app, Action& action) {
    auto options = std::make_shared<SourcesOptions>();
    auto* command =
        app.add_subcommand("sources", "What each source is doing, and orders to pause, resume, reset, poll");
    add_config(*command, options->config);
    add_database(*command, options->database);
    command->add_option("id", options->id, "one source, with its last 30 attempts");
    command->add_flag("--json", options->json, "JSON lines");
    command->callback([command, options, &action] {
        if (command->get_subcommands().empty()) action = [options] { return run_sources(*options); };
    });
    add_source_orders(*command, action);
    add_source_edits(*command, action);
}

void add_hosts(CLI::App& app, Action& action) {
    auto options = std::make_shared<HostsOptions>();
    auto* command = app.add_subcommand("hosts", "How each host is treated and why, and orders to change it");
    add_config(*command, options->config);
    add_database(*command, options->database);
    command->add_option("host", options->host, "one host");
    command->add_flag("--json", options->json, "JSON lines");
    command->callback([command, options, &action] {
        if (command->get_subcommands().empty()) action = [options] { return run_hosts(*options); };
    });
    auto reset = std::make_shared<OrderOptions>();
    add_order(*command, reset, store::Verb::reset_host, "reset", "Forget latency, throttling and Retry-After",
              action)
        ->add_option("hosts", reset->subjects, "hosts")
        ->required();
    auto set = std::make_shared<OrderOptions>();
    auto* set_command =
        add_order(*command, set, store::Verb::set_host, "set", "A delay instead of what is learnt", action);
    set_command->add_option("hosts", set->subjects, "hosts")->required();
    set_command->add_option("--delay", set->delay, "0s to 1h, or auto to take it back")->required();
}

void add_config_dump(CLI::App& app, Action& action) {
    auto options = std::make_shared<ConfigDumpOptions>();
    auto* command = app.add_subcommand("config", "The configuration in force");
    command->require_subcommand(1);
    auto* dump = command->add_subcommand("dump", "Every setting with its value and where that comes from");
    add_config(*dump, options->config);
    dump->add_option("source", options->source, "one source");
    dump->add_flag("--json", options->json, "JSON");
    dump->callback([options, &action] { action = [options] { return run_config_dump(*options); }; });
}

void add_reload(CLI::App& app, Action& action) {
    auto options = std::make_shared<ReloadOptions>();
    auto* command = app.add_subcommand("reload", "Have the running daemon read its configuration again");
    add_config(*command, options->config);
    add_database(*command, options->database);
    command->add_flag("--json", options->json, "JSON");
    command->callback([options, &action] { action = [options] { return run_reload(*options); }; });
}

void add_discover(CLI::App& app, Action& action) {
    auto options = std::make_shared<DiscoverOptions>();
    auto* command = app.add_subcommand("discover", "Try what a site offers and print it as a source");
    add_config(*command, options->config);
    command->add_option("url", options->url, "the site, or a section of it")->required();
    command->add_flag("--allow-private", options->allow_private, "permit private and loopback addresses");
    command->add_flag("--json", options->json, "JSON");
    command->callback([options, &action] { action = [options] { return run_discover(*options); }; });
}

void add_import(CLI::App& app, Action& action) {
    auto* command = app.add_subcommand("import", "Sources from other programs' lists");
    command->require_subcommand(1);
    auto options = std::make_shared<OpmlImportOptions>();
    auto* opml = command->add_subcommand("opml", "A feed reader's OPML as a file for sources.d");
    add_config(*opml, options->config);
    opml->add_option("file", options->input, "OPML file, or - for standard input")->required();
    opml->add_option("-o,--output", options->output, "the file to write (default: standard output)");
    opml->add_flag("--force", options->force, "overwrite it");
    opml->callback([options, &action] { action = [options] { return run_import_opml(*options); }; });
}

void add_inspect(CLI::App& app, Action& action) {
    auto options = std::make_shared<InspectOptions>();
    auto* command = app.add_subcommand("inspect", "Show one input as khabar reads it");
    command->add_option("kind", options->kind, "feed, sitemap, opml, links, url, robots, date or encoding")
        ->required();
    command->add_option("input", options->input,
                        "file, http(s) address, - for standard input, or the text itself for url and date");
    add_config(*command, options->config);
    command->add_flag("--allow-private", options->allow_private, "permit private and loopback addresses");
    for (const auto* field : {"url", "base", "agent", "content_type", "now", "zone"})
        command->add_option(std::string("--") + field, options->fields[field], "further input of some kinds");
    command->add_flag("--json", options->json, "JSON");
    command->add_flag("--batch", options->batch, "JSON lines in, JSON lines out, in order");
    command->callback([options, &action] { action = [options] { return run_inspect(*options); }; });
}

void add_backup(CLI::App& app, Action& action) {
    auto options = std::make_shared<BackupOptions>();
    auto* command = app.add_subcommand("backup", "Copy the archive to a new file, while the daemon works");
    add_config(*command, options->config);
    add_database(*command, options->database);
    command->add_option("file", options->target, "the copy; must not exist")->required();
    command->callback([options, &action] { action = [options] { return run_backup(*options); }; });
}

void add_db(CLI::App& app, Action& action) {
    auto options = std::make_shared<DbCheckOptions>();
    auto* group = app.add_subcommand("db", "Look after the database file");
    group->require_subcommand(1);
    auto* command = group->add_subcommand("check", "Is the file whole, and do its tables agree?");
    add_config(*command, options->config);
    add_database(*command, options->database);
    command->add_flag("--repair", options->repair, "make the search index anew where it disagrees");
    command->add_flag("--json", options->json, "JSON");
    command->callback([options, &action] { action = [options] { return run_db_check(*options); }; });
}

} // namespace

int run(int argc, const char* const* argv) {
    CLI::App app{"khabar: polls news sources, extracts their articles, recognises near-identical stories, "
                 "keeps them in SQLite"};
    app.set_version_flag("--version", "khabar " KHABAR_VERSION);
    app.require_subcommand(1);
    Action action;
    for (auto* add : {add_run,         add_fetch,    add_extract, add_explain, add_cluster, add_check,
                      add_articles,    add_show,     add_history, add_diff,    add_export,  add_changes,
                      add_stories,     add_story,    add_search,  add_sources, add_hosts,   add_reload,
                      add_config_dump, add_discover, add_import,  add_inspect, add_backup,  add_db})
        add(app, action);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? exit_ok : exit_usage;
    }
    return action();
}

} // namespace khabar::cli
