#include "daemon/cli/add_command.hpp"
#include "daemon/cli/rooms.hpp"
#include "daemon/cli/sources/discover_command.hpp"
#include "daemon/cli/sources/hosts_command.hpp"
#include "daemon/cli/sources/opml_command.hpp"
#include "daemon/cli/sources/order_command.hpp"
#include "daemon/cli/sources/source_edit_command.hpp"
#include "daemon/cli/sources/sources_command.hpp"

#include <array>
#include <tuple>

namespace khabar::cli {

namespace {

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

} // namespace

void add_source_commands(CLI::App& app, Action& action) {
    add_sources(app, action);
    add_hosts(app, action);
    add_discover(app, action);
    add_import(app, action);
}

} // namespace khabar::cli
