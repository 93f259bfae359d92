#include "daemon/cli/sources/source_report.hpp"

#include "daemon/cli/terminal/moment.hpp"
#include "daemon/pipeline/source/known_source.hpp"
#include "daemon/store/articles.hpp"
#include "daemon/story/story_view.hpp"
#include "parsers/text/fold.hpp"

#include <fmt/format.h>

#include <map>

namespace khabar::cli {

namespace {

namespace json = boost::json;

void count(const store::Database& database, SourceReport& report) {
    report.last = store::last_attempt(database, report.state.id);
    report.links = store::count_links(database, report.state.id);
    report.articles = store::count_articles(database, report.state.id);
    report.stories = story::count_stories(database, report.state.id);
    report.median_delay = store::median_delay(database, report.state.id);
    if (report.state.failures == 0) return;
    if (const auto since = pipeline::unpack_policy(report.state).failing_since)
        report.failing_since = std::chrono::floor<std::chrono::seconds>(*since);
}

std::string counted(std::int64_t count, std::string_view one, std::string_view many) {
    return fmt::format("{} {}", count, count == 1 ? one : many);
}

} // namespace

std::vector<SourceReport> report_sources(store::Database& database,
                                         const std::vector<settings::Source>& configured) {
    std::map<std::string, store::SourceState> states;
    for (store::SourceState& state : store::load_source_states(database))
        states.emplace(state.id, std::move(state));
    std::vector<SourceReport> reports;
    for (const settings::Source& source : configured) {
        SourceReport report;
        if (auto node = states.extract(source.id)) report.state = std::move(node.mapped());
        report.state.id = source.id;
        report.name = source.name;
        report.url = source.url;
        report.configured = true;
        report.inputs = store::load_input_state(database, source.id);
        if (report.inputs.used > source.fallbacks.size()) report.inputs = {};
        report.input = report.inputs.used == 0 ? source : source.fallbacks[report.inputs.used - 1];
        report.enabled = source.enabled;
        reports.push_back(std::move(report));
    }
    for (auto& [id, state] : states) {
        SourceReport report;
        report.url = state.configured_url;
        report.state = std::move(state);
        reports.push_back(std::move(report));
    }
    for (SourceReport& report : reports)
        count(database, report);
    return reports;
}

json::object to_json(const SourceReport& report) {
    const store::SourceState& state = report.state;
    json::object object = {{"id", state.id},
                           {"name", report.name},
                           {"url", report.url},
                           {"feed_url", state.feed_url},
                           {"configured", report.configured},
                           {"enabled", report.enabled},
                           {"paused", state.paused},
                           {"next_due", moment_json(state.next_due)},
                           {"interval", state.interval.count()},
                           {"interval_reason", state.interval_reason},
                           {"failures", state.failures},
                           {"failure_class", state.failure_class},
                           {"last_attempt", moment_json(state.last_attempt)},
                           {"last_success", moment_json(state.last_success)},
                           {"last_outcome", nullptr},
                           {"last_error", nullptr},
                           {"polls", state.totals.polls},
                           {"new", state.totals.new_links},
                           {"known", state.totals.known_links},
                           {"failed", state.totals.failed_polls},
                           {"links", json::object{{"pending", report.links.pending},
                                                  {"done", report.links.done},
                                                  {"failed", report.links.failed},
                                                  {"gone", report.links.gone}}},
                           {"articles", report.articles},
                           {"stories", report.stories},
                           {"failing_since", moment_json(report.failing_since)},
                           {"median_delay", nullptr}};
    if (report.median_delay) object["median_delay"] = report.median_delay->count();
    object["kind"] = report.configured ? json::value(settings::name(report.input.kind)) : json::value();
    object["fallback"] = nullptr;
    if (report.inputs.used > 0)
        object["fallback"] = json::object{{"number", report.inputs.used},
                                          {"url", report.input.url},
                                          {"since", moment_json(report.inputs.since)},
                                          {"reason", report.inputs.reason}};
    if (report.last) {
        object["last_outcome"] = report.last->outcome;
        object["last_error"] = report.last->error;
    }
    return object;
}

json::array to_json(const std::vector<store::Attempt>& attempts) {
    json::array array;
    for (const store::Attempt& attempt : attempts)
        array.push_back(json::object{{"at", moment_json(attempt.at)},
                                     {"outcome", attempt.outcome},
                                     {"status", attempt.status},
                                     {"new", attempt.new_links},
                                     {"known", attempt.known_links},
                                     {"failed", attempt.failed_links},
                                     {"duration_ms", attempt.duration.count()},
                                     {"error", attempt.error}});
    return array;
}

std::string next_words(const SourceReport& report, store::Time now) {
    if (!report.configured) return "removed";
    if (!report.enabled) return "off";
    if (report.state.paused) return "paused";
    if (!report.state.next_due || *report.state.next_due <= now) return "due";
    return relative(report.state.next_due, now);
}

std::string outcome_words(const SourceReport& report) {
    if (!report.last) return "-";
    const std::string outcome = text::clean_field(report.last->outcome);
    return report.state.failures > 1 ? fmt::format("{} ×{}", outcome, report.state.failures) : outcome;
}

std::string describe(const SourceReport& report, store::Time now) {
    const store::SourceState& state = report.state;
    const store::SourceTotals& totals = state.totals;
    std::string out = fmt::format("{}  {}\n", state.id, text::clean_field(report.name));
    const auto line = [&](std::string_view name, const std::string& value) {
        if (!value.empty()) out.append(fmt::format("{:<13} {}\n", name, text::clean_field(value)));
    };
    line("url", report.url);
    if (state.feed_url != report.url) line("moved to", state.feed_url);
    if (report.configured) line("kind", std::string(settings::name(report.input.kind)));
    if (report.inputs.used > 0)
        line("fallback", fmt::format("{}, {}, since {}: {}", report.inputs.used, report.input.url,
                                     relative(report.inputs.since, now), report.inputs.reason));
    line("next poll",
         next_words(report, now) + (state.next_due ? " (" + absolute(*state.next_due) + ")" : ""));
    if (state.interval.count() > 0)
        line("interval",
             about(state.interval) + (state.interval_reason.empty() ? "" : ": " + state.interval_reason));
    line("last success", state.last_success
                             ? relative(state.last_success, now) + " (" + absolute(*state.last_success) + ")"
                             : "never");
    line("last poll", outcome_words(report) +
                          (report.last && !report.last->error.empty() ? ": " + report.last->error : ""));
    if (report.failing_since)
        line("failing",
             "since " + absolute(*report.failing_since) + ", " + relative(report.failing_since, now));
    line("in all",
         fmt::format("{}, {} failed; {} new, {} known links", counted(totals.polls, "poll", "polls"),
                     totals.failed_polls, totals.new_links, totals.known_links));
    line("links", fmt::format("{} waiting, {} stored, {} given up, {} gone", report.links.pending,
                              report.links.done, report.links.failed, report.links.gone));
    line("archive", fmt::format("{} in {}", counted(report.articles, "article", "articles"),
                                counted(report.stories, "story", "stories")));
    if (report.median_delay)
        line("delay", about(*report.median_delay) + " from publication to archive, in the middle");
    return out;
}

} // namespace khabar::cli
