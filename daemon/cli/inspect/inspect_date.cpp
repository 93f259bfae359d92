#include "daemon/cli/inspect/inspectors.hpp"
#include "parsers/date/iso8601.hpp"
#include "parsers/date/parse.hpp"
#include "parsers/date/zone.hpp"

#include <boost/json.hpp>

namespace khabar::cli {
namespace {

namespace json = boost::json;

std::string_view name(date::Precision precision) noexcept {
    switch (precision) {
    case date::Precision::year:
        return "year";
    case date::Precision::month:
        return "month";
    case date::Precision::day:
        return "day";
    case date::Precision::hour:
        return "hour";
    case date::Precision::minute:
        return "minute";
    case date::Precision::second:
        return "second";
    }
    return "";
}

// On the clock of the asked zone.
date::DateTime in_zone(date::DateTime date, std::chrono::minutes zone) {
    if (!date.offset || date.precision < date::Precision::hour) return date;
    date.local += zone - *date.offset;
    date.offset = zone;
    return date;
}

} // namespace

json::object inspect_date(const json::object& request) {
    date::Context context;
    // The command shows how a text reads; that an article is not from next month is for those to say who file
    // it.
    context.ahead = std::chrono::days{366};
    context.declared = true;
    if (const auto now = request_text(request, "now"); !now.empty()) {
        const auto parsed = date::parse_iso8601(now);
        if (!parsed) return error_answer({Errc::bad_json, "now: no ISO 8601 date"});
        context.now = parsed->instant();
    }
    if (const auto zone = request_text(request, "zone"); !zone.empty()) {
        context.offset = date::zone(zone);
        if (!context.offset)
            return error_answer({Errc::bad_json, "zone: neither an offset nor a known abbreviation"});
    }
    const auto found = date::parse(request_text(request, "input"), context);
    if (!found) return {{"date", nullptr}};
    return {{"date", date::to_iso8601(context.offset ? in_zone(*found, *context.offset) : *found)},
            {"precision", name(found->precision)}};
}

} // namespace khabar::cli
