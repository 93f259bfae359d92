#include "daemon/cli/terminal/moment.hpp"

#include "daemon/cli/terminal/exit_status.hpp"
#include "daemon/settings/quantity.hpp"
#include "parsers/date/date_time.hpp"
#include "parsers/date/parse.hpp"
#include "parsers/text/fold.hpp"

#include <boost/json/string.hpp>
#include <fmt/format.h>

#include <array>

namespace khabar::cli {

store::Time current_time() {
    return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
}

std::string about(std::chrono::seconds length) {
    struct Unit {
        std::int64_t seconds;
        std::int64_t until; // lengths below are told in this unit: 90 min rather than 2 h
        std::string_view name;
    };
    static constexpr std::array<Unit, 4> units = {
        {{1, 100, "s"}, {60, 100 * 60, "min"}, {3600, 48 * 3600, "h"}, {86400, INT64_MAX, "d"}}};
    const std::int64_t count = length.count();
    for (const Unit& unit : units)
        if (count < unit.until)
            return fmt::format("{} {}", (count + unit.seconds / 2) / unit.seconds, unit.name);
    return {};
}

std::string relative(const std::optional<store::Time>& moment, store::Time now) {
    if (!moment) return "never";
    if (*moment == now) return "now";
    return *moment > now ? "in " + about(*moment - now) : about(now - *moment) + " ago";
}

std::string absolute(store::Time moment) {
    std::string iso = date::to_iso8601(moment);
    if (const auto at = iso.find('T'); at != std::string::npos) iso[at] = ' ';
    return iso;
}

std::string to_the_minute(store::Time moment) {
    return absolute(moment).substr(0, std::string_view("2025-10-15 20:44").size());
}

boost::json::value moment_json(const std::optional<store::Time>& moment) {
    if (!moment) return nullptr;
    return boost::json::value(date::to_iso8601(*moment));
}

boost::json::value date_json(const std::optional<date::DateTime>& date) {
    return date ? boost::json::value(date::to_iso8601(*date)) : boost::json::value();
}

std::optional<store::Time> moment_from(std::string_view text, store::Time now) {
    if (const auto length = settings::parse_duration(text))
        return now - std::chrono::duration_cast<std::chrono::seconds>(*length);
    date::Context context;
    context.now = now;
    const auto date = date::parse(text, context);
    if (!date) return std::nullopt;
    return date->instant();
}

std::optional<store::Time> moment_from(std::string_view text) {
    return moment_from(text, current_time());
}

int bad_moment(std::string_view option, std::string_view text) {
    fmt::print(stderr,
               "khabar: {} '{}' is neither a date (2025-10-15, 2025-10-15T20:44Z) nor a length of time "
               "(36h, 7d)\n",
               option, text::escape_for_log(text));
    return exit_usage;
}

} // namespace khabar::cli
