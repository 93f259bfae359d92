#include "daemon/cli/sources/sources_command.hpp"

#include "daemon/cli/input/open_database.hpp"
#include "daemon/cli/sources/source_report.hpp"
#include "daemon/cli/terminal/exit_status.hpp"
#include "daemon/cli/terminal/moment.hpp"
#include "daemon/cli/terminal/output.hpp"
#include "daemon/cli/terminal/terminal_text.hpp"
#include "parsers/text/fold.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace khabar::cli {

namespace {

namespace json = boost::json;

void print_table(const std::vector<SourceReport>& reports, store::Time now) {
    using Align = Table::Align;
    Table table({{"SOURCE"},
                 {"NEXT"},
                 {"EVERY", Align::right},
                 {"SUCCESS"},
                 {"LAST POLL"},
                 {"NEW", Align::right},
                 {"KNOWN", Align::right},
                 {"FAILED", Align::right},
                 {"STORIES", Align::right},
                 {"NAME"},
                 {"WHY"}});
    for (const SourceReport& report : reports) {
        const store::SourceState& state = report.state;
        table.add({state.id, next_words(report, now), state.interval.count() > 0 ? about(state.interval) : "",
                   relative(state.last_success, now), outcome_words(report),
                   std::to_string(state.totals.new_links), std::to_string(state.totals.known_links),
                   std::to_string(state.totals.failed_polls), std::to_string(report.stories),
                   text::clean_field(report.name), text::clean_field(state.interval_reason)});
    }
    fmt::print("{}", table.render(output_columns()));
}

void print_attempts(const std::vector<store::Attempt>& attempts) {
    using Align = Table::Align;
    Table table({{"POLLED"},
                 {"OUTCOME"},
                 {"HTTP", Align::right},
                 {"NEW", Align::right},
                 {"KNOWN", Align::right},
                 {"FAILED", Align::right},
                 {"TOOK", Align::right},
                 {"ERROR"}});
    for (const store::Attempt& attempt : attempts)
        table.add({absolute(attempt.at), text::clean_field(attempt.outcome),
                   attempt.status == 0 ? "" : std::to_string(attempt.status),
                   std::to_string(attempt.new_links), std::to_string(attempt.known_links),
                   std::to_string(attempt.failed_links), fmt::format("{} ms", attempt.duration.count()),
                   text::escape_for_log(attempt.error)});
    fmt::print("\n{}", table.render(output_columns()));
}

int print_one(const store::Database& database, const std::vector<SourceReport>& reports,
              const SourcesOptions& options, store::Time now) {
    const auto found = std::find_if(reports.begin(), reports.end(), [&](const SourceReport& report) {
        return report.state.id == options.id;
    });
    if (found == reports.end()) {
        fmt::print(stderr, "khabar: no source '{}'; `khabar sources` lists them\n",
                   text::escape_for_log(options.id));
        return exit_failed;
    }
    const auto attempts = store::load_attempts(database, options.id);
    if (options.json) {
        json::object object = to_json(*found);
        object["attempts"] = to_json(attempts);
        print_json_line(object);
        return exit_ok;
    }
    fmt::print("{}", describe(*found, now));
    if (!attempts.empty()) print_attempts(attempts);
    return exit_ok;
}

} // namespace

int run_sources(const SourcesOptions& options) {
    auto archive = open_database(options.config, options.database);
    if (!archive) return archive.error();
    const auto now = current_time();
    const auto reports = report_sources(archive->database, archive->settings.sources);
    if (!options.id.empty()) return print_one(archive->database, reports, options, now);
    if (options.json)
        for (const SourceReport& report : reports)
            print_json_line(to_json(report));
    else if (!reports.empty())
        print_table(reports, now);
    else
        say_none("sources");
    return exit_ok;
}

} // namespace khabar::cli
