#pragma once
// What is to be said of a source: its configuration and its state in the archive, brought together.

#include "daemon/settings/settings.hpp"
#include "daemon/store/inputs.hpp"
#include "daemon/store/links.hpp"
#include "daemon/store/sources.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include <string>
#include <vector>

namespace khabar::cli {

struct SourceReport {
    store::SourceState state;
    std::string name, url;       // as configured; url as last polled where it is not configured any more
    settings::SourceInput input; // the one in use, as configured; a fallback where inputs.used is not 0
    store::InputState inputs;
    bool configured = false, enabled = false;
    std::optional<store::Attempt> last;
    store::LinkCounts links;
    std::int64_t articles = 0, stories = 0;
    std::optional<store::Time> failing_since;         // the first of the failures running now
    std::optional<std::chrono::seconds> median_delay; // from publication to archive, of the latest articles
};

// The configured sources in their order, then those that only the archive knows.
[[nodiscard]] std::vector<SourceReport> report_sources(store::Database& database,
                                                       const std::vector<settings::Source>& configured);

// Keys are a contract:
// "id","name","url","feed_url","configured","enabled","paused","next_due","interval","interval_reason",
// "failures","failure_class","last_attempt","last_success","last_outcome","last_error","polls","new","known","failed","links",
// "articles","stories","failing_since","median_delay","kind",
// "fallback": {"number","url","since","reason"} or null. Lengths of time in seconds.
[[nodiscard]] boost::json::object to_json(const SourceReport& report);
// Of each: "at","outcome","status","new","known","failed","duration_ms","error".
[[nodiscard]] boost::json::array to_json(const std::vector<store::Attempt>& attempts);

// "in 12 min", "due", "paused", "off", "gone": when it is polled next, or why not.
[[nodiscard]] std::string next_words(const SourceReport& report, store::Time now);
// "ok", "dns_failed ×3", "-" where it was never polled.
[[nodiscard]] std::string outcome_words(const SourceReport& report);
// Several lines.
[[nodiscard]] std::string describe(const SourceReport& report, store::Time now);

} // namespace khabar::cli
