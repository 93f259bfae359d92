#include "daemon/cli/sources/discover_command.hpp"

#include "daemon/cli/input/settings_in_force.hpp"
#include "daemon/cli/sources/source_stanza.hpp"
#include "daemon/cli/terminal/exit_status.hpp"
#include "daemon/cli/terminal/moment.hpp"
#include "daemon/cli/terminal/output.hpp"
#include "daemon/log/log.hpp"
#include "daemon/pipeline/source/site_probe.hpp"
#include "daemon/settings/source_list.hpp"
#include "parsers/text/fold.hpp"
#include "parsers/url/url.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/json.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <set>

namespace khabar::cli {

namespace {

namespace json = boost::json;

constexpr std::size_t most_name_bytes = 200;

// One site on a loop of its own; nothing is stored.
Result<pipeline::SiteReport> probe(settings::Settings settings, settings::Source source) {
    boost::asio::io_context loop{1};
    pipeline::Archive archive(":memory:");
    pipeline::CpuPool pool(settings.workers);
    pipeline::Crawl crawl(loop.get_executor(),
                          std::make_shared<const settings::Settings>(std::move(settings)), archive, pool);
    std::optional<Result<pipeline::SiteReport>> report;
    std::exception_ptr error;
    const auto work = boost::asio::make_work_guard(loop);
    auto ended = [&](std::exception_ptr thrown, Result<pipeline::SiteReport> result) {
        error = thrown;
        report.emplace(std::move(result));
        loop.stop();
    };
    boost::asio::co_spawn(loop, pipeline::probe_site(crawl, std::move(source)), std::move(ended));
    loop.run();
    if (error) std::rethrow_exception(error);
    return std::move(*report);
}

// The first finding is the source, the others its fallbacks; of a kind one is enough, but for a stale one.
settings::Source source_of(const pipeline::SiteReport& report) {
    settings::Source source;
    static_cast<settings::SourceInput&>(source) = report.findings.front().input;
    std::set<std::string, std::less<>> taken;
    source.id = make_source_id({}, report.url, taken);
    source.name = report.title.size() <= most_name_bytes ? text::clean_field(report.title) : std::string();
    if (settings::is_language_tag(report.language)) source.language = report.language;
    std::set<settings::SourceKind> kinds = {source.kind};
    for (const pipeline::Finding& finding : report.findings)
        if (kinds.insert(finding.input.kind).second) source.fallbacks.push_back(finding.input);
    return source;
}

std::string words(const pipeline::Finding& finding, store::Time now) {
    std::string out = fmt::format("{} {}: {} article{}", settings::name(finding.input.kind),
                                  text::escape_for_log(finding.input.url), finding.entries,
                                  finding.entries == 1 ? "" : "s");
    if (finding.newest) out += ", the newest " + relative(finding.newest, now);
    if (finding.full_texts > 0)
        out +=
            fmt::format(", {} with their text",
                        finding.full_texts == finding.entries ? "all" : std::to_string(finding.full_texts));
    return out + " (" + finding.why + ")";
}

void print_yaml(const pipeline::SiteReport& report, store::Time now) {
    fmt::print("# {}", text::escape_for_log(report.url));
    if (!report.software.empty()) fmt::print(", made with {}", report.software);
    fmt::print(". Found, in the order of asking:\n");
    for (const pipeline::Finding& finding : report.findings)
        fmt::print("#   {}\n", words(finding, now));
    for (const pipeline::Refusal& refusal : report.refusals)
        fmt::print("#   not: {} {}: {}\n", settings::name(refusal.input.kind),
                   text::escape_for_log(refusal.input.url),
                   text::escape_for_log(to_string(refusal.error), 120));
    if (report.findings.empty())
        fmt::print("# Nothing here can be polled.\n");
    else
        fmt::print("sources:\n{}", source_stanza(source_of(report)));
}

json::object input_json(const settings::SourceInput& input) {
    return {{"kind", settings::name(input.kind)}, {"url", input.url}};
}

json::object to_json(const pipeline::SiteReport& report) {
    json::array findings;
    for (const pipeline::Finding& finding : report.findings) {
        json::object object = input_json(finding.input);
        object["why"] = finding.why;
        object["entries"] = finding.entries;
        object["full_texts"] = finding.full_texts;
        object["newest"] = moment_json(finding.newest);
        findings.push_back(std::move(object));
    }
    json::array refused;
    for (const pipeline::Refusal& refusal : report.refusals) {
        json::object object = input_json(refusal.input);
        object["error"] = to_string(refusal.error);
        refused.push_back(std::move(object));
    }
    json::object out{{"url", report.url},
                     {"title", report.title},
                     {"language", report.language},
                     {"software", report.software},
                     {"findings", findings},
                     {"refused", refused},
                     {"source", nullptr}};
    if (report.findings.empty()) return out;
    const settings::Source source = source_of(report);
    json::object stanza{{"id", source.id}, {"name", source.name}};
    for (auto& field : input_json(source))
        stanza[field.key()] = field.value();
    json::array fallbacks;
    for (const settings::SourceInput& input : source.fallbacks)
        fallbacks.push_back(input_json(input));
    stanza["fallbacks"] = std::move(fallbacks);
    out["source"] = std::move(stanza);
    return out;
}

} // namespace

int run_discover(const DiscoverOptions& options) {
    std::optional<settings::Settings> settings = settings_in_force(options.config);
    if (!settings || !secrets_at_hand(*settings)) return exit_config;
    auto url = url::Url::parse(options.url);
    if (!url) url = url::Url::parse("https://" + options.url); // "paper.example", as people say it
    if (!url || !url->is_http()) {
        fmt::print(stderr, "{}\n", log::line("khabar: not an http(s) address", {{"url", options.url}}));
        return exit_usage;
    }
    settings::Source source;
    source.id = "discover";
    source.url = url->href();
    source.allow_private = options.allow_private;
    const Result<pipeline::SiteReport> report = probe(std::move(*settings), source);
    if (!report) {
        fmt::print(stderr, "{}\n",
                   log::line("khabar: cannot look at the site",
                             {{"url", source.url}, {"error", to_string(report.error())}}));
        return exit_failed;
    }
    if (options.json)
        print_json_line(to_json(*report));
    else
        print_yaml(*report, pipeline::Clock::wall());
    return report->findings.empty() ? exit_failed : exit_ok;
}

} // namespace khabar::cli
