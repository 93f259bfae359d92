#include "daemon/cli/sources/hosts_command.hpp"

#include "daemon/cli/input/open_database.hpp"
#include "daemon/cli/sources/host_report.hpp"
#include "daemon/cli/terminal/exit_status.hpp"
#include "daemon/cli/terminal/moment.hpp"
#include "daemon/cli/terminal/output.hpp"
#include "daemon/cli/terminal/terminal_text.hpp"
#include "daemon/pipeline/host/host_gate.hpp"
#include "daemon/settings/quantity.hpp"
#include "parsers/text/fold.hpp"

#include <fmt/format.h>

#include <cstdio>

namespace khabar::cli {

namespace {

std::string next_words(const HostReport& report, store::Time now) {
    const auto next = std::chrono::ceil<std::chrono::seconds>(report.pacing.next_allowed);
    return next <= now ? "now" : relative(next, now);
}

void print_table(const std::vector<HostReport>& reports) {
    using Align = Table::Align;
    const auto now = current_time();
    Table table({{"HOST"},
                 {"DELAY", Align::right},
                 {"LATENCY", Align::right},
                 {"CRAWL-DELAY", Align::right},
                 {"STRIKES", Align::right},
                 {"NEXT"},
                 {"ROBOTS.TXT"},
                 {"WHY"}});
    for (const HostReport& report : reports)
        table.add({text::clean_field(report.group), settings::format_duration(report.delay),
                   settings::format_duration(report.pacing.latency),
                   report.pacing.crawl_delay.count() > 0
                       ? settings::format_duration(report.pacing.crawl_delay)
                       : "-",
                   std::to_string(report.pacing.strikes), next_words(report, now), robots_words(report),
                   text::clean_field(report.reason)});
    fmt::print("{}", table.render(output_columns()));
}

std::string group_named(const std::string& host) {
    const auto url = url::Url::parse(host.find("://") == std::string::npos ? "https://" + host + "/" : host);
    return url ? pipeline::host_group(*url) : host;
}

} // namespace

int run_hosts(const HostsOptions& options) {
    auto archive = open_database(options.config, options.database);
    if (!archive) return archive.error();
    std::vector<HostReport> reports = report_hosts(archive->database, archive->settings);
    if (!options.host.empty()) {
        const std::string group = group_named(options.host);
        std::erase_if(reports, [&](const HostReport& report) { return report.group != group; });
        if (reports.empty()) {
            fmt::print(stderr, "khabar: nothing is known of host '{}'; `khabar hosts` lists those that are\n",
                       text::escape_for_log(options.host));
            return exit_failed;
        }
    }
    if (options.json)
        for (const HostReport& report : reports)
            print_json_line(to_json(report));
    else if (!reports.empty())
        print_table(reports);
    else
        say_none("hosts");
    return exit_ok;
}

} // namespace khabar::cli
