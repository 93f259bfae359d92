#include "daemon/cli/add_command.hpp"
#include "daemon/cli/inspect/inspect_command.hpp"
#include "daemon/cli/pages/cluster_command.hpp"
#include "daemon/cli/pages/explain_command.hpp"
#include "daemon/cli/pages/extract_command.hpp"
#include "daemon/cli/pages/fetch_command.hpp"
#include "daemon/cli/rooms.hpp"

namespace khabar::cli {

namespace {

// --json as everywhere else; `format` lives as long as the command.
void add_format(CLI::App& command, std::string& format) {
    CLI::Option* const named = command.add_option("--format", format, "text, json or markdown")
                                   ->check(CLI::IsMember({"text", "json", "markdown"}));
    command
        .add_flag_callback(
            "--json", [&format] { format = "json"; }, "the same as --format json")
        ->excludes(named);
}

void add_fetch(CLI::App& app, Action& action) {
    const auto [command, options] =
        add(app, "fetch", "Fetch pages and print their articles, or poll a source once", run_fetch, action);
    command->add_option("targets", options->targets, "page URL, feed URL or source id")->required();
    add_format(*command, options->format);
    command->add_flag("--store", options->store, "store the pages' articles too");
    command->add_flag("--allow-private", options->allow_private, "permit private and loopback addresses");
}

void add_extract(CLI::App& app, Action& action) {
    const auto [command, options] =
        add(app, "extract", "Extract the article of a saved page, offline", run_extract, action);
    command->add_option("file", options->input, "HTML file, or - for standard input");
    command->add_option("--url", options->url, "where the page came from");
    add_format(*command, options->format);
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

} // namespace

void add_page_commands(CLI::App& app, Action& action) {
    add_fetch(app, action);
    add_extract(app, action);
    add_explain(app, action);
    add_cluster(app, action);
    add_inspect(app, action);
}

} // namespace khabar::cli
