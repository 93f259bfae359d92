#pragma once
// How a command of the command line is made: its name, what it says of itself, and the function that runs it.

#include <CLI/CLI.hpp>

#include <functional>
#include <memory>
#include <string>
#include <utility>

namespace khabar::cli {

using Action = std::function<int()>; // the command that was named, with its options; returns the exit status

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

} // namespace khabar::cli
